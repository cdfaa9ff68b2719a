internal import GRDBSQLite
internal import Store

/// Turns SQLite's result codes into errors with a meaning.
///
/// SQLite's messages name tables and columns, not values.
enum SQLiteFailure {
  /// The error of the last call on a connection.
  static func last(on handle: OpaquePointer) -> StoreError {
    let code = unsafe sqlite3_extended_errcode(handle)
    let message = unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? ""
    return error(code: code, message: message)
  }

  /// The error for an extended result code.
  static func error(code: Int32, message: String) -> StoreError {
    switch code & 0xFF {
    case SQLITE_CONSTRAINT: constraint(code: code, message: message)
    case SQLITE_MISMATCH: .check(message)
    case SQLITE_FULL: .diskFull
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_CANTOPEN, SQLITE_NOTADB: .cannotOpen(message)
    default: .engine(code: "\(code)", message: message)
    }
  }

  private static func constraint(code: Int32, message: String) -> StoreError {
    switch code >> 8 {
    case 6, 8, 10: return .unique(constraint: subject(of: message))
    case 3: return .foreignKey("a row it refers to is missing, or it is referred to")
    default: break
    }
    if message.hasPrefix(AppendOnlyMark.messagePrefix) { return .appendOnly(subject(of: message)) }
    // ON DELETE RESTRICT reports itself as a trigger.
    if message.hasPrefix("FOREIGN KEY") { return .foreignKey("the row is referred to") }
    return .check(subject(of: message))
  }

  /// What stands after the first colon, such as `person.code`; the message itself where there is none.
  private static func subject(of message: String) -> String {
    guard let colon = message.utf8.firstIndex(of: UInt8(ascii: ":")) else { return message }
    return String(message[colon...].utf8.dropFirst().drop { $0 == UInt8(ascii: " ") }) ?? message
  }
}
