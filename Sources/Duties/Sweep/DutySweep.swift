public import CivilTime
internal import Journal
internal import People
public import Store

/// 義務の見回り – opens the duties that have arisen, hands over those whose owner has gone, and counts all anew.
///
/// It may run at any time and as often as one likes: what stands is found again under its key, and after a downtime
/// one sweep opens what daily sweeps would have opened.
public struct DutySweep: Sendable {
  private let database: any SQLDatabase
  private let clock: any WallClock
  private let ids: RecordIDSource
  private let sources: [DutyEventKind: DutyEventSource]

  /// What a sweep did.
  public struct Swept: Sendable, Hashable {
    /// Duties opened.
    public internal(set) var opened = 0
    /// Duties that went to another owner.
    public internal(set) var handedOver = 0
    /// Duties excused, for the person they were about has left.
    public internal(set) var excused = 0
    /// Whether nothing was looked at, for nothing had changed since the last sweep of the day.
    public internal(set) var isSkipped = false
    /// Whether another process swept at the same time; then the next sweep completes the work.
    public internal(set) var isOvertaken = false
  }

  /// A sweep with the events that capabilities can find.
  public init(
    database: any SQLDatabase,
    clock: any WallClock,
    ids: RecordIDSource,
    sources: [DutyEventSource]
  ) {
    self.database = database
    self.clock = clock
    self.ids = ids
    self.sources = Dictionary(sources.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Sweeps, unless nothing has changed since the last sweep of the same day; `force` sweeps in any case.
  public func run(force: Bool = false) async throws -> Swept {
    let now = clock.now()
    let today = OfficeZone.date(of: now)
    let state = try await database.read { try SweepState(today: today, on: $0) }
    if !force, state.isDone { return Swept(isSkipped: true) }
    do {
      var swept = Swept()
      let claimed = try await claim(state)
      for batch in claimed.batches {
        try await open(batch, today: today, at: now)
        swept.opened += batch.duties.count
      }
      try await settle(claimed, state, at: now, &swept)
      return swept
    } catch StoreError.unique {
      return Swept(isOvertaken: true)
    }
  }

  private struct Claimed: Sendable {
    let roster: Roster
    let batches: [OpeningBatch]

    /// The earliest fiscal year of a new duty.
    var firstYear: FiscalYear? { batches.flatMap(\.duties).map(\.duty.year).min() }
  }

  /// Reads everything and works out what is missing; nothing is written and nobody waits.
  private func claim(_ state: SweepState) async throws -> Claimed {
    let sources = sources
    let found = try await database.read { connection -> (Roster, [(DutyRuleKey, [NewDuty])]) in
      let roster = try Roster(on: connection)
      let claims = DutyClaims(roster: roster, today: state.today, summers: try Summers(on: connection))
      let rules = try DutyRuleRecords.all(on: connection)
      let events = try Self.events(for: rules, state, sources, on: connection)
      var known: [DutyRuleKey: Set<OccasionKey>] = [:]
      var missing: [(DutyRuleKey, [NewDuty])] = []
      for stored in rules {
        let key = stored.rule.key
        let year = state.firstYear(of: stored)
        var keys =
          try known[key] ?? DutyRecords.keys(of: key, from: state.earliestYear(rules), on: connection)
        let ofRule: [DutyEvent] =
          if case .on(let kind) = stored.rule.occasion { events[kind] ?? [] } else { [] }
        let new = claims.duties(of: stored, from: year, events: ofRule).filter { duty in
          duty.year >= year && keys.insert(duty.key).inserted
        }
        known[key] = keys
        if !new.isEmpty { missing.append((key, new)) }
      }
      return (roster, missing)
    }
    let batches = found.1.map { OpeningBatch(rule: $0, duties: $1, ids: ids) }
    return Claimed(roster: found.0, batches: batches)
  }

  private static func events(
    for rules: [StoredRule],
    _ state: SweepState,
    _ sources: [DutyEventKind: DutyEventSource],
    on connection: any SQLConnection
  ) throws -> [DutyEventKind: [DutyEvent]] {
    var first: [DutyEventKind: CivilDate] = [:]
    for stored in rules where stored.isEverInForce {
      guard case .on(let kind) = stored.rule.occasion else { continue }
      let day = max(stored.firstDay, state.firstYear(of: stored).firstDay)
      first[kind] = min(first[kind] ?? day, day)
    }
    var events: [DutyEventKind: [DutyEvent]] = [:]
    for (kind, day) in first where day <= state.today {
      events[kind] = try sources[kind]?.events(day...state.today, connection) ?? []
    }
    return events
  }

  private func open(_ batch: OpeningBatch, today: CivilDate, at now: Instant) async throws {
    try await database.write { connection in
      try DutyRecords.insert(batch.duties, openedOn: today, on: connection)
      for group in batch.groups {
        let payload: [(StaticString, String)] = [
          ("measure", batch.rule.measure), ("rule", batch.rule.name), ("occasion", group.occasion),
          ("count", "\(group.count)"),
        ]
        let context = StepContext(actor: .system, at: now, entry: group.entry)
        let draft = JournalDraft(kind: DutyKinds.opened, payload: payload)
        try JournalRecords.append(draft.entry(in: context), on: connection)
      }
    }
  }

  private func settle(
    _ claimed: Claimed,
    _ state: SweepState,
    at now: Instant,
    _ swept: inout Swept
  ) async throws {
    let today = state.today
    let found = try await database.read { connection in
      try Rehoming(claimed.roster, RuleBook(on: connection), today: today, on: connection)
    }
    let work = RehomingWork(found, ids: ids)
    let firstYear = claimed.firstYear
    let done = try await database.write { connection in
      let done = try work.write(today: today, at: now, on: connection)
      let counted = try state.firstYearToCount(on: connection)
      try TallyRecords.recount(from: min(counted, firstYear ?? counted), today: today, on: connection)
      try state.remember(at: now, on: connection)
      return done
    }
    swept.handedOver = done.handedOver
    swept.excused = done.excused
  }
}
