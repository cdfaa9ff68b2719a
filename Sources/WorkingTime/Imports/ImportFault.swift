internal import DelimitedText

/// One thing to mend in a file (取込の誤り): where, what and how.
public struct ImportFault: Sendable, Hashable {
  /// The line, counted from 1.
  public let line: Int
  /// The column, by its Japanese heading; nil for the whole line.
  public let column: String?
  /// What is wrong.
  public let reason: String
  /// What to do.
  public let remedy: String
}

/// What an import did, or would do.
public struct ImportReport: Sendable, Hashable {
  /// What came of it.
  public enum Outcome: Sendable, Hashable {
    /// There are faults; nothing was written.
    case refused
    /// Checked only.
    case checked
    /// Written.
    case applied
    /// The same file was imported before; nothing was written.
    case alreadyImported
  }

  /// What came of it.
  public let outcome: Outcome
  /// How many rows the file has.
  public let rows: Int
  /// How many are new.
  public let added: Int
  /// How many stand already, from an earlier file.
  public let known: Int
  /// What must be mended.
  public let faults: [ImportFault]
}

/// The columns of a file by their Japanese or English headings.
struct ImportColumns {
  struct Column: Sendable {
    let japanese: String
    let english: String
    let isRequired: Bool

    init(_ japanese: String, _ english: String, isRequired: Bool = true) {
      self.japanese = japanese
      self.english = english
      self.isRequired = isRequired
    }
  }

  private let places: [Int?]
  private let columns: [Column]

  /// Finds columns in a heading row, or says which are missing.
  static func find(_ columns: [Column], in row: DelimitedRow) -> Result<ImportColumns, ImportFaults> {
    let headings = row.fields.map { Array(DigitFolded.text($0).utf8) }
    let places = columns.map { column in
      headings.firstIndex { $0.elementsEqual(column.japanese.utf8) || $0.elementsEqual(column.english.utf8) }
    }
    let faults = zip(columns, places).filter { $0.isRequired && $1 == nil }.map { column, _ in
      ImportFault(
        line: row.line,
        column: column.japanese,
        reason: "列「\(column.japanese)」がありません。",
        remedy: "1行目に「\(column.japanese)」（または \(column.english)）の列を加えてください。"
      )
    }
    return faults.isEmpty
      ? .success(ImportColumns(places: places, columns: columns)) : .failure(ImportFaults(faults))
  }

  /// The bytes of a column in the reader's present row; empty where the file has no such column.
  func bytes(_ column: Int, of reader: borrowing DelimitedReader) -> ArraySlice<UInt8> {
    guard let place = places[column], place < reader.fieldCount else { return [] }
    return reader.bytes(ofField: place)
  }

  func text(_ column: Int, of reader: borrowing DelimitedReader) -> String {
    DigitFolded.text(String(decoding: bytes(column, of: reader), as: UTF8.self))
  }

  func heading(_ column: Int) -> String { columns[column].japanese }
}

/// Faults as an error.
struct ImportFaults: Error {
  let faults: [ImportFault]

  init(_ faults: [ImportFault]) {
    self.faults = faults
  }
}
