internal import CLibPQ
internal import Store

/// One answer of the server; freed with the last reference.
@safe final class PostgresResult {
  let pointer: OpaquePointer?

  init(_ pointer: OpaquePointer?) {
    unsafe self.pointer = pointer
  }

  deinit {
    unsafe PQclear(pointer)
  }

  var status: ExecStatusType { unsafe PQresultStatus(pointer) }

  /// Whether the server did what it was asked.
  var isGood: Bool {
    switch status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: true
    default: false
    }
  }

  /// The number of rows that were changed.
  var changedRows: Int {
    unsafe PQcmdTuples(pointer).flatMap { unsafe Int(String(cString: $0)) } ?? 0
  }

  /// The word the server answered with, such as `COMMIT`.
  var tag: String {
    unsafe PQcmdStatus(pointer).map { unsafe String(cString: $0) } ?? ""
  }

  /// One part of an error report.
  func field(_ letter: Unicode.Scalar) -> String? {
    unsafe PQresultErrorField(pointer, Int32(letter.value)).map { unsafe String(cString: $0) }
  }

  /// All rows of the answer.
  func rows() -> [SQLRow] {
    let columnCount = unsafe PQnfields(pointer)
    let columns = (0..<columnCount).map { column in
      unsafe PQfname(pointer, column).map { unsafe String(cString: $0) } ?? ""
    }
    let kinds = (0..<columnCount).map { unsafe PostgresKind(oid: PQftype(pointer, $0)) }
    let rowCount = unsafe PQntuples(pointer)
    return (0..<rowCount).map { row in
      SQLRow(columns: columns, values: values(row: row, kinds: kinds))
    }
  }

  private func values(row: Int32, kinds: [PostgresKind]) -> [SQLValue] {
    unsafe [SQLValue](unsafeUninitializedCapacity: kinds.count) { buffer, filled in
      for (column, kind) in kinds.enumerated() {
        unsafe buffer.initializeElement(at: column, to: value(row: row, column: Int32(column), kind: kind))
      }
      filled = kinds.count
    }
  }

  private func value(row: Int32, column: Int32, kind: PostgresKind) -> SQLValue {
    guard unsafe PQgetisnull(pointer, row, column) == 0, let start = unsafe PQgetvalue(pointer, row, column)
    else { return .null }
    let raw = unsafe UnsafeRawBufferPointer(
      start: start,
      count: Int(PQgetlength(pointer, row, column))
    )
    return unsafe kind.value(of: raw)
  }
}
