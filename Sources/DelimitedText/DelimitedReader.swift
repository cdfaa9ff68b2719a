/// CSVの読み取り – reads rows one by one in bounded memory, from bytes or a file of any size.
///
/// RFC 4180: fields between separators, quoted where they hold separators, quotes or line ends; a line ends with
/// LF, CRLF or CR. A byte order mark is skipped and so are empty lines. The encoding is found by itself: UTF-8 if
/// the whole is strictly that, else CP932.
public struct DelimitedReader: ~Copyable {
  /// The encoding of the input.
  public let encoding: TextEncoding

  /// The characters so far that became 〓, each with line and field.
  public private(set) var replacements: [TextReplacement] = []

  /// The line on which the present row begins, counted from 1; 0 before the first row.
  public private(set) var line = 0

  private let separator: UInt8
  private let limits: DelimitedLimits
  private let file: InputFile?
  private var input: [UInt8]
  private var cursor: Int
  private var end: Int
  private var nextLine = 1
  private var endsInCarriageReturn = false
  /// The unquoted fields of the present row, one after the other.
  private var record: [UInt8] = []
  private var fieldEnds: [Int] = []
  /// Whether the present row has a quoted field; `""` alone on a line is a row, an empty line is none.
  private var sawQuote = false

  /// Reads the rows of a text in memory.
  public init(
    bytes: [UInt8],
    separator: UInt8 = UInt8(ascii: ","),
    limits: DelimitedLimits = DelimitedLimits()
  ) throws(DelimitedTextError) {
    encoding = try DelimitedReader.encoding(isUTF8: UTF8Validation.isValid(bytes))
    self.separator = separator
    self.limits = limits
    file = nil
    input = bytes
    cursor = bytes.starts(with: DelimitedBytes.byteOrderMark) ? 3 : 0
    end = bytes.count
  }

  /// Reads the rows of a file; it is read once to find its encoding, and then row by row.
  public init(
    path: String,
    separator: UInt8 = UInt8(ascii: ","),
    limits: DelimitedLimits = DelimitedLimits()
  ) throws(DelimitedTextError) {
    let file = try InputFile(path: path)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var validation = UTF8Validation()
    while validation.isValid {
      let count = try file.read(into: &buffer)
      if count == 0 { break }
      validation.feed(buffer[..<count])
    }
    try file.rewind()
    let count = try file.read(into: &buffer)
    encoding = try DelimitedReader.encoding(isUTF8: validation.isComplete)
    self.separator = separator
    self.limits = limits
    self.file = file
    input = buffer
    cursor = buffer[..<count].starts(with: DelimitedBytes.byteOrderMark) ? 3 : 0
    end = count
  }

  private static func encoding(isUTF8: Bool) throws(DelimitedTextError) -> TextEncoding {
    if isUTF8 { return .utf8 }
    guard CP932Table.shared != nil else { throw DelimitedTextError(line: 0, reason: .conversionUnavailable) }
    return .cp932
  }

  /// The next row, or nil at the end.
  public mutating func next() throws(DelimitedTextError) -> DelimitedRow? {
    guard try advance() else { return nil }
    var fields: [String] = []
    fields.reserveCapacity(fieldCount)
    for field in 0..<fieldCount { fields.append(String(decoding: bytes(ofField: field), as: UTF8.self)) }
    return DelimitedRow(line: line, fields: fields)
  }

  /// Goes on to the next row without making strings; false at the end.
  public mutating func advance() throws(DelimitedTextError) -> Bool {
    repeat {
      record.removeAll(keepingCapacity: true)
      fieldEnds.removeAll(keepingCapacity: true)
      line = nextLine
      guard try scanRow() else { return false }
    } while fieldEnds.count == 1 && record.isEmpty && !sawQuote
    if encoding == .cp932 { decodeRecord() }
    return true
  }

  /// The number of fields in the present row.
  public var fieldCount: Int { fieldEnds.count }

  /// The bytes in UTF-8 of a field of the present row, counted from 0 and below `fieldCount`.
  public func bytes(ofField field: Int) -> ArraySlice<UInt8> {
    record[(field == 0 ? 0 : fieldEnds[field - 1])..<fieldEnds[field]]
  }
}

// Scanning works on raw bytes in either encoding: no byte of a CP932 character is a quote, comma, tab or line end.
extension DelimitedReader {
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// The next byte without passing it, or nil at the end of the input.
  private mutating func peek() throws(DelimitedTextError) -> UInt8? {
    if cursor == end {
      guard file != nil else { return nil }
      end = try file?.read(into: &input) ?? 0
      cursor = 0
      if end == 0 { return nil }
    }
    return input[cursor]
  }

  /// Reads one row into `record` and `fieldEnds`; false where no byte is left.
  private mutating func scanRow() throws(DelimitedTextError) -> Bool {
    sawQuote = false
    if endsInCarriageReturn {
      endsInCarriageReturn = false
      if try peek() == DelimitedReader.lineFeed { cursor += 1 }
    }
    guard try peek() != nil else { return false }
    while true {
      let isQuoted = try peek() == DelimitedReader.quote
      if isQuoted { try scanQuoted() } else { try scanPlain() }
      fieldEnds.append(record.count)
      if fieldEnds.count > limits.columns { throw error(.tooManyColumns(limit: limits.columns)) }
      guard let byte = try peek() else { return true }
      cursor += 1
      if byte == separator { continue }
      if byte == DelimitedReader.lineFeed || byte == DelimitedReader.carriageReturn {
        endsInCarriageReturn = byte == DelimitedReader.carriageReturn
        nextLine += 1
        return true
      }
      throw error(.textAfterQuote)
    }
  }

  /// Reads up to a separator or line end; a quote inside such a field is an ordinary character.
  private mutating func scanPlain() throws(DelimitedTextError) {
    while try peek() != nil {
      var index = cursor
      while index < end {
        let byte = input[index]
        if byte == separator || byte == DelimitedReader.lineFeed || byte == DelimitedReader.carriageReturn {
          break
        }
        if byte == 0 { throw error(.notText) }
        index += 1
      }
      let isFinished = index < end
      try take(upTo: index)
      if isFinished { return }
    }
  }

  private mutating func scanQuoted() throws(DelimitedTextError) {
    sawQuote = true
    cursor += 1
    var lastWasCarriageReturn = false
    while try peek() != nil {
      var index = cursor
      while index < end, input[index] != DelimitedReader.quote {
        let byte = input[index]
        if byte == 0 { throw error(.notText) }
        if byte == DelimitedReader.carriageReturn { nextLine += 1 }
        if byte == DelimitedReader.lineFeed, !lastWasCarriageReturn { nextLine += 1 }
        lastWasCarriageReturn = byte == DelimitedReader.carriageReturn
        index += 1
      }
      let isFinished = index < end
      try take(upTo: index)
      if !isFinished { continue }
      cursor += 1
      lastWasCarriageReturn = false
      guard try peek() == DelimitedReader.quote else { return }
      record.append(DelimitedReader.quote)
      cursor += 1
    }
    throw error(.unclosedQuote)
  }

  private mutating func take(upTo index: Int) throws(DelimitedTextError) {
    if record.count + index - cursor > limits.rowBytes {
      throw error(.rowTooLong(limit: limits.rowBytes))
    }
    record.append(contentsOf: input[cursor..<index])
    cursor = index
  }

  private func error(_ reason: DelimitedTextError.Reason) -> DelimitedTextError {
    DelimitedTextError(line: line, reason: reason)
  }

  /// Turns the present row from CP932 into UTF-8.
  private mutating func decodeRecord() {
    guard let table = CP932Table.shared, record.contains(where: { $0 >= 0x80 }) else { return }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(record.count * 2)
    var ends: [Int] = []
    for field in 0..<fieldCount {
      table.decode(bytes(ofField: field), into: &decoded) { _, original in
        replacements.append(TextReplacement(line: line, column: field + 1, original: original))
      }
      ends.append(decoded.count)
    }
    record = decoded
    fieldEnds = ends
  }
}

@available(*, unavailable)
extension DelimitedReader: Sendable {}
