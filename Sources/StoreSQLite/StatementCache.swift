internal import GRDBSQLite
internal import Store

/// The prepared statements of one connection, by text; the longest unused make room for new ones.
@safe final class StatementCache {
  private static let capacity = 256

  private let handle: OpaquePointer
  private var kept: [String: SQLiteStatement] = [:]
  private var uses: UInt64 = 0

  init(handle: OpaquePointer) {
    unsafe self.handle = handle
  }

  /// A statement for a text, and whether it is kept; one that is being stepped through is not given out twice.
  func statement(for text: String) throws(StoreError) -> SQLiteStatement {
    uses += 1
    if let statement = kept[text] {
      guard statement.isInUse else {
        statement.lastUse = uses
        return statement
      }
      return try unsafe SQLiteStatement(text, on: handle)
    }
    let statement = try unsafe SQLiteStatement(text, on: handle)
    statement.lastUse = uses
    makeRoom()
    kept[text] = statement
    return statement
  }

  /// Forgets all, so that the connection can be closed.
  func removeAll() {
    kept = [:]
  }

  private func makeRoom() {
    guard kept.count >= Self.capacity else { return }
    let idle = kept.filter { !$0.value.isInUse }
    if let oldest = idle.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      kept[oldest.key] = nil
    }
  }
}
