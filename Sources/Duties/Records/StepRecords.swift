internal import CivilTime
internal import Journal
internal import Store

/// One change of a duty.
struct DutyStep: Sendable {
  /// What was done.
  enum Act: String, SQLStorable {
    case fulfilled
    case excused
    case reopened
    case handedOver = "handed-over"
    case reminded

    var japanese: String {
      switch self {
      case .fulfilled: "済みになりました"
      case .excused: "免除しました"
      case .reopened: "未了に戻しました"
      case .handedOver: "引き継ぎました"
      case .reminded: "催促しました"
      }
    }
  }

  let id: RecordID<DutyStep>
  let duty: RecordID<Duty>
  let at: Instant
  /// Nil for the system and the command line.
  let account: Int64?
  let act: Act
  var reason: String?
  var from: DutyOwner?
  var to: DutyOwner?
  let entry: RecordID<JournalEntry>
}

/// Reads and writes steps.
enum StepRecords {
  /// The reason code of a duty whose subject has left.
  static let left = "left"

  static func insert(_ steps: [DutyStep], on connection: any SQLConnection) throws {
    guard !steps.isEmpty else { return }
    try connection.insert(
      into: "duty_step",
      columns: ["id", "duty", "at", "by_account", "act", "reason", "from_owner", "to_owner", "entry"],
      rows: steps.map { step in
        [
          step.id.sqlValue, step.duty.sqlValue, step.at.sqlValue, step.account.map { .integer($0) } ?? .null,
          step.act.sqlValue, step.reason?.sqlValue ?? .null, step.from?.code.sqlValue ?? .null,
          step.to?.code.sqlValue ?? .null, step.entry.sqlValue,
        ]
      }
    )
  }

  /// The steps of a duty, the oldest first.
  static func steps(of duty: RecordID<Duty>, on connection: any SQLConnection) throws -> [DutyStep] {
    try connection.rows(
      """
      SELECT id, duty, at, by_account, act, reason, from_owner, to_owner, entry FROM duty_step
      WHERE duty = \(duty) ORDER BY id
      """
    ).map { row in
      DutyStep(
        id: try row.value(0),
        duty: try row.value(1),
        at: try row.value(2),
        account: try row.optional(3),
        act: try row.value(4),
        reason: try row.optional(5),
        from: try row.optional(6, as: String.self).flatMap { DutyOwner(code: $0) },
        to: try row.optional(7, as: String.self).flatMap { DutyOwner(code: $0) },
        entry: try row.value(8)
      )
    }
  }

  /// When each of some duties was last reminded of.
  static func reminders(
    of duties: [RecordID<Duty>],
    on connection: any SQLConnection
  ) throws -> [RecordID<Duty>: Instant] {
    var reminders: [RecordID<Duty>: Instant] = [:]
    for row in try connection.rows(
      """
      SELECT duty, MAX(at) FROM duty_step
      WHERE duty IN (\(list: duties)) AND act = \(DutyStep.Act.reminded) GROUP BY duty ORDER BY duty
      """
    ) {
      reminders[try row.value(0)] = try row.value(1, as: Instant.self)
    }
    return reminders
  }
}

extension JournalActor {
  /// The account, for a step.
  var accountNumber: Int64? {
    if case .account(let number) = self { number } else { nil }
  }
}
