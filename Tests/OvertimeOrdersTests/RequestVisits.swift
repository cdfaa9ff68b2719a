import CivilTime
import Markup
import Site
import Store
import TestSupport
import Testing

@testable import OvertimeOrders
@testable import WorkingTime

/// Declaring beforehand and ordering, through HTTP.
@Suite struct RequestVisits {
  static let entry = [
    ("date", "2026/11/25"), ("from1", "18:15"), ("to1", "21:15"), ("work", "国会<答弁>"), ("reason", "質問通告を待つため"),
  ]

  static func send(_ visit: Visit, _ entry: [(String, String)] = entry) async -> Visit.Answer {
    await visit.post("/overtime/requests", entry + [("checked", "yes")], once: "send-once-1")
  }

  static func request(_ office: OrdersOffice, at position: Int = 0) async throws -> OvertimeRequest {
    let all = try await office.database.read { connection in
      try RequestRecords.requests(
        of: OrdersOffice.people.map { RecordID($0) },
        in: day("2026-11-01")...day("2026-12-31"),
        on: connection
      )
    }
    return try #require(all.indices.contains(position) ? all[position] : nil)
  }

  @Test(arguments: Engine.available)
  func theFormShowsWhatIsLeftAndTheCheckWritesNothing(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(
        .overtime(length: Minutes(hours: 44), isSpecial: false, reason: "予算"),
        on: "2026-11-10"
      )
      let visit = try await office.visit(202)
      let form = await visit.get("/overtime/requests/new", query: "date=2026-11-25")
      #expect(form.status == 200)
      for word in ["あと1時間", "45:00", "360:00", "職員 201号さん、職員 203号さん"] {
        #expect(form.text.contains(word), "\(word)")
      }
      let check = await visit.post("/overtime/requests", Self.entry)
      #expect(check.status == 200)
      for word in ["1か月の上限を超える見込み", "47:00", "国会&lt;答弁", "まだ申告していません"] {
        #expect(check.text.contains(word), "\(word)")
      }
      #expect(try await office.count("overtime_request") == 0)
    }
  }

  struct BadInput: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let changed: [(String, String)]
    let message: String
  }

  static let badInput = [
    BadInput(testDescription: "a day that is over", changed: [("date", "2026/11/19")], message: "実績として申告"),
    BadInput(testDescription: "too far ahead", changed: [("date", "2027/1/1")], message: "来月の末日"),
    BadInput(testDescription: "no day", changed: [("date", "あした")], message: "令和8年4月1日"),
    BadInput(
      testDescription: "nought",
      changed: [("from1", ""), ("to1", ""), ("length", "0:00")],
      message: "0:00より長い"
    ),
    BadInput(testDescription: "the wrong way round", changed: [("to1", "17:00")], message: "始まりより後"),
    BadInput(
      testDescription: "regular hours",
      changed: [("from1", "10:00"), ("to1", "11:00")],
      message: "すべて正規の勤務時間"
    ),
    BadInput(testDescription: "no work", changed: [("work", " ")], message: "業務を入力"),
  ]

  @Test(arguments: Engine.available, badInput)
  func whatCannotBeReadIsToldAndKept(_ engine: Engine, _ one: BadInput) async throws {
    try await OrdersOffice.with(engine) { office in
      let kept = Self.entry.filter { entry in !one.changed.contains { $0.0 == entry.0 } }
      let answer = await Self.send(try await office.visit(202), kept + one.changed)
      #expect(answer.status == 422)
      #expect(answer.text.contains(one.message))
      #expect(answer.text.contains("質問通告を待つため"), "nothing is lost")
      #expect(try await office.count("overtime_request") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func theRegularHoursOfAHolidayAreOrderedAsHolidayWork(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let holiday = [
        ("date", "2026/11/23"), ("from1", "9:30"), ("to1", "12:00"), ("work", "開票"), ("reason", "選挙"),
      ]
      #expect(await Self.send(try await office.visit(202), holiday).status == 303)
      let request = try await Self.request(office)
      let hours = try worked(570..<720)
      #expect(request.amount == .stretches(hours, overtime: .zero))
    }
  }

  @Test(arguments: Engine.available)
  func anOrderWithOtherMinutesNeedsAReasonAndKeepsBothValues(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      #expect(await Self.send(owner).status == 303)
      #expect(await Self.send(owner).status == 303, "the same key again")
      #expect(try await office.count("overtime_request") == 1)
      let request = try await Self.request(office)
      #expect(request.amount.length == Minutes(180))
      let path = "/overtime/requests/\(request.id)/decision"
      #expect(await head.get("/overtime/approvals").text.contains("職員 202号"))
      let changed = [("outcome", "changed"), ("length", "2:00")]
      let without = await head.post(path, changed)
      #expect(without.status == 422)
      #expect(without.text.contains("理由を入力してください"))
      #expect(await head.post(path, changed + [("reason", "翌日に続ける")], once: "decide-1").status == 303)
      let seen = await owner.get("/overtime/requests/\(request.id)").text
      for word in ["3:00（18:15–21:15）", "変更して命令", "2:00", "翌日に続ける", "職員 201号"] {
        #expect(seen.contains(word), "\(word)")
      }
      #expect(try await Self.request(office).ordered == .length(Minutes(120)))
    }
  }

  @Test(arguments: Engine.available)
  func theSecondToDecideIsToldWhatTheFirstDecided(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      _ = await Self.send(try await office.visit(202))
      let request = try await Self.request(office)
      let path = "/overtime/requests/\(request.id)/decision"
      let (head, deputy) = (try await office.visit(201), try await office.visit(203))
      #expect(await deputy.post(path, [("outcome", "ordered")], once: "deputy-1").status == 303)
      #expect(
        await deputy.post(path, [("outcome", "ordered")], once: "deputy-1").status == 303,
        "the same again"
      )
      let late = await head.post(path, [("outcome", "not-ordered"), ("reason", "不要")], once: "head-key-1")
      #expect(late.status == 409)
      #expect(late.text.contains("職員 203号（代決）"))
      #expect(late.text.contains("申告のとおり命令"))
      #expect(try await Self.request(office).ordered?.length == Minutes(180))
      #expect(await head.get("/overtime/approvals", query: "filter=done").text.contains("代決"))
    }
  }

  @Test(arguments: Engine.available)
  func ofTwoWhoDecideAtTheSameMomentOneDoes(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      _ = await Self.send(try await office.visit(202))
      let request = try await Self.request(office)
      let path = "/overtime/requests/\(request.id)/decision"
      let (head, deputy) = (try await office.visit(201), try await office.visit(203))
      async let first = head.post(path, [("outcome", "ordered")])
      async let second = deputy.post(path, [("outcome", "not-ordered"), ("reason", "不要")])
      let answers = await [first, second]
      #expect(answers.map(\.status).sorted() == [303, 409])
      #expect(answers.contains { $0.text.contains("この申告は、職員 20") })
      #expect(try await office.count("overtime_decision") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func nobodyOrdersTheirOwnAndOutsidersSeeNothing(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      // The deputy's own goes to the head, the head's own to the unit above.
      let (deputy, head) = (try await office.visit(203), try await office.visit(201))
      _ = await Self.send(deputy)
      let own = try await Self.request(office)
      let path = "/overtime/requests/\(own.id)"
      #expect(await deputy.post("\(path)/decision", [("outcome", "ordered")]).status == 403)
      #expect(await deputy.get("/overtime/approvals").text.contains("未処理のものはありません"))
      for stranger in [202, 301, 401, 502] as [Int64] {
        let visit = try await office.visit(stranger)
        #expect(await visit.get(path).status == 404, "\(stranger)")
        #expect(await visit.get("/overtime/people/203/days/2026-11-25").status == 404, "\(stranger)")
        #expect(await visit.get("/overtime/people/203/book/2026-11").status == 404, "\(stranger)")
        #expect(await visit.post("\(path)/withdrawal").status == 404, "\(stranger)")
      }
      for stranger in [301, 401] as [Int64] {
        let visit = try await office.visit(stranger)
        #expect(await visit.post("\(path)/decision", [("outcome", "ordered")]).status == 404)
        #expect(await visit.get("/overtime/units/2/book/2026-11").status == 404)
        #expect(await visit.get("/overtime/approvals").text.contains("未処理のものはありません"))
      }
      #expect(await head.post("\(path)/decision", [("outcome", "ordered")]).status == 303)
      _ = await head.post("/overtime/requests", Self.entry + [("checked", "yes")], once: "send-head")
      let heads = try await Self.request(office, at: 1)
      #expect(heads.employee == RecordID(201))
      #expect(
        await deputy.post("/overtime/requests/\(heads.id)/decision", [("outcome", "ordered")]).status == 404
      )
      let above = try await office.visit(101)
      #expect(await above.get("/overtime/approvals").text.contains("職員 201号"))
      #expect(
        await above.post("/overtime/requests/\(heads.id)/decision", [("outcome", "ordered")]).status == 303
      )
    }
  }

  @Test(arguments: Engine.available)
  func whatIsWithdrawnWaitsForNobody(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      _ = await Self.send(owner)
      let request = try await Self.request(office)
      #expect(await owner.post("/overtime/requests/\(request.id)/withdrawal", once: "withdraw").status == 303)
      #expect(await head.get("/overtime/approvals").text.contains("未処理のものはありません"))
      #expect(
        await head.post("/overtime/requests/\(request.id)/decision", [("outcome", "ordered")]).status == 409
      )
      #expect(await owner.get("/overtime").text.contains("本人が取下げ"))
    }
  }

  @Test(arguments: Engine.available)
  func homeTellsSuperiorsHowMuchWaits(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      _ = await Self.send(try await office.visit(202))
      for (person, words) in [(201, "未処理1件"), (301, "未処理のものはありません")] as [(Int64, String)] {
        let entry = try await OvertimeOrdersCapability.homeEntry(office.request(by: person))
        #expect(Panels.entries([try #require(entry)]).text.contains(words), "\(person)")
      }
      #expect(try await OvertimeOrdersCapability.homeEntry(office.request(by: 202)) == nil)
    }
  }
}
