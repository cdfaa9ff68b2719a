internal import CivilTime
internal import Journal
internal import Store

/// Who changes a duty, when, and under which journal entry.
struct StepContext: Sendable {
  let actor: JournalActor
  let at: Instant
  let entry: RecordID<JournalEntry>
}

/// Changes the state of duties: the row, its step and its tally together.
enum Settling {
  /// Moves a duty to another state, if it is still as it was read; answers whether it was.
  static func move(
    _ duty: Duty,
    to state: DutyState,
    reason: String? = nil,
    step: RecordID<DutyStep>,
    in context: StepContext,
    on connection: any SQLConnection
  ) throws -> Bool {
    let (code, day, entry): (StateCode, CivilDate?, RecordID<JournalEntry>?) =
      switch state {
      case .open: (.open, nil, nil)
      case .fulfilled(let day, let entry): (.fulfilled, day, entry)
      case .excused(let day): (.excused, day, nil)
      }
    let changed = try connection.execute(
      """
      UPDATE duty SET state = \(code), settled_on = \(day), fulfilled_by = \(entry), revision = revision + 1
      WHERE id = \(duty.id) AND revision = \(duty.revision)
      """
    )
    guard changed == 1 else { return false }
    let act: DutyStep.Act =
      switch state {
      case .open: .reopened
      case .fulfilled: .fulfilled
      case .excused: .excused
      }
    let done = DutyStep(
      id: step,
      duty: duty.id,
      at: context.at,
      account: context.actor.accountNumber,
      act: act,
      reason: reason,
      entry: context.entry
    )
    try StepRecords.insert([done], on: connection)
    try TallyRecords.shift(duty, to: state, on: connection)
    return true
  }
}
