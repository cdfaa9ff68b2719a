internal import CivilTime
internal import DelimitedText

/// The columns of a file by their Japanese or English headings.
struct FileColumns {
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

  /// Finds columns in a heading row; a missing one that is required is a fault.
  init(_ columns: [Column], in row: DelimitedRow, faults: inout [FigureFileFault]) {
    let headings = row.fields.map { Array(DigitFolding.folded($0).utf8) }
    places = columns.map { column in
      headings.firstIndex { $0.elementsEqual(column.japanese.utf8) || $0.elementsEqual(column.english.utf8) }
    }
    self.columns = columns
    for (column, place) in zip(columns, places) where column.isRequired && place == nil {
      faults.append(
        FigureFileFault(
          line: row.line,
          column: column.japanese,
          reason: "列「\(column.japanese)」がありません。",
          remedy: "1行目に「\(column.japanese)」（または \(column.english)）の列を加えてください。"
        )
      )
    }
  }

  /// The cell of a column without spaces around it; empty where the file has no such column.
  func text(_ column: Int, of row: DelimitedRow) -> String {
    guard let place = places[column], place < row.fields.count else { return "" }
    return Self.trimmed(row.fields[place])
  }

  /// The heading of a column for messages.
  func heading(_ column: Int) -> String { columns[column].japanese }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\u{3000}" || scalar == "\t" }
    let scalars = text.unicodeScalars.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    return String(String.UnicodeScalarView(scalars))
  }
}

/// 取込の誤り: one thing to mend, or to look at, in a file of figures.
public struct FigureFileFault: Sendable, Hashable {
  /// The line, counted from 1.
  public let line: Int
  /// The column by its Japanese heading; nil for the whole line.
  public let column: String?
  /// What is wrong, in Japanese.
  public let reason: String
  /// What to do, in Japanese.
  public let remedy: String
}
