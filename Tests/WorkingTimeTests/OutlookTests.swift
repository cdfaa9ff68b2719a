import CivilTime
import Markup
import People
import Site
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import WorkingTime

/// Where the month under way is heading, as a person and a unit see it.
struct OutlookTests {
  /// 13 May 2026: six of the month's 18 duty days are over or running.
  static let today = day("2026-05-13")

  private static func declare(
    _ hours: Int,
    on date: String,
    by person: Int64,
    in office: WorkingTimeOffice
  ) async throws {
    let entry = DayCorrection.Entry.overtime(length: Minutes(hours: hours), isSpecial: false, reason: "資料の作成")
    try await office.enter(entry, on: day(date), by: person)
  }

  private static func unit(_ office: WorkingTimeOffice, through month: YearMonth) async throws -> UnitMonths {
    let found = try await office.database.read { connection in
      try UnitMonthsQuery.months(
        of: RecordID(2),
        through: month,
        order: .organization,
        visible: [RecordID(2)],
        scope: .units([RecordID(2)], own: nil),
        tree: try UnitRecords.tree(asOf: today, on: connection),
        today: today,
        on: connection
      )
    }
    return try #require(found)
  }

  @Test(arguments: Engine.available)
  func aUnitSeesWhoIsHeadingBeyondALimitAndWhatIsLeft(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      try await Self.declare(9, on: "2026-05-07", by: 1, in: office)
      try await Self.declare(7, on: "2026-05-12", by: 1, in: office)
      try await Self.declare(2, on: "2026-05-12", by: 2, in: office)
      let shown = try await Self.unit(office, through: WorkingTimeOffice.may)
      let ahead = shown.lines.map(\.ahead)
      #expect(ahead.map { $0?.outlook.urgency } == [.heading, .calm])
      #expect(ahead.first??.outlook.projected.value == 16 * 60 * 3)
      #expect(ahead.first??.remaining == Minutes(hours: 29))
      let page = UnitMonthsPage(shown: shown, month: WorkingTimeOffice.may, order: .organization, visible: [])
      let text = page.content.body.text
      #expect(text.contains("早めに確かめること") && text.contains("月末の見込み48時間"))
      let past = try await Self.unit(office, through: WorkingTimeOffice.april)
      #expect(past.lines.allSatisfy { $0.ahead == nil })
    }
  }

  @Test(arguments: Engine.available)
  func aPersonIsToldOfTheMonthUnderWayAlone(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      try await Self.declare(9, on: "2026-05-07", by: 1, in: office)
      try await Self.declare(7, on: "2026-05-12", by: 1, in: office)
      let limits = try await office.database.read { connection in
        try PersonLimitsQuery.limits(of: RecordID(1), in: WorkingTimeOffice.may, on: connection)
      }
      #expect(limits.outlooks(asOf: Self.today).first?.urgency == .heading)
      #expect(limits.outlooks(asOf: day("2026-06-01")).isEmpty)
      let now = LimitsPart(limits: limits, today: Self.today, whyPath: "/why").summary.text
      #expect(now.contains("このまま進むと、上限を超える見込みです") && now.contains("第16条の2の2"))
      let later = LimitsPart(limits: limits, today: day("2026-06-01"), whyPath: "/why").summary.text
      #expect(!later.contains("見込み"))
    }
  }
}
