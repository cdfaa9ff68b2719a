/// The lines above the content of a part: which control it belongs to, and the name of its file.
struct MultipartHeader: Hashable {
  let name: String
  /// Nil for a field; empty for a control of files in which none was chosen.
  let fileName: String?

  init(lines: [ArraySlice<UInt8>]) throws(Multipart.Fault) {
    var disposition: ArraySlice<UInt8>?
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy(HeaderParameters.isTokenByte)
      else { throw .broken }
      if ProtocolWord.isSame(line[..<colon], "content-disposition".utf8) {
        guard disposition == nil else { throw .broken }
        disposition = line[(colon + 1)...]
      } else if ProtocolWord.isSame(line[..<colon], "content-transfer-encoding".utf8) {
        guard Self.isPlain(line[(colon + 1)...]) else { throw .broken }
      }
    }
    guard let disposition else { throw .broken }
    try self.init(disposition: disposition)
  }

  private init(disposition: ArraySlice<UInt8>) throws(Multipart.Fault) {
    let end = disposition.firstIndex(of: UInt8(ascii: ";")) ?? disposition.endIndex
    guard ProtocolWord.isSame(HeaderParameters.trimmed(disposition[..<end]), "form-data".utf8) else {
      throw .broken
    }
    let parameters = try HeaderParameters.read(disposition[end...])
    guard let name = try Self.single("name", parameters) else { throw .broken }
    self.name = name
    fileName = try Self.single("filename", parameters)
  }

  private static func single(
    _ name: String,
    _ parameters: [HeaderParameters.Parameter]
  ) throws(Multipart.Fault) -> String? {
    let found = parameters.filter { $0.isNamed(name) }
    guard found.count < 2 else { throw .broken }
    guard let value = found.first?.value else { return nil }
    return try Multipart.text(HeaderParameters.unescaped(value)[...])
  }

  private static func isPlain(_ value: ArraySlice<UInt8>) -> Bool {
    let word = HeaderParameters.trimmed(value)
    return ["binary", "8bit", "7bit"].contains { ProtocolWord.isSame(word, $0.utf8) }
  }
}

/// Parameters of a header: `; name=token; name="quoted"`.
enum HeaderParameters {
  struct Parameter {
    let name: ArraySlice<UInt8>
    let value: [UInt8]

    func isNamed(_ wanted: String) -> Bool { ProtocolWord.isSame(name, wanted.utf8) }
  }

  /// Reads parameters, each with its semicolon before it.
  static func read(_ bytes: ArraySlice<UInt8>) throws(Multipart.Fault) -> [Parameter] {
    var rest = bytes
    var parameters: [Parameter] = []
    while let separator = rest.first {
      guard separator == UInt8(ascii: ";") else { throw .broken }
      rest = rest.dropFirst().drop(while: isBlank)
      if rest.isEmpty { break }
      guard let equals = rest.firstIndex(of: UInt8(ascii: "=")), equals > rest.startIndex,
        rest[..<equals].allSatisfy(isTokenByte)
      else { throw .broken }
      let name = rest[..<equals]
      rest = rest[(equals + 1)...]
      let value = rest.first == UInt8(ascii: "\"") ? try quoted(&rest) : try token(&rest)
      parameters.append(Parameter(name: name, value: value))
      rest = rest.drop(while: isBlank)
    }
    return parameters
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let front = bytes.drop(while: isBlank)
    return front.prefix((front.lastIndex { !isBlank($0) }).map { $0 - front.startIndex + 1 } ?? 0)
  }

  /// Browsers write a quote, a CR and an LF of a name as `%22`, `%0D` and `%0A`, and nothing else so.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let escape = bytes[index...].prefix(3)
      if let known = escapes.first(where: { ProtocolWord.isSame(escape, $0.text.utf8) }) {
        plain.append(known.byte)
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return plain
  }

  private static let escapes: [(text: String, byte: UInt8)] = [("%22", 0x22), ("%0D", 0x0D), ("%0A", 0x0A)]

  /// A quoted value; a backslash stands for itself unless a quote follows, because old browsers send whole paths.
  private static func quoted(_ rest: inout ArraySlice<UInt8>) throws(Multipart.Fault) -> [UInt8] {
    var value: [UInt8] = []
    rest = rest.dropFirst()
    while let byte = rest.first {
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "\"") { return value }
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "\"") {
        value.append(UInt8(ascii: "\""))
        rest = rest.dropFirst()
      } else {
        value.append(byte)
      }
    }
    throw .broken
  }

  private static func token(_ rest: inout ArraySlice<UInt8>) throws(Multipart.Fault) -> [UInt8] {
    let value = rest.prefix { isTokenByte($0) || isLoose($0) }
    guard !value.isEmpty else { throw .broken }
    rest = rest[value.endIndex...]
    return Array(value)
  }

  static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: tokenMarks.contains(byte)
    }
  }

  private static let tokenMarks = Set("!#$%&'*+-.^_`|~".utf8)

  /// Marks that should be quoted and by some programs are not.
  private static func isLoose(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "?")].contains(byte)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
