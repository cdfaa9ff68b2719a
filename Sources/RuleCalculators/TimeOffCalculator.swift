import CivilTime
import WorkingTimeRules

extension RuleCalculator {
  static let timeOffOutput = [
    "case", "month", "convertible", "four_hours", "full_days", "left", "leave_for_four_hours", "from",
    "until",
  ]

  /// The time off of each row's month; nothing is convertible where the person declined.
  func timeOffRows(_ input: [InputRow]) throws(RuleCalculatorError) -> [[String]] {
    var cases = Cases<[String]>()
    for row in input {
      let name = try row.caseName()
      let month = try row.month("month")
      let excess = ExcessOvertime(
        onDutyDays: try excess(row, "on_duty_days"),
        onOffDays: try excess(row, "on_off_days"),
        withinFullDay: try excess(row, "within_full_day")
      )
      let isDeclined = try row.flag("declined")
      let timeOff = TimeOffInLieu(
        month: month,
        excess: isDeclined ? ExcessOvertime(onDutyDays: .zero) : excess
      )
      let proposal = timeOff.proposal
      let amounts = [
        timeOff.convertible.count, proposal.fourHours, proposal.fullDays, proposal.left.count,
        timeOff.leaveForFourHours.count,
      ]
      let window = [timeOff.window.lowerBound.iso, timeOff.window.upperBound.iso]
      cases.add([name, month.iso] + amounts.map(String.init) + window, to: name)
    }
    return cases.all.flatMap(\.rows)
  }

  private func excess(_ row: InputRow, _ column: String) throws(RuleCalculatorError) -> Minutes {
    try row.minutes(column, atMost: 31 * 1440, of: "a month")
  }
}
