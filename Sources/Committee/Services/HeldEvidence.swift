internal import Access
internal import CivilTime
internal import Duties
internal import Evidence
internal import Journal
internal import People
internal import Plan
internal import Store

/// 開催の証跡: that the committee met, as evidence of its measure.
struct HeldEvidence: Sendable {
  let desk: MeetingDesk
  let id: RecordID<EvidenceEntry>
  let entry: RecordID<JournalEntry>

  /// One meeting is one piece of evidence, with the first employer of the plan, and settles the duty of each employer.
  func record(_ meeting: Meeting, _ plan: ActionPlan, on connection: any SQLConnection) throws {
    guard let measure = plan.committeeMeasure else { return }
    let employers = try EmployerRecords.all(on: connection)
    let code = plan.employers.first?.code ?? ""
    let named = employers.first { $0.code.utf8.elementsEqual(code.utf8) }
    guard let lead = named ?? employers.first else { return }
    let account = desk.actor.account.number
    try EvidenceService.insert(
      EvidenceReport(
        plan: plan.code,
        measure: measure.text,
        kind: CommitteeKinds.meeting.id,
        employer: lead.id,
        unit: nil,
        heldOn: meeting.heldOn,
        text: "\(meeting.title)を開催しました。"
      ),
      id: id,
      entry: entry,
      by: .account(account),
      account: account,
      at: desk.now,
      in: UnitTree(units: [], date: meeting.heldOn),
      on: connection
    )
    for employer in employers {
      _ = try DutyFulfilment.fulfil(
        kind: CommitteeKinds.meeting.id,
        subject: .employer(employer.id),
        on: meeting.heldOn,
        measure: measure.text,
        seats: .all,
        by: .account(account),
        at: desk.now,
        entry: entry,
        steps: desk.ids,
        connection: connection
      )
    }
  }
}
