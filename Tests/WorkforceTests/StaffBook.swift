import CivilTime
import Journal
import People
import Store
import TestSupport

/// Everybody and everything that a test writes, as plain values: the naive counts walk over them, the program reads
/// them from the database.
struct StaffBook: Sendable {
  static let schema = JournalMigrations.all + PeopleMigrations.all

  /// A primary, concurrent or acting post that somebody held.
  struct Held: Sendable {
    let kind: AssignmentKind
    let post: Int
    let from: CivilDate
    let to: CivilDate?
  }

  struct Person: Sendable {
    let employer: Int64
    let sex: Sex
    let hiredOn: CivilDate
    var leftOn: CivilDate?
    var category = StaffCategory.regular
    var exam = ExamCategory.none
    var isTechnical = false
    var held: [Held] = []
  }

  struct Place: Sendable {
    let unit: Int64
    let band: RankBand
    var isManagerial = false
  }

  /// 1 大臣官房 (employer 1), 2 秘書課 below it, 3 地方局 with 4 below it, 5 研究所, 6 消防庁総務課 (employer 2).
  static let units: [(id: Int64, employer: Int64, parent: Int64?, kind: UnitKind)] = [
    (1, 1, nil, .secretariat), (2, 1, 1, .division), (3, 1, nil, .regionalBureau), (4, 1, 3, .division),
    (5, 1, nil, .institution), (6, 2, nil, .division),
  ]

  var people: [Person] = []
  let posts: [Place]

  /// One post of each band in each unit, and a managerial one in each.
  init() {
    posts = Self.units.flatMap { unit in
      RankBand.allCases.map { band in Place(unit: unit.id, band: band, isManagerial: band < .deputyDirector) }
    }
  }

  func post(_ unit: Int64, _ band: RankBand) -> Int {
    posts.firstIndex { $0.unit == unit && $0.band == band } ?? 0
  }

  func with(_ engine: Engine, _ body: (any SQLDatabase) async throws -> Void) async throws {
    try await TemporaryDatabase.with(engine, migrations: Self.schema) { temporary in
      let database = temporary.database
      try await write(to: database)
      try await body(database)
    }
  }

  func write(to database: any SQLDatabase) async throws {
    try await database.write { connection in try write(connection) }
  }

  private func write(_ connection: any SQLConnection) throws {
    let employers = [
      Employer(id: RecordID(1), code: "soumu", name: "総務省"),
      Employer(id: RecordID(2), code: "fdma", name: "消防庁"),
    ]
    try EmployerRecords.insert(employers, on: connection)
    try UnitRecords.insert(Self.units.map(Self.unit), on: connection)
    try PostRecords.insert(posts.enumerated().map { Self.post($0, $1) }, on: connection)
    try EmployeeRecords.insert(people.enumerated().map { Self.employee($0, $1) }, on: connection)
    var number: Int64 = 0
    let assignments = people.enumerated().flatMap { place, person in
      person.held.map { held in
        number += 1
        return Assignment(
          id: RecordID(number),
          employee: RecordID(Int64(place) + 1),
          post: RecordID(Int64(held.post) + 1),
          kind: held.kind,
          from: held.from,
          to: held.to
        )
      }
    }
    try AssignmentRecords.insert(assignments, on: connection)
  }

  private static func unit(
    _ unit: (id: Int64, employer: Int64, parent: Int64?, kind: UnitKind)
  ) -> OrganizationUnit {
    OrganizationUnit(
      id: RecordID(unit.id),
      employer: RecordID(unit.employer),
      code: "\(unit.id)",
      parent: unit.parent.map { RecordID($0) },
      name: "組織\(unit.id)",
      kind: unit.kind,
      sortOrder: Int(unit.id),
      from: day("2000-04-01")
    )
  }

  private static func post(_ number: Int, _ place: Place) -> Post {
    Post(
      id: RecordID(Int64(number) + 1),
      unit: RecordID(place.unit),
      title: "官職\(number)",
      rankBand: place.band,
      isManagerial: place.isManagerial
    )
  }

  private static func employee(_ number: Int, _ person: Person) -> Employee {
    Employee(
      id: RecordID(Int64(number) + 1),
      employer: RecordID(person.employer),
      number: "\(number)",
      familyName: "職員",
      givenName: "花子",
      familyKana: "ショクイン",
      givenKana: "ハナコ",
      sex: person.sex,
      hiredOn: person.hiredOn,
      leftOn: person.leftOn,
      staffCategory: person.category,
      examCategory: person.exam,
      isTechnical: person.isTechnical
    )
  }
}

func day(_ text: String) -> CivilDate {
  CivilDate(iso: text) ?? CivilDate(dayNumber: 0)
}

extension StaffBook {
  /// Some hundred people whose careers were thrown with dice, with days on and around the days that matter.
  static func random(seed: UInt64, count: Int) -> StaffBook {
    var dice = Randomness(seed: seed)
    var book = StaffBook()
    for _ in 0..<count { book.people.append(book.person(&dice)) }
    return book
  }

  private func person(_ dice: inout Randomness) -> Person {
    let employer: Int64 = Int.random(in: 0..<5, using: &dice) == 0 ? 2 : 1
    let hiredOn = Self.someDay(in: 2021...2027, &dice)
    var person = Person(
      employer: employer,
      sex: [Sex.female, .female, .male, .male, .male, .notStated].randomElement(using: &dice) ?? .male,
      hiredOn: hiredOn
    )
    person.category =
      [.regular, .regular, .regular, .termLimited, .reemployed, .partTime].randomElement(using: &dice)
      ?? .regular
    person.exam = ExamCategory.allCases.randomElement(using: &dice) ?? .none
    person.isTechnical = Bool.random(using: &dice)
    if Int.random(in: 0..<4, using: &dice) == 0 {
      person.leftOn = max(hiredOn, Self.someDay(in: 2024...2027, &dice))
    }
    person.held = career(of: person, &dice)
    return person
  }

  /// Up to four primary posts one after the other, sometimes with a gap, and now and then a concurrent one.
  private func career(of person: Person, _ dice: inout Randomness) -> [Held] {
    var starts = [person.hiredOn]
    for _ in 0..<Int.random(in: 0...3, using: &dice) {
      starts.append(Self.someDay(in: 2024...2027, &dice))
    }
    let days = Set(starts.filter { $0 >= person.hiredOn }).sorted()
    let units: [Int64] = person.employer == 2 ? [6] : [1, 2, 2, 3, 4, 5]
    let bands: [RankBand] = [.clerk, .clerk, .clerk, .chief, .chief, .deputyDirector, .director, .designated]
    var held: [Held] = []
    for (place, from) in days.enumerated() {
      if Int.random(in: 0..<8, using: &dice) == 0 { continue }
      let post = self.post(
        units.randomElement(using: &dice) ?? 1,
        bands.randomElement(using: &dice) ?? .clerk
      )
      let next = place + 1 < days.count ? days[place + 1].adding(days: -1) : person.leftOn
      let to = next.map { max(from, $0) }
      held.append(Held(kind: .primary, post: post, from: from, to: to))
      if Bool.random(using: &dice) {
        let beside = self.post(units.randomElement(using: &dice) ?? 1, .chief)
        held.append(Held(kind: .concurrent, post: beside, from: from, to: to))
      }
    }
    return held
  }

  private static func someDay(in years: ClosedRange<Int>, _ dice: inout Randomness) -> CivilDate {
    let year = Int.random(in: years, using: &dice)
    let edges = [
      "04-01", "04-01", "04-01", "04-02", "03-31", "07-01", "07-02", "06-30", "10-01", "02-28", "12-31",
    ]
    return day("\(year)-\(edges.randomElement(using: &dice) ?? "04-01")")
  }
}
