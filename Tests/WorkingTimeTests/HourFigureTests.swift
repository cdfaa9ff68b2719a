import CivilTime
import Indicators
import People
import Schedules
import Store
import TestSupport
import Testing

@testable import WorkingTime

@Suite("Figures of overtime, late ends and objective days")
struct HourFigureTests {
  private static let year = FiscalYear(startYear: 2026)

  private static func values(
    _ indicator: Indicator,
    _ office: WorkingTimeOffice,
    _ today: String
  ) async throws -> [Int64: IndicatorValue] {
    try await office.database.read { connection in
      let values = try indicator.values(year, day(today), connection)
      return Dictionary(uniqueKeysWithValues: values.map { ($0.unit?.number ?? 0, $0) })
    }
  }

  private static func total(
    _ person: Int64,
    _ month: String,
    overtime: Int,
    days: Int,
    _ office: WorkingTimeOffice
  ) async throws {
    let total = KeptTotal(
      employee: RecordID(person),
      month: try #require(YearMonth(iso: month)),
      overtime: Minutes(overtime),
      isSpecial: false,
      recordedDutyDays: days,
      rests: RestCount()
    )
    try await office.database.write { try MonthTotalRecords.replace(total, on: $0) }
  }

  @Test(arguments: Engine.available)
  func overtimeOfAMonthIsThatOfThoseWhoArePaidForIt(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      // Person 2 becomes a manager on 15 May: April counts, May and June do not. Person 3 is part-time.
      try await office.database.write { connection in
        try connection.execute("UPDATE employee SET staff_category = 'part_time' WHERE id = 3")
        try connection.execute("UPDATE assignment SET valid_to = '2026-05-14' WHERE id = 2")
        try PostRecords.insert(
          [Post(id: RecordID(12), unit: RecordID(2), title: "課長", rankBand: .director, isManagerial: true)],
          on: connection
        )
        try AssignmentRecords.insert(
          [
            Assignment(
              id: RecordID(12),
              employee: RecordID(2),
              post: RecordID(12),
              kind: .primary,
              from: day("2026-05-15")
            )
          ],
          on: connection
        )
      }
      // Person 1: 600 in April, none in May with records, on leave all June (nothing), 60 in July.
      try await Self.total(1, "2026-04", overtime: 600, days: 20, office)
      try await Self.total(1, "2026-05", overtime: 0, days: 18, office)
      try await Self.total(1, "2026-06", overtime: 0, days: 0, office)
      try await Self.total(1, "2026-07", overtime: 60, days: 0, office)
      try await Self.total(2, "2026-04", overtime: 300, days: 20, office)
      try await Self.total(2, "2026-05", overtime: 1_000, days: 20, office)
      try await Self.total(2, "2026-06", overtime: 1_000, days: 20, office)
      try await Self.total(3, "2026-04", overtime: 2_000, days: 20, office)
      try await Self.total(4, "2026-04", overtime: 90, days: 20, office)
      // Left on 10 April; a month of another year and one after leaving are no months of the figure.
      try await Self.total(5, "2026-03", overtime: 5_000, days: 20, office)
      try await Self.total(5, "2026-04", overtime: 30, days: 8, office)
      try await Self.total(5, "2026-05", overtime: 5_000, days: 0, office)
      let july = try await Self.values(WorkingTimeIndicators.overtimePerMonth, office, "2026-07-31")
      // July ends on the day, so that it counts.
      #expect(
        july.mapValues(\.ratio) == [2: Ratio(960, of: 4), 4: Ratio(90, of: 1), 0: Ratio(30, of: 1)]
      )
      #expect(july.mapValues(\.people) == [2: 2, 4: 1, 0: 1])
      #expect(july[4]?.employer == RecordID(2))
      let before = try await Self.values(WorkingTimeIndicators.overtimePerMonth, office, "2026-07-30")
      #expect(before[2]?.ratio == Ratio(900, of: 3))
      #expect(try await Self.values(WorkingTimeIndicators.overtimePerMonth, office, "2026-04-29").isEmpty)
    }
  }

  private static func punches(
    _ person: Int64,
    _ date: String,
    _ from: ClockTime,
    _ to: ClockTime,
    _ office: WorkingTimeOffice
  ) async throws {
    let rows = [
      PunchRow(employee: RecordID(person), workDate: day(date), time: from, kind: .arrival),
      PunchRow(employee: RecordID(person), workDate: day(date), time: to, kind: .departure),
    ]
    try await office.database.write { connection in
      try WorkingTimeBulk.insertPunches(rows, ids: office.ids, at: office.clock.now(), on: connection)
    }
  }

  @Test(arguments: Engine.available)
  func aLateEndIsFollowedByALaterStartOrNot(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let (usual, close) = (time(9, 30), time(18, 15))
      // Person 1. Monday to 23:00, Tuesday from 10:00: 11 hours, rested. Tuesday to 25:00, Wednesday from 9:30: not.
      try await Self.punches(1, "2026-05-11", usual, time(23), office)
      try await Self.punches(1, "2026-05-12", time(10), time(25), office)
      // Wednesday to 22:30 leaves just 11 hours to the usual start, so that it is not late.
      try await Self.punches(1, "2026-05-13", usual, time(22, 30), office)
      try await Self.punches(1, "2026-05-14", usual, time(23), office)
      // On Friday away: whether it was rest is not known. Friday night: Monday is far.
      try await Self.punches(1, "2026-05-18", usual, close, office)
      try await Self.punches(3, "2026-05-15", usual, time(26), office)
      try await Self.punches(3, "2026-05-18", usual, close, office)
      // Person 4 of the other employer, whose standard day begins at 8:30: 22:00 is late there.
      try await office.database.write { connection in
        try connection.execute(
          """
          INSERT INTO standard_day (id, employer, valid_from, hours, reason, at, by_account)
          VALUES (1, 2, '2026-04-01', '08:30-17:15 12:00-13:00', '', 0, 1)
          """
        )
      }
      try await Self.punches(4, "2026-05-11", time(8, 30), time(22), office)
      try await Self.punches(4, "2026-05-12", time(8, 30), time(17, 15), office)
      // The duty that follows belongs to the year: a late 31 March counts with 1 April.
      try await Self.punches(2, "2026-03-31", usual, time(24), office)
      try await Self.punches(2, "2026-04-01", time(11), close, office)
      let found = try await Self.values(WorkingTimeIndicators.restAfterLateEnd, office, "2026-05-29")
      #expect(found.mapValues(\.ratio) == [2: Ratio(2, of: 3), 4: Ratio(0, of: 1)])
      #expect(found.mapValues(\.people) == [2: 2, 4: 1])
      // A departure that was taken back is none.
      try await office.database.write { connection in
        try connection.execute(
          """
          INSERT INTO punch_cancellation (punch, at, by_account)
          SELECT id, 0, 1 FROM punch WHERE employee = 4 AND work_date = '2026-05-11' AND kind = 'out'
          """
        )
      }
      let after = try await Self.values(WorkingTimeIndicators.restAfterLateEnd, office, "2026-05-29")
      #expect(after[4] == nil)
    }
  }

  @Test(arguments: Engine.available)
  func daysThatOthersSawAreJoinedWithThoseOfTheClock(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      // 11 to 15 May are duty days, 16 is a Saturday.
      try await Self.punches(1, "2026-05-11", time(9, 30), time(18, 15), office)
      try await Self.punches(1, "2026-05-12", time(9, 30), time(18, 15), office)
      try await Self.punches(3, "2026-05-12", time(9, 30), time(18, 15), office)
      // Typed in afterwards, which is no objective record.
      for (kind, at) in [(Punch.Kind.arrival, time(9, 30)), (.departure, time(18, 15))] {
        try await office.enter(.punch(kind: kind, time: at, reason: "忘れ"), on: day("2026-05-14"))
      }
      try await office.database.write { connection in
        try WorkingTimeBulk.refreshTotals(
          from: WorkingTimeOffice.april,
          to: WorkingTimeOffice.may,
          on: connection
        )
      }
      let source = ObjectiveDaySource { employees, days, _ in
        let seen: [Int64: [String]] = [
          // One day that the clock has too, one that it lacks, and a Saturday.
          1: ["2026-05-12", "2026-05-13", "2026-05-16"], 4: ["2026-05-11"],
          // After leaving.
          5: ["2026-05-11"],
        ]
        return seen.reduce(into: [:]) { found, entry in
          guard employees.contains(RecordID(entry.key)) else { return }
          found[RecordID(entry.key)] = Set(entry.value.map { day($0) }.filter(days.contains))
        }
      }
      func found(_ sources: [ObjectiveDaySource]) async throws -> [Int64: Int] {
        try await Self.values(WorkingTimeIndicators.objectiveRecord(sources), office, "2026-05-29")
          .mapValues(\.ratio.numerator)
      }
      #expect(try await found([]) == [2: 2, 3: 1, 4: 0, 0: 0])
      #expect(try await found([source]) == [2: 3, 3: 1, 4: 1, 0: 0])
      // Before the days that the source knows nothing is added.
      let early = try await Self.values(
        WorkingTimeIndicators.objectiveRecord([source]),
        office,
        "2026-05-12"
      )
      #expect(early[2]?.ratio.numerator == 2)
    }
  }
}
