public import Access
public import CivilTime
internal import Duties
internal import Evidence
internal import Journal
internal import People
public import Store

/// A year of the plan in full swing: what the made-up ministry has done of its duties so far (デモの1年).
///
/// Nothing in it comes from chance but the seed; the plan is loaded and its duties are opened before.
public struct DemoYear: Sendable {
  /// How much was done.
  public struct Summary: Sendable, Hashable {
    /// Duties that were open.
    public let duties: Int
    /// Duties that somebody fulfilled with evidence.
    public let fulfilled: Int
  }

  // Duties are settled by the hundreds: a transaction for each would wait for the disk each time.
  private static let batch = 500

  private let seed: UInt64
  private let today: CivilDate

  /// The clock that everything of the year is written by.
  public let clock: FixedClock
  /// Makes the identifiers of everything of the year.
  public let ids: RecordIDSource

  /// A year that has come to a day.
  public init(seed: UInt64, today: CivilDate) {
    self.seed = seed
    self.today = today
    // An hour before the day on which the ministry stands: its other records are made in that day's first moment.
    let hour = ClockTime(hour: 23, minute: 0) ?? .midnight
    clock = FixedClock(OfficeZone.instant(on: today.adding(days: -1), at: hour))
    ids = RecordIDSource(clock: clock)
  }

  /// Fulfils most duties that are due, and some that are not yet.
  public func fulfil(in database: any SQLDatabase) async throws -> Summary {
    let (today, yesterday) = (today, today.adding(days: -1))
    let (open, seats, tree) = try await database.read { connection in
      (
        try OpenDuty.all(on: connection), try DemoSeats(on: today, connection: connection),
        try UnitRecords.tree(asOf: today, on: connection)
      )
    }
    var chance = Chance(seed: seed, .duties)
    let deeds = open.compactMap { duty in DemoDeed(duty, until: yesterday, seats: seats, chance: &chance) }
    for start in stride(from: 0, to: deeds.count, by: Self.batch) {
      let part = deeds[start..<min(start + Self.batch, deeds.count)]
      let (steps, now) = (ids, clock.now())
      let numbers = part.map { _ in DemoDeed.Numbers(steps) }
      try await database.write { connection in
        for (deed, numbers) in zip(part, numbers) {
          try deed.write(numbers, steps: steps, at: now, in: tree, on: connection)
        }
      }
    }
    return Summary(duties: open.count, fulfilled: deeds.count)
  }

  /// Excuses a few of the people who have not done what was due, in the name of an actor who may; answers how many.
  public func excuse(in database: any SQLDatabase, by actor: Actor) async throws -> Int {
    let today = today
    let late = try await database.read { connection in
      try OpenDuty.all(on: connection).filter { $0.dueOn < today && ($0.owner ?? $0.subject) != nil }
    }
    var chance = Chance(seed: seed, .excuses)
    let excused = late.filter { _ in chance.permille(Self.excusedPermille) }.prefix(Self.mostExcused)
    let desk = DutyDesk(database: database, ids: ids)
    for duty in excused {
      let reason = chance.pick(Self.excuses) ?? ""
      try await desk.excuse(duty.id, reason: reason, by: actor, at: clock.now())
    }
    return excused.count
  }

  private static let excusedPermille = 20
  // Each is a transaction of its own.
  private static let mostExcused = 80
  private static let excuses = ["育児休業中のため、復帰した後に行います。", "長期の出張中でした。次の期に行います。", "病気休職中のため免除します。"]
}

/// A duty that nobody has done yet, as the demo needs it.
struct OpenDuty: Sendable {
  let id: RecordID<Duty>
  let plan: String
  let measure: String
  let employer: RecordID<Employer>
  let unit: RecordID<OrganizationUnit>?
  let office: String?
  let owner: RecordID<Employee>?
  let subject: RecordID<Employee>?
  let startsOn: CivilDate
  let dueOn: CivilDate
  let evidence: EvidenceKindID

  static func all(on connection: any SQLConnection) throws -> [OpenDuty] {
    try connection.rows(
      """
      SELECT id, plan_code, measure, employer, owner_unit, owner_office, owner_employee, about_employee, starts_on,
      due_on, evidence_kind FROM duty WHERE state = 'open' ORDER BY id
      """
    ).map { row in
      OpenDuty(
        id: try row.value(0),
        plan: try row.value(1),
        measure: try row.value(2),
        employer: try row.value(3),
        unit: try row.optional(4),
        office: try row.optional(5),
        owner: try row.optional(6),
        subject: try row.optional(7),
        startsOn: try row.value(8),
        dueOn: try row.value(9),
        evidence: EvidenceKindID(rawValue: try row.value(10))
      )
    }
  }
}
