public import CivilTime
internal import DelimitedText
internal import Journal
internal import People
public import Store

/// What was read of a file: rows as values, and what must be mended.
struct FileContents<Row: Sendable>: Sendable {
  var rows: [Row] = []
  var faults: [ImportFault] = []
  var lineCount = 0
}

/// How one kind of file is imported; the way of all of them is the same: known file, read, compare, write.
protocol ImportedRow: Sendable {
  /// The name under which receipts are kept.
  static var receiptKind: String { get }
  /// What the journal says of it.
  static var journalKind: JournalKind { get }
  /// The columns of the file.
  static var columns: [ImportColumns.Column] { get }
  /// What is needed from the database to read rows.
  associatedtype Context
  static func context(on connection: any SQLConnection) throws -> Context
  /// Reads the reader's present row.
  static func read(
    _ reader: borrowing DelimitedReader,
    _ columns: ImportColumns,
    _ context: inout Context
  ) -> Result<Self, ImportFaults>
  /// The rows that do not stand in the database yet.
  static func new(of rows: [Self], on connection: any SQLConnection) throws -> [Self]
  /// Writes rows and refreshes what depends on them.
  static func write(
    _ rows: [Self],
    ids: RecordIDSource,
    at now: Instant,
    on connection: any SQLConnection
  ) throws
}

/// Imports a file of one kind in one transaction.
struct FileImport {
  let database: any SQLDatabase
  let clock: any WallClock
  let ids: RecordIDSource

  /// The most faults that are told at once.
  private static let mostFaults = 200

  func run<Row: ImportedRow>(_ kind: Row.Type, path: String, isDryRun: Bool) async throws -> ImportReport {
    let digest = try FileDigest.digest(path: path)
    let now = clock.now()
    let receipt: RecordID<ImportReceipt> = ids.next()
    let entry: RecordID<JournalEntry> = ids.next()
    let ids = ids
    return try await database.write { connection in
      if try ImportReceiptRecords.receipt(kind: Row.receiptKind, fileDigest: digest, on: connection) != nil {
        return ImportReport(outcome: .alreadyImported, rows: 0, added: 0, known: 0, faults: [])
      }
      let file: FileContents<Row> = try Self.contents(path, on: connection)
      let new = try Row.new(of: file.rows, on: connection)
      let known = file.rows.count - new.count
      if !file.faults.isEmpty || isDryRun {
        return ImportReport(
          outcome: file.faults.isEmpty ? .checked : .refused,
          rows: file.lineCount,
          added: new.count,
          known: known,
          faults: file.faults
        )
      }
      try Row.write(new, ids: ids, at: now, on: connection)
      try ImportReceiptRecords.insert(
        ImportReceipt(
          id: receipt,
          kind: Row.receiptKind,
          fileDigest: digest,
          importedAt: now,
          rowCount: file.lineCount,
          addedCount: new.count,
          changedCount: 0
        ),
        on: connection
      )
      let payload =
        [("receipt", "\(receipt)"), ("added", "\(new.count)"), ("known", "\(known)")]
        as [(StaticString, String)]
      try JournalRecords.append(
        JournalEntry(
          id: entry,
          at: now,
          actor: .commandLine,
          kind: Row.journalKind,
          payload: JournalPayload(payload)
        ),
        on: connection
      )
      return ImportReport(outcome: .applied, rows: file.lineCount, added: new.count, known: known, faults: [])
    }
  }

  private static func contents<Row: ImportedRow>(
    _ path: String,
    on connection: any SQLConnection
  ) throws -> FileContents<Row> {
    var reader = try DelimitedReader(path: path)
    var file = FileContents<Row>()
    guard let heading = try reader.next() else {
      file.faults = [ImportFaultWords.emptyFile]
      return file
    }
    switch ImportColumns.find(Row.columns, in: heading) {
    case .failure(let missing):
      file.faults = missing.faults
    case .success(let columns):
      var context = try Row.context(on: connection)
      while try reader.advance(), file.faults.count < mostFaults {
        file.lineCount += 1
        switch Row.read(reader, columns, &context) {
        case .success(let row): file.rows.append(row)
        case .failure(let found): file.faults += found.faults
        }
      }
    }
    return file
  }
}

/// The files that working time takes.
public enum WorkingTimeFile: String, Sendable, CaseIterable {
  /// Clock records of cards and terminals.
  case punches
  /// Declared overtime.
  case overtime
  /// Units designated external (他律部署).
  case designations

  /// Imports a file in one transaction; a file that was imported before changes nothing.
  ///
  /// - Throws: `DelimitedTextError` for a file that is not CSV; ``StoreError``.
  public func importFile(
    _ path: String,
    into database: any SQLDatabase,
    clock: any WallClock,
    ids: RecordIDSource,
    isDryRun: Bool
  ) async throws -> ImportReport {
    let work = FileImport(database: database, clock: clock, ids: ids)
    return switch self {
    case .punches: try await work.run(PunchRow.self, path: path, isDryRun: isDryRun)
    case .overtime: try await work.run(OvertimeRow.self, path: path, isDryRun: isDryRun)
    case .designations: try await work.run(DesignationRow.self, path: path, isDryRun: isDryRun)
    }
  }
}
