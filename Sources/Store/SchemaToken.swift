/// A word of schema text that the engines spell differently.
enum SchemaToken: String, CaseIterable {
  case integer = "{integer}"
  case boolean = "{boolean}"
  case bytes = "{bytes}"
  case strict = "{strict}"

  /// What the engine wants to read there.
  func spelling(for dialect: SQLDialect) -> String {
    switch (self, dialect) {
    case (.integer, .sqlite), (.boolean, .sqlite): "INTEGER"
    case (.bytes, .sqlite): "BLOB"
    case (.strict, .sqlite): "STRICT"
    case (.integer, .postgres): "BIGINT"
    case (.boolean, .postgres): "BOOLEAN"
    case (.bytes, .postgres): "BYTEA"
    case (.strict, .postgres): ""
    }
  }

  /// Replaces every token; other braces, such as those of a JSON default, stay.
  static func replaceAll(in text: String, for dialect: SQLDialect) -> String {
    var replaced = ""
    var rest = text[...]
    while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      replaced += rest[..<brace]
      rest = rest[brace...]
      if let token = allCases.first(where: { rest.utf8.starts(with: $0.rawValue.utf8) }) {
        replaced += token.spelling(for: dialect)
        rest = rest[rest.utf8.index(brace, offsetBy: token.rawValue.utf8.count)...]
      } else {
        replaced += "{"
        rest = rest[rest.utf8.index(after: brace)...]
      }
    }
    return replaced + rest
  }
}
