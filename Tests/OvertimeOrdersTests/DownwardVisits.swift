import Access
import CivilTime
import Store
import TestSupport
import Testing

@testable import OvertimeOrders
@testable import WorkingTime

/// Which changes by others are told to those who watch over them.
@Suite struct DownwardVisits {
  /// What the owner claimed and a superior proposes, in minutes from midnight.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let date: String
    let claimed: Range<Int>
    let proposed: Range<Int>
    /// What is lowered; nil where the change is no downward one.
    let lowered: String?
  }

  // 3 November 2026 is a holiday, 18 November a Wednesday; regular hours are 9:30–18:15.
  static let cases = [
    Case(
      testDescription: "the regular hours of a holiday",
      date: "2026-11-03",
      claimed: 570..<1095,
      proposed: 570..<720,
      lowered: "休日の勤務の時間"
    ),
    Case(
      testDescription: "night to evening",
      date: "2026-11-18",
      claimed: 1320..<1440,
      proposed: 1095..<1215,
      lowered: "支給区分"
    ),
    Case(
      testDescription: "overtime",
      date: "2026-11-18",
      claimed: 1095..<1215,
      proposed: 1095..<1155,
      lowered: "超過勤務の時間"
    ),
    Case(
      testDescription: "the night after the last day of a month",
      date: "2026-10-31",
      claimed: 1440..<1560,
      proposed: 1200..<1320,
      lowered: "支給区分"
    ),
    Case(
      testDescription: "regular hours of a duty day",
      date: "2026-11-18",
      claimed: 1020..<1200,
      proposed: 1095..<1200,
      lowered: nil
    ),
    Case(
      testDescription: "longer",
      date: "2026-11-18",
      claimed: 1095..<1155,
      proposed: 1095..<1215,
      lowered: nil
    ),
    Case(
      testDescription: "longer on a holiday",
      date: "2026-11-03",
      claimed: 570..<720,
      proposed: 570..<1095,
      lowered: nil
    ),
  ]

  private func text(_ minute: Int) -> String { "\(ClockTime(minutesFromMidnight: minute) ?? .midnight)" }

  @Test(arguments: Engine.available, cases)
  func whatLowersWorkOrPayIsListed(_ engine: Engine, _ one: Case) async throws {
    try await OrdersOffice.with(engine) { office in
      let claim = try worked(one.claimed)
      try await office.claim(.worked(claim, isSpecial: false, reason: "答弁"), on: one.date)
      let head = try await office.visit(201)
      let path = "/overtime/people/202/days/\(one.date)/changes"
      let seen = await head.get(path).hidden("seen")
      let fields = [
        ("seen", seen), ("from1", text(one.proposed.lowerBound)), ("to1", text(one.proposed.upperBound)),
        ("reason", "記録と違う"),
      ]
      #expect(await head.post(path, fields, once: "propose1").status == 303)
      let watcher = try await office.visit(102, as: .hr)
      let page = await watcher.get("/overtime/changes", query: "month=2026-11").text
      let file = await watcher.get("/overtime/changes/csv", query: "month=2026-11").text
      let times = try "\"\(claim.japanese)\",\"\(worked(one.proposed).japanese)\""
      #expect(page.contains("申出は\(one.lowered == nil ? 0 : 1)件"))
      #expect(file.contains(times) == (one.lowered != nil))
      if let lowered = one.lowered {
        #expect(page.contains(lowered) && page.contains(claim.japanese))
        #expect(file.contains("\"\(lowered)\""))
      }
    }
  }

  @Test(arguments: Engine.available)
  func toStrikeAHolidaysWorkLowersAllOfIt(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(
        .worked(try worked(570..<1095), isSpecial: false, reason: "答弁"),
        on: "2026-11-03"
      )
      let head = try await office.visit(201)
      let path = "/overtime/people/202/days/2026-11-03/changes"
      let fields = [("seen", await head.get(path).hidden("seen")), ("length", "0:00"), ("reason", "記録がない")]
      #expect(await head.post(path, fields, once: "propose1").status == 303)
      let watcher = try await office.visit(102, as: .hr)
      let page = await watcher.get("/overtime/changes", query: "month=2026-11").text
      #expect(page.contains("休日の勤務の時間") && page.contains("8:45"))
    }
  }

  @Test(arguments: Engine.available)
  func ofAnOlderChangeTheMinutesTell(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(
        .overtime(length: Minutes(180), isSpecial: false, reason: "答弁"),
        on: "2026-11-18"
      )
      let at = office.clock.now()
      try await office.database.write { connection in
        for (id, minutes) in [(Int64(1), 60), (2, 240)] {
          try connection.execute(
            """
            INSERT INTO overtime_change (id, employee, work_date, declaration, claimed_minutes, minutes, stretches,
            reason, capacity, proposed_at, proposed_by, proposer)
            SELECT \(id), employee, work_date, id, minutes, \(minutes), NULL, '以前の申出', 'head', \(at), 1, 201
            FROM overtime_declaration
            """
          )
        }
      }
      let page = await (try await office.visit(102, as: .hr)).get("/overtime/changes", query: "month=2026-11")
      #expect(page.text.contains("申出は1件") && page.text.contains("1:00"))
    }
  }
}
