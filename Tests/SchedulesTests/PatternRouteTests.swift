import Access
import CivilTime
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import Schedules

@Suite struct PatternRouteTests {
  private static func form(_ pattern: WorkPattern?, _ from: String, _ to: String = "") -> [(String, String)] {
    [
      ("pattern", pattern.map { "\($0.id)" } ?? "standard"), ("from", from), ("to", to), ("why", "保育所の送り"),
    ]
  }

  @Test(arguments: Engine.available)
  func aWishWaitsForTheSuperiorAndHoldsFromItsDayOn(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let early = try await office.offerEarly()
      let person = try await office.visit(22)
      let head = try await office.visit(21)
      let asked = await person.post(
        "/schedules/pattern-requests",
        Self.form(early, "2026-06-10"),
        once: "key-00001"
      )
      #expect(asked.status == 303)
      #expect(try await office.allotment(of: 22, on: day("2026-06-10")).origin == .standard)
      let request = try await office.newest("pattern_request")
      #expect(await head.get("/schedules/units").text.contains("職員 22号"))
      #expect(await person.get("/schedules").text.contains("決定を待っている申出"))
      let path = "/schedules/pattern-requests/\(request)"
      #expect(await head.post(path, [("outcome", "granted")]).notice == "申出を認めました。")
      let allotment = try await office.allotment(of: 22, on: day("2026-06-10"))
      #expect(allotment.kind == .duty(hours(8, 30, span: 525)))
      #expect(allotment.origin == .pattern("早出A"))
      #expect(try await office.allotment(of: 22, on: day("2026-06-09")).origin == .standard)
      #expect(!(await head.get("/schedules/units").text.contains("職員 22号")))
      #expect(await person.get("/schedules").text.contains("認めました"))
    }
  }

  @Test(arguments: Engine.available)
  func aGrantThatComesLateLeavesThePastAsItWas(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let early = try await office.offerEarly()
      _ = await (try await office.visit(22)).post(
        "/schedules/pattern-requests",
        Self.form(early, "2026-06-03")
      )
      let request = try await office.newest("pattern_request")
      office.go(to: "2026-06-08")
      let head = try await office.visit(21)
      let granted = await head.post("/schedules/pattern-requests/\(request)", [("outcome", "granted")])
      #expect(granted.status == 303)
      #expect(granted.notice == "申出を認めました。申出の始まりの日を過ぎているため、令和8年6月8日（月）からの割振りになります。")
      #expect(try await office.allotment(of: 22, on: day("2026-06-05")).origin == .standard)
      #expect(try await office.allotment(of: 22, on: day("2026-06-08")).origin == .pattern("早出A"))
    }
  }

  @Test(arguments: Engine.available)
  func aRefusalNeedsAReasonAndTheSecondDeciderIsTold(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let early = try await office.offerEarly()
      let person = try await office.visit(22)
      _ = await person.post("/schedules/pattern-requests", Self.form(early, "2026-06-10"))
      let request = try await office.newest("pattern_request")
      let path = "/schedules/pattern-requests/\(request)"
      let head = try await office.visit(21)
      let bare = await head.post(path, [("outcome", "refused")])
      #expect(bare.status == 422)
      #expect(bare.text.contains("認めない理由を入力してください"))
      let reasoned = [("outcome", "refused"), ("reason-\(request)", "窓口の当番のため")]
      #expect(await head.post(path, reasoned, once: "key-00002").status == 303)
      #expect(await head.post(path, reasoned, once: "key-00002").status == 303, "the same key again")
      let upper = try await office.visit(11)
      #expect(await upper.post(path, [("outcome", "granted")]).status == 409)
      #expect(try await office.allotment(of: 22, on: day("2026-06-10")).origin == .standard)
      #expect(await person.get("/schedules").text.contains("窓口の当番のため"))
      #expect(try await office.count("pattern_decision") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func twoDecidersAtOnceMakeOneDecision(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let early = try await office.offerEarly()
      _ = await (try await office.visit(22)).post(
        "/schedules/pattern-requests",
        Self.form(early, "2026-06-10")
      )
      let path = "/schedules/pattern-requests/\(try await office.newest("pattern_request"))"
      let visits = [
        try await office.visit(21), try await office.visit(11), try await office.visit(23, as: .timeKeeper),
      ]
      let answers = await withTaskGroup(of: Int.self) { group in
        for visit in visits { group.addTask { await visit.post(path, [("outcome", "granted")]).status } }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.sorted() == [303, 409, 409])
      #expect(try await office.count("pattern_choice") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func nobodyDecidesForOneselfAndOutsidersFindNothing(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let early = try await office.offerEarly()
      let head = try await office.visit(21)
      _ = await head.post("/schedules/pattern-requests", Self.form(early, "2026-06-10"))
      let path = "/schedules/pattern-requests/\(try await office.newest("pattern_request"))"
      #expect(await head.post(path, [("outcome", "granted")]).status == 409)
      #expect(await head.post("/schedules/people/21/pattern", Self.form(early, "2026-06-10")).status == 409)
      for outsider in [try await office.visit(31), try await office.visit(41), try await office.visit(22)] {
        #expect(await outsider.post(path, [("outcome", "granted")]).status == 404)
        #expect(await outsider.post(path, [("outcome", "withdrawn")]).status == 404)
        #expect(await outsider.get("/schedules/people/21").status == 404)
      }
      let stranger = await (try await office.visit(31)).get("/schedules/units").text
      #expect(stranger.contains("決定を待っている申出はありません"))
      #expect(await head.post(path, [("outcome", "withdrawn")]).status == 303)
      #expect(try await office.count("pattern_choice") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func onlyThoseWhoKeepTheBooksCorrectThePast(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let early = try await office.offerEarly()
      let past = Self.form(early, "2026-05-11", "2026-05-15")
      let person = try await office.visit(22)
      #expect(await person.post("/schedules/pattern-requests", past).status == 422)
      #expect(await (try await office.visit(21)).post("/schedules/people/22/pattern", past).status == 422)
      let keeper = try await office.visit(23, as: .timeKeeper)
      #expect(await keeper.post("/schedules/people/22/pattern", Self.form(early, "2026-05-11")).status == 422)
      #expect(await keeper.post("/schedules/people/22/pattern", past).status == 303)
      #expect(try await office.allotment(of: 22, on: day("2026-05-12")).origin == .pattern("早出A"))
      #expect(try await office.allotment(of: 22, on: day("2026-05-18")).origin == .standard)
      #expect(await person.get("/schedules").text.contains("保育所の送り"))
    }
  }

  @Test(arguments: Engine.available)
  func thePastIsCorrectedByThoseWhoKeepThePersonsOwnBooks(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let early = try await office.offerEarly()
      let past = Self.form(early, "2026-05-11", "2026-05-15")
      let elsewhere = try await office.visit(21, as: .timeKeeper, in: 3)
      let refused = await elsewhere.post("/schedules/people/22/pattern", past)
      #expect(refused.status == 422)
      #expect(refused.text.contains("過ぎた日の訂正は、勤務時間管理員か人事担当が"))
      #expect(await elsewhere.post("/schedules/people/32/pattern", past).status == 303)
      #expect(try await office.count("pattern_choice") == 1)
      let above = try await office.visit(32, as: .timeKeeper, in: 1)
      #expect(await above.post("/schedules/people/22/pattern", past).status == 303, "kept from above")
      let personnel = try await office.visit(11, as: .hr)
      #expect(await personnel.post("/schedules/people/23/pattern", past).status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func aPatternThatWouldUndoACompensatoryDayIsRefused(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let short = try await office.offerShort()
      let head = try await office.visit(21)
      let holiday = [
        ("kind", "compensatory-day"), ("worked", "2026-07-20"), ("freed", "2026-07-27"), ("reason", "当番"),
      ]
      #expect(await head.post("/schedules/people/22/moves", holiday).status == 303)
      let path = "/schedules/people/22/pattern"
      let lost = await head.post(path, Self.form(short, "2026-07-21"))
      #expect(lost.status == 422)
      #expect(lost.text.contains("令和8年7月27日（月）は代休日の指定"))
      #expect(lost.text.contains("勤務時間が7時間45分（9:30–18:15）からなしに変わると"))
      #expect(lost.text.contains("先にその記録を取り消すか、この日を除いて"))
      #expect(
        try await office.allotment(of: 22, on: day("2026-07-27")).kind
          == .compensatory(.headOffice, for: day("2026-07-20"))
      )
      let early = try await office.offerEarly()
      #expect(await head.post(path, Self.form(early, "2026-07-21", "2026-08-31")).status == 303, "as long")
      #expect(await head.post(path, Self.form(short, "2026-07-28")).status == 303, "after both days")
      office.go(to: "2026-07-21")
      let come = await (try await office.visit(21)).post(path, Self.form(short, "2026-07-21"))
      #expect(come.text.contains("その記録は取り消せません。この日を除いて"))
    }
  }

  @Test(arguments: Engine.available)
  func whatIsMissingIsToldAndWhatWasTypedStays(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      _ = try await office.offerEarly()
      let person = try await office.visit(22)
      let answer = await person.post(
        "/schedules/pattern-requests",
        [("pattern", "999"), ("from", "2026-06-10"), ("why", "通院の送迎")]
      )
      #expect(answer.status == 422)
      #expect(answer.text.contains("この型は、いまは選べません"))
      #expect(answer.text.contains("通院の送迎"))
      let empty = await person.post("/schedules/pattern-requests", [])
      #expect(empty.text.contains("型を選んでください"))
      #expect(empty.text.contains("始まりの日を"))
    }
  }
}
