import Access
import CivilTime
import People
import Schedules
import Testing
import WorkingTime
import WorkingTimeRules

@testable import Demo
@testable import Store

@Suite struct HoursTests {
  private static let tables = [
    "standard_day", "work_pattern", "pattern_choice", "pattern_request", "flextime_terms", "flextime_period",
    "flextime_version", "flextime_day", "schedule_waiting", "telework", "telework_decision",
    "overtime_request", "overtime_decision", "claim_confirmation", "difference_reason", "overtime_budget",
    "log_import", "log_strip", "log_day", "log_person", "gap_reason", "designation_entry", "special_work",
    "special_work_person", "limit_analysis", "limit_analysis_factor", "interview_step",
    "protection_request", "protection_step", "closing_step", "closed_month", "closed_day",
  ]

  @Test func everyTableOfWorkingTimeHasRows() async throws {
    try await DemoDatabase.with(staff: 600) { database, _ in
      let dump = try await DatabaseDump(of: database)
      for table in Self.tables { #expect(dump.rowCount(table) > 0, "\(table)") }
      #expect(dump.rowCount("overtime_change") == 2)
      #expect(dump.rowCount("overtime_change_answer") == 2)
      // August and September.
      let closed = dump.rowCount("closed_month")
      #expect(closed > 1100 && closed < 1320)
    }
  }

  /// What was claimed of one day.
  private struct Claim: Sendable {
    let employee: RecordID<Employee>
    let date: CivilDate
    let stretch: Range<ClockTime>
    let length: Minutes
  }

  @Test func claimedStretchesLieOutsideTheRegularHoursOfThePerson() async throws {
    try await DemoDatabase.with(staff: 400, seed: 3) { database, _ in
      let claims = try await database.read { connection in
        try connection.rows(
          """
          SELECT d.employee, d.work_date, s.from_minute, s.to_minute, d.minutes FROM overtime_stretch s
          JOIN overtime_declaration d ON d.id = s.declaration
          """
        ) { row in
          Claim(
            employee: try row.value(0),
            date: try row.value(1),
            stretch: try row.value(2, as: ClockTime.self)..<(try row.value(3)),
            length: try row.value(4)
          )
        }
      }
      let first = try #require(claims.map(\.date).min())
      let allotments = try await database.read {
        try AllotmentRecords.allotments(
          of: Set(claims.map(\.employee)).sorted(),
          in: first...DemoDatabase.today,
          on: $0
        )
      }
      var shifted = 0
      for claim in claims {
        let day = try #require(allotments[claim.employee])[claim.date]
        guard let hours = day.hours else { continue }
        #expect(!hours.span.overlaps(claim.stretch), "\(claim)")
        if hours != .headOffice { shifted += 1 }
      }
      #expect(claims.count > 10_000)
      #expect(shifted > 100)
    }
  }

  @Test func peopleComeAndGoByTheirPattern() {
    let period = DemoPeriod(today: DemoDatabase.today)
    let plan = StaffPlan(staff: 1000, seed: 1, period: period)
    let drawing = HoursDrawing(staff: plan, seed: 1, period: period)
    let office = Self.office(plan, period)
    let month = DemoMonth(period.lastMonth, period: period)
    var days: [PatternPlan?: (all: Int, inTime: Int)] = [:]
    for index in plan.people.indices {
      let records = Self.records(of: index, month, office)
      for recorded in records.days where DutyCalendar().isDutyDay(recorded.day.date) {
        let pattern = drawing.hours(of: index).choice?.pattern
        let hours = recorded.day.hours
        let isInTime = recorded.day.arrival <= hours.start && recorded.day.departure >= hours.end
        days[pattern, default: (0, 0)].all += 1
        if isInTime { days[pattern, default: (0, 0)].inTime += 1 }
      }
    }
    for plan in PatternPlan.allCases {
      let count = days[plan] ?? (0, 0)
      #expect(count.all > 20, "\(plan)")
      #expect(count.inTime * 10 > count.all * 8, "\(plan)")
    }
  }

  @Test(arguments: ["2026-11-23", "2026-11-02", "2026-05-08"])
  func busyClerkHasTwoDaysWithoutAReason(today: String) throws {
    let period = DemoPeriod(today: try #require(CivilDate(iso: today)))
    let plan = StaffPlan(staff: 300, seed: 1, period: period)
    let office = Self.office(plan, period)
    let drawing = PresenceDrawing(office: office)
    let clerk = office.officer(.staff)
    var open = 0
    for month in office.loggedMonths.map({ DemoMonth($0, period: period) }) {
      let records = Self.records(of: clerk, month, office)
      let draft = drawing.draw(records, month)
      let gaps = records.days.count { recorded in
        var chance = Chance(seed: 1, .presence, clerk, recorded.day.date.dayNumber)
        let isOpen = drawing.openDays(of: records, month).contains(recorded.day.date)
        let used = drawing.used(recorded.day, isOpen: isOpen, &chance)
        return drawing.gap(recorded, used) >= PresenceDrawing.threshold
      }
      open += gaps - draft.reasons.count
    }
    #expect(open == 2)
  }

  @Test func logsBeginAndEndNearThePunches() async throws {
    try await DemoDatabase.with(staff: 200) { database, _ in
      let days = try await database.read { connection in
        try connection.rows(
          """
          SELECT s.marks, MIN(p.minute), MAX(p.minute), COUNT(*) FROM log_strip s
          JOIN punch p ON p.employee = s.employee AND p.work_date = s.day
          GROUP BY s.employee, s.day, s.marks HAVING COUNT(*) = 2 AND COUNT(DISTINCT p.kind) = 2
          """
        ) { row in
          (
            bytes: try row.value(0, as: [UInt8].self), first: try row.value(1, as: Int.self),
            last: try row.value(2, as: Int.self)
          )
        }
      }
      #expect(days.count > 3000)
      var near = 0
      for day in days {
        let minutes = stride(from: 0, to: day.bytes.count, by: 2).map { place in
          (Int(day.bytes[place]) << 8 | Int(day.bytes[place + 1])) >> 2
        }
        #expect(minutes == minutes.sorted())
        let isNear = minutes.contains { (day.first...day.first + 5).contains($0) }
        let end = try #require(minutes.last)
        if isNear, min(day.last, 1439) - 4...day.last + 110 ~= end { near += 1 }
      }
      #expect(near == days.count)
    }
  }

  /// What waits for the roles that the demo offers.
  @Test func everyRoleHasSomethingToDo() async throws {
    try await DemoDatabase.with(staff: 600) { database, _ in
      let showcase = """
        SELECT a.employee FROM assignment a JOIN post p ON p.id = a.post WHERE a.valid_to IS NULL
        AND p.unit = (SELECT p2.unit FROM account c JOIN assignment a2 ON a2.employee = c.employee
        JOIN post p2 ON p2.id = a2.post WHERE c.login = 'superior' AND a2.valid_to IS NULL)
        """
      func count(_ sql: String) async throws -> Int {
        try await database.read { try $0.value(SQLText(schema: sql)) ?? 0 }
      }
      let requests = try await count(
        """
        SELECT COUNT(*) FROM overtime_request r LEFT JOIN overtime_decision d ON d.request = r.id
        WHERE d.request IS NULL AND r.employee IN (\(showcase))
        """
      )
      #expect(requests > 1 && requests < 20)
      let wishes = try await count(
        "SELECT COUNT(*) FROM schedule_waiting WHERE employee IN (\(showcase))"
      )
      #expect(wishes > 1)
      func october(_ kind: String) async throws -> Int {
        try await count(
          """
          SELECT COUNT(*) FROM closing_step WHERE month = '2026-10' AND kind = '\(kind)'
          AND employee IN (\(showcase))
          """
        )
      }
      let (confirmed, checked, approved) = try await (
        october("confirmed"), october("checked"), october("approved")
      )
      #expect(checked > 0 && checked < confirmed)
      #expect(approved == 0)
      let ofClerk = try await count(
        """
        SELECT COUNT(*) FROM closing_step s JOIN account a ON a.employee = s.employee
        WHERE a.login = 'staff' AND s.month = '2026-10'
        """
      )
      #expect(ofClerk == 0)
    }
  }

  private static func office(_ plan: StaffPlan, _ period: DemoPeriod) -> DemoOffice {
    let now = OfficeZone.instant(on: period.today, at: .midnight)
    let identities = DemoIdentities(staff: plan, clock: FixedClock(now))
    return DemoOffice(staff: plan, seed: 1, period: period, identities: identities, now: now)
  }

  private static func records(of index: Int, _ month: DemoMonth, _ office: DemoOffice) -> MonthRecords {
    var records = MonthRecords()
    MonthDrawing(staff: office.staff, seed: office.seed, period: office.period)
      .draw(index, month, id: office.identities.people[index], into: &records)
    return records
  }
}
