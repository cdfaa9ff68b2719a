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
    /// Overtime of the day; it replaces what was declared before.
    case overtime(length: Minutes, isSpecial: Bool, reason: String)
    /// A clock record that was forgotten.
    case punch(kind: Punch.Kind, time: ClockTime, reason: String)
  }

  /// Writes an entry for the actor's own day.
  ///
  /// The same `once` writes it once.
  ///
  /// - Throws: ``ClockService/Refusal/notEmployed``; ``ClockService/Refusal/keyUsedOtherwise`` for a key that wrote
  ///   something else before.
  public func record(
    _ entry: Entry,
    on date: CivilDate,
    for actor: Actor,
    at now: Instant,
    once: String?
  ) async throws {
    guard let employee = actor.employee else { throw ClockService.Refusal.notEmployed }
    let id = ids.next(Entry.self).number
    let journalID: RecordID<JournalEntry> = ids.next()
    let mark = Self.mark(of: entry, on: date)
    try await database.write { connection in
      if let once, let known = try OnceRecords.outcome(of: once, account: actor.account, on: connection) {
        guard known == mark else { throw ClockService.Refusal.keyUsedOtherwise }
        return
      }
      switch entry {
      case .overtime(let length, let isSpecial, let reason):
        let declaration = OvertimeDeclaration(
          date: date,
          length: length,
          isSpecial: isSpecial,
          reason: reason,
          recordedAt: now
        )
        try OvertimeRecords.insert(
          declaration,
          id: RecordID(id),
          of: employee,
          by: actor.account.number,
          on: connection
        )
      case .punch(let kind, let time, let reason):
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
        try PunchRecords.insert(punch, by: actor.account.number, on: connection)
      }
      try MonthTotalling.refresh(employee, date.yearMonth, on: connection)
      if let once {
        try OnceRecords.remember(mark, of: once, account: actor.account, at: now, on: connection)
      }
      try JournalRecords.append(
        JournalEntry(
          id: journalID,
          at: now,
          actor: .account(actor.account.number),
          kind: Self.kind(of: entry),
          employee: employee,
          unit: actor.unit,
          payload: JournalPayload([("record", "\(id)"), ("date", date.iso)])
        ),
        on: connection
      )
    }
  }

  /// By what the same entry is known again: a digest, for it holds what somebody wrote.
  private static func mark(of entry: Entry, on date: CivilDate) -> String {
    let text =
      switch entry {
      case .overtime(let length, let isSpecial, let reason):
        "overtime \(date.iso) \(length.count) \(isSpecial) \(reason)"
      case .punch(let kind, let time, let reason):
        "punch \(date.iso) \(kind.rawValue) \(time.minutesFromMidnight) \(reason)"
      }
    let digits = Array("0123456789abcdef".utf8)
    let digest = SHA256.hash(data: Array(text.utf8)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "day " + String(decoding: digest, as: UTF8.self)
  }

  private static func kind(of entry: Entry) -> JournalKind {
    switch entry {
    case .overtime: WorkingTimeKinds.overtimeDeclared
    case .punch: WorkingTimeKinds.punchEntered
    }
  }
}
