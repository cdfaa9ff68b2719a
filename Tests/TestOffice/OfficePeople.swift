import CivilTime
import People
import Store

/// Who works in the office, and where.
enum OfficePeople {
  private static let people: [Int64] = [1, 2, 3, 4].flatMap { unit in (1...6).map { unit * 100 + $0 } }

  static func write(on connection: any SQLConnection) throws {
    try EmployerRecords.insert(
      [
        Employer(id: RecordID(1), code: "soumu", name: "総務省"),
        Employer(id: RecordID(2), code: "fdma", name: "消防庁"),
      ],
      on: connection
    )
    try UnitRecords.insert(
      [
        unit(1, of: 1, "大臣官房", under: nil), unit(2, of: 1, "秘書課", under: 1),
        unit(3, of: 1, "統計局", under: nil),
        unit(4, of: 2, "消防課", under: nil),
      ],
      on: connection
    )
    try EmployeeRecords.insert(people.map(employee), on: connection)
    let posts = people.map { id in
      Post(
        id: RecordID(id),
        unit: RecordID(id / 100),
        title: "官職\(id)",
        rankBand: id % 100 == 1 ? .director : .clerk,
        isHead: id % 100 == 1
      )
    }
    try PostRecords.insert(posts, on: connection)
    try AssignmentRecords.insert(people.map(assignment), on: connection)
  }

  private static func assignment(_ id: Int64) -> Assignment {
    Assignment(
      id: RecordID(id),
      employee: RecordID(id),
      post: RecordID(id),
      kind: .primary,
      from: PlannedOffice.day("2020-04-01")
    )
  }

  private static func unit(
    _ id: Int64,
    of employer: Int64,
    _ name: String,
    under parent: Int64?
  ) -> OrganizationUnit {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(employer),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: parent == nil ? .other : .division,
      sortOrder: Int(id),
      from: PlannedOffice.day("2020-04-01")
    )
  }

  private static func employee(_ id: Int64) -> Employee {
    Employee(
      id: RecordID(id),
      employer: RecordID(id / 100 == 4 ? 2 : 1),
      number: "\(id)",
      familyName: "職員",
      givenName: "\(id)号",
      familyKana: "ショクイン",
      givenKana: "ハナコ",
      sex: id % 2 == 0 ? .female : .male,
      hiredOn: PlannedOffice.day("2020-04-01")
    )
  }
}
