public import CivilTime
public import Store

/// 取り込み記録 – that the content of a file was imported, so that it is never imported twice.
public struct ImportReceipt: Sendable, Hashable {
  /// Its identifier.
  public let id: RecordID<ImportReceipt>
  /// What was imported, such as `people.roster`.
  public let kind: String
  /// SHA-256 of the file.
  public let fileDigest: [UInt8]
  /// When it was imported.
  public let importedAt: Instant
  /// How many rows the file had below its header.
  public let rowCount: Int
  /// How many records were added.
  public let addedCount: Int
  /// How many records were changed.
  public let changedCount: Int

  /// A receipt.
  public init(
    id: RecordID<ImportReceipt>,
    kind: String,
    fileDigest: [UInt8],
    importedAt: Instant,
    rowCount: Int,
    addedCount: Int,
    changedCount: Int
  ) {
    self.id = id
    self.kind = kind
    self.fileDigest = fileDigest
    self.importedAt = importedAt
    self.rowCount = rowCount
    self.addedCount = addedCount
    self.changedCount = changedCount
  }
}
