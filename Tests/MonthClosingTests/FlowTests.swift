import CivilTime
import Store
import TestSupport
import Testing

@testable import MonthClosing
@testable import WorkingTime

@Suite struct FlowTests {
  @Test(arguments: Engine.available)
  func aMonthIsConfirmedCheckedAndApproved(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      #expect(try await office.visit(204).confirm().status == 303)
      #expect(try await office.one(204).state.stage == .answered)
      let keeper = try await office.visit(203)
      let review = await keeper.review(.check, [204])
      #expect(review.values("person").count == 1, "nothing is to be looked at")
      #expect(await keeper.decide(.check, review).status == 303)
      #expect(try await office.one(204).state.stage == .checked)
      let head = try await office.visit(201)
      #expect(await head.act(.approve, [204]).status == 303)
      let one = try await office.one(204)
      #expect(one.state.stage == .approved)
      #expect(one.steps.map(\.standing) == [.appointed, .appointed, .appointed])
      #expect(one.closed.map(\.sheet) == [one.present])
      #expect(one.closed.allSatisfy { $0.isWhole })
      #expect(one.closed.first?.unitName == "統計局／総務課")
      let kinds = try await office.database.read { connection in
        try connection.rows("SELECT kind FROM journal_entry ORDER BY id") { try $0.value(0, as: String.self) }
      }
      #expect(kinds == ["month-closing.confirmed", "month-closing.checked", "month-closing.approved"])
    }
  }

  @Test(arguments: Engine.available)
  func anObjectionIsSeenAndStopsNobody(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      let owner = try await office.visit(204)
      #expect(await owner.post("/closing/months/2026-10/object", [("words", " ")]).status == 422)
      #expect(await owner.object("20日の<超過>勤務がありません").status == 303)
      let keeper = try await office.visit(203)
      let page = await keeper.get("/closing/people/204/2026-10")
      #expect(page.text.contains("20日の&lt;超過"))
      let review = await keeper.review(.check, [204])
      #expect(review.values("person").isEmpty, "an objection needs a tick of its own")
      let skipped = await keeper.decide(.check, review, warned: false)
      #expect(skipped.status == 303)
      #expect(try await office.one(204).state.stage == .answered)
      _ = await keeper.decide(.check, review)
      try await office.visit(201).act(.approve, [204])
      let one = try await office.one(204)
      #expect(one.state.stage == .approved)
      #expect(one.state.answer == .objected("20日の<超過>勤務がありません"))
      #expect(await keeper.get("/closing/units/2/2026-10").text.contains("異議"))
    }
  }

  @Test(arguments: Engine.available)
  func whatIsSentBackIsConfirmedAnew(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      _ = try await office.visit(204).confirm()
      let keeper = try await office.visit(203)
      let mark = await keeper.get("/closing/people/204/2026-10").values("mark")
      let path = "/closing/people/204/2026-10/return"
      #expect(await keeper.post(path, [("reason", ""), ("mark", mark.first ?? "")]).status == 422)
      #expect(await keeper.post(path, [("reason", "7日の退勤"), ("mark", "0")]).status == 422)
      #expect(await keeper.post(path, [("reason", "7日の退勤"), ("mark", mark.first ?? "")]).status == 303)
      let one = try await office.one(204)
      #expect(one.state.stage == .open)
      #expect(one.state.answer == .none)
      let own = try await office.visit(204)
      #expect(await own.get("/closing/months/2026-10").text.contains("7日の退勤"))
      #expect(await own.confirm().status == 303)
      #expect(try await office.one(204).state.stage == .answered)
    }
  }

  @Test(arguments: Engine.available)
  func ofTwoApproversTheSecondIsToldWhoWasFirst(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober([204, 205])
      for person in [Int64(204), 205] { _ = try await office.visit(person).confirm() }
      try await office.visit(203).act(.check, [204, 205])
      let (head, deputy) = (try await office.visit(201), try await office.visit(202))
      let (first, second) = (
        await head.review(.approve, [204, 205]), await deputy.review(.approve, [204, 205])
      )
      async let one = head.decide(.approve, first)
      async let other = deputy.decide(.approve, second)
      let answers = [await one, await other]
      #expect(answers.map(\.status) == [303, 303])
      #expect(try await office.count("closed_month") == 2)
      #expect(try await office.count("closing_step WHERE kind = 'approved'") == 2)
      let standing = try await office.one(204).steps.last?.standing
      let loser = answers[standing == .appointed ? 1 : 0]
      let winner = standing == .appointed ? "職員 201" : "職員 202"
      #expect(loser.told.contains("0人の確定"))
      #expect(loser.told.contains("\(winner)が令和8年11月2日"), "\(loser.told)")
    }
  }

  @Test(arguments: Engine.available)
  func theSameKeyActsOnce(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      let owner = try await office.visit(204)
      let seen = try await office.one(204).present.digest
      for _ in 0..<2 {
        let answer = await owner.post(
          "/closing/months/2026-10/confirm",
          [("seen", seen)],
          once: "once-confirm"
        )
        #expect(answer.status == 303)
      }
      #expect(try await office.count("closing_step") == 1)
      let other = await owner.post("/closing/months/2026-09/confirm", [("seen", seen)], once: "once-confirm")
      #expect(other.status == 409)
      let keeper = try await office.visit(203)
      let review = await keeper.review(.check, [204])
      let told = [
        await keeper.decide(.check, review, once: "once-check"),
        await keeper.decide(.check, review, once: "once-check"),
      ]
      #expect(told.allSatisfy { $0.told.contains("1人の点検") })
      #expect(try await office.count("closing_step") == 2)
      #expect(try await office.count("journal_entry") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func nobodyActsOnTheirOwnMonthAndAHeadsGoesUp(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober([201, 203])
      for person in [Int64(201), 203] { _ = try await office.visit(person).confirm() }
      let keeper = try await office.visit(203)
      await keeper.act(.check, [201, 203])
      #expect(try await office.one(201).state.stage == .checked)
      #expect(try await office.one(203).state.stage == .answered, "the time-keeper's own")
      let head = try await office.visit(201)
      await head.act(.check, [203])
      await head.act(.approve, [201, 203])
      #expect(try await office.one(203).state.stage == .approved)
      #expect(try await office.one(203).steps.map(\.standing) == [.appointed, .deputy, .appointed])
      #expect(try await office.one(201).state.stage == .checked, "the head's own")
      let above = try await office.visit(101)
      let page = await above.get("/closing/units/1/2026-10")
      #expect(page.text.contains("/closing/people/201/2026-10"))
      await above.act(.approve, [201], unit: 1)
      #expect(try await office.one(201).state.stage == .approved)
    }
  }

  @Test(arguments: Engine.available)
  func whoHasNoBusinessWithAMonthFindsNothing(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      _ = try await office.visit(204).confirm()
      try await office.visit(203).act(.check, [204])
      try await office.visit(201).act(.approve, [204])
      let parts = ["", "/sheet", "/certificate"].map { "/closing/people/204/2026-10\($0)" }
      let units = ["", "/sheets", "/csv"].map { "/closing/units/2/2026-10\($0)" }
      for outsider in [Int64(205), 301, 303, 401] {
        let visit = try await office.visit(outsider)
        for path in parts { #expect(await visit.get(path).status == 404, "\(outsider) \(path)") }
        let isStaff = outsider == 205
        for path in units {
          #expect(await visit.get(path).status == (isStaff ? 403 : 404), "\(outsider) \(path)")
        }
        let home = await visit.get("/closing")
        #expect(home.status == 200)
        #expect(!home.text.contains("/closing/units/2/"))
        let tick = "204-\(try await office.one(204).mark)"
        let decided = await visit.post(
          "/closing/units/2/2026-10/decide",
          [("act", "approve"), ("warned", tick)]
        )
        #expect(decided.status == (isStaff ? 403 : 404))
      }
      for insider in [Int64(201), 202, 203, 204, 101] {
        let visit = try await office.visit(insider)
        for path in parts { #expect(await visit.get(path).status == 200, "\(insider) \(path)") }
      }
      let foreign = try await office.visit(303)
      let smuggled = await foreign.post(
        "/closing/units/3/2026-10/decide",
        [("act", "check"), ("warned", "204-\(try await office.one(204).mark)")]
      )
      #expect(smuggled.status == 404, "a month of another unit in a form of one's own")
    }
  }

  @Test(arguments: Engine.available)
  func whatChangedBehindThePageIsNotDecided(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober([204, 205])
      let owner = try await office.visit(204)
      let seen = await owner.get("/closing/months/2026-10").values("seen").first ?? ""
      try await office.punch(204, "2026-10-20", .departure, 20, 15, why: "忘れ")
      let confirmed = await owner.post("/closing/months/2026-10/confirm", [("seen", seen)])
      #expect(confirmed.status == 422)
      #expect(await owner.confirm().status == 303)
      _ = try await office.visit(205).confirm()
      let keeper = try await office.visit(203)
      let review = await keeper.review(.check, [204, 205])
      try await office.declare(205, "2026-10-21", 30)
      let told = await keeper.decide(.check, review).told
      #expect(try await office.one(204).state.stage == .checked)
      #expect(try await office.one(205).state.stage == .answered)
      #expect(told.contains("職員 205"), "\(told)")
      #expect(await keeper.review(.check, [205]).text.contains("本人が確認した後に"))
    }
  }

  @Test(arguments: Engine.available)
  func aTickOfAWarningCountsOnlyForWhatWasSeen(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      _ = try await office.visit(204).object("20日が違います")
      let keeper = try await office.visit(203)
      let review = await keeper.review(.check, [204])
      #expect(review.values("warned").count == 1)
      try await office.declare(204, "2026-10-20", 30)
      #expect(await keeper.decide(.check, review).told.contains("画面を開いた後に"))
      #expect(try await office.one(204).state.stage == .answered)
      await keeper.act(.check, [204])
      #expect(try await office.one(204).state.stage == .checked)
    }
  }

  @Test(arguments: Engine.available)
  func fortyPeopleAreDoneInOneRequest(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.addStaff(206..<245)
      let people = [Int64(204)] + (206..<245)
      office.now("2026-11-06")
      try await office.visit(203).act(.check, people)
      #expect(try await office.count("closing_step WHERE kind = 'checked'") == 40)
      try await office.visit(201).act(.approve, people)
      #expect(try await office.count("closed_month") == 40)
      #expect(try await office.count("closed_day") == 40 * 31)
    }
  }

  @Test(arguments: Engine.available)
  func aMonthTickedTwiceIsDecidedOnce(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober([204, 205])
      for person in [Int64(204), 205] { _ = try await office.visit(person).confirm() }
      for (act, officer) in [(ClosingAct.check, Int64(203)), (.approve, 201)] {
        let visit = try await office.visit(officer)
        let review = await visit.review(act, [204, 205])
        let ticks = (review.values("person") + review.values("person")).map { ("person", $0) }
        #expect(ticks.count == 4)
        let fields = [("act", act.rawValue)] + ticks + ticks.map { ("warned", $0.1) }
        let answer = await visit.post("/closing/units/2/2026-10/decide", fields)
        #expect(answer.status == 303)
        #expect(answer.told.contains("2人の\(act == .check ? "点検" : "確定")"), "\(answer.told)")
      }
      #expect(try await office.count("closing_step WHERE kind = 'checked'") == 2)
      #expect(try await office.count("closing_step WHERE kind = 'approved'") == 2)
      #expect(try await office.count("closed_month") == 2)
    }
  }
}
