public import Access
public import CivilTime
internal import Journal
internal import People
public import Store

/// Recording that somebody came or went, by the server's clock, and taking it back within five minutes.
public struct ClockService: Sendable {
  /// What came of a press of the button.
  public struct Outcome: Sendable, Hashable {
    /// The record.
    public let punch: RecordID<Punch>
    /// Coming or going.
    public let kind: Punch.Kind
    /// The day of work.
    public let workDate: CivilDate
    /// The time from that day's midnight.
    public let time: ClockTime
  }

  /// Why nothing could be recorded.
  public enum Refusal: Error, Sendable, Hashable {
    /// The account belongs to no employee.
    case notEmployed
    /// The record is older than five minutes, taken back already, or somebody else's.
    case cannotUndo
    /// The key was sent before, for something else.
    case keyUsedOtherwise
  }

  /// How long a record may be taken back, in milliseconds.
  public static let undoWindow: Int64 = 5 * 60 * 1000

  private let database: any SQLDatabase
  private let ids: RecordIDSource

  /// The service on a database.
  public init(database: any SQLDatabase, ids: RecordIDSource) {
    self.database = database
    self.ids = ids
  }

  /// Records an arrival or a departure now.
  ///
  /// The same `once` records it once and answers the same again.
  ///
  /// - Throws: ``Refusal/notEmployed``; ``Refusal/keyUsedOtherwise`` for a key that did something else before.
  public func record(
    _ kind: Punch.Kind,
    for actor: Actor,
    at now: Instant,
    source: Punch.Source,
    once: String?
  ) async throws -> Outcome {
    guard let employee = actor.employee else { throw Refusal.notEmployed }
    let id: RecordID<Punch> = ids.next()
    let entryID: RecordID<JournalEntry> = ids.next()
    let today = OfficeZone.date(of: now)
    return try await database.write { connection in
      if let once, let known = try Self.known(once, kind, actor.account, on: connection) { return known }
      let recent = try PunchRecords.recent(of: employee, asOf: today, on: connection).filter(\.counts)
      let moment = WorkDateRule.workDate(
        of: kind,
        on: today,
        at: OfficeZone.time(of: now),
        open: Self.openDay(recent)
      )
      let punch = Punch(
        id: id,
        employee: employee,
        workDate: moment.date,
        time: moment.time,
        kind: kind,
        source: source,
        recordedAt: now
      )
      try PunchRecords.insert(punch, by: actor.account.number, on: connection)
      try ClockTotalling.add(punch, after: recent, on: connection)
      let outcome = Outcome(punch: id, kind: kind, workDate: moment.date, time: moment.time)
      if let once {
        try OnceRecords.remember(
          ClockOutcomeText.text(outcome),
          of: once,
          account: actor.account,
          at: now,
          on: connection
        )
      }
      try JournalRecords.append(Self.entry(entryID, punch, actor), on: connection)
      return outcome
    }
  }

  /// Takes back one's own record of the last five minutes by a record beside it.
  ///
  /// - Throws: ``Refusal/notEmployed``, ``Refusal/cannotUndo``.
  public func undo(_ id: RecordID<Punch>, for actor: Actor, at now: Instant) async throws -> Punch {
    guard let employee = actor.employee else { throw Refusal.notEmployed }
    let entryID: RecordID<JournalEntry> = ids.next()
    let today = OfficeZone.date(of: now)
    return try await database.write { connection in
      let recent = try PunchRecords.punches(of: employee, in: today.adding(days: -1)...today, on: connection)
      guard let punch = recent.first(where: { $0.id == id }), punch.counts, punch.source != .card,
        now - punch.recordedAt <= Self.undoWindow
      else { throw Refusal.cannotUndo }
      try PunchRecords.cancel(id, at: now, by: actor.account.number, on: connection)
      try MonthTotalling.refresh(employee, punch.workDate.yearMonth, on: connection)
      let entry = JournalEntry(
        id: entryID,
        at: now,
        actor: .account(actor.account.number),
        kind: WorkingTimeKinds.punchCancelled,
        employee: employee,
        unit: actor.unit,
        payload: JournalPayload([("punch", "\(id)")])
      )
      try JournalRecords.append(entry, on: connection)
      return punch
    }
  }

  /// The day of an arrival that no departure has followed.
  static func openDay(_ recent: [Punch]) -> CivilDate? {
    guard let newest = recent.last, newest.kind == .arrival else { return nil }
    return newest.workDate
  }

  private static func known(
    _ once: String,
    _ kind: Punch.Kind,
    _ account: RecordID<Account>,
    on connection: any SQLConnection
  ) throws -> Outcome? {
    guard let text = try OnceRecords.outcome(of: once, account: account, on: connection) else { return nil }
    guard let outcome = ClockOutcomeText.outcome(text), outcome.kind == kind else {
      throw Refusal.keyUsedOtherwise
    }
    return outcome
  }

  private static func entry(_ id: RecordID<JournalEntry>, _ punch: Punch, _ actor: Actor) -> JournalEntry {
    JournalEntry(
      id: id,
      at: punch.recordedAt,
      actor: .account(actor.account.number),
      kind: punch.kind == .arrival ? WorkingTimeKinds.clockedIn : WorkingTimeKinds.clockedOut,
      employee: punch.employee,
      unit: actor.unit,
      payload: JournalPayload([
        ("punch", "\(punch.id)"), ("date", punch.workDate.iso),
        ("minute", "\(punch.time.minutesFromMidnight)"),
      ])
    )
  }
}

/// The outcome of a press as it is remembered under its key: `punch kind date minute`.
enum ClockOutcomeText {
  static func text(_ outcome: ClockService.Outcome) -> String {
    let minute = outcome.time.minutesFromMidnight
    return "\(outcome.punch) \(outcome.kind.rawValue) \(outcome.workDate.iso) \(minute)"
  }

  static func outcome(_ text: String) -> ClockService.Outcome? {
    let words = text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    guard words.count == 4, let punch = RecordID<Punch>(text: words[0]),
      let kind = Punch.Kind(rawValue: words[1]),
      let date = CivilDate(iso: words[2]), let minute = Int(words[3]),
      let time = ClockTime(minutesFromMidnight: minute)
    else { return nil }
    return ClockService.Outcome(punch: punch, kind: kind, workDate: date, time: time)
  }
}
