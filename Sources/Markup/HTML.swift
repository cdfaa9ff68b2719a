/// A piece of markup.
///
/// Literal text is markup; an interpolated text is always escaped; an interpolated `HTML` is inserted as it
/// is. There is no other way in, so a page cannot forget to escape.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The markup as UTF-8.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Nothing.
  public static let empty = HTML(bytes: [])

  /// Literal markup.
  public init(stringLiteral value: StaticString) {
    bytes = value.withUTF8Buffer { unsafe Array($0) }
  }

  /// Literal markup with escaped values and inserted pieces.
  public init(stringInterpolation interpolation: StringInterpolation) {
    bytes = interpolation.bytes
  }

  /// A text, escaped.
  public init(text: String) {
    var bytes: [UInt8] = []
    Escaping.append(text, to: &bytes)
    self.bytes = bytes
  }

  /// Pieces one after the other.
  public init(_ pieces: [HTML]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
    for piece in pieces { bytes.append(contentsOf: piece.bytes) }
    self.bytes = bytes
  }

  /// Whether nothing is in it.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The markup as text, for tests and files.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Two pieces one after the other.
  public static func + (left: HTML, right: HTML) -> HTML {
    HTML(bytes: left.bytes + right.bytes)
  }

  /// Collects literals and values while the compiler walks through an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var bytes: [UInt8] = []

    /// Reserves room for what is to come.
    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 24 * interpolationCount)
    }

    /// Takes literal markup.
    ///
    /// A `StaticString` is known when the program is compiled, so no value can pass for one.
    public mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Takes a text and escapes it; safe in element content and in a quoted attribute.
    public mutating func appendInterpolation(_ text: String) {
      Escaping.append(text, to: &bytes)
    }

    /// Takes a number.
    @inlinable
    public mutating func appendInterpolation(_ number: some FixedWidthInteger) {
      append(digits: String(number))
    }

    @usableFromInline
    mutating func append(digits: String) {
      bytes.append(contentsOf: digits.utf8)
    }

    /// Inserts markup.
    public mutating func appendInterpolation(_ html: HTML) {
      bytes.append(contentsOf: html.bytes)
    }

    /// Inserts markup, or nothing.
    public mutating func appendInterpolation(_ html: HTML?) {
      if let html { bytes.append(contentsOf: html.bytes) }
    }

    /// Inserts pieces one after the other.
    public mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { bytes.append(contentsOf: piece.bytes) }
    }
  }
}
