import CivilTime
import Indicators
import Journal
import People
import Store
import TestSupport

/// Two employers with some people, to count figures of.
///
/// 総務省: 大臣官房 (1) with 秘書課 (2) below it, 統計局 (3), one without a post; 消防庁: 総務課 (4), and one of 総務省
/// who sits in 総務課.
enum FigureStaff {
  static let schema = JournalMigrations.all + PeopleMigrations.all + IndicatorMigrations.all
  static let today = day("2026-06-15")
  static let year = FiscalYear(startYear: 2026)

  struct Person: Sendable, Hashable {
    let id: Int64
    let employer: Int64
    let unit: Int64?
    let hired: CivilDate
    let left: CivilDate?
  }

  static let people: [Person] = {
    let seats: [(unit: Int64?, employer: Int64, count: Int64)] = [
      (1, 1, 4), (2, 1, 9), (3, 1, 12), (nil, 1, 1), (4, 2, 11), (4, 1, 1),
    ]
    var people: [Person] = []
    for seat in seats {
      for _ in 0..<seat.count {
        let id = Int64(people.count + 1)
        let left = id == 5 ? day("2026-04-30") : nil
        let hired = id == 6 ? day("2026-05-01") : day("2020-04-01")
        people.append(Person(id: id, employer: seat.employer, unit: seat.unit, hired: hired, left: left))
      }
    }
    return people
  }()

  static func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

  static func moment(_ text: String, hour: Int = 10) -> Instant {
    OfficeZone.instant(on: day(text), at: .midnight).adding(minutes: Minutes(hours: hour))
  }

  static func write(on connection: any SQLConnection) throws {
    try EmployerRecords.insert(
      [
        Employer(id: RecordID(1), code: "soumu", name: "総務省"),
        Employer(id: RecordID(2), code: "shobo", name: "消防庁"),
      ],
      on: connection
    )
    let units = [
      unit(1, "大臣官房", 1, nil), unit(2, "秘書課", 1, 1), unit(3, "統計局", 1, nil), unit(4, "総務課", 2, nil),
    ]
    try UnitRecords.insert(units, on: connection)
    try PostRecords.insert(
      units.map { Post(id: RecordID($0.id.number), unit: $0.id, title: "係員", rankBand: .clerk) },
      on: connection
    )
    try EmployeeRecords.insert(people.map(employee), on: connection)
    try AssignmentRecords.insert(
      people.compactMap { person in
        person.unit.map { unit in
          Assignment(
            id: RecordID(person.id),
            employee: RecordID(person.id),
            post: RecordID(unit),
            kind: .primary,
            from: person.hired
          )
        }
      },
      on: connection
    )
  }

  private static func unit(
    _ id: Int64,
    _ name: String,
    _ employer: Int64,
    _ parent: Int64?
  )
    -> OrganizationUnit
  {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(employer),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: .other,
      sortOrder: Int(id),
      from: day("2020-04-01")
    )
  }

  private static func employee(_ person: Person) -> Employee {
    Employee(
      id: RecordID(person.id),
      employer: RecordID(person.employer),
      number: "\(person.id)",
      familyName: "職員",
      givenName: "\(person.id)",
      familyKana: "ショクイン",
      givenKana: "ハナコ",
      sex: .female,
      hiredOn: person.hired,
      leftOn: person.left
    )
  }

  /// Gives a body a database with the people, and a clock that stands on ``today``.
  static func with(
    _ engine: Engine,
    _ body: (any SQLDatabase, SettableClock) async throws -> Void
  ) async throws {
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      try await temporary.database.write { connection in try write(on: connection) }
      try await body(temporary.database, SettableClock(moment("2026-06-15")))
    }
  }

  static func refresh(
    _ database: any SQLDatabase,
    _ clock: SettableClock,
    _ indicators: [Indicator]
  ) -> FigureRefresh {
    FigureRefresh(database: database, clock: clock, ids: RecordIDSource(clock: clock)) { indicators }
  }
}

/// Indicators whose figures are told by the number of each person.
enum NumberedIndicators {
  static func definition(
    _ id: String,
    version: Int = 1,
    asOf: AsOfRule = .throughYear
  ) -> Indicator.Definition {
    Indicator.Definition(
      id: id,
      title: "番号",
      numerator: "番号の和",
      denominator: "人数",
      form: .share,
      source: "名簿",
      methodVersion: version,
      asOf: asOf
    )
  }

  /// The sum of the numbers of all people over how many they are, counted by their units.
  static func sums(_ id: String, version: Int = 1, times: Int = 1, asOf: AsOfRule = .throughYear) -> Indicator
  {
    Indicator(definition(id, version: version, asOf: asOf)) { _, _, _ in
      FigureStaff.people.map { person in
        IndicatorValue(
          employer: RecordID(person.employer),
          unit: person.unit.map { RecordID($0) },
          ratio: Ratio(Int(person.id) * times, of: 1)
        )
      }
    }
  }

  /// One person in three as a group of its own.
  static func groups(_ id: String) -> Indicator {
    Indicator(definition(id)) { _, _, _ in
      FigureStaff.people.filter { $0.id % 3 == 0 }.map { person in
        IndicatorValue(
          employer: RecordID(person.employer),
          unit: person.unit.map { RecordID($0) },
          ratio: Ratio(Int(person.id % 2), of: 1),
          people: 1
        )
      }
    }
  }

  struct Broken: Error {}

  /// Asks the database for a table that is not there.
  static func broken(_ id: String) -> Indicator {
    Indicator(definition(id)) { _, _, connection in
      _ = try connection.rows("SELECT 1 FROM no_such_table")
      return []
    }
  }
}
