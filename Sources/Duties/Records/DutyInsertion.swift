internal import CivilTime
internal import People
internal import Store

/// A duty that is to be opened.
struct NewDuty: Sendable {
  let rule: DutyRuleKey
  let occasion: String
  let year: FiscalYear
  let employer: RecordID<Employer>
  let bureau: RecordID<OrganizationUnit>?
  let owner: DutyOwner
  let subject: DutySubject
  let evidence: EvidenceKindID
  let isBulkSafe: Bool
  let startsOn: CivilDate
  let dueOn: CivilDate
  /// The words of a duty that no rule asks for.
  let task: String?

  /// The key under which it is opened once.
  var key: OccasionKey { OccasionKey(occasion: occasion, subject: subject.key) }
}

/// Occasion and subject: what distinguishes the duties of a rule.
struct OccasionKey: Hashable, Sendable {
  let occasion: String
  let subject: String
}

extension DutyRecords {
  static func insert(
    _ duties: [(id: RecordID<Duty>, duty: NewDuty)],
    openedOn day: CivilDate,
    on connection: any SQLConnection
  ) throws {
    try connection.insert(
      into: "duty",
      columns: [
        "id", "plan_code", "measure", "rule", "occasion", "subject_key", "fiscal_year", "employer", "bureau",
        "owner_kind", "owner_employee", "owner_unit", "owner_office", "owned_by_hand", "about_employee",
        "about_unit", "task", "starts_on", "opened_on", "due_on", "evidence_kind", "bulk_safe", "state",
        "settled_on", "fulfilled_by", "revision",
      ],
      rows: duties.map { values($0.id, $0.duty, day) }
    )
  }

  private static func values(_ id: RecordID<Duty>, _ duty: NewDuty, _ day: CivilDate) -> [SQLValue] {
    var values: [SQLValue] = [id.sqlValue, duty.rule.plan.sqlValue, duty.rule.measure.sqlValue]
    values.reserveCapacity(26)
    values += [duty.rule.name.sqlValue, duty.occasion.sqlValue, duty.subject.key.sqlValue]
    values += [duty.year.startYear.sqlValue, duty.employer.sqlValue, .integer(duty.bureau?.number ?? 0)]
    values += [duty.owner.kind.sqlValue, duty.owner.person?.sqlValue ?? .null]
    values += [duty.owner.unit?.sqlValue ?? .null, duty.owner.office?.sqlValue ?? .null]
    values += [(duty.task != nil).sqlValue]
    values += [duty.subject.employee?.sqlValue ?? .null, duty.subject.unit?.sqlValue ?? .null]
    values += [duty.task?.sqlValue ?? .null, duty.startsOn.sqlValue, day.sqlValue, duty.dueOn.sqlValue]
    values += [duty.evidence.sqlValue, duty.isBulkSafe.sqlValue, StateCode.open.sqlValue]
    values += [.null, .null, .integer(0)]
    return values
  }

  /// The keys of a rule's duties from a fiscal year on.
  static func keys(
    of rule: DutyRuleKey,
    from year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> Set<OccasionKey> {
    var keys: Set<OccasionKey> = []
    try connection.forEachRow(
      """
      SELECT occasion, subject_key FROM duty WHERE plan_code = \(rule.plan) AND measure = \(rule.measure)
      AND rule = \(rule.name) AND (fiscal_year >= \(year.startYear) OR occasion = 'once')
      """
    ) { row in
      keys.insert(OccasionKey(occasion: try row.value(0), subject: try row.value(1)))
    }
    return keys
  }
}
