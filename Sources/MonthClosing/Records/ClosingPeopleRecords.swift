package import CivilTime
package import People
package import Store
internal import WorkingTime

/// 月次の対象者 – somebody in service in a month.
package struct ClosingPerson: Sendable, Hashable {
  package let id: RecordID<Employee>
  package let number: String
  package let name: String
  package let employer: RecordID<Employer>
  package let service: ClosedRange<CivilDate>

  /// The last day of the person in a month.
  package func lastDay(in month: YearMonth) -> CivilDate { min(month.lastDay, service.upperBound) }
}

/// Finds the people of a month, and where they belong in it.
package enum ClosingPeopleRecords {
  /// People by their identifiers, in the order of their readings.
  package static func people(
    _ employees: some Collection<RecordID<Employee>>,
    on connection: any SQLConnection
  ) throws -> [ClosingPerson] {
    try connection.rows(
      """
      SELECT e.id, e.number, e.family_name, e.given_name, e.employer, e.hired_on, e.left_on FROM employee e
      WHERE e.id IN (\(list: employees))
      ORDER BY e.family_kana \(fragment: connection.byCodePoint), e.given_kana \(fragment: connection.byCodePoint), e.id
      """
    ) { row in
      let hiredOn: CivilDate = try row.value(5)
      let leftOn: CivilDate = try row.optional(6) ?? CivilDate.farFuture
      return ClosingPerson(
        id: try row.value(0),
        number: try row.value(1),
        name: try row.value(2, as: String.self) + " " + row.value(3, as: String.self),
        employer: try row.value(4),
        service: hiredOn...max(hiredOn, leftOn)
      )
    }
  }

  /// Everybody in service on a day of the month.
  package static func staff(
    of employer: RecordID<Employer>,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>] {
    try connection.rows(
      """
      SELECT id FROM employee WHERE employer = \(employer) AND hired_on <= \(month.lastDay)
      AND (left_on IS NULL OR left_on >= \(month.firstDay)) ORDER BY id
      """
    ) { row in try row.value(0) }
  }

  /// Those of an employer whose month was approved.
  package static func approved(
    of employer: RecordID<Employer>,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> Set<RecordID<Employee>> {
    let approved = try connection.rows(
      """
      SELECT c.employee FROM closed_month c JOIN employee e ON e.id = c.employee
      WHERE c.month = \(month) AND c.number = 1 AND e.employer = \(employer)
      """
    ) { row in try row.value(0, as: RecordID<Employee>.self) }
    return Set(approved)
  }

  /// Everybody in service who held a main post of the units on a day of the month.
  package static func staff(
    of units: some Collection<RecordID<OrganizationUnit>>,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>] {
    try connection.rows(
      """
      SELECT DISTINCT e.id FROM post p JOIN assignment a ON a.post = p.id JOIN employee e ON e.id = a.employee
      WHERE p.unit IN (\(list: units)) AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(month.lastDay) AND (a.valid_to IS NULL OR a.valid_to >= \(month.firstDay))
      AND e.hired_on <= \(month.lastDay) AND (e.left_on IS NULL OR e.left_on >= \(month.firstDay))
      ORDER BY e.id
      """
    ) { row in try row.value(0) }
  }

  /// Where people belong in a month.
  ///
  /// - Parameter tree: the units on the last day of the month.
  package static func places(
    of people: [ClosingPerson],
    in month: YearMonth,
    tree: UnitTree,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: ClosingPlace] {
    var held: [RecordID<Employee>: [Held]] = [:]
    try connection.forEachRow(
      """
      SELECT a.employee, p.unit, a.valid_from, p.title, p.rank_band FROM assignment a JOIN post p ON p.id = a.post
      WHERE a.employee IN (\(list: people.map(\.id))) AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(month.lastDay) AND (a.valid_to IS NULL OR a.valid_to >= \(month.firstDay))
      ORDER BY a.employee, a.valid_from, a.id
      """
    ) { row in
      let one = Held(
        unit: try row.value(1),
        from: try row.value(2),
        title: try row.value(3),
        rank: try row.value(4)
      )
      held[try row.value(0), default: []].append(one)
    }
    var above: [RecordID<OrganizationUnit>: [RecordID<OrganizationUnit>]] = [:]
    var places: [RecordID<Employee>: ClosingPlace] = [:]
    for person in people {
      let posts = (held[person.id] ?? []).filter { $0.from <= person.lastDay(in: month) }
      let last = posts.last
      if let last, above[last.unit] == nil { above[last.unit] = tree.ancestors(of: last.unit).map(\.id) }
      places[person.id] = ClosingPlace(
        employer: person.employer,
        unit: last?.unit,
        above: last.flatMap { above[$0.unit] } ?? [],
        former: Set(posts.map(\.unit)).subtracting(last.map { [$0.unit] } ?? []),
        title: last?.title ?? "",
        rank: last?.rank
      )
    }
    return places
  }

  private struct Held {
    let unit: RecordID<OrganizationUnit>
    let from: CivilDate
    let title: String
    let rank: RankBand
  }
}
