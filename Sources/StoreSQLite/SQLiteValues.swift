internal import GRDBSQLite
internal import Store

extension SQLiteStatement {
  // SQLite copies what it is given before the call returns.
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Binds one value.
  func bind(_ value: SQLValue, at position: Int32) throws(StoreError) {
    let code: Int32
    switch value {
    case .null: code = unsafe sqlite3_bind_null(pointer, position)
    case .integer(let number): code = unsafe sqlite3_bind_int64(pointer, position, number)
    case .boolean(let flag): code = unsafe sqlite3_bind_int64(pointer, position, flag ? 1 : 0)
    case .text(let text): code = try bind(text, at: position)
    case .bytes(let bytes): code = bind(bytes, at: position)
    }
    guard code == SQLITE_OK else { throw unsafe SQLiteFailure.last(on: handle) }
  }

  private func bind(_ text: String, at position: Int32) throws(StoreError) -> Int32 {
    var text = text
    let code: Int32? = text.withUTF8 { utf8 in
      guard !(unsafe utf8.contains(0)) else { return nil }
      guard let start = utf8.baseAddress, !utf8.isEmpty else {
        return unsafe sqlite3_bind_text(pointer, position, "", 0, Self.copied)
      }
      return unsafe start.withMemoryRebound(to: CChar.self, capacity: utf8.count) { start in
        unsafe sqlite3_bind_text(pointer, position, start, Int32(utf8.count), Self.copied)
      }
    }
    guard let code else { throw .nullCharacter }
    return code
  }

  private func bind(_ bytes: [UInt8], at position: Int32) -> Int32 {
    // A blob from no address would be NULL.
    guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(pointer, position, 0) }
    return unsafe bytes.withUnsafeBytes { raw in
      unsafe sqlite3_bind_blob(pointer, position, raw.baseAddress, Int32(raw.count), Self.copied)
    }
  }

  /// One value of the row just stepped to.
  func value(at column: Int32) -> SQLValue {
    switch unsafe sqlite3_column_type(pointer, column) {
    case SQLITE_INTEGER: .integer(unsafe sqlite3_column_int64(pointer, column))
    case SQLITE_NULL: .null
    case SQLITE_BLOB: .bytes(bytes(at: column))
    // A real number comes as text, as on PostgreSQL.
    default: .text(text(at: column))
    }
  }

  private func text(at column: Int32) -> String {
    guard let start = unsafe sqlite3_column_text(pointer, column) else { return "" }
    let count = unsafe Int(sqlite3_column_bytes(pointer, column))
    return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  private func bytes(at column: Int32) -> [UInt8] {
    guard let start = unsafe sqlite3_column_blob(pointer, column) else { return [] }
    let count = unsafe Int(sqlite3_column_bytes(pointer, column))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }
}
