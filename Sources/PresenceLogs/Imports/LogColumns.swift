internal import DelimitedText

/// Where the columns of a mapping stand in a file.
struct LogColumns {
  enum Moment {
    case stamp(Int)
    case dateAndTime(Int, Int)

    /// The column named in a fault.
    var place: Int {
      switch self {
      case .stamp(let place), .dateAndTime(_, let place): place
      }
    }
  }

  enum Shape {
    case events(at: Moment, kind: Int, words: [[UInt8]: LogMark.Kind])
    case spans(from: Moment, to: Moment)
  }

  let person: Int
  let employer: Int?
  let device: Int?
  let shape: Shape
  private let headings: [String]

  /// Finds the columns in the first row.
  ///
  /// - Throws: ``PCLogRefusal/missingColumns(_:)``.
  init(_ mapping: LogMapping, in heading: DelimitedRow) throws(PCLogRefusal) {
    var search = HeadingSearch(heading.fields)
    person = search.needed(mapping.personColumn)
    employer = search.place(mapping.employerColumn)
    device = search.place(mapping.deviceColumn)
    switch mapping.shape {
    case .events(let at, let kind, let words):
      shape = .events(at: search.needed(at), kind: search.needed(kind), words: LogColumns.table(words))
    case .spans(let from, let to):
      shape = .spans(from: search.needed(from), to: search.needed(to))
    }
    headings = heading.fields
    guard search.missing.isEmpty else { throw .missingColumns(search.missing) }
  }

  func heading(_ place: Int) -> String { headings[place] }

  /// The bytes of a column in the reader's present row; empty where the row is short.
  func bytes(_ place: Int, of reader: borrowing DelimitedReader) -> ArraySlice<UInt8> {
    place < reader.fieldCount ? reader.bytes(ofField: place) : []
  }

  private static func table(_ words: LogMapping.Words) -> [[UInt8]: LogMark.Kind] {
    let all =
      words.on.map { ($0, LogMark.Kind.on) } + words.off.map { ($0, .off) } + words.sign.map { ($0, .sign) }
    return Dictionary(all.map { (lowered(Array($0.0.utf8)[...]), $0.1) }) { first, _ in first }
  }

  /// With small ASCII letters.
  static func lowered(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
  }
}

/// Looks for headings, and remembers which are missing.
private struct HeadingSearch {
  let fields: [String]
  private(set) var missing: [String] = []

  init(_ fields: [String]) {
    self.fields = fields
  }

  func place(_ names: [String]) -> Int? {
    fields.firstIndex { field in names.contains { $0.utf8.elementsEqual(field.utf8) } }
  }

  mutating func needed(_ names: [String]) -> Int {
    if let place = place(names) { return place }
    missing.append(names.first ?? "")
    return 0
  }

  mutating func needed(_ moment: LogMapping.Moment) -> LogColumns.Moment {
    switch moment {
    case .stamp(let names): .stamp(needed(names))
    case .dateAndTime(let date, let time): .dateAndTime(needed(date), needed(time))
    }
  }
}
