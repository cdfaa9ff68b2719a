import CivilTime
import WorkingTimeRules

extension RuleCalculator {
  /// Whether each row's day may be moved, which days may be freed, and by when it had to be arranged.
  func swapRows(_ input: [InputRow]) throws(RuleCalculatorError) -> [[String]] {
    var cases = Cases<[String]>()
    for row in input {
      let name = try row.caseName()
      let kind: SwapKind = try row.word("kind")
      let shift = kind.shift
      let worked = try row.date("worked")
      let freed = try row.date("freed")
      let fault = shift.fault(
        worked: worked,
        freed: freed,
        arrangedOn: try row.date("arranged_on"),
        offDays: try row.dates("off_days")
      )
      let window = shift.window(forWorkOn: worked)
      let dates = [window.lowerBound, window.upperBound, shift.deadline(worked: worked, freed: freed)]
      cases.add([name, fault?.name ?? "ok"] + dates.map(\.iso), to: name)
    }
    return cases.all.flatMap(\.rows)
  }
}

/// The words of the column `kind`.
private enum SwapKind: String, CaseIterable {
  case day
  case fourHours = "four-hours"
  case compensatory

  var shift: DayShift {
    switch self {
    case .day: .wholeDay
    case .fourHours: .fourHours
    case .compensatory: .compensatoryDay
    }
  }
}
