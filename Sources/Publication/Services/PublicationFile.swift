internal import CivilTime
internal import DelimitedText

/// 取込の誤り – one thing to mend in a file: where, what and how.
public struct PublicationFileFault: Sendable, Hashable {
  /// The line, counted from 1.
  public let line: Int
  /// The column, by its Japanese heading; nil for the whole line.
  public let column: String?
  /// What is wrong.
  public let reason: String
  /// What to do.
  public let remedy: String
}

/// Faults as an error.
struct PublicationFileFaults: Error {
  let faults: [PublicationFileFault]
}

/// A file with headings in Japanese or English, read as a whole.
struct PublicationFile {
  struct Column {
    let japanese: String
    let english: String
    let isRequired: Bool

    init(_ japanese: String, _ english: String, isRequired: Bool = true) {
      self.japanese = japanese
      self.english = english
      self.isRequired = isRequired
    }
  }

  /// One row, whose cells are asked for by the Japanese headings.
  struct Row {
    let line: Int
    fileprivate let cells: [String: String]

    /// The text of a cell as typed; empty where the file has no such column.
    func raw(_ column: String) -> String { cells[column] ?? "" }

    /// The text of a cell with digits and signs folded, trimmed.
    func folded(_ column: String) -> String { DigitFolding.folded(raw(column)) }

    func fault(_ column: String, _ reason: String, _ remedy: String) -> PublicationFileFault {
      PublicationFileFault(line: line, column: column, reason: reason, remedy: remedy)
    }
  }

  let rows: [Row]

  /// The most faults that are told at once.
  static let mostFaults = 200

  /// Reads a file.
  ///
  /// - Throws: `PublicationFileFaults` for missing columns or no rows; `DelimitedTextError` for what is no CSV.
  init(_ bytes: [UInt8], columns: [Column]) throws {
    let lines = try DelimitedBytes.parse(bytes)
    guard let heading = lines.first, lines.count > 1 else {
      throw PublicationFileFaults(faults: [
        PublicationFileFault(
          line: 1,
          column: nil,
          reason: "ファイルに行がありません。",
          remedy: "1行目に列名、2行目から値を入れてください。"
        )
      ])
    }
    let headings = heading.fields.map { Array(DigitFolding.folded($0).utf8) }
    let places = columns.map { column in
      headings.firstIndex { $0.elementsEqual(column.japanese.utf8) || $0.elementsEqual(column.english.utf8) }
    }
    let missing = zip(columns, places).filter { column, place in column.isRequired && place == nil }
    guard missing.isEmpty else {
      throw PublicationFileFaults(
        faults: missing.map { column, _ in
          PublicationFileFault(
            line: heading.line,
            column: column.japanese,
            reason: "列「\(column.japanese)」がありません。",
            remedy: "1行目に「\(column.japanese)」（または \(column.english)）の列を加えてください。"
          )
        }
      )
    }
    rows = lines.dropFirst().map { line in
      let cells = zip(columns, places).compactMap { column, place in
        place.flatMap { line.fields.indices.contains($0) ? (column.japanese, line.fields[$0]) : nil }
      }
      return Row(line: line.line, cells: Dictionary(cells) { first, _ in first })
    }
  }
}

/// Numbers as people write them into files.
enum FileNumber {
  /// A whole number from 0 on of up to 15 digits; nil for anything else.
  static func whole(_ text: String) -> Int? {
    let digits = Array(text.utf8)
    guard (1...15).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// A number from 0 on with up to so many decimals, in units of the last of them: 87.5 with 1 is 875.
  static func decimal(_ text: String, decimals: Int) -> Int? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = whole(String(decoding: parts[0], as: UTF8.self)) else {
      return nil
    }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    guard whole <= Int.max / scale / 2 else { return nil }
    guard parts.count == 2 else { return whole * scale }
    let digits = Array(parts[1])
    guard (1...max(1, decimals)).contains(digits.count), decimals > 0,
      let part = Self.whole(String(decoding: digits, as: UTF8.self))
    else { return nil }
    var fraction = part
    for _ in digits.count..<decimals { fraction *= 10 }
    return whole * scale + fraction
  }

  /// A number of thousandths, hundredths or tenths with its decimals: 875 with 1 is `87.5`.
  static func text(_ number: Int, decimals: Int) -> String {
    guard decimals > 0 else { return "\(number)" }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let magnitude = Int(number.magnitude)
    let fraction = String(magnitude % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
    return (number < 0 ? "-" : "") + "\(magnitude / scale)." + zeros + fraction
  }

  /// Thousandths with as few decimals as they need: 15300 is `15.3`, 15000 is `15`.
  static func milli(_ number: Int) -> String {
    var (rest, decimals) = (number, 3)
    while decimals > 0, rest.isMultiple(of: 10) {
      rest /= 10
      decimals -= 1
    }
    return text(rest, decimals: decimals)
  }
}
