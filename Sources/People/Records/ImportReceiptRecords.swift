public import Store

/// 取り込み記録の表 – reads and writes receipts of imports, of whatever kind.
public enum ImportReceiptRecords: Sendable {
  /// The receipt of a file that was imported as this kind before.
  public static func receipt(
    kind: String,
    fileDigest: [UInt8],
    on connection: any SQLConnection
  ) throws -> ImportReceipt? {
    try connection.row(
      """
      SELECT r.id, r.kind, r.file_digest, r.imported_at, r.row_count, r.added_count, r.changed_count
      FROM import_receipt r WHERE r.kind = \(kind) AND r.file_digest = \(fileDigest)
      """
    ).map(receipt)
  }

  /// Writes a receipt in the transaction of its import.
  ///
  /// - Throws: ``StoreError/unique(constraint:)`` when the same file was imported as this kind before.
  public static func insert(_ receipt: ImportReceipt, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO import_receipt
      (id, kind, file_digest, imported_at, row_count, added_count, changed_count)
      VALUES (\(receipt.id), \(receipt.kind), \(receipt.fileDigest), \(receipt.importedAt),
      \(receipt.rowCount), \(receipt.addedCount), \(receipt.changedCount))
      """
    )
  }

  private static func receipt(_ row: SQLRow) throws -> ImportReceipt {
    ImportReceipt(
      id: try row.value(0),
      kind: try row.value(1),
      fileDigest: try row.value(2),
      importedAt: try row.value(3),
      rowCount: try row.value(4),
      addedCount: try row.value(5),
      changedCount: try row.value(6)
    )
  }
}
