/// One forward step of the schema.
///
/// Once landed it is never edited: its text is hashed into the database.
/// Tokens that differ between the engines: `{integer}`, `{boolean}`, `{bytes}`, `{strict}`. Times come from the
/// application, so there is none for the present.
public struct Migration: Sendable {
  /// A name that sorts in the order of its capability's steps, such as `people-0001-employers`.
  public let name: String
  /// The statements, one each.
  public let statements: [SchemaText]

  /// A step.
  public init(_ name: String, _ statements: [SchemaText]) {
    self.name = name
    self.statements = statements
  }

  /// What stands in the database for the content of the step; the same on both engines.
  var digest: String {
    var digest = TextDigest()
    for statement in statements {
      digest.add(statement.onlyOn?.rawValue ?? "both")
      digest.add(statement.text)
    }
    return digest.text
  }
}

/// Literal schema text with tokens; it cannot hold values.
public struct SchemaText: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The text with its tokens.
  public let text: String
  /// The engine that runs it; nil for both.
  public let onlyOn: SQLDialect?

  /// A text for both engines.
  public init(stringLiteral value: StaticString) {
    text = "\(value)"
    onlyOn = nil
  }

  /// A text for one engine alone.
  public init(_ text: StaticString, onlyOn: SQLDialect) {
    self.text = "\(text)"
    self.onlyOn = onlyOn
  }

  init(made text: String, onlyOn: SQLDialect) {
    self.text = text
    self.onlyOn = onlyOn
  }

  /// The statement as one engine takes it; nil where it is for the other.
  func statement(for dialect: SQLDialect) -> SQLText? {
    if let onlyOn, onlyOn != dialect { return nil }
    return SQLText(schema: SchemaToken.replaceAll(in: text, for: dialect))
  }
}
