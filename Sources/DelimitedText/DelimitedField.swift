/// CSVの項目 – a field to write, and whether people typed it freely.
public enum DelimitedField: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A number, code, date or another value of ours, written as it is.
  case value(String)
  /// Free text, guarded so that no spreadsheet takes it for a formula.
  case freeText(String)

  /// A value of ours.
  public init(stringLiteral value: String) {
    self = .value(value)
  }

  /// The text as it will stand in the file, before quoting.
  public var guarded: String {
    switch self {
    case .value(let text): text
    case .freeText(let text): DelimitedField.startsLikeFormula(text) ? "'" + text : text
    }
  }

  /// Whether a spreadsheet might run the text: it starts with = + - @ (full-width too), tab or line end.
  private static func startsLikeFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
