import CivilTime
import WorkingTimeRules

extension RuleCalculator {
  static let flextimeColumns = [
    "case", "person", "period", "weeks", "core", "pause", "minimum", "date", "kind", "start", "end", "breaks",
  ]

  /// What does not keep the rules in the terms and in the declaration of each case.
  func flextimeRows(_ input: [InputRow]) throws(RuleCalculatorError) -> [[String]] {
    var cases = Cases<InputRow>()
    for row in input { cases.add(row, to: try row.caseName()) }
    var output: [[String]] = []
    for (name, rows) in cases.all {
      for fault in try faults(rows) {
        output.append([name, fault.date?.iso ?? "", fault.name, fault.value, fault.limit])
      }
    }
    return output
  }

  private func faults(_ rows: [InputRow]) throws(RuleCalculatorError) -> [FlextimeFault] {
    guard let first = rows.first else { return [] }
    for row in rows {
      for column in ["person", "period", "weeks", "core", "pause", "minimum"]
      where Array(row.text(column).utf8) != Array(first.text(column).utf8) {
        throw row.error(column, "all rows of a case have the same \(column)")
      }
    }
    let person: FlextimePerson = try first.word("person")
    var days: [FlextimeDay] = []
    for row in rows { days.append(try day(row)) }
    let declaration = FlextimeDeclaration(
      start: try first.date("period"),
      weeks: try first.number("weeks", in: 1...52),
      person: person.person,
      days: days
    )
    let terms = try terms(first)
    let faults = terms.faults(on: declaration.start, for: declaration.person)
    return faults.isEmpty ? declaration.faults(under: terms) : faults
  }

  private func terms(_ row: InputRow) throws(RuleCalculatorError) -> FlextimeTerms {
    FlextimeTerms(
      core: row.text("core").isEmpty ? nil : try span(row, "core"),
      standardBreak: try span(row, "pause"),
      dailyMinimum: try row.minutes("minimum", atMost: 1440, of: "a day")
    )
  }

  private func span(_ row: InputRow, _ column: String) throws(RuleCalculatorError) -> Range<ClockTime> {
    let spans = try row.clockSpans(column)
    guard let span = spans.first, spans.count == 1 else { throw row.error(column, "write one HH:MM-HH:MM") }
    return span
  }

  private func day(_ row: InputRow) throws(RuleCalculatorError) -> FlextimeDay {
    let date = try row.date("date")
    let kind: FlextimeKind = try row.word("kind")
    if kind == .off { return FlextimeDay(date, .off) }
    let start = try row.clock("start")
    let end = try row.clock("end")
    if end <= start { throw row.error("end", "the end must lie after the start") }
    guard let hours = DayHours(start..<end, breaks: try row.clockSpans("breaks")) else {
      throw row.error("breaks", "breaks lie within the hours and do not overlap")
    }
    return FlextimeDay(date, kind == .exempt ? .exempt(hours) : .duty(hours))
  }
}

/// The words of the column `person`.
private enum FlextimePerson: String, CaseIterable {
  case general, carer

  var person: FlextimeRules.Person { self == .general ? .general : .carer }
}

/// The words of the column `kind`.
private enum FlextimeKind: String, CaseIterable {
  case duty, exempt, off
}

extension FlextimeFault {
  /// What was found, as a table writes it: minutes, a number, or a span.
  fileprivate var value: String {
    switch self {
    case .coreLength(let amount, _), .fixedMinimum(let amount, _), .total(let amount, _),
      .holidayHours(_, let amount), .belowMinimum(_, let amount, _), .breaks(_, .stretchTooLong(let amount)),
      .breaks(_, .breakTooShort(let amount, _)):
      String(amount.count)
    case .coreWindow(let span, _), .outsideBand(_, let span, _):
      span.lowerBound.padded + "-" + span.upperBound.padded
    case .weeks(let weeks, _): String(weeks)
    case .noRules, .dayMissing, .dayOutOfPlace, .offDays, .exemptDays, .exemptBesideOffDay, .withoutCore: ""
    }
  }

  /// What is allowed, as a table writes it.
  fileprivate var limit: String {
    switch self {
    case .coreLength(_, let allowed), .fixedMinimum(_, let allowed):
      "\(allowed.lowerBound.count)-\(allowed.upperBound.count)"
    case .coreWindow(_, let allowed), .outsideBand(_, _, let allowed):
      allowed.lowerBound.padded + "-" + allowed.upperBound.padded
    case .weeks(_, let allowed): "\(allowed.lowerBound)-\(allowed.upperBound)"
    case .total(_, let amount), .belowMinimum(_, _, let amount), .breaks(_, .breakTooShort(_, let amount)):
      String(amount.count)
    case .offDays(_, let allowed), .exemptDays(_, let allowed): String(allowed)
    case .holidayHours: String(FlextimeRules.holidayHours.count)
    case .breaks(_, .stretchTooLong): String(BreakRule.longestStretch.count)
    case .withoutCore(_, let core): core.lowerBound.padded + "-" + core.upperBound.padded
    case .noRules, .dayMissing, .dayOutOfPlace, .exemptBesideOffDay: ""
    }
  }
}
