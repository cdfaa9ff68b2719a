import Access
import CivilTime
import Store
import Testing
import WorkingTime
import WorkingTimeRules

@testable import Demo

@Suite struct WorkingMonthTests {
  /// Everybody's months, drawn once for all tests.
  private struct Drawn {
    let plan: StaffPlan
    let histories: [Int: OvertimeHistory]
    let punches: [PunchRow]
    let overtime: [OvertimeRow]

    init(staff: Int, seed: UInt64, today: CivilDate) {
      let period = DemoPeriod(today: today)
      let plan = StaffPlan(staff: staff, seed: seed, period: period)
      let identities = DemoIdentities(
        staff: plan,
        clock: FixedClock(Instant(milliseconds: 1_790_000_000_000))
      )
      let drawing = MonthDrawing(staff: plan, seed: seed, period: period)
      var histories: [Int: [MonthlyOvertime]] = [:]
      var punches: [PunchRow] = []
      var overtime: [OvertimeRow] = []
      for month in period.months.map({ DemoMonth($0, period: period) }) {
        for index in plan.people.indices {
          var records = MonthRecords()
          drawing.draw(index, month, id: identities.people[index], into: &records)
          punches += records.punches
          overtime += records.overtime
          let unit = plan.unit(of: plan.people[index], on: month.month.firstDay)
          guard let unit, !records.punches.isEmpty else { continue }
          histories[index, default: []].append(
            MonthlyOvertime(
              month: month.month,
              overtime: records.overtime.reduce(.zero) { $0 + $1.length },
              post: unit.isExternal ? .external : .ordinary,
              isSpecialWork: records.overtime.contains(where: \.isSpecial)
            )
          )
        }
      }
      self.plan = plan
      self.histories = histories.mapValues { OvertimeHistory($0) }
      self.punches = punches
      self.overtime = overtime
    }
  }

  private static let thousand = Drawn(staff: 1000, seed: 1, today: DemoDatabase.today)

  struct Limit: Sendable, CustomTestStringConvertible {
    let test: OvertimeTest
    let post: PostKind
    var testDescription: String { "\(test.japanese)（\(post.japanese)）" }
  }

  static let limits =
    [
      Limit(test: .month, post: .ordinary), Limit(test: .year, post: .ordinary),
      Limit(test: .afterMove, post: .ordinary), Limit(test: .month, post: .external),
      Limit(test: .year, post: .external), Limit(test: .monthsOver45, post: .external),
    ] + OvertimeCaps.windows.map { Limit(test: .average(months: $0), post: .external) }

  @Test(arguments: limits)
  func someAreBeyondEachLimitAndMostAreNot(_ limit: Limit) {
    let beyond = Self.thousand.histories.values.count { history in
      OvertimeLimits().findings(of: history).contains { $0.test == limit.test && $0.post == limit.post }
    }
    #expect(beyond >= 1)
    #expect(beyond < 250)
  }

  @Test func disasterWeekIsSpecialWorkOfTheAgency() {
    let special = Self.thousand.overtime.filter(\.isSpecial)
    #expect(!special.isEmpty)
    #expect(special.allSatisfy { $0.workDate.year == 2026 && $0.workDate.month == 7 })
    let excused = Self.thousand.histories.values.contains { history in
      OvertimeLimits().findings(of: history).contains { finding in
        if case .exceededSpecial = finding.verdict { true } else { false }
      }
    }
    #expect(excused)
  }

  @Test func recordsShowNightsWeekendsShortRestsAndForgottenPunches() {
    let punches = Self.thousand.punches
    #expect(punches.contains { $0.time.minutesFromMidnight > 1440 })
    #expect(punches.contains { $0.workDate.weekday.isWeekend })
    #expect(punches.allSatisfy { $0.workDate < DemoDatabase.today })
    var days: [RecordID<AnyPerson>: [CivilDate: (start: ClockTime?, end: ClockTime?)]] = [:]
    for punch in punches {
      let person = RecordID<AnyPerson>(punch.employee.number)
      let known = days[person]?[punch.workDate]
      days[person, default: [:]][punch.workDate] =
        punch.kind == .arrival ? (known?.start ?? punch.time, known?.end) : (known?.start, punch.time)
    }
    let all = days.values.flatMap(\.values)
    #expect(all.contains { $0.start == nil } && all.contains { $0.end == nil })
    let shortRests = days.values.reduce(0) { count, dates in
      count
        + dates.count { date, day in
          guard let end = day.end, let next = dates[date.adding(days: 1)]?.start else { return false }
          return next.minutesFromMidnight + 1440 - end.minutesFromMidnight < 660
        }
    }
    #expect(shortRests * 100 > all.count)
    #expect(shortRests * 5 < all.count)
  }

  /// Stands for whoever a punch belongs to.
  private enum AnyPerson {}

  @Test(arguments: ["2026-01-01", "2026-02-15", "2026-03-31", "2026-04-01", "2026-05-02", "2026-08-20"])
  func eachScriptIsFollowedWheneverTheDemoIsMade(today: String) throws {
    let drawn = Drawn(staff: 300, seed: 2, today: try #require(CivilDate(iso: today)))
    let findings = drawn.histories.values.flatMap { OvertimeLimits().findings(of: $0) }
    for limit in Self.limits {
      #expect(
        findings.contains { $0.test == limit.test && $0.post == limit.post },
        "\(limit.testDescription)"
      )
    }
  }

  @Test func busyClerkHasAnInterestingYear() throws {
    let seat = try #require(Self.thousand.plan.casting.seats[.staff])
    let history = try #require(Self.thousand.histories[seat])
    let tests = Set(OvertimeLimits().findings(of: history).map(\.test))
    #expect(history.months.count == 15)
    #expect(tests.contains(.month))
    #expect(tests.contains(.average(months: 2)))
  }
}
