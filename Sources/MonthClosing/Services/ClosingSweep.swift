package import CivilTime
internal import Journal
package import People
package import Store

/// 期限切れの一括確定 – closes the months of an employer whose last day to act has passed, so that nothing stops.
///
/// Each is marked as closed by time-out; who never confirmed may still do so, or object.
package struct ClosingSweep: Sendable {
  /// What was done.
  package struct Report: Sendable, Hashable {
    /// How many months were closed now.
    package var closed = 0
    /// How many had been approved before.
    package var approvedBefore = 0
    /// How many still have time.
    package var notDue = 0
  }

  /// Who starts it.
  package enum Starter: Sendable, Hashable {
    /// A personnel officer, by account and name.
    case account(Int64, name: String)
    /// A command of the operator.
    case commandLine
    /// The server, once a day.
    case server

    fileprivate var author: ClosingStep.Author {
      switch self {
      case .account(let number, let name): .account(number, name: name)
      case .commandLine, .server: .system
      }
    }

    fileprivate var journal: JournalActor {
      switch self {
      case .account(let number, _): .account(number)
      case .commandLine: .commandLine
      case .server: .system
      }
    }
  }

  /// How many people share a transaction: others write in between.
  private static let chunk = 500

  private let database: any SQLDatabase
  private let ids: RecordIDSource

  package init(database: any SQLDatabase, ids: RecordIDSource) {
    self.database = database
    self.ids = ids
  }

  /// How many months before this one the daily sweep looks at: what was sent back late is due later.
  private static let monthsBack = 2

  /// Closes what is overdue of every employer's last months, once a day; months before an employer took up the procedure
  /// are left alone: it sets its terms, or one of its people's months is checked or approved by a person.
  ///
  /// - Returns: how many months were closed now; nil where nothing was to be looked through.
  /// - Throws: `StoreError` from the engine.
  package func runDue(at now: Instant) async throws -> Int? {
    let today = OfficeZone.date(of: now)
    let due = try await database.glance { try ClosingSweepRecords.due(on: today, connection: $0) }
    var closed: Int?
    var failure: (any Error)?
    for employer in due {
      do {
        let count = try await closeDue(of: employer, at: now)
        closed = (closed ?? 0) + count
        try await database.write { connection in
          try ClosingSweepRecords.insert(employer, on: today, closed: count, at: now, connection: connection)
        }
      } catch StoreError.unique {
        // Another process sweeps at the same time; what it leaves is found in a minute.
      } catch {
        // One employer's trouble does not stop the others.
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return closed
  }

  private func closeDue(of employer: RecordID<Employer>, at now: Instant) async throws -> Int {
    let newest = OfficeZone.date(of: now).yearMonth
    var closed = 0
    for back in (1...Self.monthsBack).reversed() {
      let month = newest.adding(months: -back)
      let isInUse = try await database.read {
        try ClosingSweepRecords.isInUse(by: employer, in: month, on: $0)
      }
      guard isInUse else { continue }
      closed += try await close(employer, month, by: .server, at: now).closed
    }
    return closed
  }

  /// Closes what is overdue of an employer's month; started again, it goes on where it was stopped.
  ///
  /// - Throws: `StoreError` from the engine.
  package func close(
    _ employer: RecordID<Employer>,
    _ month: YearMonth,
    by starter: Starter,
    at now: Instant
  ) async throws -> Report {
    let today = OfficeZone.date(of: now)
    let (staff, approved, reading, dues) = try await database.read { connection in
      let tree = try UnitRecords.tree(asOf: min(month.lastDay, today), on: connection)
      return (
        try ClosingPeopleRecords.staff(of: employer, in: month, on: connection),
        try ClosingPeopleRecords.approved(of: employer, in: month, on: connection),
        ClosingReading(month: month, today: today, tree: tree),
        ClosingDues(try ClosingTermsRecords.terms(of: employer, in: month, on: connection), of: month)
      )
    }
    let open = staff.filter { !approved.contains($0) }
    var report = Report(approvedBefore: staff.count - open.count)
    // Nobody's time is over before; a return only moves it.
    guard today > dues.timeOut else {
      report.notDue = open.count
      return report
    }
    var start = 0
    while start < open.count {
      let part = Array(open[start..<min(start + Self.chunk, open.count)])
      start += part.count
      let done = try await database.write { connection in
        try close(part, of: employer, reading, by: starter, at: now, on: connection)
      }
      report.closed += done.closed
      report.approvedBefore += done.approvedBefore
      report.notDue += done.notDue
    }
    return report
  }

  private func close(
    _ people: [RecordID<Employee>],
    of employer: RecordID<Employer>,
    _ reading: ClosingReading,
    by starter: Starter,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> Report {
    let open = try reading.cases(of: people, on: connection).filter { $0.state.stage != .approved }
    let overdue = open.filter { one in
      reading.today > one.dues.timeOut && one.rules.refusal(of: .approve, on: reading.today) == nil
    }
    let report = Report(
      closed: overdue.count,
      approvedBefore: people.count - open.count,
      notDue: open.count - overdue.count
    )
    guard !overdue.isEmpty else { return report }
    let steps = overdue.map { one in
      one.step(.approve, id: ids.next(), at: now, by: starter.author, as: .timeOut)
    }
    try ClosingStepRecords.insert(steps, on: connection)
    let kept = overdue.map { $0.snapshot(id: ids.next(), at: now, tree: reading.tree) }
    try ClosedMonthRecords.insert(kept, on: connection)
    try JournalRecords.append(
      JournalEntry(
        id: ids.next(),
        at: now,
        actor: starter.journal,
        kind: MonthClosingKinds.swept,
        payload: JournalPayload([
          ("employer", "\(employer)"), ("month", reading.month.iso), ("closed", "\(overdue.count)"),
        ])
      ),
      on: connection
    )
    return report
  }
}
