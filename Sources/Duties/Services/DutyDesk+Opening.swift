public import CivilTime
public import Journal
public import People
public import Store

/// 決定による義務 – a duty that no rule asks for, such as a decision of the committee.
public struct DutyOrder: Sendable, Hashable {
  /// The measure under which it counts.
  public let measure: DutyRuleKey
  /// What it came from, such as `decision:123`; opened once for each owner's subject.
  public let occasion: String
  /// The fiscal year in which it counts.
  public let year: FiscalYear
  /// The employer.
  public let employer: RecordID<Employer>
  /// Who owes it.
  public let owner: DutyOwner
  /// By when.
  public let dueOn: CivilDate
  /// What is to be done, as shown to the owner.
  public let task: String
  /// The kind of evidence that fulfils it.
  public let evidence: EvidenceKindID

  /// An order; `measure.name` tells its sort, such as `decision`.
  public init(
    measure: DutyRuleKey,
    occasion: String,
    year: FiscalYear,
    employer: RecordID<Employer>,
    owner: DutyOwner,
    dueOn: CivilDate,
    task: String,
    evidence: EvidenceKindID
  ) {
    self.measure = measure
    self.occasion = occasion
    self.year = year
    self.employer = employer
    self.owner = owner
    self.dueOn = dueOn
    self.task = task
    self.evidence = evidence
  }
}

extension DutyDesk {
  /// Opens a duty by order, in the transaction of the decision, with a journal entry.
  ///
  /// - Throws: ``DutyRefusal/ownerNotThere``; ``StoreError/unique(constraint:)`` when it was opened before.
  public static func open(
    _ order: DutyOrder,
    id: RecordID<Duty>,
    by actor: JournalActor,
    at now: Instant,
    entry: RecordID<JournalEntry>,
    on connection: any SQLConnection
  ) throws {
    let today = OfficeZone.date(of: now)
    guard try OwnerCheck.isThere(order.owner, at: order.employer, on: today, connection: connection) else {
      throw DutyRefusal.ownerNotThere
    }
    let (subject, unit): (DutySubject, RecordID<OrganizationUnit>?) =
      switch order.owner {
      case .person(let id): (.employee(id), try primaryUnit(of: id, on: today, connection: connection))
      case .head(let unit): (.unit(unit), unit)
      case .office(_, let employer): (.employer(employer), nil)
      }
    let tree = try UnitRecords.tree(asOf: today, on: connection)
    let bureau = unit.flatMap { unit in tree.unit(unit).map { tree.ancestors(of: unit).last?.id ?? $0.id } }
    let duty = NewDuty(
      rule: order.measure,
      occasion: order.occasion,
      year: order.year,
      employer: order.employer,
      bureau: bureau,
      owner: order.owner,
      subject: subject,
      evidence: order.evidence,
      isBulkSafe: false,
      startsOn: min(today, order.dueOn),
      dueOn: order.dueOn,
      task: order.task
    )
    try DutyRecords.insert([(id, duty)], openedOn: today, on: connection)
    try TallyRecords.recount(placeOf: duty, on: connection)
    let draft = JournalDraft(
      kind: DutyKinds.opened,
      payload: [
        ("measure", order.measure.measure), ("rule", order.measure.name), ("occasion", order.occasion),
        ("count", "1"), ("duty", "\(id)"),
      ]
    )
    let context = StepContext(actor: actor, at: now, entry: entry)
    try JournalRecords.append(draft.entry(in: context), on: connection)
  }

  private static func primaryUnit(
    of employee: RecordID<Employee>,
    on today: CivilDate,
    connection: any SQLConnection
  ) throws -> RecordID<OrganizationUnit>? {
    try connection.value(
      """
      SELECT p.unit FROM assignment a JOIN post p ON p.id = a.post
      WHERE a.employee = \(employee) AND a.kind = \(AssignmentKind.primary) AND a.valid_from <= \(today)
      AND (a.valid_to IS NULL OR a.valid_to >= \(today)) ORDER BY a.valid_from DESC, a.id DESC LIMIT 1
      """
    )
  }
}
