import CivilTime
import DelimitedText
import WorkingTimeRules

/// A row of a calculator's input, whose cells are read by column and kind or fail with their place.
struct InputRow {
  let line: Int
  private let fields: [String]
  private let places: [String: Int]

  init(_ row: DelimitedRow, _ columns: InputColumns) throws(RuleCalculatorError) {
    line = row.line
    fields = row.fields
    places = columns.places
    if let missing = places.filter({ $0.value >= row.fields.count }).min(by: { $0.value < $1.value }) {
      throw RuleCalculatorError(
        line: row.line,
        column: missing.key,
        remedy: "the row ends before this column; fill in its \(columns.width) fields"
      )
    }
    if let stray = row.fields.dropFirst(columns.width).first(where: { !$0.isEmpty }) {
      throw RuleCalculatorError(
        line: row.line,
        value: stray,
        remedy: "the row has more fields than the header; quote fields that hold commas"
      )
    }
  }

  /// The cell without spaces at its ends.
  func text(_ column: String) -> String {
    InputRow.trimmed(places[column].map { fields[$0] } ?? "")
  }

  /// The name of the row's case.
  func caseName() throws(RuleCalculatorError) -> String {
    let name = text("case")
    if name.isEmpty { throw error("case", "name the case") }
    return name
  }

  func month(_ column: String) throws(RuleCalculatorError) -> YearMonth {
    try read(column, YearMonth.init(iso:), "write a month as YYYY-MM")
  }

  func date(_ column: String) throws(RuleCalculatorError) -> CivilDate {
    try read(column, CivilDate.init(iso:), "write a date of the calendar as YYYY-MM-DD")
  }

  func optionalDate(_ column: String) throws(RuleCalculatorError) -> CivilDate? {
    text(column).isEmpty ? nil : try date(column)
  }

  func moment(_ column: String) throws(RuleCalculatorError) -> WorkMoment {
    try read(column, WorkMoment.init(iso:), "write a time as YYYY-MM-DDTHH:MM with hours up to 47")
  }

  func clock(_ column: String) throws(RuleCalculatorError) -> ClockTime {
    try read(column, ClockTime.init(reading:), "write a time as HH:MM")
  }

  func flag(_ column: String) throws(RuleCalculatorError) -> Bool {
    switch text(column) {
    case "0": false
    case "1": true
    default: throw error(column, "write 0 for no or 1 for yes")
    }
  }

  /// One of the words that a type knows.
  func word<Word: RawRepresentable & CaseIterable>(
    _ column: String
  ) throws(RuleCalculatorError) -> Word where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    return try read(column, Word.init(rawValue:), "write one of: \(words)")
  }

  /// Spans of a day such as `12:00-13:00 25:00-25:30`, separated by spaces; none in an empty cell.
  func clockSpans(_ column: String) throws(RuleCalculatorError) -> [Range<ClockTime>] {
    var spans: [Range<ClockTime>] = []
    for part in text(column).utf8.split(separator: UInt8(ascii: " ")) {
      let times = part.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard times.count == 2, times.allSatisfy({ $0.count == 5 }),
        let start = ClockTime(reading: String(decoding: times[0], as: UTF8.self)),
        let end = ClockTime(reading: String(decoding: times[1], as: UTF8.self)), start < end
      else {
        throw error(column, "write spans as HH:MM-HH:MM, separated by spaces, each ending after its start")
      }
      spans.append(start..<end)
    }
    return spans
  }

  /// Dates separated by spaces; none in an empty cell.
  func dates(_ column: String) throws(RuleCalculatorError) -> Set<CivilDate> {
    var dates: Set<CivilDate> = []
    for part in text(column).utf8.split(separator: UInt8(ascii: " ")) {
      guard let date = CivilDate(iso: String(decoding: part, as: UTF8.self)) else {
        throw error(column, "write dates as YYYY-MM-DD, separated by spaces")
      }
      dates.insert(date)
    }
    return dates
  }

  /// A whole number within a range.
  func number(_ column: String, in range: ClosedRange<Int>) throws(RuleCalculatorError) -> Int {
    let remedy = "write a number from \(range.lowerBound) to \(range.upperBound)"
    let number = try integer(column, remedy)
    if !range.contains(number) { throw error(column, remedy) }
    return number
  }

  /// Whole minutes from 0 up to as many as a period can hold.
  func minutes(_ column: String, atMost limit: Int, of period: String) throws(RuleCalculatorError) -> Minutes
  {
    let number = try integer(column, "write whole minutes, such as 2700")
    if number < 0 { throw error(column, "minutes cannot be negative") }
    if number > limit { throw error(column, "\(period) has only \(limit) minutes") }
    return Minutes(number)
  }

  /// A calendar year of four digits.
  func year(_ column: String) throws(RuleCalculatorError) -> Int {
    let year = try integer(column, "write a year of four digits")
    if !(1000...9999).contains(year) { throw error(column, "write a year of four digits") }
    return year
  }

  func error(_ column: String, _ remedy: String) -> RuleCalculatorError {
    RuleCalculatorError(line: line, column: column, value: text(column), remedy: remedy)
  }

  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t"
  }

  private func read<Value>(
    _ column: String,
    _ reading: (String) -> Value?,
    _ remedy: String
  ) throws(RuleCalculatorError) -> Value {
    guard let value = reading(text(column)) else { throw error(column, remedy) }
    return value
  }

  /// ASCII digits with at most a minus sign; `Int` alone would take a plus sign too.
  private func integer(_ column: String, _ remedy: String) throws(RuleCalculatorError) -> Int {
    let written = text(column)
    let digits = written.utf8.first == UInt8(ascii: "-") ? written.utf8.dropFirst() : written.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      throw error(column, remedy)
    }
    guard let number = Int(written) else { throw error(column, "the number is too large; " + remedy) }
    return number
  }
}
