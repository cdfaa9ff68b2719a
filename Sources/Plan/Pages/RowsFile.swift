internal import CivilTime
internal import DelimitedText
internal import Indicators
internal import People
internal import Store

/// The rows behind a figure as a file: every row that the filter takes.
struct RowsFile {
  let shown: FigureRows
  let counted: CountedRows
  /// The employers whose personnel authority the reader is.
  let personnelEmployers: Set<RecordID<Employer>>

  var name: String { "rows-\(shown.definition.id)-\(shown.year.startYear).csv" }

  func bytes() throws -> [UInt8] {
    let words = RowWords(counted: counted)
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(
      ["指標", "年度", "時点", "特定事業主"] + (namesNumbers ? ["職員番号", "役職段階"] : [])
        + ["氏名・担当", "組織", "分子", "分母"] + shown.listing.headings
    )
    for row in counted.rows { writer.write(fields: fields(row, words)) }
    return writer.takeBytes()
  }

  private var namesNumbers: Bool { !personnelEmployers.isEmpty && shown.listing.audience != .duties }

  private func fields(_ row: CountedRow, _ words: RowWords) -> [DelimitedField] {
    let person = words.person(row, knownTo: personnelEmployers)
    let personal: [DelimitedField] =
      namesNumbers ? [.freeText(person?.number ?? ""), .value(person?.band?.japanese ?? "")] : []
    return [
      .value(shown.definition.id), .value("\(shown.year.startYear)"), .value(counted.stored.asOf.iso),
      .freeText(words.employer(row)),
    ] + personal
      + [
        .freeText(words.subject(row)), .freeText(words.unit(row) ?? ""), .value("\(row.ratio.numerator)"),
        .value("\(row.ratio.denominator)"),
      ]
      + row.facts.map { .value(RowWords.field($0)) }
  }
}
