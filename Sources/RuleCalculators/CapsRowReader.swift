import CivilTime
import DelimitedText
import WorkingTimeRules

/// Reads the rows of `caps`: those written plainly at once from their bytes, all others cell by cell.
struct CapsRowReader {
  private let columns: InputColumns
  private let name: Int
  private let month: Int
  private let minutes: Int
  private let post: Int
  private let special: Int
  /// No month has fewer minutes; of more, the row must be read with its calendar month in mind.
  private let shortestMonth = 28 * 1440

  /// Reads the header.
  init(reading reader: inout DelimitedReader) throws(RuleCalculatorError) {
    columns = try InputColumns(reading: &reader, RuleCalculator.caps.inputColumns)
    name = columns.place("case")
    month = columns.place("month")
    minutes = columns.place("minutes")
    post = columns.place("post")
    special = columns.place("special")
  }

  /// Name and month of the present row, or nil where it is not written plainly; such a row may yet be right.
  func plain(_ reader: borrowing DelimitedReader) -> (name: ArraySlice<UInt8>, record: MonthlyOvertime)? {
    guard reader.fieldCount == columns.width,
      let name = PlainCell.text(reader.bytes(ofField: name)),
      let month = PlainCell.month(reader.bytes(ofField: month)),
      let minutes = PlainCell.number(reader.bytes(ofField: minutes), atMost: shortestMonth),
      let post = PlainCell.post(reader.bytes(ofField: post)),
      let special = PlainCell.number(reader.bytes(ofField: special), atMost: 1)
    else { return nil }
    let overtime = Minutes(minutes)
    return (name, MonthlyOvertime(month: month, overtime: overtime, post: post, isSpecialWork: special == 1))
  }

  /// The present row cell by cell; throws where it lacks columns or has too many.
  func row(_ reader: borrowing DelimitedReader) throws(RuleCalculatorError) -> InputRow {
    try InputRow(reader.row, columns)
  }

  /// Name and month in a row's cells.
  func record(
    _ row: InputRow
  ) throws(RuleCalculatorError) -> (name: ArraySlice<UInt8>, record: MonthlyOvertime) {
    let name = try row.caseName()
    let month = try row.month("month")
    guard let post = PostKind(rawValue: row.text("post")) else {
      throw row.error("post", "write ordinary or external")
    }
    let record = MonthlyOvertime(
      month: month,
      overtime: try row.minutes("minutes", atMost: month.dayCount * 1440, of: month.iso),
      post: post,
      isSpecialWork: try row.flag("special")
    )
    return (ArraySlice(name.utf8), record)
  }
}
