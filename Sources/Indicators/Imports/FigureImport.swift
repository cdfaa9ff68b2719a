public import CivilTime
internal import Crypto
internal import DelimitedText
public import Journal
internal import People
public import Store

/// 数値の取込の結果: what an import of figures did, or would do.
public struct FigureImportReport: Sendable, Hashable {
  /// What came of it.
  public enum Outcome: Sendable, Hashable {
    /// There are faults; nothing was written.
    case refused
    /// Checked only.
    case checked
    /// Written.
    case applied
    /// The same file was imported before; nothing was written.
    case alreadyImported
  }

  /// What came of it.
  public let outcome: Outcome
  /// How many rows the file has below its heading.
  public let rows: Int
  /// What must be mended.
  public let faults: [FigureFileFault]
  /// What is accepted but should be looked at.
  public let warnings: [FigureFileFault]
}

/// 数値の取込: takes a CSV file of figures that others counted, whole or not at all.
public struct FigureImport: Sendable {
  /// The kind under which receipts are kept.
  public static let receiptKind = "figures"
  static let mostFaults = 200

  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource

  /// Imports into a database.
  public init(database: any SQLDatabase, clock: any WallClock, ids: RecordIDSource) {
    self.database = database
    self.clock = clock
    self.ids = ids
  }

  /// Imports the bytes of a file in UTF-8 or CP932, or only checks them.
  ///
  /// - Throws: `DelimitedTextError` for a file that is not CSV; ``StoreError`` from the engine.
  public func run(
    _ bytes: [UInt8],
    keys: FigureKeys,
    isDryRun: Bool,
    by actor: JournalActor = .commandLine
  ) async throws -> FigureImportReport {
    let digest = Array(SHA256.hash(data: bytes))
    let (now, today) = (clock.now(), clock.today())
    let known = try await database.read { connection in
      (
        receipt: try ImportReceiptRecords.receipt(
          kind: Self.receiptKind,
          fileDigest: digest,
          on: connection
        ),
        employers: try EmployerRecords.all(on: connection)
      )
    }
    if known.receipt != nil { return .alreadyImported }
    let employers = Dictionary(known.employers.map { ($0.code, $0.id) }) { first, _ in first }
    let context = FigureRowContext(keys: keys, employers: employers, today: today)
    let file = try FigureFile(bytes, context)
    let receipt = ImportReceipt(
      id: ids.next(),
      kind: Self.receiptKind,
      fileDigest: digest,
      importedAt: now,
      rowCount: file.lineCount,
      addedCount: file.rows.count,
      changedCount: 0
    )
    let entry = JournalEntry(
      id: ids.next(),
      at: now,
      actor: actor,
      kind: IndicatorKinds.imported,
      payload: JournalPayload([("receipt", "\(receipt.id)"), ("added", "\(file.rows.count)")])
    )
    let figures = file.rows.map { row in
      ImportedFigure(row, id: ids.next(), receipt: receipt.id, importedAt: now)
    }
    let isWritten = file.faults.isEmpty && !isDryRun
    let earlier = try await database.read { connection in try file.comparedWithLastYear(on: connection) }
    if isWritten {
      try await database.write { connection in
        try ImportReceiptRecords.insert(receipt, on: connection)
        try ImportedFigureRecords.insert(figures, on: connection)
        try JournalRecords.append(entry, on: connection)
      }
    }
    return FigureImportReport(
      outcome: isWritten ? .applied : file.faults.isEmpty ? .checked : .refused,
      rows: file.lineCount,
      faults: file.faults,
      warnings: (file.warnings + earlier).sorted { ($0.line, $0.reason) < ($1.line, $1.reason) }
    )
  }
}

extension FigureImportReport {
  fileprivate static let alreadyImported = FigureImportReport(
    outcome: .alreadyImported,
    rows: 0,
    faults: [],
    warnings: []
  )
}

/// What figures write into the journal.
///
/// A refresh writes nothing: it would be news that asks for a refresh.
enum IndicatorKinds {
  static let imported: JournalKind = "figures.imported"
  static let referencesLoaded: JournalKind = "references.loaded"
}

extension ImportedFigure {
  fileprivate init(
    _ row: FigureRow,
    id: RecordID<ImportedFigure>,
    receipt: RecordID<ImportReceipt>,
    importedAt: Instant
  ) {
    self.init(
      id: id,
      key: row.key.canonical,
      employer: row.employer,
      year: row.year,
      asOf: row.asOf,
      valueMilli: row.valueMilli,
      ratio: row.ratio,
      source: row.source,
      method: row.method,
      note: row.note,
      receipt: receipt,
      line: row.line,
      importedAt: importedAt
    )
  }
}
