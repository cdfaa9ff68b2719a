/// Walks from part to part.
struct MultipartReader {
  struct Part {
    let header: MultipartHeader
    let content: ArraySlice<UInt8>
  }

  /// The most bytes of the lines above a part's content.
  static let mostHeaderBytes = 8192

  private let bytes: [UInt8]
  private let delimiter: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], boundary: [UInt8]) {
    self.bytes = bytes
    delimiter = Multipart.lineEnd + Multipart.dashes + boundary
    position = bytes.startIndex
  }

  /// Takes the first boundary, with which a body begins.
  mutating func begin() throws(Multipart.Fault) {
    let first = delimiter.dropFirst(Multipart.lineEnd.count)
    guard bytes.starts(with: first) else { throw .broken }
    position = first.count
  }

  /// The part behind the boundary that was taken last; nil behind the last one.
  mutating func next() throws(Multipart.Fault) -> Part? {
    if has(Multipart.dashes, at: position) {
      let rest = bytes[(position + Multipart.dashes.count)...]
      guard rest.isEmpty || rest.elementsEqual(Multipart.lineEnd) else { throw .broken }
      return nil
    }
    guard has(Multipart.lineEnd, at: position) else { throw .broken }
    position += Multipart.lineEnd.count
    let header = try MultipartHeader(lines: headerLines())
    guard let end = delimiterPosition(from: position) else { throw .broken }
    let content = bytes[position..<end]
    position = end + delimiter.count
    return Part(header: header, content: content)
  }

  /// The lines above the content, up to the empty one; the position is then at the content.
  private mutating func headerLines() throws(Multipart.Fault) -> [ArraySlice<UInt8>] {
    let last = min(bytes.count, position + Self.mostHeaderBytes)
    var lines: [ArraySlice<UInt8>] = []
    while true {
      guard let end = lineEnd(from: position, before: last) else { throw .broken }
      let line = bytes[position..<end]
      position = end + Multipart.lineEnd.count
      if line.isEmpty { return lines }
      // A lone CR or LF could be a line end to somebody else.
      guard line.allSatisfy({ $0 != 0x0D && $0 != 0x0A && $0 != 0 }) else { throw .broken }
      lines.append(line)
    }
  }

  private func lineEnd(from start: Int, before last: Int) -> Int? {
    var index = start
    while index + 1 < last {
      if bytes[index] == 0x0D, bytes[index + 1] == 0x0A { return index }
      index += 1
    }
    return nil
  }

  /// Where the content ends: at a boundary on a line of its own; a longer line that begins alike is content.
  private func delimiterPosition(from start: Int) -> Int? {
    var index = start
    while index + delimiter.count + 2 <= bytes.count {
      if bytes[index] == 0x0D, has(delimiter, at: index) {
        let after = index + delimiter.count
        if has(Multipart.lineEnd, at: after) || has(Multipart.dashes, at: after) { return index }
      }
      index += 1
    }
    return nil
  }

  private func has(_ wanted: [UInt8], at start: Int) -> Bool {
    guard start + wanted.count <= bytes.count else { return false }
    for offset in wanted.indices where bytes[start + offset] != wanted[offset] { return false }
    return true
  }
}
