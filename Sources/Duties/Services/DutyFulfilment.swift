public import Access
public import CivilTime
public import Journal
public import Store

/// 義務の履行 – settles duties by evidence, in the transaction that records the evidence.
public enum DutyFulfilment: Sendable {
  /// Whose duties evidence settles that names none.
  public enum Seats: Sendable, Hashable {
    /// Those of whoever owes them: for what the house itself records, such as that a meeting was held.
    case all
    /// Those of the seats that a person stands for: for what the person reports.
    case of(Actor)
  }

  /// What became of one duty.
  public enum Outcome: Sendable, Hashable {
    /// It is settled now.
    case settled
    /// It had been settled or excused before; nothing was changed.
    case alreadySettled
    /// It was changed after the form was drawn; nothing was changed.
    case changedMeanwhile
    /// It asks for another kind of evidence; nothing was changed.
    case otherKind
    /// There is no such duty.
    case notFound
  }

  /// Settles the open duties that this evidence fulfils; answers those settled, so that a page can say so.
  ///
  /// These are the duties of the kind about the subject that lie with the seats and that ``EvidenceDay`` admits; the
  /// oldest one of each rule. With `measure` only those of the measure.
  public static func fulfil(
    kind: EvidenceKindID,
    subject: DutySubject,
    on day: CivilDate,
    measure: String? = nil,
    seats: Seats,
    by actor: JournalActor,
    at now: Instant,
    entry: RecordID<JournalEntry>,
    steps: RecordIDSource,
    connection: any SQLConnection
  ) throws -> [RecordID<Duty>] {
    let ofMeasure: SQLText = measure.map { "AND d.measure = \($0)" } ?? ""
    let open = try DutyRecords.duties(
      where: """
        d.state = 'open' AND \(fragment: about(subject)) AND d.evidence_kind = \(kind)
        \(fragment: ofMeasure) AND \(fragment: try lying(with: seats, on: connection))
        """,
      on: connection
    ).filter { EvidenceDay.admits(day, to: $0) }
    var rules: Set<DutyRuleKey> = []
    var settled: [RecordID<Duty>] = []
    let context = StepContext(actor: actor, at: now, entry: entry)
    for duty in open.sorted(by: { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) })
    where rules.insert(duty.rule).inserted {
      let isSettled = try Settling.move(
        duty,
        to: .fulfilled(on: day, entry: entry),
        step: steps.next(),
        in: context,
        on: connection
      )
      if isSettled { settled.append(duty.id) }
    }
    return settled
  }

  /// Settles one duty by evidence of its kind; whether somebody may do so is for the caller to judge.
  ///
  /// Who names the duty has said to which period the evidence belongs, so that the day is not asked. `revision` is that
  /// of the form; nil settles it as it is.
  public static func fulfil(
    _ id: RecordID<Duty>,
    with kind: EvidenceKindID,
    revision: Int?,
    on day: CivilDate,
    by actor: JournalActor,
    at now: Instant,
    entry: RecordID<JournalEntry>,
    steps: RecordIDSource,
    connection: any SQLConnection
  ) throws -> Outcome {
    guard let duty = try DutyRecords.duty(id, on: connection) else { return .notFound }
    guard duty.state.isOpen else { return .alreadySettled }
    guard duty.evidence == kind else { return .otherKind }
    guard revision.map({ $0 == duty.revision }) ?? true else { return .changedMeanwhile }
    let isSettled = try Settling.move(
      duty,
      to: .fulfilled(on: day, entry: entry),
      step: steps.next(),
      in: StepContext(actor: actor, at: now, entry: entry),
      on: connection
    )
    return isSettled ? .settled : .changedMeanwhile
  }

  private static func lying(with seats: Seats, on connection: any SQLConnection) throws -> SQLText {
    switch seats {
    case .all: "TRUE"
    case .of(let actor): try DutyReach(actor, on: connection).owned
    }
  }

  private static func about(_ subject: DutySubject) -> SQLText {
    switch subject {
    case .employee(let id): "d.about_employee = \(id)"
    case .unit(let id): "d.about_unit = \(id)"
    case .employer(let id): "d.employer = \(id) AND d.about_employee IS NULL AND d.about_unit IS NULL"
    }
  }
}
