internal import CivilTime
internal import Duties
internal import Journal
internal import People
internal import Store

/// A report as it is stored, with everything that decides who may read it.
struct StoredEvidence: Sendable {
  let id: RecordID<EvidenceEntry>
  let plan: String
  let measure: String
  let kind: EvidenceKindID
  let employer: RecordID<Employer>
  let unit: RecordID<OrganizationUnit>?
  /// The unit at the top; 0 where there is none.
  let bureau: Int64
  let aboutEmployee: RecordID<Employee>?
  let year: FiscalYear
  let heldOn: CivilDate
  let quantity: Int?
  let quantityOf: Int?
  let text: String
  let link: String?
  let corrects: RecordID<EvidenceEntry>?
  let entry: RecordID<JournalEntry>
  let recordedAt: Instant
  let recordedBy: Int64
  let standing: EvidenceEntry.Standing

  /// As a reader sees it; without `isWhole`, what is about a person says nothing more.
  func entry(isWhole: Bool) -> EvidenceEntry {
    let content = EvidenceEntry.Content(
      aboutEmployee: aboutEmployee,
      quantity: quantity,
      quantityOf: quantityOf,
      text: text,
      link: link.flatMap { ExternalLink($0) }
    )
    return EvidenceEntry(
      id: id,
      plan: plan,
      measure: measure,
      kind: kind,
      employer: employer,
      unit: unit,
      year: year,
      heldOn: heldOn,
      isAboutPerson: aboutEmployee != nil,
      content: isWhole || aboutEmployee == nil ? content : nil,
      corrects: corrects,
      standing: standing,
      recordedAt: recordedAt
    )
  }

  /// The row of the tally to which it counts.
  var tallyKey: TallyKey {
    TallyKey(year: year, plan: plan, measure: measure, employer: employer, bureau: bureau)
  }

  static let columns: SQLText = """
    e.id, e.plan_code, e.measure, e.kind, e.employer, e.unit, e.bureau, e.about_employee, e.fiscal_year, \
    e.held_on, e.quantity, e.quantity_of, e.text, e.link, e.corrects, e.entry, e.recorded_at, e.recorded_by, \
    n.id, w.at
    """
  static let tables: SQLText = """
    evidence e LEFT JOIN evidence n ON n.corrects = e.id LEFT JOIN evidence_withdrawal w ON w.evidence = e.id
    """

  init(_ row: SQLRow) throws {
    id = try row.value(0)
    plan = try row.value(1)
    measure = try row.value(2)
    kind = try row.value(3)
    employer = try row.value(4)
    unit = try row.optional(5)
    bureau = try row.value(6)
    aboutEmployee = try row.optional(7)
    year = FiscalYear(startYear: try row.value(8))
    heldOn = try row.value(9)
    quantity = try row.optional(10)
    quantityOf = try row.optional(11)
    text = try row.value(12)
    link = try row.optional(13)
    corrects = try row.optional(14)
    entry = try row.value(15)
    recordedAt = try row.value(16)
    recordedBy = try row.value(17)
    if let successor = try row.optional(18, as: RecordID<EvidenceEntry>.self) {
      standing = .corrected(by: successor)
    } else {
      standing = try row.optional(19, as: Instant.self).map { .withdrawn(at: $0) } ?? .current
    }
  }
}
