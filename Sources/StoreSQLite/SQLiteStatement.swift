internal import GRDBSQLite
internal import Store

/// One prepared statement: bind, step, read, reset.
@safe final class SQLiteStatement {
  /// When it was used last, as counted by the cache.
  var lastUse: UInt64 = 0
  /// Whether somebody is stepping through it.
  private(set) var isInUse = false

  let handle: OpaquePointer
  let pointer: OpaquePointer
  private var names: [String] = []
  private var namesAge: Int32 = -1

  /// Prepares one statement.
  init(_ text: String, on handle: OpaquePointer) throws(StoreError) {
    var pointer: OpaquePointer?
    var isAlone = true
    let code = unsafe text.withCString { start in
      var tail: UnsafePointer<CChar>?
      let code = unsafe sqlite3_prepare_v3(
        handle,
        start,
        -1,
        UInt32(SQLITE_PREPARE_PERSISTENT),
        &pointer,
        &tail
      )
      if let tail = unsafe tail { isAlone = unsafe Self.isBlank(tail) }
      return code
    }
    guard code == SQLITE_OK else { throw unsafe SQLiteFailure.last(on: handle) }
    guard let pointer = unsafe pointer, isAlone else {
      unsafe sqlite3_finalize(pointer)
      throw .engine(code: "1", message: "a text holds exactly one statement")
    }
    unsafe self.handle = handle
    unsafe self.pointer = pointer
  }

  deinit {
    unsafe sqlite3_finalize(pointer)
  }

  private static func isBlank(_ tail: UnsafePointer<CChar>) -> Bool {
    let blanks = " \n\t\r;"
    return unsafe String(cString: tail).utf8.allSatisfy(blanks.utf8.contains)
  }

  /// Binds all values in order and begins.
  func begin(_ values: [SQLValue]) throws(StoreError) {
    guard unsafe Int(sqlite3_bind_parameter_count(pointer)) == values.count else {
      throw .engine(code: "25", message: "the statement has another number of parameters than values")
    }
    isInUse = true
    var position: Int32 = 1
    for value in values {
      try bind(value, at: position)
      position += 1
    }
  }

  /// Steps to the next row; false when there is none.
  func step() throws(StoreError) -> Bool {
    switch unsafe sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw unsafe SQLiteFailure.last(on: handle)
    }
  }

  /// Makes the statement ready for its next use, still holding its values.
  func rewind() {
    unsafe sqlite3_reset(pointer)
  }

  /// Makes the statement ready for its next user and forgets the values, which may be personal.
  func end() {
    unsafe sqlite3_reset(pointer)
    unsafe sqlite3_clear_bindings(pointer)
    isInUse = false
  }

  /// The names of the columns; asked again only when SQLite has prepared the text anew after a schema change.
  func columns() -> [String] {
    let age = unsafe sqlite3_stmt_status(pointer, SQLITE_STMTSTATUS_REPREPARE, 0)
    if age != namesAge {
      namesAge = age
      let count = unsafe sqlite3_column_count(pointer)
      names = (0..<count).map { column in
        if let name = unsafe sqlite3_column_name(pointer, column) { unsafe String(cString: name) } else { "" }
      }
    }
    return names
  }

  /// The values of the row just stepped to.
  func values(count: Int) -> [SQLValue] {
    unsafe [SQLValue](unsafeUninitializedCapacity: count) { buffer, filled in
      for column in 0..<count {
        unsafe buffer.initializeElement(at: column, to: value(at: Int32(column)))
      }
      filled = count
    }
  }
}
