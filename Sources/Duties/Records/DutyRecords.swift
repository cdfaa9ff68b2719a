internal import CivilTime
internal import Journal
internal import People
internal import Store

/// Reads and writes duties.
enum DutyRecords {
  static func duty(_ id: RecordID<Duty>, on connection: any SQLConnection) throws -> Duty? {
    try connection.row("SELECT \(fragment: columns) FROM duty d WHERE d.id = \(id)").map { try duty($0) }
  }

  static func duties(where condition: SQLText, on connection: any SQLConnection) throws -> [Duty] {
    try connection.rows(
      """
      SELECT \(fragment: columns) FROM duty d WHERE \(fragment: condition)
      ORDER BY d.fiscal_year, d.plan_code, d.measure, d.employer, d.bureau, d.due_on, d.id
      """
    ).map { try duty($0) }
  }

  /// The columns of a duty `d`, as ``duty(_:)`` reads them.
  static let columns: SQLText = """
    d.id, d.plan_code, d.measure, d.rule, d.occasion, d.fiscal_year, d.employer, d.bureau, d.owner_kind, \
    d.owner_employee, d.owner_unit, d.owner_office, d.about_employee, d.about_unit, d.starts_on, d.opened_on, \
    d.due_on, d.evidence_kind, d.bulk_safe, d.state, d.settled_on, d.fulfilled_by, d.revision
    """
  static let columnCount = 23

  static func duty(_ row: SQLRow) throws -> Duty {
    let employer: RecordID<Employer> = try row.value(6)
    let bureau: Int64 = try row.value(7)
    return Duty(
      id: try row.value(0),
      rule: DutyRuleKey(plan: try row.value(1), measure: try row.value(2), name: try row.value(3)),
      occasion: try row.value(4),
      year: FiscalYear(startYear: try row.value(5)),
      employer: employer,
      bureau: bureau == 0 ? nil : RecordID(bureau),
      owner: try owner(row, at: 8, employer: employer),
      subject: try subject(row, at: 12, employer: employer),
      evidence: try row.value(17),
      isBulkSafe: try row.value(18),
      startsOn: try row.value(14),
      openedOn: try row.value(15),
      dueOn: try row.value(16),
      state: try state(row, at: 19),
      revision: try row.value(22)
    )
  }

  /// Reads `owner_kind, owner_employee, owner_unit, owner_office`.
  static func owner(_ row: SQLRow, at position: Int, employer: RecordID<Employer>) throws -> DutyOwner {
    switch try row.value(position, as: OwnerKind.self) {
    case .person: .person(try row.value(position + 1))
    case .head: .head(try row.value(position + 2))
    case .office: .office(try row.value(position + 3), employer)
    }
  }

  /// Reads `about_employee, about_unit`.
  static func subject(_ row: SQLRow, at position: Int, employer: RecordID<Employer>) throws -> DutySubject {
    if let employee = try row.optional(position, as: RecordID<Employee>.self) { return .employee(employee) }
    if let unit = try row.optional(position + 1, as: RecordID<OrganizationUnit>.self) { return .unit(unit) }
    return .employer(employer)
  }

  private static func state(_ row: SQLRow, at position: Int) throws -> DutyState {
    switch try row.value(position, as: StateCode.self) {
    case .open: .open
    case .fulfilled: .fulfilled(on: try row.value(position + 1), entry: try row.value(position + 2))
    case .excused: .excused(on: try row.value(position + 1))
    }
  }
}

/// The word of an owner's kind.
enum OwnerKind: String, SQLStorable {
  case person
  case head
  case office
}

/// The word of a state.
enum StateCode: String, SQLStorable {
  case open
  case fulfilled
  case excused
}

extension DutyOwner {
  var kind: OwnerKind {
    switch self {
    case .person: .person
    case .head: .head
    case .office: .office
    }
  }

  var person: RecordID<Employee>? {
    if case .person(let id) = self { id } else { nil }
  }

  var unit: RecordID<OrganizationUnit>? {
    if case .head(let id) = self { id } else { nil }
  }

  var office: Office? {
    if case .office(let office, _) = self { office } else { nil }
  }

  /// Reads ``code``.
  init?(code: String) {
    let parts = code.utf8.split(separator: UInt8(ascii: ":")).map { String(Substring($0)) }
    switch (parts.first, parts.count) {
    case ("person", 2):
      guard let id = RecordID<Employee>(text: parts[1]) else { return nil }
      self = .person(id)
    case ("head", 2):
      guard let id = RecordID<OrganizationUnit>(text: parts[1]) else { return nil }
      self = .head(id)
    case ("office", 3):
      guard let office = Office(rawValue: parts[1]), let id = RecordID<Employer>(text: parts[2]) else {
        return nil
      }
      self = .office(office, id)
    default: return nil
    }
  }
}

extension DutySubject {
  var employee: RecordID<Employee>? {
    if case .employee(let id) = self { id } else { nil }
  }

  var unit: RecordID<OrganizationUnit>? {
    if case .unit(let id) = self { id } else { nil }
  }
}
