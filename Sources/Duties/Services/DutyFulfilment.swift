public import CivilTime
public import Journal
public import Store

/// 義務の履行 – settles duties by evidence, in the transaction that records the evidence.
public enum DutyFulfilment: Sendable {
  /// Evidence may belong to a duty up to so many days after the due day.
  static let mostDaysLate = 365

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
  /// These are the duties of the kind about the subject whose period had begun on the day and whose due day is not
  /// more than a year past; the oldest one of each rule. With `measure` only those of the measure.
  public static func fulfil(
    kind: EvidenceKindID,
    subject: DutySubject,
    on day: CivilDate,
    measure: String? = nil,
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
        AND d.starts_on <= \(day) AND d.due_on >= \(day.adding(days: -mostDaysLate)) \(fragment: ofMeasure)
        """,
      on: connection
    )
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
  /// `revision` is that of the form; nil settles it as it is.
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

  private static func about(_ subject: DutySubject) -> SQLText {
    switch subject {
    case .employee(let id): "d.about_employee = \(id)"
    case .unit(let id): "d.about_unit = \(id)"
    case .employer(let id): "d.employer = \(id) AND d.about_employee IS NULL AND d.about_unit IS NULL"
    }
  }
}
