/// One SQL text and its bound values, numbered `$1…$n` in order of appearance.
///
/// Literal text is SQL; an interpolated value is always bound, never pasted. A text made at run time cannot
/// become SQL: literals are `StaticString`. Only another `SQLText` can be inserted as text (`\(fragment: …)`),
/// and its values are renumbered with the rest.
public struct SQLText: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The text as an engine takes it, with `$1…$n` for the values.
  public private(set) var text: String
  /// The bound values, in the order of their numbers.
  public private(set) var bindings: [SQLValue]
  // Where each placeholder begins in the text, in UTF-8 bytes: a `$` of a literal cannot be mistaken for one.
  private var marks: [Int]

  private init() {
    text = ""
    bindings = []
    marks = []
  }

  /// A text without values.
  public init(stringLiteral value: StaticString) {
    self.init()
    text = value.description
  }

  /// A text with bound values and fragments.
  public init(stringInterpolation interpolation: StringInterpolation) {
    self = interpolation.collected
  }

  /// Schema text after its tokens have been replaced.
  init(schema text: String) {
    self.init()
    self.text = text
  }

  /// The texts one after the other, with a separator between them.
  public static func joined(_ texts: [SQLText], separator: StaticString) -> SQLText {
    var whole = SQLText()
    for (position, text) in texts.enumerated() {
      if position > 0 { whole.append(literal: separator) }
      whole.append(text)
    }
    return whole
  }

  private mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { unsafe text += String(decoding: $0, as: UTF8.self) }
  }

  private mutating func append(value: SQLValue) {
    marks.append(text.utf8.count)
    bindings.append(value)
    text += "$"
    text += String(bindings.count)
  }

  private mutating func append(_ other: SQLText) {
    let bytes = other.text.utf8
    var start = bytes.startIndex
    var offset = 0
    for (position, mark) in other.marks.enumerated() {
      let dollar = bytes.index(start, offsetBy: mark - offset)
      text += other.text[start..<dollar]
      append(value: other.bindings[position])
      offset = mark + 1 + String(position + 1).utf8.count
      start = bytes.index(dollar, offsetBy: offset - mark)
    }
    text += other.text[start...]
  }

  /// Collects literals and values while the compiler walks through an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    /// Literals are known when the program is built.
    public typealias StringLiteralType = StaticString

    fileprivate var collected = SQLText()

    /// Reserves room for what is to come.
    public init(literalCapacity: Int, interpolationCount: Int) {
      collected.text.reserveCapacity(literalCapacity + 3 * interpolationCount)
      collected.bindings.reserveCapacity(interpolationCount)
      collected.marks.reserveCapacity(interpolationCount)
    }

    /// Takes literal SQL.
    public mutating func appendLiteral(_ literal: StaticString) {
      collected.append(literal: literal)
    }

    /// Binds a value.
    public mutating func appendInterpolation(_ value: some SQLBindable) {
      collected.append(value: value.sqlValue)
    }

    /// Binds a value, or NULL.
    public mutating func appendInterpolation(_ value: (some SQLBindable)?) {
      collected.append(value: value?.sqlValue ?? .null)
    }

    /// Binds a value that is already in stored form.
    public mutating func appendInterpolation(_ value: SQLValue) {
      collected.append(value: value)
    }

    /// Binds a list for `IN (…)`; an empty list becomes `NULL`, which no value equals.
    public mutating func appendInterpolation(list values: some Collection<some SQLBindable>) {
      guard !values.isEmpty else { return collected.append(literal: "NULL") }
      for (position, value) in values.enumerated() {
        if position > 0 { collected.append(literal: ", ") }
        collected.append(value: value.sqlValue)
      }
    }

    /// Inserts another text with its values.
    public mutating func appendInterpolation(fragment text: SQLText) {
      collected.append(text)
    }
  }
}
