public import CivilTime
internal import Crypto
public import DisclosureRules
internal import Journal
internal import People
public import Store

/// 給与の差異の計算と取込 – computes the pay gap from a file of pay, or takes over finished ratios.
///
/// What people earn is read and added up in memory; only ratios and head counts are stored.
public struct PayGapService: Sendable {
  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource

  /// The service on a database.
  public init(database: any SQLDatabase, clock: any WallClock, ids: RecordIDSource) {
    self.database = database
    self.clock = clock
    self.ids = ids
  }

  /// Computes the pay gap of an employer for a year from a file with one person a row.
  ///
  /// - Parameter explanation: the employer's words on the figures (説明欄), up to 1000 characters.
  /// - Throws: ``PublicationError``; `DelimitedTextError` for a file that is not CSV; ``StoreError``.
  public func compute(
    _ bytes: [UInt8],
    employer code: String,
    year: FiscalYear,
    method: PayGap.Method,
    scheme: PayBand.Scheme,
    explanation: String,
    isDryRun: Bool
  ) async throws -> PayGapReport {
    guard explanation.unicodeScalars.count <= PayGap.longestExplanation else {
      throw PublicationError.explanationTooLong
    }
    let file: PayFile
    do {
      file = try PayFile(bytes, year: year, scheme: scheme)
    } catch let found as PublicationFileFaults {
      return PayGapReport(
        outcome: .refused,
        rows: 0,
        leftOut: 0,
        years: [],
        faults: found.faults,
        warnings: []
      )
    }
    let rows = file.people.count + file.leftOut
    guard file.faults.isEmpty else {
      return PayGapReport(
        outcome: .refused,
        rows: rows,
        leftOut: 0,
        years: [],
        faults: file.faults,
        warnings: []
      )
    }
    let payGap = PayGapYear(
      year: year,
      method: method,
      origin: .computed,
      explanation: explanation,
      note: "",
      figures: PayGap.figures(of: file.people, scheme: scheme, method: method)
    )
    let name = "\(code)\n\(year)\n\(method.rawValue)\n\(scheme.rawValue)\n\(explanation)\n"
    let work = PayGapWork(
      kind: "publication.pay-gap-computed",
      journal: PublicationKinds.payGapComputed,
      digest: Array(SHA256.hash(data: Array(name.utf8) + bytes)),
      rowCount: rows,
      leftOut: file.leftOut,
      years: [(code, payGap)]
    )
    return try await store(work, isDryRun: isDryRun)
  }

  /// Takes over finished ratios; those of one employer and year replace its earlier ones as a whole.
  ///
  /// - Throws: `DelimitedTextError` for a file that is not CSV; ``StoreError``.
  public func takeOver(_ bytes: [UInt8], isDryRun: Bool) async throws -> PayGapReport {
    let employers = try await database.read { try EmployerRecords.all(on: $0) }
    let newest = FiscalYear(containing: OfficeZone.date(of: clock.now()))
    let file: PayGapRatioFile
    do {
      file = try PayGapRatioFile(bytes, employers: Set(employers.map(\.code)), newest: newest)
    } catch let found as PublicationFileFaults {
      return PayGapReport(
        outcome: .refused,
        rows: 0,
        leftOut: 0,
        years: [],
        faults: found.faults,
        warnings: []
      )
    }
    guard file.faults.isEmpty else {
      let (rows, faults) = (file.rowCount, file.faults)
      return PayGapReport(outcome: .refused, rows: rows, leftOut: 0, years: [], faults: faults, warnings: [])
    }
    let work = PayGapWork(
      kind: "publication.pay-gap-imported",
      journal: PublicationKinds.payGapImported,
      digest: Array(SHA256.hash(data: bytes)),
      rowCount: file.rowCount,
      leftOut: 0,
      years: file.years.map { ($0.key.employer, $0.payGap) }
    )
    return try await store(work, isDryRun: isDryRun)
  }

  private func store(_ work: PayGapWork, isDryRun: Bool) async throws -> PayGapReport {
    let now = clock.now()
    let receipt: RecordID<ImportReceipt> = ids.next()
    let entry: RecordID<JournalEntry> = ids.next()
    let runs = work.years.map { _ in ids.next(PayGapYear.self) }
    return try await database.write { connection in
      var warnings: [String] = []
      var found: [(RecordID<Employer>, PayGapYear)] = []
      for (code, payGap) in work.years {
        guard let employer = try EmployerRecords.employer(code: code, on: connection) else {
          throw PublicationError.unknownEmployer(code)
        }
        let before = try PayGapRecords.years(payGap.year.advanced(by: -1), on: connection)[employer.id]
        warnings += PayGapWords.warnings(payGap, before: before).map { "\(employer.name)：\($0)" }
        found.append((employer.id, payGap))
      }
      let known = try ImportReceiptRecords.receipt(kind: work.kind, fileDigest: work.digest, on: connection)
      if known != nil { return work.report(.alreadyImported, warnings) }
      if isDryRun { return work.report(.checked, warnings) }
      try ImportReceiptRecords.insert(work.receipt(receipt, at: now), on: connection)
      for (run, (employer, payGap)) in zip(runs, found) {
        try PayGapRecords.insert(payGap, of: employer, run: run, receipt: receipt, at: now, on: connection)
      }
      let years = Set(work.years.map { "\($0.1.year.startYear)" }).sorted().joined(separator: ",")
      let payload: [(StaticString, String)] = [
        ("receipt", "\(receipt)"), ("years", years), ("sets", "\(found.count)"),
      ]
      try JournalRecords.append(
        JournalEntry(
          id: entry,
          at: now,
          actor: .commandLine,
          kind: work.journal,
          payload: JournalPayload(payload)
        ),
        on: connection
      )
      return work.report(.applied, warnings)
    }
  }
}

/// What is to be stored of one file.
private struct PayGapWork: Sendable {
  let kind: String
  let journal: JournalKind
  let digest: [UInt8]
  let rowCount: Int
  let leftOut: Int
  let years: [(String, PayGapYear)]

  func receipt(_ id: RecordID<ImportReceipt>, at now: Instant) -> ImportReceipt {
    ImportReceipt(
      id: id,
      kind: kind,
      fileDigest: digest,
      importedAt: now,
      rowCount: rowCount,
      addedCount: years.reduce(0) { $0 + $1.1.figures.count },
      changedCount: 0
    )
  }

  func report(_ outcome: PayGapReport.Outcome, _ warnings: [String]) -> PayGapReport {
    PayGapReport(
      outcome: outcome,
      rows: rowCount,
      leftOut: leftOut,
      years: years.map { PayGapReport.Year(employer: $0.0, payGap: $0.1) },
      faults: [],
      warnings: warnings
    )
  }
}
