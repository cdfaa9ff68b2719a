internal import Access
public import CivilTime
internal import Duties
public import Journal
public import People
public import Store

extension EvidenceService {
  /// Writes a report with its tally and its journal entry in the caller's transaction; it settles nothing.
  public static func insert(
    _ report: EvidenceReport,
    id: RecordID<EvidenceEntry>,
    entry: RecordID<JournalEntry>,
    by actor: JournalActor,
    account: Int64,
    at now: Instant,
    in tree: UnitTree,
    on connection: any SQLConnection
  ) throws {
    let stamp = EvidenceStamp(id: id, entry: entry, at: now, actor: actor, account: account)
    let bureau = report.unit.map { topUnit(of: $0, in: tree) } ?? 0
    try write(report, bureau: bureau, stamp, on: connection)
    try journal(EvidenceJournal.reported, report, stamp, on: connection)
  }

  static func write(
    _ report: EvidenceReport,
    bureau: Int64,
    _ stamp: EvidenceStamp,
    on connection: any SQLConnection
  ) throws {
    try EvidenceWriting.insert(report, bureau: bureau, stamp, on: connection)
    guard report.kind != EvidenceKinds.none.id else { return }
    try TallyRecords.count(report, key: TallyKey(report, bureau: bureau), on: connection)
  }

  /// Identifiers and code words alone: what was written stays in its table.
  static func journal(
    _ kind: JournalKind,
    _ report: EvidenceReport,
    _ stamp: EvidenceStamp,
    settled: [RecordID<Duty>] = [],
    corrects: RecordID<EvidenceEntry>? = nil,
    on connection: any SQLConnection
  ) throws {
    var payload: [(StaticString, String)] = [
      ("evidence", "\(stamp.id)"), ("measure", report.measure), ("kind", report.kind.rawValue),
    ]
    if !settled.isEmpty { payload.append(("duties", settled.map(\.description).joined(separator: ","))) }
    if let corrects { payload.append(("corrects", "\(corrects)")) }
    let entry = JournalEntry(
      id: stamp.entry,
      at: stamp.at,
      actor: stamp.actor,
      kind: kind,
      employee: report.aboutEmployee,
      unit: report.unit,
      payload: JournalPayload(payload)
    )
    try JournalRecords.append(entry, on: connection)
  }

  /// What came of the same act when it was sent before.
  ///
  /// - Throws: `OnceAct.Refusal`.
  func known(
    _ act: OnceAct,
    _ once: String?,
    _ actor: Actor,
    on connection: any SQLConnection
  ) throws -> Reported? {
    guard let outcome = try act.outcome(of: once, account: actor.account, on: connection) else { return nil }
    let numbers = outcome.utf8.split(separator: UInt8(ascii: " ")).compactMap { Int64(Substring($0)) }
    return numbers.first.map { Reported(id: RecordID($0), settled: numbers.dropFirst().map { RecordID($0) }) }
  }

  static func remember(
    _ reported: Reported,
    of act: OnceAct,
    _ once: String?,
    _ actor: Actor,
    _ now: Instant,
    on connection: any SQLConnection
  ) throws {
    let numbers = [reported.id.number] + reported.settled.map(\.number)
    let outcome = numbers.map { "\($0)" }.joined(separator: " ")
    try act.remember(outcome, of: once, account: actor.account, at: now, on: connection)
  }

  static func topUnit(of unit: RecordID<OrganizationUnit>, in tree: UnitTree) -> Int64 {
    guard tree.unit(unit) != nil else { return 0 }
    return (tree.ancestors(of: unit).last?.id ?? unit).number
  }
}

extension EvidenceReport {
  /// About whom or what it is.
  var subject: DutySubject {
    if let aboutEmployee { return .employee(aboutEmployee) }
    return unit.map { .unit($0) } ?? .employer(employer)
  }
}

extension TallyKey {
  init(_ report: EvidenceReport, bureau: Int64) {
    self.init(
      year: report.year,
      plan: report.plan,
      measure: report.measure,
      employer: report.employer,
      bureau: bureau
    )
  }
}

extension StoredEvidence {
  /// What it says after a correction.
  ///
  /// Where it stood in the year of its day, it goes with the day; where a duty put it into another year, it stays.
  func report(_ correction: EvidenceCorrection) -> EvidenceReport {
    EvidenceReport(
      plan: plan,
      measure: measure,
      kind: kind,
      employer: employer,
      unit: unit,
      aboutEmployee: aboutEmployee,
      year: heldOn.fiscalYear == year ? correction.heldOn.fiscalYear : year,
      heldOn: correction.heldOn,
      quantity: correction.quantity,
      quantityOf: correction.quantityOf,
      text: correction.text,
      link: correction.link,
      files: correction.files
    )
  }
}
