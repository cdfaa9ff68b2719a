internal import CivilTime
internal import People
internal import Store

/// The names of people, units and employers that some duties speak of.
///
/// Units are named as they were called last, so that one that is gone keeps its name.
struct DutyNames: Sendable {
  private let people: [RecordID<Employee>: String]
  private let units: [RecordID<OrganizationUnit>: String]
  private let employers: [RecordID<Employer>: String]

  init(_ duties: [Duty], on connection: any SQLConnection) throws {
    try self.init(owners: duties.map(\.owner), subjects: duties.map(\.subject), on: connection)
  }

  init(owners: [DutyOwner], subjects: [DutySubject] = [], on connection: any SQLConnection) throws {
    let people = Set(subjects.compactMap(\.employee) + owners.compactMap(\.person)).sorted()
    let units = Set(subjects.compactMap(\.unit) + owners.compactMap(\.unit)).sorted()
    self.people = try Self.names(people, on: connection) { ids in
      "SELECT id, family_name, given_name FROM employee WHERE id IN (\(list: ids)) ORDER BY id"
    }
    self.units = try Self.names(units, on: connection) { ids in
      "SELECT unit, name, '' FROM unit_period WHERE unit IN (\(list: ids)) ORDER BY unit, valid_from"
    }
    employers = Dictionary(
      try EmployerRecords.all(on: connection).map { ($0.id, $0.name) },
      uniquingKeysWith: { $1 }
    )
  }

  /// A few hundred at a time: engines bound the number of values in a statement.
  private static func names<Entity>(
    _ ids: [RecordID<Entity>],
    on connection: any SQLConnection,
    _ query: ([RecordID<Entity>]) -> SQLText
  ) throws -> [RecordID<Entity>: String] {
    var names: [RecordID<Entity>: String] = [:]
    for start in stride(from: 0, to: ids.count, by: 500) {
      for row in try connection.rows(query(Array(ids[start..<min(start + 500, ids.count)]))) {
        let second: String = try row.value(2)
        names[try row.value(0)] = try row.value(1, as: String.self) + (second.isEmpty ? "" : " " + second)
      }
    }
    return names
  }

  func name(of subject: DutySubject) -> String {
    switch subject {
    case .employee(let id): people[id] ?? "職員"
    case .unit(let id): units[id] ?? "組織"
    case .employer(let id): employers[id] ?? "特定事業主"
    }
  }

  func name(of owner: DutyOwner) -> String {
    switch owner {
    case .person(let id): people[id] ?? "職員"
    case .head(let id): (units[id] ?? "組織") + "の長"
    case .office(let office, let id): office.japanese + "（" + (employers[id] ?? "特定事業主") + "）"
    }
  }
}
