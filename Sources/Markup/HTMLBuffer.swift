/// Markup that grows in one place: for the rows of tables, where a piece of its own for each cell would cost most.
public struct HTMLBuffer: Sendable {
  private var bytes: [UInt8] = []

  /// An empty buffer with room for so many bytes.
  public init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// What has been appended.
  public var html: HTML { HTML(bytes: bytes) }

  /// Appends literal markup.
  public mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends a text, escaped.
  public mutating func append(text: String) {
    Escaping.append(text, to: &bytes)
  }

  /// Appends ` href="…"` with a path inside this site; anything else becomes `/`.
  public mutating func append(href path: String) {
    append(" href=\"")
    Escaping.append(SitePath(path).text, to: &bytes)
    append("\"")
  }

  /// Appends markup.
  public mutating func append(html: HTML) {
    unsafe html.bytes.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }
}
