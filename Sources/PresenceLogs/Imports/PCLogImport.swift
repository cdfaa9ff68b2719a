public import CivilTime
internal import Crypto
internal import DelimitedText
internal import Journal
internal import People
public import Store
internal import WorkingTime

/// Why a log cannot be imported at all.
public enum PCLogRefusal: Error, Sendable, Hashable {
  /// There is no mapping of the name; these are there.
  case unknownMapping(known: [String])
  /// The file has no row.
  case emptyFile
  /// The file lacks columns that the mapping names.
  case missingColumns([String])
  /// Another import of the same file goes on.
  case runningElsewhere

  /// What to do, in Japanese.
  public var japanese: String {
    switch self {
    case .unknownMapping(let known): "この名前の対応付けはありません。使えるのは \(known.joined(separator: "、")) です。"
    case .emptyFile: "ファイルに行がありません。1行目に列名、2行目から記録を入れてください。"
    case .missingColumns(let columns):
      "列「\(columns.joined(separator: "」「"))」がありません。ファイルか対応付けを確かめてください。"
    case .runningElsewhere: "同じファイルの取込が別に動いています。終わるまで待ってください。"
    }
  }
}

/// What came of an import.
public struct PCLogReport: Sendable, Hashable {
  /// Whether anything was done.
  public enum Outcome: Sendable, Hashable {
    /// The file was read to its end.
    case finished
    /// It went on where an earlier import had stopped, and was read to its end.
    case resumed(fromRow: Int)
    /// The same file was imported before by the same mapping as it is now, and nobody asked for it again; nothing was
    /// done.
    case alreadyImported
  }

  /// Whether anything was done.
  public let outcome: Outcome
  /// What was met in the whole file.
  public let progress: LogProgress
  /// The first faults of each kind.
  public let faults: [LogFault]
}

/// PC記録の取込 – folds a log of any size into days of people and devices, some thousand at a time.
///
/// Each batch is one transaction together with the rows done, so that an import that was killed goes on where it
/// stopped. Marks are sets: files that overlap or come twice never count twice.
public struct PCLogImport: Sendable {
  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource
  private let rowsAtOnce: Int

  /// The import into a database.
  public init(database: any SQLDatabase, clock: any WallClock, ids: RecordIDSource) {
    self.init(database: database, clock: clock, ids: ids, rowsAtOnce: 100_000)
  }

  /// The same with batches of at most so many rows.
  init(database: any SQLDatabase, clock: any WallClock, ids: RecordIDSource, rowsAtOnce: Int) {
    self.database = database
    self.clock = clock
    self.ids = ids
    self.rowsAtOnce = rowsAtOnce
  }

  /// Imports a file by a mapping; `told` hears of every batch that is on disk.
  ///
  /// - Parameter again: whether a file that was imported to its end is read anew, as when people or names that it
  ///   knows have been registered since; what counts already counts no more for it.
  /// - Throws: ``PCLogRefusal``; `DelimitedTextError` for a file that is not CSV; ``StoreError``.
  public func run(
    _ path: String,
    mapping name: String,
    again: Bool = false,
    told: @Sendable (LogProgress) throws -> Void = { _ in }
  ) async throws -> PCLogReport {
    let mapping = try await mapping(name)
    var reader = try DelimitedReader(path: path)
    guard let heading = try reader.next() else { throw PCLogRefusal.emptyFile }
    let columns = try LogColumns(mapping, in: heading)
    let identity = LogIdentity(
      try FileDigest.digest(path: path),
      try LogMappingRecords.definition(of: mapping)
    )
    let begun = try await begin(identity, again: again, mapping, file: LogFileName.name(of: path))
    if begun.finishedAt != nil { return try await report(begun.id, .alreadyImported, begun.progress) }
    let people = try await database.read { connection in try LogPeople(mapping.person, on: connection) }
    var folding = LogFolding(mapping, columns, people, startedAt: begun.startedAt, taken: begun.progress)
    var done = begun.progress
    while let batch = try folding.next(rowsAtOnce, of: &reader) {
      try await write(batch, to: begun.id, after: done)
      done = batch.progress
      try told(done)
    }
    try await finish(begun.id, done, folding.seen, source: mapping.name)
    let isResumed = begun.progress.rows > 0
    return try await report(begun.id, isResumed ? .resumed(fromRow: begun.progress.rows) : .finished, done)
  }

  private func mapping(_ name: String) async throws -> LogMapping {
    let (found, known) = try await database.read { connection in
      (
        try LogMappingRecords.mapping(named: name, on: connection),
        try LogMappingRecords.all(on: connection).map(\.name)
      )
    }
    guard let found else { throw PCLogRefusal.unknownMapping(known: known) }
    return found
  }

  /// The import of the file, begun now or before; asked for again, the first reading that has not come to its end.
  private func begin(
    _ identity: LogIdentity,
    again: Bool,
    _ mapping: LogMapping,
    file: String
  ) async throws -> LogImport {
    let now = clock.now()
    let new = LogImport(
      id: ids.next(),
      mapping: mapping.name,
      file: file,
      startedAt: now,
      updatedAt: now,
      finishedAt: nil,
      progress: LogProgress()
    )
    return try await database.write { connection in
      var reading = 0
      while let known = try LogImportRecords.known(
        identity.digest(ofReading: reading),
        mapping: mapping.name,
        on: connection
      ) {
        guard again, known.finishedAt != nil else { return known }
        reading += 1
      }
      try LogImportRecords.insert(new, digest: identity.digest(ofReading: reading), on: connection)
      return new
    }
  }

  private func write(_ batch: LogBatch, to id: RecordID<LogImport>, after done: LogProgress) async throws {
    let now = clock.now()
    try await database.write { connection in
      guard
        try LogImportRecords.advance(id, from: done.rows, to: batch.progress, at: now, on: connection)
      else { throw PCLogRefusal.runningElsewhere }
      try LogStripRecords.merge(batch.strips, on: connection)
      try LogImportRecords.append(batch.faults, to: id, on: connection)
    }
  }

  private func finish(
    _ id: RecordID<LogImport>,
    _ done: LogProgress,
    _ seen: LogCoverage.Seen,
    source: String
  ) async throws {
    let now = clock.now()
    let entry: RecordID<JournalEntry> = ids.next()
    try await database.write { connection in
      let isOurs = try LogImportRecords.advance(
        id,
        from: done.rows,
        to: done,
        finishedAt: now,
        at: now,
        on: connection
      )
      guard isOurs else { throw PCLogRefusal.runningElsewhere }
      try LogCoverageRecords.widen(seen, source: source, on: connection)
      let payload = JournalPayload([
        ("import", "\(id)"), ("rows", "\(done.rows)"), ("events", "\(done.events)"),
        ("unknown", "\(done.unknownPeople)"), ("unreadable", "\(done.unreadable)"),
        ("doubtful", "\(done.doubtful)"),
      ])
      try JournalRecords.append(
        JournalEntry(id: entry, at: now, actor: .commandLine, kind: PresenceKinds.imported, payload: payload),
        on: connection
      )
    }
  }

  private func report(
    _ id: RecordID<LogImport>,
    _ outcome: PCLogReport.Outcome,
    _ progress: LogProgress
  ) async throws -> PCLogReport {
    let faults = try await database.read { connection in try LogImportRecords.faults(of: id, on: connection) }
    return PCLogReport(outcome: outcome, progress: progress, faults: faults)
  }
}

/// By what the same import is known again: the file, how it is read, and for the how-manieth time.
struct LogIdentity: Sendable {
  private let content: [UInt8]

  /// A mapping that was mended reads a file anew.
  init(_ file: [UInt8], _ definition: String) {
    content = file + Array(definition.utf8)
  }

  /// The digest of a reading, counted from 0.
  func digest(ofReading number: Int) -> [UInt8] {
    Array(SHA256.hash(data: content + (number == 0 ? [] : Array("\u{0}again \(number)".utf8))))
  }
}

/// The name of a file without its folders.
enum LogFileName {
  static func name(of path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) } ?? path
  }
}
