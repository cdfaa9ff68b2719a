internal import CivilTime
internal import DelimitedText

/// The cells of one row, read column by column; what is wrong is collected, not thrown.
struct RosterCells {
  let line: Int
  private let fields: [String]
  private let header: RosterHeader
  private(set) var faults: [RosterFault] = []

  init(_ row: DelimitedRow, header: RosterHeader) {
    line = row.line
    fields = row.fields
    self.header = header
    checkWidth()
  }

  /// Whether no cell of the row holds anything.
  var isEmpty: Bool { fields.allSatisfy { CellText.trimmed($0).isEmpty } }

  func isEmpty(_ column: RosterColumn) -> Bool { cell(column).isEmpty }

  mutating func add(_ problem: RosterProblem, at column: RosterColumn?) {
    faults.append(RosterFault(row: line, column: column.map(header.name), problem: problem))
  }

  /// A text, or nil where the cell is empty or unsound.
  mutating func optionalText(_ column: RosterColumn) -> String? {
    let text = CellText.unguarded(cell(column))
    if text.isEmpty { return nil }
    if CellText.hasControlCharacter(text) {
      add(.controlCharacter, at: column)
      return nil
    }
    if case .text(let limit) = column.valueKind, text.unicodeScalars.count > limit {
      add(.tooLong(limit: limit), at: column)
      return nil
    }
    return text
  }

  mutating func text(_ column: RosterColumn) -> String? {
    isMissing(column) ? nil : optionalText(column)
  }

  mutating func optionalDate(_ column: RosterColumn) -> CivilDate? {
    let text = cell(column)
    if text.isEmpty { return nil }
    if let date = CivilDate(iso: text) ?? CivilDate(reading: text) { return date }
    add(.noSuchDate, at: column)
    return nil
  }

  mutating func date(_ column: RosterColumn) -> CivilDate? {
    isMissing(column) ? nil : optionalDate(column)
  }

  mutating func optionalWord<Word>(_ column: RosterColumn, _ words: RosterWords<Word>) -> Word? {
    let text = cell(column)
    if text.isEmpty { return nil }
    if let word = words(text) { return word }
    add(.unknownWord(allowed: Word.choices), at: column)
    return nil
  }

  mutating func word<Word>(_ column: RosterColumn, _ words: RosterWords<Word>) -> Word? {
    isMissing(column) ? nil : optionalWord(column, words)
  }

  mutating func flag(_ column: RosterColumn) -> Bool {
    if let value = YesOrNo.value(cell(column)) { return value }
    add(.unknownWord(allowed: [YesOrNo.japanese(true), YesOrNo.japanese(false)]), at: column)
    return false
  }

  /// Notes an empty cell; a column that the file lacks has been noted at its header.
  private mutating func isMissing(_ column: RosterColumn) -> Bool {
    guard isEmpty(column) else { return false }
    if header.position(of: column) != nil { add(.emptyCell, at: column) }
    return true
  }

  private func cell(_ column: RosterColumn) -> String {
    guard let position = header.position(of: column), position < fields.count else { return "" }
    return CellText.trimmed(fields[position])
  }

  private mutating func checkWidth() {
    let columns = header.names.count
    if fields.count > columns, !fields[columns...].allSatisfy({ CellText.trimmed($0).isEmpty }) {
      add(.rowTooWide(cells: fields.count, columns: columns), at: nil)
    }
    if fields.count < columns {
      add(.rowTooNarrow(cells: fields.count, columns: columns), at: nil)
    }
  }
}
