internal import CivilTime
internal import Journal
internal import People
internal import Store

/// A journal entry before its actor, moment and number are known; never with free text.
struct JournalDraft {
  let kind: JournalKind
  var payload: [(StaticString, String)]

  func entry(in context: StepContext) -> JournalEntry {
    JournalEntry(
      id: context.entry,
      at: context.at,
      actor: context.actor,
      kind: kind,
      payload: JournalPayload(payload)
    )
  }
}

/// One act of the desk inside its transaction.
struct DutyChange {
  let reach: DutyReach
  let step: RecordID<DutyStep>
  let context: StepContext
  let connection: any SQLConnection

  func move(_ duty: Duty, to state: DutyState, reason: String) throws {
    let isMoved = try Settling.move(
      duty,
      to: state,
      reason: reason,
      step: step,
      in: context,
      on: connection
    )
    guard isMoved else { throw DutyRefusal.changedMeanwhile }
  }

  func handOver(_ duty: Duty, to owner: DutyOwner, reason: String) throws {
    try connection.execute(
      """
      UPDATE duty SET \(fragment: owner.assignments), owned_by_hand = TRUE, revision = revision + 1
      WHERE id = \(duty.id)
      """
    )
    var done = DutyStep(id: step, duty: duty.id, in: context, act: .handedOver)
    done.reason = reason
    done.from = duty.owner
    done.to = owner
    try StepRecords.insert([done], on: connection)
  }
}

extension DutyStep {
  init(id: RecordID<DutyStep>, duty: RecordID<Duty>, in context: StepContext, act: Act) {
    self.init(
      id: id,
      duty: duty,
      at: context.at,
      account: context.actor.accountNumber,
      act: act,
      entry: context.entry
    )
  }
}

extension DutyOwner {
  /// The owner as `SET` takes it.
  var assignments: SQLText {
    """
    owner_kind = \(kind), owner_employee = \(person), owner_unit = \(unit), owner_office = \(office)
    """
  }
}

/// Whether an owner is there to take a duty over.
enum OwnerCheck {
  static func isThere(
    _ owner: DutyOwner,
    at employer: RecordID<Employer>,
    on today: CivilDate,
    connection: any SQLConnection
  ) throws -> Bool {
    switch owner {
    case .person(let id):
      try connection.row(
        """
        SELECT id FROM employee WHERE id = \(id) AND employer = \(employer) AND hired_on <= \(today)
        AND (left_on IS NULL OR left_on >= \(today))
        """
      ) != nil
    case .head(let unit):
      try connection.row(
        """
        SELECT u.id FROM unit u JOIN unit_period up ON up.unit = u.id
        WHERE u.id = \(unit) AND u.employer = \(employer) AND up.valid_from <= \(today)
        AND (up.valid_to IS NULL OR up.valid_to >= \(today)) ORDER BY up.valid_from
        """
      ) != nil
    case .office(_, let other): other == employer
    }
  }
}
