public import Access
public import CivilTime
internal import Crypto
internal import Journal
internal import People
public import Store

/// Entering what the clock does not know: overtime of a day, and a record that was forgotten.
///
/// Late entry is never refused; what stood before stays beside it.
public struct DayCorrection: Sendable {
  private let database: any SQLDatabase
  private let ids: RecordIDSource

  /// The service on a database.
  public init(database: any SQLDatabase, ids: RecordIDSource) {
    self.database = database
    self.ids = ids
  }

  /// What somebody declares of their own day.
  public enum Entry: Sendable, Hashable {
    /// How long the overtime of the day was; it counts instead of what was declared before.
    case overtime(length: Minutes, isSpecial: Bool, reason: String)
    /// When work was done; what lies outside regular hours is overtime, and counts instead of what was declared before.
    case worked(WorkedStretches, isSpecial: Bool, reason: String)
    /// A clock record that was forgotten.
    case punch(kind: Punch.Kind, time: ClockTime, reason: String)
  }

  /// Why work cannot be declared as it was entered.
  public enum Refusal: Error, Sendable, Hashable {
    /// It overlaps what stands for the day before or after.
    case overlapping(CivilDate, WorkedStretches)
  }

  /// Writes an entry for the actor's own day; answers what counts as overtime of the day from now on, nil for a punch.
  ///
  /// The same `once` writes it once.
  ///
  /// - Throws: ``ClockService/Refusal/notEmployed``; ``ClockService/Refusal/keyUsedOtherwise`` for a key that wrote
  ///   something else before; ``Refusal/overlapping(_:_:)``.
  @discardableResult
  public func record(
    _ entry: Entry,
    on date: CivilDate,
    for actor: Actor,
    at now: Instant,
    once: String?
  ) async throws -> Minutes? {
    guard let employee = actor.employee else { throw ClockService.Refusal.notEmployed }
    let ids = ids
    let mark = Self.mark(of: entry, on: date)
    return try await database.write { connection in
      if let once, let known = try OnceRecords.outcome(of: once, account: actor.account, on: connection) {
        guard known == mark else { throw ClockService.Refusal.keyUsedOtherwise }
        return try OvertimeRecords.declarations(of: employee, in: date...date, on: connection).last?.length
      }
      // The newest counts: an identifier is made when it is this entry's turn, not while it waits behind others.
      let id = ids.next(Entry.self).number
      let by = actor.account.number
      let counted: Minutes?
      if let declaration = try Self.declaration(entry, RecordID(id), employee, date, now, by, on: connection)
      {
        try OvertimeRecords.insert(declaration, of: employee, on: connection)
        counted = declaration.length
      } else {
        counted = nil
      }
      if case .punch(let kind, let time, let reason) = entry {
        let punch = Punch(
          id: RecordID(id),
          employee: employee,
          workDate: date,
          time: time,
          kind: kind,
          source: .manual,
          recordedAt: now,
          reason: reason
        )
        try PunchRecords.insert(punch, by: by, on: connection)
      }
      try MonthTotalling.refresh(employee, date.yearMonth, on: connection)
      if let once {
        try OnceRecords.remember(mark, of: once, account: actor.account, at: now, on: connection)
      }
      try JournalRecords.append(
        JournalEntry(
          id: ids.next(),
          at: now,
          actor: .account(actor.account.number),
          kind: Self.kind(of: entry),
          employee: employee,
          unit: actor.unit,
          payload: JournalPayload([("record", "\(id)"), ("date", date.iso)])
        ),
        on: connection
      )
      return counted
    }
  }

  /// By what the same entry is known again: a digest, for it holds what somebody wrote.
  private static func mark(of entry: Entry, on date: CivilDate) -> String {
    let text =
      switch entry {
      case .overtime(let length, let isSpecial, let reason):
        "overtime \(date.iso) \(length.count) \(isSpecial) \(reason)"
      case .worked(let stretches, let isSpecial, let reason):
        "worked \(date.iso) \(stretches.japanese) \(isSpecial) \(reason)"
      case .punch(let kind, let time, let reason):
        "punch \(date.iso) \(kind.rawValue) \(time.minutesFromMidnight) \(reason)"
      }
    let digits = Array("0123456789abcdef".utf8)
    let digest = SHA256.hash(data: Array(text.utf8)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "day " + String(decoding: digest, as: UTF8.self)
  }

  private static func kind(of entry: Entry) -> JournalKind {
    switch entry {
    case .overtime, .worked: WorkingTimeKinds.overtimeDeclared
    case .punch: WorkingTimeKinds.punchEntered
    }
  }
}
