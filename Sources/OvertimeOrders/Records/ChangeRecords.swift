internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// Reads and appends what others propose for a claim, and the owner's answers.
enum ChangeRecords {
  static func changes(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [ClaimChange] {
    try connection.rows(
      """
      SELECT \(fragment: columns) \(fragment: tables) WHERE c.employee IN (\(list: employees))
      AND c.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound) ORDER BY c.work_date, c.id
      """
    ) { try change($0) }
  }

  static func change(_ id: RecordID<ClaimChange>, on connection: any SQLConnection) throws -> ClaimChange? {
    try connection.row("SELECT \(fragment: columns) \(fragment: tables) WHERE c.id = \(id)").map {
      try change($0)
    }
  }

  /// A change with whose claim it concerns, for those who watch over changes.
  struct Watched: Sendable {
    let change: ClaimChange
    let name: String
    let proposer: RecordID<Employee>
    /// When the work was done by what the owner claimed; nil where its length alone is known.
    let claimedTimes: WorkedStretches?

    /// 下げるもの – what the change would lower first of all.
    enum Lowered: Sendable, Hashable {
      /// Overtime.
      case overtime(Minutes)
      /// Work that is no overtime: the regular hours of a holiday (休日給).
      case work(Minutes)
      /// Only the pay class of the same minutes.
      case payClass

      var japanese: String {
        switch self {
        case .overtime: "超過勤務の時間"
        case .work: "休日の勤務の時間"
        case .payClass: "支給区分"
        }
      }

      var length: Minutes {
        switch self {
        case .overtime(let length), .work(let length): length
        case .payClass: .zero
        }
      }
    }

    var lowered: Lowered {
      let overtime = change.claimed - change.amount.length
      if overtime > .zero { return .overtime(overtime) }
      // A length alone tells of no time of work, but that nought strikes all of it.
      let left = change.amount.worked?.length ?? (change.amount.length == .zero ? .zero : nil)
      guard let claimedTimes, let left, left < claimedTimes.length else { return .payClass }
      return .work(claimedTimes.length - left)
    }

    /// What the owner claimed, as people read it: 0:00（9:30–18:15）.
    var claimed: String { claimedTimes.map { "\(change.claimed)（\($0.japanese)）" } ?? "\(change.claimed)" }
  }

  /// The changes proposed in a span of time that would lower a claim, the newest first.
  static func downward(
    from first: Instant,
    to end: Instant,
    in scope: PersonScope,
    on today: CivilDate,
    connection: any SQLConnection
  ) throws -> [Watched] {
    let which: SQLText = """
      c.proposed_at >= \(first) AND c.proposed_at < \(end) AND \(fragment: isDownward)
      AND \(fragment: scope.condition(employeeColumn: "c.employee", on: today))
      """
    let times = try claimedTimes(which, on: connection)
    return try connection.rows(
      """
      SELECT \(fragment: columns), o.family_name, o.given_name, c.proposer
      \(fragment: tables) JOIN employee o ON o.id = c.employee WHERE \(fragment: which) ORDER BY c.id DESC
      """
    ) { row in
      let change = try change(row)
      return Watched(
        change: change,
        name: try row.value(16, as: String.self) + " " + row.value(17, as: String.self),
        proposer: try row.value(18),
        claimedTimes: try change.declaration.flatMap { times[$0] }.map { try WorkedStretches($0) }
      )
    }
  }

  /// The times of the claims that stood when changes were proposed.
  private static func claimedTimes(
    _ which: SQLText,
    on connection: any SQLConnection
  ) throws -> [RecordID<OvertimeDeclaration>: [Range<ClockTime>]] {
    var times: [RecordID<OvertimeDeclaration>: [Range<ClockTime>]] = [:]
    try connection.forEachRow(
      """
      SELECT s.declaration, s.from_minute, s.to_minute FROM overtime_stretch s WHERE s.declaration IN (
        SELECT c.declaration FROM overtime_change c WHERE \(fragment: which))
      ORDER BY s.declaration, s.from_minute
      """
    ) { row in
      let from: ClockTime = try row.value(1)
      times[try row.value(0), default: []].append(from..<max(from, try row.value(2)))
    }
    return times
  }

  /// Of changes proposed before it was noted, their minutes tell.
  private static let isDownward: SQLText = "COALESCE(c.is_downward, c.minutes < c.claimed_minutes)"

  static func insert(
    _ change: ClaimChange,
    by actor: (account: Int64, employee: RecordID<Employee>),
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO overtime_change
      (id, employee, work_date, declaration, claimed_minutes, minutes, stretches, reason, capacity, proposed_at,
      proposed_by, proposer, is_downward)
      VALUES (\(change.id), \(change.employee), \(change.date), \(change.declaration), \(change.claimed), \
      \(change.amount.length), \(change.amount.storedStretches), \(change.reason), \(change.capacity), \
      \(change.proposedAt), \(actor.account), \(actor.employee), \(change.isDownward))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` where the owner answered before.
  static func answer(
    _ change: RecordID<ClaimChange>,
    _ answer: ChangeAnswer,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO overtime_change_answer (change, answer, words, at, by_account)
      VALUES (\(change), \(answer.kind), \(answer.words), \(answer.at), \(account))
      """
    )
  }

  private static let columns: SQLText = """
    c.id, c.employee, c.work_date, c.declaration, c.claimed_minutes, c.minutes, c.stretches, c.reason, c.capacity,
    c.proposed_at, p.family_name, p.given_name, a.answer, a.words, a.at,
    \(fragment: isDownward)
    """

  private static let tables: SQLText = """
    FROM overtime_change c JOIN employee p ON p.id = c.proposer
    LEFT JOIN overtime_change_answer a ON a.change = c.id
    """

  private static func change(_ row: SQLRow) throws -> ClaimChange {
    let answer: ChangeAnswer.Kind? = try row.optional(12)
    return ClaimChange(
      id: try row.value(0),
      employee: try row.value(1),
      date: try row.value(2),
      declaration: try row.optional(3),
      claimed: try row.value(4),
      amount: try AmountColumns.amount(row, at: 5),
      isDownward: try row.value(15),
      reason: try row.value(7),
      capacity: try row.value(8),
      proposedAt: try row.value(9),
      proposerName: try row.value(10, as: String.self) + " " + row.value(11, as: String.self),
      answer: try answer.map { ChangeAnswer(kind: $0, words: try row.optional(13), at: try row.value(14)) }
    )
  }
}
