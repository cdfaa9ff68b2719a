public import CivilTime
public import Store

/// 職員の記録 – reads and writes members of staff.
public enum EmployeeRecords: Sendable {
  /// A person within the scope; nil also for one who exists outside it.
  public static func employee(
    _ id: RecordID<Employee>,
    in scope: PersonScope,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> Employee? {
    try connection.row(
      """
      SELECT \(fragment: columns) FROM employee e
      WHERE e.id = \(id) AND \(fragment: scope.condition(employeeColumn: "e.id", on: date))
      """
    ).map { try employee($0, at: 0) }
  }

  /// A person within the scope, by the number at an employer.
  public static func employee(
    number: String,
    employer: RecordID<Employer>,
    in scope: PersonScope,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> Employee? {
    try connection.row(
      """
      SELECT \(fragment: columns) FROM employee e WHERE e.employer = \(employer) AND e.number = \(number)
      AND \(fragment: scope.condition(employeeColumn: "e.id", on: date))
      """
    ).map { try employee($0, at: 0) }
  }

  /// The identifiers of an employer's people by their numbers, for imports; it holds no other personal data.
  public static func identifiers(
    of employer: RecordID<Employer>,
    on connection: any SQLConnection
  ) throws -> [String: RecordID<Employee>] {
    var identifiers: [String: RecordID<Employee>] = [:]
    try connection.forEachRow(
      "SELECT e.number, e.id FROM employee e WHERE e.employer = \(employer) ORDER BY e.id"
    ) { row in
      identifiers[try row.value(0)] = try row.value(1, as: RecordID<Employee>.self)
    }
    return identifiers
  }

  /// Every person of some employers, for imports and exports.
  static func forEach(
    of employers: Set<RecordID<Employer>>,
    in scope: PersonScope,
    asOf date: CivilDate,
    on connection: any SQLConnection,
    _ body: (Employee) throws -> Void
  ) throws {
    try connection.forEachRow(
      """
      SELECT \(fragment: columns) FROM employee e WHERE e.employer IN (\(list: PaddedList.of(employers)))
      AND \(fragment: scope.condition(employeeColumn: "e.id", on: date)) ORDER BY e.id
      """
    ) { try body(try employee($0, at: 0)) }
  }

  /// Writes new people.
  ///
  /// - Throws: ``StoreError/unique(constraint:)`` when a number is taken at the employer.
  public static func insert(_ employees: [Employee], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "employee",
      columns: [
        "id", "employer", "number", "family_name", "given_name", "family_kana", "given_kana",
        "former_family_name", "sex", "hired_on", "left_on", "staff_category", "exam_category",
        "technical", "search_text",
      ],
      rows: employees.map(values)
    )
  }

  /// Writes what is now known of a person; identifier, employer and number stay.
  static func update(_ employee: Employee, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      UPDATE employee SET family_name = \(employee.familyName), given_name = \(employee.givenName),
      family_kana = \(employee.familyKana), given_kana = \(employee.givenKana),
      former_family_name = \(employee.formerFamilyName), sex = \(employee.sex),
      hired_on = \(employee.hiredOn), left_on = \(employee.leftOn),
      staff_category = \(employee.staffCategory), exam_category = \(employee.examCategory),
      technical = \(employee.isTechnical), search_text = \(employee.searchText)
      WHERE id = \(employee.id)
      """
    )
  }

  private static func values(_ employee: Employee) -> [SQLValue] {
    let names: [SQLValue] = [
      employee.familyName.sqlValue, employee.givenName.sqlValue, employee.familyKana.sqlValue,
      employee.givenKana.sqlValue, employee.formerFamilyName?.sqlValue ?? .null,
    ]
    let facts: [SQLValue] = [
      employee.sex.sqlValue, employee.hiredOn.sqlValue, employee.leftOn?.sqlValue ?? .null,
      employee.staffCategory.sqlValue, employee.examCategory.sqlValue, employee.isTechnical.sqlValue,
    ]
    let keys = [employee.id.sqlValue, employee.employer.sqlValue, employee.number.sqlValue]
    return keys + names + facts + [employee.searchText.sqlValue]
  }

  /// The columns of an employee `e`, as ``employee(_:at:)`` reads them.
  static let columns: SQLText = """
    e.id, e.employer, e.number, e.family_name, e.given_name, e.family_kana, e.given_kana, \
    e.former_family_name, e.sex, e.hired_on, e.left_on, e.staff_category, e.exam_category, e.technical
    """

  static func employee(_ row: SQLRow, at position: Int) throws -> Employee {
    Employee(
      id: try row.value(position),
      employer: try row.value(position + 1),
      number: try row.value(position + 2),
      familyName: try row.value(position + 3),
      givenName: try row.value(position + 4),
      familyKana: try row.value(position + 5),
      givenKana: try row.value(position + 6),
      formerFamilyName: try row.optional(position + 7),
      sex: try row.value(position + 8),
      hiredOn: try row.value(position + 9),
      leftOn: try row.optional(position + 10),
      staffCategory: try row.value(position + 11),
      examCategory: try row.value(position + 12),
      isTechnical: try row.value(position + 13)
    )
  }
}
