internal import DelimitedText

/// 計算の入力エラー – why the input of a calculator cannot be used, with the place and the remedy, in English.
public struct RuleCalculatorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line of the input, counted from 1; nil where no line is to blame.
  public let line: Int?

  /// The column's name, if one is to blame.
  public let column: String?

  /// The value that cannot be used, if there is one.
  public let value: String?

  /// What is wrong and what to write instead.
  public let remedy: String

  /// An error at a place.
  public init(line: Int? = nil, column: String? = nil, value: String? = nil, remedy: String) {
    self.line = line
    self.column = column
    self.value = value
    self.remedy = remedy
  }

  /// A text that is no CSV; its error tells the line by itself.
  init(_ error: DelimitedTextError) {
    self.init(remedy: error.description)
  }

  /// The error in one line, such as `line 3, column month, value "2026-13": write a month as YYYY-MM`.
  public var description: String {
    let place = [
      line.map { "line \($0)" },
      column.map { "column \($0)" },
      value.map { "value \"\($0)\"" },
    ].compactMap(\.self)
    return place.isEmpty ? remedy : place.joined(separator: ", ") + ": " + remedy
  }
}
