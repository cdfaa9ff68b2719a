import CivilTime
import WorkingTimeRules

extension RuleCalculator {
  /// The minutes in each pay class of each case.
  func payRows(_ input: [InputRow]) throws(RuleCalculatorError) -> [[String]] {
    let classification = PayClassification()
    var cases = Cases<PayMinutes>()
    for row in input {
      let name = try row.caseName()
      cases.add(classification.classify(try workedInterval(row)), to: name)
    }
    return cases.all.flatMap { name, rows in
      rows.reduce(.zero, +).nonZero.map { [name, $0.payClass.rawValue, String($0.minutes.count)] }
    }
  }

  private func workedInterval(_ row: InputRow) throws(RuleCalculatorError) -> WorkedInterval {
    let start = try row.moment("start")
    let end = try row.moment("end")
    if end < start { throw row.error("end", "the end must not lie before the start") }
    if end - start > Minutes(hours: 24 * 31) { throw row.error("end", "an interval is at most 31 days long") }
    return WorkedInterval(
      span: start..<end,
      breaks: try breaks(row),
      offDays: try row.dates("off_days"),
      isSwapped: try row.flag("swapped"),
      hasCompensatoryDay: try row.flag("comp_day"),
      running: try row.minutes("running", atMost: 31 * 1440, of: "a month")
    )
  }

  /// Breaks are counted from midnight of the date written in `start`.
  private func breaks(_ row: InputRow) throws(RuleCalculatorError) -> [Range<WorkMoment>] {
    // The written date, not the day on which the minute falls: 2026-11-20T26:00 counts from the 20th.
    let writtenDate = String(decoding: row.text("start").utf8.prefix(10), as: UTF8.self)
    guard let date = CivilDate(iso: writtenDate) else { return [] }
    return try row.clockSpans("breaks").map { span in
      WorkMoment(date, span.lowerBound)..<WorkMoment(date, span.upperBound)
    }
  }
}
