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
  /// What is needed from the database and the calendar to read rows.
  associatedtype Context
  static func context(today: CivilDate, on connection: any SQLConnection) throws -> Context
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

/// Imports a file of one kind: reads it beside the database, and writes in one transaction.
struct FileImport {
  let database: any SQLDatabase
  let clock: any WallClock
  let ids: RecordIDSource

  /// The most faults that are told at once.
  private static let mostFaults = 200

  /// What reading came to.
  private enum Reading<Row: Sendable>: Sendable {
    /// Nothing is to be written.
    case finished(ImportReport)
    /// A sound file.
    case sound(FileContents<Row>)
  }

  func run<Row: ImportedRow>(_ kind: Row.Type, path: String, isDryRun: Bool) async throws -> ImportReport {
    let digest = try FileDigest.digest(path: path)
    let now = clock.now()
    // The whole file is read before the transaction: nobody waits for a file to be taken apart.
    let reading = try await database.read { connection in
      try Self.reading(kind, path, digest: digest, at: now, isDryRun: isDryRun, on: connection)
    }
    switch reading {
    case .finished(let report): return report
    case .sound(let file): return try await write(file, digest: digest, at: now)
    }
  }

  private static func reading<Row: ImportedRow>(
    _ kind: Row.Type,
    _ path: String,
    digest: [UInt8],
    at now: Instant,
    isDryRun: Bool,
    on connection: any SQLConnection
  ) throws -> Reading<Row> {
    if try isImported(kind, digest, on: connection) { return .finished(alreadyImported) }
    let file: FileContents<Row> = try contents(path, today: OfficeZone.date(of: now), on: connection)
    guard !file.faults.isEmpty || isDryRun else { return .sound(file) }
    let added = try Row.new(of: file.rows, on: connection).count
    return .finished(
      ImportReport(
        outcome: file.faults.isEmpty ? .checked : .refused,
        rows: file.lineCount,
        added: added,
        known: file.rows.count - added,
        faults: file.faults
      )
    )
  }

  private func write<Row: ImportedRow>(
    _ file: FileContents<Row>,
    digest: [UInt8],
    at now: Instant
  ) async throws -> ImportReport {
    let receipt: RecordID<ImportReceipt> = ids.next()
    let entry: RecordID<JournalEntry> = ids.next()
    let ids = ids
    return try await database.write { connection in
      // Somebody else may have imported the same file since it was read.
      if try Self.isImported(Row.self, digest, on: connection) { return Self.alreadyImported }
      let new = try Row.new(of: file.rows, on: connection)
      let known = file.rows.count - new.count
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

  private static let alreadyImported = ImportReport(
    outcome: .alreadyImported,
    rows: 0,
    added: 0,
    known: 0,
    faults: []
  )

  private static func isImported<Row: ImportedRow>(
    _ kind: Row.Type,
    _ digest: [UInt8],
    on connection: any SQLConnection
  ) throws -> Bool {
    try ImportReceiptRecords.receipt(kind: kind.receiptKind, fileDigest: digest, on: connection) != nil
  }

  private static func contents<Row: ImportedRow>(
    _ path: String,
    today: CivilDate,
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
      var context = try Row.context(today: today, on: connection)
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
