internal import CivilTime
internal import People
internal import Store

/// 職員と本務の組織 – a person as lists of limits name one.
struct StaffPerson: Sendable, Hashable {
  let id: RecordID<Employee>
  let name: String
  /// The unit of the primary post.
  let unit: RecordID<OrganizationUnit>
  let rankBand: RankBand
}

/// Reads who is within reach, and where they work.
enum StaffRecords {
  /// The people within a scope by the primary posts of a day; who holds none on it is not among them.
  static func people(
    in scope: PersonScope,
    asOf date: CivilDate,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: StaffPerson] {
    let people = try connection.rows(
      """
      SELECT e.id, e.family_name, e.given_name, p.unit, p.rank_band
      FROM employee e JOIN assignment a ON a.employee = e.id JOIN post p ON p.id = a.post
      WHERE a.kind = \(AssignmentKind.primary) AND a.valid_from <= \(date)
      AND (a.valid_to IS NULL OR a.valid_to >= \(date))
      AND \(fragment: scope.listing(employeeColumn: "e.id", on: today))
      """
    ) { row in
      StaffPerson(
        id: try row.value(0),
        name: try row.value(1, as: String.self) + " " + row.value(2, as: String.self),
        unit: try row.value(3),
        rankBand: try row.value(4)
      )
    }
    return Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension StaffRecords {
  /// Where somebody held the primary post during some days.
  struct Place {
    let unit: RecordID<OrganizationUnit>
    let days: ClosedRange<CivilDate>
  }

  /// The places of some people in some days.
  static func places(
    of people: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [Place]] {
    var places: [RecordID<Employee>: [Place]] = [:]
    try connection.readRows(
      """
      SELECT a.employee, p.unit, a.valid_from, a.valid_to FROM assignment a JOIN post p ON p.id = a.post
      WHERE a.employee IN (\(list: people)) AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(days.upperBound) AND (a.valid_to IS NULL OR a.valid_to >= \(days.lowerBound))
      """
    ) { row in
      let from = max(try row.value(2), days.lowerBound)
      let to = min(try row.optional(3) ?? days.upperBound, days.upperBound)
      places[try row.value(0), default: []].append(Place(unit: try row.value(1), days: from...max(from, to)))
    }
    return places
  }
}

/// Lets a query over months ask for few people by name, so that it costs as much as they are.
enum AmongPeople {
  /// Up to so many people are named; beyond it everybody's rows are read and others' left out.
  static let few = 3_000

  /// True for rows of the people, and for everybody's where they are many.
  static func condition(_ column: SQLText, _ people: some Collection<RecordID<Employee>>) -> SQLText {
    people.count <= few ? "\(fragment: column) IN (\(list: people))" : "\(fragment: column) > 0"
  }
}

extension Dictionary where Key == RecordID<Employee>, Value == StaffPerson {
  /// The people in the order of the organisation, within a unit by rank and identifier.
  func ordered(in tree: UnitTree) -> [StaffPerson] {
    values.map { person in
      (key: (tree.position(of: person.unit) ?? Int.max, person.rankBand.order, person.id), person: person)
    }.sorted { $0.key < $1.key }.map(\.person)
  }
}
