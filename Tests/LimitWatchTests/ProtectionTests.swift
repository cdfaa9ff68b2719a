import Access
import CivilTime
import Foundation
import People
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import LimitWatch

@Suite("Protections from overtime and night work")
struct ProtectionTests {
  private static let own = "/limits/own-protections"
  private static let list = "/limits/protections"

  private func ask(_ kind: String, _ from: String, _ to: String) -> [(String, String)] {
    [("kind", kind), ("from", from), ("to", to)]
  }

  private func newest(_ office: LimitOffice) async throws -> Int64 {
    try await office.number("SELECT MAX(id) FROM protection_request")
  }

  @Test(arguments: Engine.available)
  func areAskedConfirmedAndHeldAgainstTheClaims(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-06-15", hours: 25)
      let person = try await office.visit(202)
      #expect(await person.post(Self.own, ask("restriction", "2026-06-11", "2027-06-11")).status == 422)
      let wish = ask("restriction", "2026-06-11", "2027-06-10")
      #expect(await person.post(Self.own, wish, once: "protection-1").status == 303)
      #expect(await person.post(Self.own, wish, once: "protection-1").status == 303)
      #expect(try await office.number("SELECT COUNT(*) FROM protection_request") == 1)
      let double = await person.post(Self.own, ask("exemption", "2027-06-10", "2027-06-30"))
      #expect(double.status == 422 && double.text.contains("重ねられません"))

      let path = "\(Self.list)/\(try await newest(office))"
      let confirm = [("act", "confirm"), ("seen", "0")]
      let head = try await office.visit(201)
      #expect(await head.get(Self.list).text.contains("確認を待つ請求が1件"))
      #expect(await head.post(path, confirm).status == 303)
      #expect(await head.post(path, confirm).status == 409)
      let page = await head.get(Self.list).text
      #expect(page.contains("1か月24時間、1年150時間まで") && page.contains("25時間で、上限の24時間を超えています"))
      #expect(!page.contains("育児") && !page.contains("介護") && !page.contains("10―11"))
      #expect(await person.get(Self.own).text.contains("これから"))

      #expect(
        await person.post(
          "\(Self.own)/\(try await newest(office))/end",
          [("seen", "1"), ("end-\(try await newest(office))", "2026-06-10")]
        ).status == 303
      )
      #expect(await person.get(Self.own).text.contains("取り下げ"))
      #expect(await head.get(Self.list).text.contains("勤務の制限のある職員はいません"))
    }
  }

  @Test(arguments: Engine.available)
  func keepALateRequestAndRefuseNoPregnantPerson(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      let person = try await office.visit(202)
      #expect(await person.post(Self.own, ask("night", "2026-06-30", "2026-09-30")).status == 303, "K15")
      let head = try await office.visit(201)
      #expect(await head.get(Self.list).text.contains("期限の後に届きました"))
      #expect(await person.post(Self.own, ask("maternity", "2026-06-10", "2027-03-31")).status == 303)
      let path = "\(Self.list)/\(try await newest(office))"
      let decline = [("act", "decline"), ("seen", "0"), ("ground", "obstruction")]
      #expect(await head.post(path, decline).status == 404, "no matter of the line")
      #expect(await head.post(path, [("act", "confirm"), ("seen", "0")]).status == 404)
      let line = await head.get(Self.list).text
      #expect(line.contains("確認を待つ請求が1件"), "the night's alone")
      #expect(line.contains(Self.noOvertime) && line.contains(Self.noNight) && line.contains("適用中"))
      #expect(!line.contains("妊") && !line.contains("10―7"))
      let hr = try await office.visit(102, as: .hr)
      #expect(await hr.get(Self.list).text.contains("妊産婦"))
      #expect(await hr.post(path, decline).status == 409)
      #expect(await hr.post(path, [("act", "confirm"), ("seen", "0")]).status == 303)
      let after = await head.get(Self.list).text
      #expect(try Self.table(after) == Self.table(line), "the line sees no difference")
      #expect(after.contains("確認を待つ請求が1件"))
    }
  }

  /// What may not be ordered, as the page has it.
  private static func table(_ page: String) throws -> Substring {
    page[try #require(page.range(of: "<table")).lowerBound...]
  }

  private static let noOvertime = "超過勤務を命じられません（災害などを除く）"
  private static let noNight = "深夜（22時から翌5時まで）の勤務を命じられません"

  @Test func thoseOfAPregnancyAreToldAsTwoOthers() {
    let days = { (from: String, to: String) in day(from)...day(to) }
    let whole = days("2026-06-10", "2027-03-31")
    let pregnant = OrderBar.bars(of: [Protection(.maternity, during: whole)])
    let others = [
      Protection(.night, during: days("2026-12-01", "2027-03-31")), Protection(.exemption, during: whole),
      Protection(.night, during: days("2026-06-10", "2026-11-30")),
    ]
    #expect(pregnant == OrderBar.bars(of: others))
    #expect(pregnant.map(\.kind) == [.exemption, .night])
    let apart = [
      Protection(.night, during: days("2026-06-10", "2026-08-31")),
      Protection(.night, during: days("2026-09-02", "2026-11-30")),
    ]
    #expect(OrderBar.bars(of: apart).count == 2)
  }

  struct Effect: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: Protection.Kind
    let state: ProtectionRequest.State
    var received = "2026-06-10"
    let stands: String?
    let isAwaited: Bool
  }

  static let effects = [
    Effect(
      testDescription: "a pregnancy from the receipt",
      kind: .maternity,
      state: .waiting,
      stands: "2026-06-10",
      isAwaited: false
    ),
    Effect(
      testDescription: "a pregnancy once confirmed",
      kind: .maternity,
      state: .confirmed,
      stands: "2026-06-10",
      isAwaited: false
    ),
    Effect(testDescription: "others wait", kind: .exemption, state: .waiting, stands: nil, isAwaited: true),
    Effect(
      testDescription: "others once confirmed, from the day after the receipt",
      kind: .night,
      state: .confirmed,
      stands: "2026-06-11",
      isAwaited: false
    ),
    Effect(
      testDescription: "those asked for in time, from the day asked for",
      kind: .exemption,
      state: .confirmed,
      received: "2026-05-31",
      stands: "2026-06-01",
      isAwaited: false
    ),
    Effect(
      testDescription: "those asked for on their first day, from the second",
      kind: .restriction,
      state: .confirmed,
      received: "2026-06-01",
      stands: "2026-06-02",
      isAwaited: false
    ),
    Effect(
      testDescription: "those asked for on their last day never",
      kind: .restriction,
      state: .confirmed,
      received: "2026-08-31",
      stands: nil,
      isAwaited: false
    ),
    Effect(
      testDescription: "declined",
      kind: .night,
      state: .declined(.cover),
      stands: nil,
      isAwaited: false
    ),
    Effect(testDescription: "withdrawn", kind: .maternity, state: .withdrawn, stands: nil, isAwaited: false),
  ]

  @Test(arguments: effects)
  func standFromWhenTheRuleSays(_ one: Effect) {
    let request = ProtectionRequest(
      id: RecordID(1),
      employee: RecordID(1),
      kind: one.kind,
      asked: day("2026-06-01")...day("2026-08-31"),
      receivedOn: day(one.received),
      endedOn: nil,
      state: one.state,
      revision: 0
    )
    #expect(request.protection?.period == one.stands.map { day($0)...day("2026-08-31") })
    #expect((request.awaited != nil) == one.isAwaited)
  }

  @Test(arguments: Engine.available)
  func thatWaitAreToldApartFromThoseThatStand(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      let person = try await office.visit(202)
      #expect(await person.post(Self.own, ask("maternity", "2026-06-10", "2027-03-31")).status == 303)
      #expect(await person.post(Self.own, ask("restriction", "2026-07-01", "2026-09-30")).status == 303)
      #expect(await person.get(Self.own).text.contains("確認を待たず、請求の時から適用されます"))
      let (standing, awaited) = try await office.database.read { connection in
        let days = day("2026-07-01")...day("2026-07-31")
        return (
          try ConfirmedProtections.protections(of: [RecordID(202)], in: days, on: connection),
          try ConfirmedProtections.awaited(of: [RecordID(202)], in: days, on: connection)
        )
      }
      #expect(standing[RecordID(202)]?.map(\.kind) == [.maternity])
      #expect(awaited[RecordID(202)]?.map(\.kind) == [.restriction])
    }
  }

  @Test(arguments: Engine.available)
  func ofTheYearAreListedWithTheClaimsOfAllOfThem(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      for (person, period) in [
        (Int64(202), ("2025-04-01", "2026-03-31")), (203, ("2025-06-01", "2026-05-31")),
      ] {
        office.set(day(period.0).adding(days: -1).iso)
        let hr = try await office.visit(102, as: .hr)
        let visit = try await office.visit(person)
        #expect(await visit.post(Self.own, ask("restriction", period.0, period.1)).status == 303)
        let path = "\(Self.list)/\(try await newest(office))"
        #expect(await hr.post(path, [("act", "confirm"), ("seen", "0")]).status == 303)
        for month in ["2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01"] {
          try await office.work(person, "\(month)-10", hours: 20)
        }
      }
      office.set(LimitOffice.today.iso)
      let page = await (try office.visit(201)).get(Self.list).text
      #expect(page.contains("制限の期間の超過勤務は合計120時間で、150時間に近づいています"))
      #expect(page.contains("203号") && !page.contains("202号"), "that of last year is over")
    }
  }

  @Test(arguments: Engine.available)
  func interviewsAndAnalysesThatWaitStandOnHome(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-04-10", hours: 100)
      try await office.work(203, "2026-05-10", hours: 100)
      try await office.work(204, "2025-05-12", hours: 50)
      let person = try await office.visit(202)
      #expect(await person.post(Self.own, ask("exemption", "2026-07-01", "2026-09-30")).status == 303)
      #expect(await person.post(Self.own, ask("maternity", "2026-06-10", "2027-03-31")).status == 303)
      let hr = await (try office.visit(102, as: .hr)).get("/test/home").text
      #expect(hr.contains("勤務の制限の請求2件") && hr.contains("面接指導1件が、期限を過ぎて") && hr.contains("month=2026-04"))
      let head = await (try office.visit(201)).get("/test/home").text
      #expect(head.contains("勤務の制限の請求1件") && head.contains("分析が、1つの組織で未提出です"))
      #expect(!head.contains("面接指導"))
      var outsiders = [("202", person)]
      for outsider in [Int64(301), 401, 205] {
        outsiders.append(("\(outsider)", try await office.visit(outsider)))
      }
      for (outsider, visit) in outsiders {
        let text = await visit.get("/test/home").text
        #expect(!text.contains("請求") && !text.contains("未提出") && !text.contains("面接"), "\(outsider)")
      }
      let other = await (try office.visit(402, as: .hr, employer: 2)).get("/test/home").text
      #expect(!other.contains("請求") && !other.contains("面接"))
    }
  }

  @Test(arguments: Engine.available)
  func areNobodyElsesMatter(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      let head = try await office.visit(201)
      #expect(await head.post(Self.own, ask("night", "2026-08-01", "2026-09-30")).status == 303)
      let id = try await newest(office)
      let confirm = [("act", "confirm"), ("seen", "0")]
      #expect(await head.post("\(Self.list)/\(id)", confirm).status == 409, "nobody confirms the own request")
      for outsider in [Int64(301), 401] {
        let visit = try await office.visit(outsider)
        #expect(await visit.get(Self.list).text.contains("確認を待つ請求はありません"))
        #expect(await visit.post("\(Self.list)/\(id)", confirm).status == 404)
        #expect(
          await visit.post("\(Self.own)/\(id)/end", [("seen", "0"), ("end-\(id)", "2026-08-01")]).status
            == 404
        )
      }
      let visits = [try await office.visit(101), try await office.visit(102, as: .hr)]
      let answers = await withTaskGroup(of: Int.self) { group in
        for visit in visits { group.addTask { await visit.post("\(Self.list)/\(id)", confirm).status } }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.sorted() == [303, 409])
    }
  }

  struct Use: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: Protection.Kind
    let minutes: Int
    let breaches: Int
    let near: Int
  }

  static let uses = [
    Use(testDescription: "K13 24:00", kind: .restriction, minutes: 1440, breaches: 0, near: 1),
    Use(testDescription: "K13 24:01", kind: .restriction, minutes: 1441, breaches: 1, near: 0),
    Use(testDescription: "19:11 is not near", kind: .restriction, minutes: 1151, breaches: 0, near: 0),
    Use(testDescription: "19:12 is near", kind: .restriction, minutes: 1152, breaches: 0, near: 1),
    Use(testDescription: "K18", kind: .maternity, minutes: 1, breaches: 1, near: 0),
    Use(testDescription: "night alone", kind: .night, minutes: 60, breaches: 0, near: 0),
  ]

  @Test(arguments: uses)
  func tellWhatDidNotKeepToThem(_ one: Use) {
    let protection = Protection(one.kind, during: day("2026-06-01")...day("2026-08-31"))
    let days = [
      Protection.Day(day("2026-06-10"), overtime: Minutes(one.minutes)),
      Protection.Day(day("2026-05-31"), overtime: Minutes(9000)),
    ]
    let use = ProtectionUse(protection, days: days)
    #expect(use.breaches.count == one.breaches)
    #expect(use.near.count == one.near)
  }

  struct Asked: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: Protection.Kind
    let from: String
    let received: String
    let isLate: Bool
  }

  static let asked = [
    Asked(testDescription: "K15", kind: .night, from: "2026-07-01", received: "2026-06-11", isLate: true),
    Asked(
      testDescription: "a month ahead",
      kind: .night,
      from: "2026-07-01",
      received: "2026-06-01",
      isLate: false
    ),
    Asked(
      testDescription: "a month ahead of the 31st",
      kind: .night,
      from: "2026-07-31",
      received: "2026-06-30",
      isLate: false
    ),
    Asked(
      testDescription: "the day before",
      kind: .exemption,
      from: "2026-07-01",
      received: "2026-06-30",
      isLate: false
    ),
    Asked(
      testDescription: "on the day",
      kind: .restriction,
      from: "2026-07-01",
      received: "2026-07-01",
      isLate: true
    ),
    Asked(
      testDescription: "never",
      kind: .maternity,
      from: "2026-07-01",
      received: "2026-07-09",
      isLate: false
    ),
  ]

  @Test(arguments: asked)
  func areInTimeAsTheRuleSays(_ one: Asked) {
    let request = ProtectionRequest(
      id: RecordID(1),
      employee: RecordID(1),
      kind: one.kind,
      asked: day(one.from)...day("2026-12-31"),
      receivedOn: day(one.received),
      endedOn: nil,
      state: .waiting,
      revision: 0
    )
    #expect(request.isLate == one.isLate)
  }

  @Test(arguments: [(1320, 1740, 420), (1260, 1380, 60), (0, 600, 300), (600, 1320, 0), (1700, 1800, 40)])
  func countNightsFromTenToFive(_ from: Int, _ to: Int, _ minutes: Int) {
    let time = { (minute: Int) in ClockTime(minutesFromMidnight: minute) ?? .midnight }
    #expect(NightWork.minutes(of: [time(from)..<time(to)]) == Minutes(minutes))
  }
}
