import CivilTime
import Store
import TestSupport
import Testing

@testable import People

@Suite struct DirectoryTests {
  private static func person(_ id: Int64, _ family: String, _ kana: String, former: String? = nil) -> Employee
  {
    Employee(
      id: RecordID(id),
      employer: RecordID(1),
      number: "00\(id)",
      familyName: family,
      givenName: "花子",
      familyKana: kana,
      givenKana: "ハナコ",
      formerFamilyName: former,
      sex: .female,
      hiredOn: day("2020-04-01")
    )
  }

  private static let world: PeopleWorld = {
    var world = PeopleWorld.ministry()
    world.employees = [
      person(1, "髙橋", "タカハシ"), person(2, "高橋", "タカハシ", former: "渡邉"), person(3, "山﨑", "ヤマサキ"),
      person(4, "100%_\\", "ヒャク"),
    ]
    world.assign(1, to: 4)
    world.assign(2, to: 3, as: .concurrent)
    world.assign(2, to: 5)
    world.assign(3, to: 2)
    return world
  }()

  private static func personnel(_ text: String, of employer: Int64 = 1) -> EmployeeSearch {
    EmployeeSearch(text: text, personnelOf: [RecordID(employer)])
  }

  private static let searches: [(EmployeeSearch, [Int64], Int)] = [
    (EmployeeSearch(), [1, 2, 4, 3], 4), (EmployeeSearch(text: "高橋"), [1, 2], 2),
    (EmployeeSearch(text: "髙橋　はなこ"), [1, 2], 2), (EmployeeSearch(text: "高橋花子"), [1, 2], 2),
    (personnel("渡辺"), [2], 1), (EmployeeSearch(text: "山崎"), [3], 1),
    (EmployeeSearch(text: "ﾔﾏｻｷ"), [3], 1), (personnel("００３"), [3], 1),
    (EmployeeSearch(text: "渡辺"), [], 0), (EmployeeSearch(text: "００３"), [], 0),
    (EmployeeSearch(text: "0"), [4], 1),
    (personnel("渡辺", of: 2), [], 0), (personnel("高橋 渡辺 002"), [2], 1), (personnel("高橋", of: 2), [1, 2], 2),
    (EmployeeSearch(text: "ハナコ\n渡辺"), [], 0), (EmployeeSearch(text: "花子\nヤマ"), [3], 1),
    (EmployeeSearch(text: "%"), [4], 1), (EmployeeSearch(text: "_"), [4], 1),
    (EmployeeSearch(text: "\\"), [4], 1), (EmployeeSearch(text: "' OR 1=1 --"), [], 0),
    (EmployeeSearch(unit: RecordID(1)), [1, 2, 3], 3), (EmployeeSearch(unit: RecordID(2)), [1, 3], 2),
    (EmployeeSearch(unit: RecordID(99)), [], 0), (EmployeeSearch(page: 2, pageSize: 3), [3], 4),
    (EmployeeSearch(page: 9, pageSize: 3), [], 4),
  ]

  @Test(arguments: Engine.available)
  func peopleAreFoundByWhatIsTyped(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      try await office.database.write { try Self.world.write(on: $0) }
      for (search, ids, total) in Self.searches {
        let page = try await office.database.read { connection in
          try DirectoryRecords.search(search, in: .everyone, asOf: day("2026-06-01"), on: connection)
        }
        #expect(page.rows.map(\.employee.number) == ids, "\(search)")
        #expect(page.total == total, "\(search)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func aRowShowsTheMainPostOfTheDay(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      try await office.database.write { try Self.world.write(on: $0) }
      let rows = try await office.database.read { connection in
        try ["2026-03-31", "2026-04-01"].map { date in
          try DirectoryRecords.search(
            Self.personnel("渡辺"),
            in: .everyone,
            asOf: day(date),
            on: connection
          ).rows.first
        }
      }
      #expect(rows.map { $0?.unit?.number } == [nil, 5])
      #expect(rows.map { $0?.title } == [nil, "官職3"])
      #expect(rows.map { $0?.name } == ["高橋 花子", "高橋 花子"])
    }
  }

  struct Announcement: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let from: String
    let to: String?
    /// The last day as it is told; nil where the post is not told at all.
    let told: String??
  }

  /// On 15 June.
  private static let announcements = [
    Announcement(testDescription: "lasting", from: "2026-04-01", to: nil, told: .some(nil)),
    Announcement(testDescription: "ended", from: "2026-04-01", to: "2026-06-14", told: "2026-06-14"),
    Announcement(testDescription: "ends today", from: "2026-04-01", to: "2026-06-15", told: .some(nil)),
    Announcement(
      testDescription: "ends with the move",
      from: "2026-04-01",
      to: "2026-06-30",
      told: .some(nil)
    ),
    Announcement(testDescription: "begins today", from: "2026-06-15", to: nil, told: .some(nil)),
    Announcement(testDescription: "begins with the move", from: "2026-07-01", to: nil, told: nil),
  ]

  @Test(arguments: announcements)
  func aMoveIsNotToldBeforeItsDay(_ one: Announcement) {
    let held = AssignmentRecords.Held(
      assignment: Assignment(
        id: RecordID(1),
        employee: RecordID(1),
        post: RecordID(1),
        kind: .primary,
        from: day(one.from),
        to: one.to.map(day)
      ),
      post: Post(id: RecordID(1), unit: RecordID(1), title: "係員", rankBand: .clerk)
    )
    let told = held.announced(by: day("2026-06-15"))
    #expect(told.map { $0.assignment.to?.iso } == one.told)
    #expect(told.map(\.assignment.from.iso) ?? one.from == one.from)
  }

  @Test(arguments: Engine.available)
  func aDissolvedUnitIsGoneTheDayAfterAndStaysBefore(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      try await office.database.write { connection in
        try Self.world.write(on: connection)
        try UnitRecords.end(RecordID(2), lastDay: day("2027-03-31"), on: connection)
      }
      #expect(try await office.tree(day("2027-03-31")).path(of: RecordID(4)) == "大臣官房／秘書課／人事係")
      let after = try await office.tree(day("2027-04-01"))
      #expect(after.unit(RecordID(2)) == nil)
      #expect(after.path(of: RecordID(4)) == "人事係")
      #expect(after.ordered.count == 4)
    }
  }

  @Test(arguments: Engine.available)
  func aNumberIsTakenOnceAtAnEmployer(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      try await office.database.write { try Self.world.write(on: $0) }
      let taken = Employee(
        id: RecordID(77),
        employer: RecordID(1),
        number: "001",
        familyName: "別人",
        givenName: "一",
        familyKana: "ベツジン",
        givenKana: "ハジメ",
        sex: .male,
        hiredOn: day("2020-04-01")
      )
      await #expect(throws: StoreError.self) {
        try await office.database.write { try EmployeeRecords.insert([taken], on: $0) }
      }
      let numbers = try await office.database.read {
        try EmployeeRecords.identifiers(of: RecordID(1), on: $0)
      }
      #expect(numbers["001"] == RecordID(1))
      #expect(numbers.count == 4)
    }
  }
}
