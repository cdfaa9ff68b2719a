internal import CLibPQ
internal import Store

extension PostgresSession {
  private static let chunk = 1 << 16

  /// Inserts by COPY: one statement and one stream for all rows.
  func insert(
    into table: StaticString,
    columns: [StaticString],
    rows: [[SQLValue]]
  ) throws(StoreError) {
    if let failure { throw failure.error }
    guard !rows.isEmpty else { return }
    let names = columns.map(\.description).joined(separator: ", ")
    let start = command("COPY \(table) (\(names)) FROM STDIN")
    guard start.status == PGRES_COPY_IN else {
      try checked(start)
      return
    }
    do throws(StoreError) {
      try send(rows, width: columns.count)
    } catch {
      endCopy(refusing: true)
      failure = failure ?? .refused(error)
      throw error
    }
    try checked(endCopy(refusing: false))
  }

  private func send(_ rows: [[SQLValue]], width: Int) throws(StoreError) {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(Self.chunk + 1024)
    for row in rows {
      guard row.count == width else {
        throw .engine(code: "22P04", message: "a row has another number of values than columns")
      }
      for (position, value) in row.enumerated() {
        if position > 0 { buffer.append(UInt8(ascii: "\t")) }
        try PostgresText.append(value, to: &buffer, escape: true)
      }
      buffer.append(UInt8(ascii: "\n"))
      if buffer.count >= Self.chunk { try flush(&buffer) }
    }
    try flush(&buffer)
  }

  private func flush(_ buffer: inout [UInt8]) throws(StoreError) {
    let code = unsafe buffer.withUnsafeBytes { raw in
      let start = unsafe raw.bindMemory(to: CChar.self).baseAddress
      return unsafe PQputCopyData(connection, start, Int32(raw.count))
    }
    guard code == 1 else {
      failure = .lost
      throw .connectionLost(outcomeUnknown: false)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the stream; answers the server's verdict on it.
  @discardableResult
  private func endCopy(refusing: Bool) -> PostgresResult {
    _ = unsafe PQputCopyEnd(connection, refusing ? "refused by the client" : nil)
    var verdict = unsafe PostgresResult(nil)
    while let next = unsafe PQgetResult(connection) {
      let result = unsafe PostgresResult(next)
      if unsafe verdict.pointer == nil || !result.isGood { verdict = result }
      if result.status == PGRES_COPY_IN { break }
    }
    return verdict
  }
}
