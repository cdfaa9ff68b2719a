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

    fileprivate var author: ClosingStep.Author {
      switch self {
      case .account(let number, let name): .account(number, name: name)
      case .commandLine: .system
      }
    }

    fileprivate var journal: JournalActor {
      switch self {
      case .account(let number, _): .account(number)
      case .commandLine: .commandLine
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
    let (staff, reading) = try await database.read { connection in
      let tree = try UnitRecords.tree(asOf: min(month.lastDay, today), on: connection)
      let staff = try ClosingPeopleRecords.staff(of: employer, in: month, on: connection)
      return (staff, ClosingReading(month: month, today: today, tree: tree))
    }
    var report = Report()
    var start = 0
    while start < staff.count {
      let part = Array(staff[start..<min(start + Self.chunk, staff.count)])
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
