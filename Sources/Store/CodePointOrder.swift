extension SQLConnection {
  /// 文字コード順 – stands behind a text in `ORDER BY`, so that every engine sorts it by its code points.
  ///
  /// Without it PostgreSQL follows the locale that its database was made with, and readings in kana come in another
  /// order there than elsewhere.
  public var byCodePoint: SQLText {
    switch dialect {
    case .sqlite: "COLLATE BINARY"
    case .postgres: "COLLATE \"C\""
    }
  }
}
