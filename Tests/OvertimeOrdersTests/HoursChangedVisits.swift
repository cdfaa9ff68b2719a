import CivilTime
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import OvertimeOrders
@testable import Schedules
@testable import WorkingTime

/// What becomes of orders and changes when the hours of their day change between two acts.
@Suite struct HoursChangedVisits {
  /// Gives 202 other hours on some day.
  private static func choose(
    _ kind: WorkPattern.Kind,
    _ hours: DayHours?,
    on date: String,
    _ office: OrdersOffice
  ) async throws {
    let hours = try #require(hours)
    let pattern = WorkPattern(
      id: office.ids.next(),
      employer: RecordID(1),
      kind: kind,
      name: "型\(date)",
      days: Dictionary(uniqueKeysWithValues: WorkPattern.weekdays.map { ($0, hours) })
    )
    let choice = PatternChoice(
      id: office.ids.next(),
      pattern: pattern,
      from: day(date),
      to: day(date),
      reason: "訂正",
      recordedAt: office.clock.now()
    )
    try await office.database.write { connection in
      try PatternRecords.append(pattern, at: office.clock.now(), account: 2, on: connection)
      try PatternRecords.append(choice, of: RecordID(202), account: 2, on: connection)
    }
  }

  private static let late = DayHours(time(10, 30)..<time(19, 15), breaks: [time(12)..<time(13)])
  private static let evening = [("from1", "18:15"), ("to1", "21:15")]

  @Test(arguments: Engine.available)
  func aConfirmedChangeIsCountedByTheHoursThatTheDayHasThen(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      let path = "/overtime/people/202/days/2026-11-18/changes"
      let proposal = Self.evening + [("seen", ""), ("reason", "申告がない")]
      #expect(await head.post(path, proposal, once: "propose1").status == 303)
      try await Self.choose(.earlyLate, Self.late, on: "2026-11-18", office)
      let date = day("2026-11-18")
      let change = try await office.database.read { connection in
        try ChangeRecords.changes(of: [RecordID(202)], in: date...date, on: connection)[0]
      }
      #expect(change.amount.length == Minutes(180))
      let answer = "/overtime/changes/\(change.id)/answer"
      #expect(await owner.post(answer, [("answer", "confirmed")], once: "answer-1").status == 303)
      #expect(try await office.claims(of: 202, on: "2026-11-18").map(\.length) == [Minutes(120)])
      #expect(try await office.total(of: 202) == Minutes(120))
    }
  }

  @Test(arguments: Engine.available)
  func whatWasNoLessIsNotConfirmedAsLess(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(
        .worked(try worked(1095..<1275), isSpecial: false, reason: "答弁"),
        on: "2026-11-18"
      )
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      let path = "/overtime/people/202/days/2026-11-18/changes"
      let proposal = [
        ("seen", await head.get(path).hidden("seen")), ("from1", "18:15"), ("to1", "21:30"),
        ("reason", "記録のとおり"),
      ]
      #expect(await head.post(path, proposal, once: "propose1").status == 303)
      try await Self.choose(.earlyLate, Self.late, on: "2026-11-18", office)
      let date = day("2026-11-18")
      let change = try await office.database.read { connection in
        try ChangeRecords.changes(of: [RecordID(202)], in: date...date, on: connection)[0]
      }
      #expect(!change.isDownward)
      let answer = "/overtime/changes/\(change.id)/answer"
      let confirmed = await owner.post(answer, [("answer", "confirmed")], once: "answer-1")
      #expect(confirmed.status == 409)
      #expect(confirmed.text.contains("申告より短くなります"))
      #expect(try await office.claims(of: 202, on: "2026-11-18").map(\.length) == [Minutes(180)])
      let objected = [("answer", "objected"), ("words", "申告のとおりです")]
      #expect(await owner.post(answer, objected, once: "answer-2").status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func anOrderIsCountedByTheHoursThatTheDayHasThen(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      #expect(await RequestVisits.send(owner).status == 303)
      try await Self.choose(.earlyLate, Self.late, on: "2026-11-25", office)
      let request = try await RequestVisits.request(office)
      #expect(request.amount.length == Minutes(180))
      let shown = "2:00（18:15–21:15）"
      #expect(await head.get("/overtime/approvals").text.contains(shown))
      #expect(await head.get("/overtime/requests/\(request.id)").text.contains(shown))
      let path = "/overtime/requests/\(request.id)/decision"
      #expect(await head.post(path, [("outcome", "ordered")]).status == 303)
      #expect(try await RequestVisits.request(office).ordered?.length == Minutes(120))
    }
  }

  @Test(arguments: Engine.available)
  func noMoreIsFreedThanTheHoursOfADay(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let short = DayHours(time(9, 30)..<time(15, 30), breaks: [time(12)..<time(13)])
      try await Self.choose(.shortTime, short, on: "2026-12-01", office)
      let evening = try worked(1095..<1365)
      for day in [1, 2, 5, 6, 7, 8, 9, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30] {
        let date = "2026-10-\(day < 10 ? "0" : "")\(day)"
        try await office.claim(.worked(evening, isSpecial: false, reason: "予算"), on: date)
      }
      let head = try await office.visit(201)
      let path = "/overtime/people/202/time-off/2026-10/designation"
      let whole = await head.post(path, [("date", "2026/12/1"), ("unit", "full-day")])
      #expect(whole.status == 422)
      #expect(whole.text.contains("この日の正規の勤務時間は5時間です"))
      #expect(
        await head.post(path, [("date", "2026/12/1"), ("unit", "four-hours")], once: "off-1").status == 303
      )
    }
  }
}
