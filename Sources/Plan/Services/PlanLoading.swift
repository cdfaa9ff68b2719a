public import CivilTime
internal import Crypto
internal import Duties
public import Journal
public import Store

/// 計画の登録: takes a plan file into the database as a new version, and its duties into force.
public struct PlanLoading: Sendable {
  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    /// The plan was new and is now the one in use.
    case loaded(PlanVersion)
    /// This very text was loaded before; nothing was changed.
    case unchanged(PlanVersion)
  }

  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource

  /// Loads into a database.
  public init(database: any SQLDatabase, clock: any WallClock, ids: RecordIDSource) {
    self.database = database
    self.clock = clock
    self.ids = ids
  }

  /// Loads the bytes of a plan file.
  ///
  /// - Parameters:
  ///   - known: the names that capabilities declare, to refuse any other; nil to take them as they are.
  ///   - firstDay: the day from which the plan asks for duties; nil for 1 April of the revision's first fiscal
  ///     year, or today for a first edition.
  /// - Throws: ``PlanLoadingError``; ``StoreError`` from the engine.
  public func load(
    utf8 bytes: [UInt8],
    known: PlanVocabulary? = nil,
    dutiesFrom firstDay: CivilDate? = nil,
    by actor: JournalActor = .commandLine
  ) async throws -> Outcome {
    switch PlanFile.text(utf8: bytes) {
    case .success(let text):
      try await load(text: text, known: known, dutiesFrom: firstDay, by: actor)
    case .failure(let faults): throw PlanLoadingError.faults(faults)
    }
  }

  /// Loads the text of a plan file.
  ///
  /// - Parameters:
  ///   - known: the names that capabilities declare, to refuse any other; nil to take them as they are.
  ///   - firstDay: the day from which the plan asks for duties; nil for 1 April of the revision's first fiscal
  ///     year, or today for a first edition.
  /// - Throws: ``PlanLoadingError``; ``StoreError`` from the engine.
  public func load(
    text: String,
    known: PlanVocabulary? = nil,
    dutiesFrom firstDay: CivilDate? = nil,
    by actor: JournalActor = .commandLine
  ) async throws -> Outcome {
    let first = try plan(text)
    let digest = PlanDigest(of: text)
    let before = try await database.read { connection in
      try PlanHistory(of: first.code, digest: digest, on: connection)
    }
    if case .same(let entry) = before { return .unchanged(version(entry, first)) }
    try before.check(first)
    let now = clock.now()
    let plan = try plan(text, known: known, replacing: before.replaced)
    let version = PlanVersion(id: ids.next(), plan: plan, digest: digest, loadedAt: now)
    let day = firstDay ?? plan.revision?.firstYear.firstDay ?? OfficeZone.date(of: now)
    return try await store(version, text: text, dutiesFrom: day, by: actor)
  }

  private func store(
    _ version: PlanVersion,
    text: String,
    dutiesFrom day: CivilDate,
    by actor: JournalActor
  ) async throws -> Outcome {
    let plan = version.plan
    let entry = JournalEntry(
      id: ids.next(),
      at: version.loadedAt,
      actor: actor,
      kind: PlanKinds.loaded,
      payload: JournalPayload([
        ("version", "\(version.id)"), ("edition", "\(plan.edition)"), ("digest", "\(version.digest)"),
        ("duties-from", day.iso),
      ])
    )
    let rules = plan.dutyRules
    let ruleIDs = rules.map { _ in ids.next(DutyRule.self) }
    return try await database.write { connection in
      // Another node may have loaded something since the text was checked.
      let before = try PlanHistory(of: plan.code, digest: version.digest, on: connection)
      if case .same(let known) = before { return .unchanged(self.version(known, plan)) }
      try before.check(plan)
      try PlanVersionRecords.insert(version, text: text, on: connection)
      try DutyRules.replace(
        rules,
        plan: plan.code,
        edition: plan.edition,
        from: day,
        ids: ruleIDs,
        on: connection
      )
      try JournalRecords.append(entry, on: connection)
      return .loaded(version)
    }
  }

  private func version(_ entry: PlanVersionRecords.Entry, _ plan: ActionPlan) -> PlanVersion {
    PlanVersion(id: entry.id, plan: plan, digest: entry.digest, loadedAt: entry.loadedAt)
  }

  private func plan(
    _ text: String,
    known: PlanVocabulary? = nil,
    replacing old: ActionPlan? = nil
  ) throws(PlanLoadingError) -> ActionPlan {
    switch PlanFile.read(text, known: known, replacing: old) {
    case .success(let plan): return plan
    case .failure(let faults): throw .faults(faults)
    }
  }
}

/// What was loaded of a plan before.
private enum PlanHistory {
  /// Nothing.
  case none
  /// This very text.
  case same(PlanVersionRecords.Entry)
  /// Another text, of which this is the newest edition.
  case replaced(ActionPlan)
  /// Another text, whose newest edition cannot be read any more.
  case unreadable(edition: Int)
}

extension PlanHistory {
  init(of code: String, digest: PlanDigest, on connection: any SQLConnection) throws {
    let editions = try PlanVersionRecords.editions(of: code, on: connection)
    if let same = editions.first(where: { $0.digest == digest }) {
      self = .same(same)
      return
    }
    guard let newest = editions.last else {
      self = .none
      return
    }
    guard let text = try PlanVersionRecords.text(of: newest.id, on: connection),
      case .success(let plan) = PlanFile.read(text)
    else {
      self = .unreadable(edition: newest.edition)
      return
    }
    self = .replaced(plan)
  }

  var replaced: ActionPlan? {
    guard case .replaced(let plan) = self else { return nil }
    return plan
  }

  /// Refuses a text whose edition is not higher than the newest.
  func check(_ plan: ActionPlan) throws(PlanLoadingError) {
    let newest: Int? =
      switch self {
      case .none, .same: nil
      case .replaced(let old): old.edition
      case .unreadable(let edition): edition
      }
    guard let newest, plan.edition <= newest else { return }
    throw .editionNotRaised(code: plan.code, edition: plan.edition, newest: newest)
  }
}

extension ActionPlan {
  /// The rules of the duties, in the plan's order.
  var dutyRules: [DutyRule] {
    originals.flatMap { measure -> [DutyRule] in
      guard let content = measure.ownContent else { return [] }
      return content.duties.map { duty in
        DutyRule(
          plan: code,
          edition: edition,
          measure: measure.id.text,
          name: duty.name,
          title: content.title,
          task: duty.task ?? content.summary,
          debtor: duty.debtor,
          occasion: duty.occasion,
          due: duty.due,
          evidence: duty.evidence,
          isBulkSafe: duty.isBulkSafe
        )
      }
    }
  }
}

extension PlanDigest {
  init(of text: String) {
    bytes = Array(SHA256.hash(data: Array(text.utf8)))
  }
}

/// What the plan writes into the journal.
enum PlanKinds {
  static let loaded: JournalKind = "plan.loaded"
  static let measureDecided: JournalKind = "plan.measure-decided"
}
