import CivilTime
import Store

@testable import People

/// A small ministry written row by row, for questions about who is where.
///
/// 大臣官房(1) — 秘書課(2) — 人事係(4); 大臣官房(1) — 総務課(3); 統計局(5). People are numbered as posts are.
struct PeopleWorld {
  static let start = day("2026-04-01")

  var units: [OrganizationUnit] = []
  var posts: [Post] = []
  var employees: [Employee] = []
  var assignments: [Assignment] = []
  var deputies: [Deputy] = []

  static func unit(_ id: Int64, _ name: String, under parent: Int64?, order: Int) -> OrganizationUnit {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(1),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: UnitKind(nameEnding: name),
      sortOrder: order,
      from: day("2020-04-01")
    )
  }

  static func ministry() -> PeopleWorld {
    var world = PeopleWorld()
    world.units = [
      unit(1, "大臣官房", under: nil, order: 1), unit(2, "秘書課", under: 1, order: 1),
      unit(3, "総務課", under: 1, order: 2), unit(4, "人事係", under: 2, order: 1),
      unit(5, "統計局", under: nil, order: 2),
    ]
    return world
  }

  /// A person, by a number that also gives the reading's place.
  mutating func hire(_ number: Int64, on date: CivilDate = day("2020-04-01"), left: CivilDate? = nil) {
    let kana = number < 10 ? "ア0\(number)" : "ア\(number)"
    employees.append(
      Employee(
        id: RecordID(number),
        employer: RecordID(1),
        number: "\(number)",
        familyName: "職員\(number)",
        givenName: "花子",
        familyKana: kana,
        givenKana: "ハナコ",
        sex: .female,
        hiredOn: date,
        leftOn: left
      )
    )
  }

  /// Gives a person a post of its own.
  mutating func assign(
    _ employee: Int64,
    to unit: Int64,
    as kind: AssignmentKind = .primary,
    rank: RankBand = .clerk,
    head: Bool = false,
    from: String = "2026-04-01",
    to end: String? = nil
  ) {
    let number = Int64(assignments.count + 1)
    posts.append(
      Post(
        id: RecordID(number),
        unit: RecordID(unit),
        title: "官職\(number)",
        rankBand: rank,
        isManagerial: head,
        isHead: head
      )
    )
    assignments.append(
      Assignment(
        id: RecordID(number),
        employee: RecordID(employee),
        post: RecordID(number),
        kind: kind,
        from: day(from),
        to: end.map(day)
      )
    )
  }

  mutating func name(_ employee: Int64, deputyOf unit: Int64, from: String, to end: String?) {
    deputies.append(
      Deputy(
        id: RecordID(Int64(deputies.count + 1)),
        unit: RecordID(unit),
        employee: RecordID(employee),
        from: day(from),
        to: end.map(day)
      )
    )
  }

  func write(on connection: any SQLConnection) throws {
    let employer = Employer(id: RecordID(1), code: "soumu", name: "総務省")
    let other = Employer(id: RecordID(2), code: "fdma", name: "消防庁")
    try EmployerRecords.insert([employer, other], on: connection)
    try UnitRecords.insert(units, on: connection)
    try PostRecords.insert(posts, on: connection)
    try EmployeeRecords.insert(employees, on: connection)
    try AssignmentRecords.insert(assignments, on: connection)
    for deputy in deputies { try DeputyRecords.insert(deputy, on: connection) }
  }
}

extension Set {
  static func numbers<Entity>(_ numbers: Int64...) -> Set where Element == RecordID<Entity> {
    Set(numbers.map { RecordID($0) })
  }
}
