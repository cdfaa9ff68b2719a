internal import CivilTime
internal import People
internal import Store

/// Reads and appends voices and their answers.
enum VoiceRecords {
  /// The newest first; `units` leaves out those of other units.
  static func all(
    of plan: String,
    units: Set<RecordID<OrganizationUnit>>?,
    limit: Int,
    on connection: any SQLConnection
  ) throws -> [Voice] {
    let reach: SQLText = units.map { "AND v.unit IN (\(list: $0.sorted()))" } ?? ""
    return try connection.rows(
      """
      \(fragment: columns) WHERE v.plan_code = \(plan) \(fragment: reach)
      ORDER BY v.received_on DESC, v.id DESC LIMIT \(limit)
      """
    ).map(voice)
  }

  static func voice(
    _ id: RecordID<Voice>,
    of plan: String,
    on connection: any SQLConnection
  ) throws -> Voice? {
    try connection.row("\(fragment: columns) WHERE v.plan_code = \(plan) AND v.id = \(id)").map(voice)
  }

  /// Those that wait for an answer, the oldest first.
  static func unanswered(of plan: String, on connection: any SQLConnection) throws -> [Voice] {
    try connection.rows(
      """
      \(fragment: columns) WHERE v.plan_code = \(plan) AND a.revision IS NULL
      ORDER BY v.received_on, v.id
      """
    ).map(voice)
  }

  /// How many came in a span of days, and after how many days each of those answered was first answered.
  static func delays(
    of plan: String,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> (received: Int, delays: [Int]) {
    let rows = try connection.rows(
      """
      SELECT v.received_on, a.answered_on FROM voice v
      LEFT JOIN voice_answer a ON a.voice = v.id AND a.revision = 1
      WHERE v.plan_code = \(plan) AND v.received_on >= \(days.lowerBound)
      AND v.received_on <= \(days.upperBound) ORDER BY v.id
      """
    )
    let delays = try rows.compactMap { row -> Int? in
      guard let answered: CivilDate = try row.optional(1) else { return nil }
      return try row.value(0, as: CivilDate.self).distance(to: answered)
    }
    return (rows.count, delays)
  }

  static func append(
    _ voice: Voice,
    plan: String,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO voice
      (id, plan_code, received_on, employer, unit, origin, theme, text, recorded_by, recorded_at)
      VALUES (\(voice.id), \(plan), \(voice.receivedOn), \(voice.employer), \(voice.unit), \(voice.origin), \
      \(voice.theme), \(voice.text), \(account), \(now))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when the revision is taken.
  static func append(
    _ answer: VoiceAnswer,
    to voice: RecordID<Voice>,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO voice_answer (voice, revision, text, outcome, answered_on, at, by_account)
      VALUES (\(voice), \(answer.revision), \(answer.text), \(answer.outcome), \(answer.answeredOn), \(now), \
      \(account))
      """
    )
  }

  private static let columns: SQLText = """
    SELECT v.id, v.received_on, v.employer, v.unit, v.origin, v.theme, v.text,
    a.revision, a.text, a.outcome, a.answered_on FROM voice v
    LEFT JOIN voice_answer a ON a.voice = v.id AND a.revision = (
      SELECT MAX(n.revision) FROM voice_answer n WHERE n.voice = v.id)
    """

  private static func voice(_ row: SQLRow) throws -> Voice {
    Voice(
      id: try row.value(0),
      receivedOn: try row.value(1),
      employer: try row.value(2),
      unit: try row.optional(3),
      origin: try row.value(4),
      theme: try row.value(5),
      text: try row.value(6),
      answer: try row.optional(7, as: Int.self).map { revision in
        VoiceAnswer(
          revision: revision,
          text: try row.value(8),
          outcome: try row.value(9),
          answeredOn: try row.value(10)
        )
      }
    )
  }
}
