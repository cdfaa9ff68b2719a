internal import Crypto
internal import DelimitedText

/// A staff list as read from its bytes, before anything is compared with the database.
struct RosterFile: Sendable {
  /// SHA-256 of the bytes.
  let digest: [UInt8]
  let encoding: TextEncoding
  /// The columns that the file has; the others change nothing.
  let columns: Set<RosterColumn>
  private let header: RosterHeader?
  /// How many rows the file has below the header, sound or not.
  let rowCount: Int
  /// The sound rows.
  let rows: [RosterRow]
  /// What is wrong within the file.
  let faults: [RosterFault]

  init(_ bytes: [UInt8]) {
    digest = Array(SHA256.hash(data: bytes))
    var parser = RosterParser()
    do {
      var reader = try DelimitedReader(bytes: bytes)
      encoding = reader.encoding
      parser.parse(&reader)
    } catch {
      encoding = .cp932
      parser.note(error)
    }
    header = parser.header
    columns = parser.header?.columns ?? []
    rowCount = parser.rowCount
    rows = parser.rows
    faults = parser.faults + RosterConsistency.faults(in: rows, header: parser.header)
  }

  /// The header of a column as it is typed, or as it should be.
  func headerName(of column: RosterColumn) -> String {
    header?.name(of: column) ?? column.japanese
  }
}

/// Walks through the rows of a file.
private struct RosterParser {
  private(set) var header: RosterHeader?
  private(set) var rows: [RosterRow] = []
  private(set) var rowCount = 0
  private(set) var faults: [RosterFault] = []

  mutating func parse(_ reader: inout DelimitedReader) {
    do {
      guard let first = try reader.next() else {
        faults.append(RosterFault(row: 0, column: nil, problem: .emptyFile))
        return
      }
      let header = RosterHeader(first.fields, line: first.line, faults: &faults)
      self.header = header
      let rowReader = RosterRowReader(header: header)
      while let row = try reader.next() {
        rowCount += 1
        if let row = rowReader.row(row, faults: &faults) { rows.append(row) }
      }
      if rowCount == 0 { faults.append(RosterFault(row: 0, column: nil, problem: .emptyFile)) }
    } catch {
      note(error)
    }
    noteReplacements(reader.replacements)
  }

  mutating func note(_ error: DelimitedTextError) {
    faults.append(RosterFault(row: error.line, column: nil, problem: .malformed(error.japanese)))
  }

  private mutating func noteReplacements(_ replacements: [TextReplacement]) {
    let names = header?.names ?? []
    for replacement in replacements {
      let position = replacement.column - 1
      let name = names.indices.contains(position) ? names[position] : "\(replacement.column)列目"
      faults.append(RosterFault(row: replacement.line, column: name, problem: .replacedCharacter))
    }
  }
}
