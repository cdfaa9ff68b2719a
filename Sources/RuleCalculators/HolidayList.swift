import CivilTime

extension RuleCalculator {
  /// The holidays of the years, both included, as CSV with `date,name,kind`.
  ///
  /// Throws for years outside those the calendar covers, or in the wrong order.
  public static func holidays(from first: Int, to last: Int) throws(RuleCalculatorError) -> String {
    let years = HolidayCalendar.years
    for (name, year) in [("from", first), ("to", last)] where !years.contains(year) {
      let remedy = "holidays are known for \(years.lowerBound) to \(years.upperBound)"
      throw RuleCalculatorError(column: name, value: String(year), remedy: remedy)
    }
    guard first <= last else {
      throw RuleCalculatorError(column: "to", value: String(last), remedy: "give a year not before \(first)")
    }
    let rows = (first...last).flatMap(HolidayCalendar.holidays(inYear:)).map { holiday in
      [holiday.date.iso, holiday.name, holiday.kind.rawValue]
    }
    return text(header: ["date", "name", "kind"], rows: rows)
  }
}
