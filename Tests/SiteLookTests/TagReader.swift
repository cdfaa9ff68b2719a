import Markup

/// Reads markup as a browser's tokenizer does, as far as our own markup goes: tags with their attributes.
struct TagReader {
  /// One opening tag.
  struct Tag: Hashable, Sendable {
    let name: String
    let attributes: [Attribute]

    func value(of attribute: String) -> String? {
      attributes.first { $0.name == attribute }?.value
    }
  }

  /// One attribute, its value still escaped.
  struct Attribute: Hashable, Sendable {
    let name: String
    let value: String
  }

  private let bytes: [UInt8]
  private var index = 0

  private init(_ markup: HTML) {
    bytes = markup.bytes
  }

  /// All opening tags in order.
  static func tags(in markup: HTML) -> [Tag] {
    var reader = TagReader(markup)
    var tags: [Tag] = []
    while let tag = reader.next() { tags.append(tag) }
    return tags
  }

  /// What cannot change by any value: names of tags and attributes in order.
  static func skeleton(of markup: HTML) -> [String] {
    tags(in: markup).map { tag in
      ([tag.name] + tag.attributes.map(\.name)).joined(separator: " ")
    }
  }

  private mutating func next() -> Tag? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      index += 1
      guard index < bytes.count, Self.isLetter(bytes[index]) else { continue }
      return readTag()
    }
    return nil
  }

  private mutating func readTag() -> Tag {
    let name = read { Self.isSpace($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
    var attributes: [Attribute] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      guard !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: "/") else {
        index += 1
        continue
      }
      attributes.append(readAttribute())
    }
    return Tag(name: name, attributes: attributes)
  }

  private mutating func readAttribute() -> Attribute {
    let name = read {
      Self.isSpace($0) || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/")
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: "")
    }
    index += 1
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      return Attribute(name: name, value: read { Self.isSpace($0) || $0 == UInt8(ascii: ">") })
    }
    let quote = bytes[index]
    index += 1
    let value = read { $0 == quote }
    index += 1
    return Attribute(name: name, value: value)
  }

  private mutating func read(until isEnd: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
