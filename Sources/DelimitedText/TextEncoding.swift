/// 文字コード – the character encodings in which files come and go.
public enum TextEncoding: Hashable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// Shift_JIS as Windows writes it (CP932).
  case cp932

  /// The name to show people, such as Shift_JIS.
  public var japanese: String {
    switch self {
    case .utf8: "UTF-8"
    case .cp932: "Shift_JIS"
    }
  }
}
