/// CSVの書式 – how rows are written.
public enum DelimitedStyle: Hashable, Sendable {
  /// UTF-8 with byte order mark, CRLF, every field quoted: what spreadsheets open rightly.
  case spreadsheet
  /// UTF-8, LF, quotes only where needed: what programs read.
  case plain
  /// CP932, CRLF, every field quoted: 「Shift_JIS（旧システム用）」; unknown characters become 〓.
  case legacy

  /// The encoding of the style.
  public var encoding: TextEncoding { self == .legacy ? .cp932 : .utf8 }
}
