internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store

/// Takes clock records of many people from a terminal of their employer.
///
/// A record is known again by terminal, person, kind and minute, so that a batch may be handed in as often as it takes.
struct TerminalDesk: Sendable {
  /// What came of one record.
  enum Outcome: Sendable, Hashable {
    case taken(Kept, TerminalDoubt?)
    /// It stands already.
    case known(Kept)
    /// No person of the terminal's employer has the number, or several have.
    case unknownEmployee
  }

  /// Where a record stands.
  struct Kept: Sendable, Hashable {
    let punch: RecordID<Punch>
    let workDate: CivilDate
    let time: ClockTime
  }

  let database: any SQLDatabase
  let ids: RecordIDSource

  /// Writes what does not stand yet, in one transaction; answers in the order given.
  ///
  /// - Parameter sent: when the batch was sent by the terminal's clock; nil where it does not say.
  func take(
    _ punches: [TerminalPunch],
    sent: Instant?,
    from terminal: Actor,
    at now: Instant
  ) async throws -> [Outcome] {
    let ids = ids
    return try await database.write { connection in
      let people = try Self.people(punches.map(\.number), of: terminal, at: now, on: connection)
      var outcomes = Array(repeating: Outcome.unknownEmployee, count: punches.count)
      var touched: Set<Touched> = []
      // In the order in which they happened: who came in the evening is there before leaving after midnight.
      for place in punches.indices.sorted(by: { (punches[$0].at, $0) < (punches[$1].at, $1) }) {
        let punch = punches[place]
        guard let employee = people[Array(punch.number.utf8)] else { continue }
        let doubt = TerminalDoubt(punch, arrived: now, sent: sent)
        let record = Record(punch: punch, employee: employee, terminal: terminal, arrived: now)
        if let kept = try record.known(on: connection) {
          outcomes[place] = .known(kept)
        } else {
          let kept = try record.keep(as: ids.next(), doubt: doubt, on: connection)
          outcomes[place] = .taken(kept, doubt)
          touched.insert(Touched(employee: employee, month: kept.workDate.yearMonth))
        }
      }
      for one in touched.sorted(by: { ($0.employee, $0.month) < ($1.employee, $1.month) }) {
        try MonthTotalling.refresh(one.employee, one.month, on: connection)
      }
      if !touched.isEmpty {
        try JournalRecords.append(Self.entry(ids.next(), outcomes, terminal, now), on: connection)
      }
      return outcomes
    }
  }

  private struct Touched: Hashable {
    let employee: RecordID<Employee>
    let month: YearMonth
  }

  /// The people of the terminal's employers by number; a number that several have is nobody's.
  private static func people(
    _ numbers: [String],
    of terminal: Actor,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> [[UInt8]: RecordID<Employee>] {
    let today = OfficeZone.date(of: now)
    let grants = try RoleGrantRecords.grants(of: terminal.account, on: today, connection: connection)
    let employers = grants.filter { $0.role == .terminal }.compactMap(\.employer)
    guard !employers.isEmpty, !numbers.isEmpty else { return [:] }
    let found = try connection.rows(
      """
      SELECT number, id FROM employee
      WHERE employer IN (\(list: employers)) AND number IN (\(list: Set(numbers).sorted()))
      """
    ) { row in
      (
        number: Array(try row.value(0, as: String.self).utf8),
        id: try row.value(1, as: RecordID<Employee>.self)
      )
    }
    return Dictionary(grouping: found, by: \.number).compactMapValues { $0.count == 1 ? $0[0].id : nil }
  }

  private static func entry(
    _ id: RecordID<JournalEntry>,
    _ outcomes: [Outcome],
    _ terminal: Actor,
    _ now: Instant
  ) -> JournalEntry {
    var counts = (taken: 0, known: 0, refused: 0)
    for outcome in outcomes {
      switch outcome {
      case .taken: counts.taken += 1
      case .known: counts.known += 1
      case .unknownEmployee: counts.refused += 1
      }
    }
    return JournalEntry(
      id: id,
      at: now,
      actor: .account(terminal.account.number),
      kind: WorkingTimeKinds.punchesReceived,
      payload: JournalPayload([
        ("taken", "\(counts.taken)"), ("known", "\(counts.known)"), ("refused", "\(counts.refused)"),
      ])
    )
  }
}

/// One record of a terminal on its way into the database.
private struct Record {
  let punch: TerminalPunch
  let employee: RecordID<Employee>
  let terminal: Actor
  let arrived: Instant

  private var date: CivilDate { OfficeZone.date(of: punch.at) }
  private var time: ClockTime { OfficeZone.time(of: punch.at) }

  /// The same record where it stands already, on its day or as the end of the night before; also one of a file.
  func known(on connection: any SQLConnection) throws -> TerminalDesk.Kept? {
    let late = time.minutesFromMidnight + 24 * 60
    return try connection.row(
      """
      SELECT id, work_date, minute FROM punch WHERE employee = \(employee) AND kind = \(punch.kind)
      AND source = \(Punch.Source.card) AND (recorded_by IS NULL OR recorded_by = \(terminal.account))
      AND ((work_date = \(date) AND minute = \(time)) OR (work_date = \(date.adding(days: -1)) AND minute = \(late)))
      ORDER BY id LIMIT 1
      """
    ).map { row in
      TerminalDesk.Kept(punch: try row.value(0), workDate: try row.value(1), time: try row.value(2))
    }
  }

  func keep(
    as id: RecordID<Punch>,
    doubt: TerminalDoubt?,
    on connection: any SQLConnection
  ) throws -> TerminalDesk.Kept {
    // Records that happened later may have come earlier: they say nothing of this one.
    let before = try PunchRecords.recent(of: employee, asOf: date, on: connection).filter { other in
      other.counts && (other.workDate < date || other.time <= time)
    }
    let moment = WorkDateRule.workDate(
      of: punch.kind,
      on: date,
      at: time,
      open: ClockService.openDay(before)
    )
    let kept = Punch(
      id: id,
      employee: employee,
      workDate: moment.date,
      time: moment.time,
      kind: punch.kind,
      source: .card,
      recordedAt: arrived,
      reason: doubt?.japanese
    )
    try PunchRecords.insert(kept, by: terminal.account.number, on: connection)
    return TerminalDesk.Kept(punch: id, workDate: moment.date, time: moment.time)
  }
}
