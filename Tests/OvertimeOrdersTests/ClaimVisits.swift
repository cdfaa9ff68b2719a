import Access
import CivilTime
import Markup
import Site
import Store
import TestSupport
import Testing

@testable import OvertimeOrders
@testable import WorkingTime

/// Claims without an order, differences, and changes by others, through HTTP.
@Suite struct ClaimVisits {
  static let path = "/overtime/people/202/days/2026-11-18"

  private func seen(_ answer: Visit.Answer) -> [(String, String)] {
    [("declaration", answer.hidden("declaration")), ("seen", answer.hidden("seen"))]
  }

  @Test(arguments: Engine.available)
  func aClaimWithoutAnOrderIsAskedAboutAnsweredAndConfirmedButNeverLowered(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let evening = try worked(1095..<1275)
      try await office.claim(.worked(evening, isSpecial: false, reason: "答弁"), on: "2026-11-18")
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      let unasked = seen(await head.get(Self.path)) + [("reply", "聞かれる前に")]
      #expect(await owner.post("/overtime/days/2026-11-18/answer", unasked).status == 409)
      #expect(await head.get("/overtime/approvals").text.contains("事前の申告なし、実績3:00"))
      let shown = await head.get(Self.path)
      let confirmation = "\(Self.path)/confirmation"
      #expect(await head.post(confirmation, seen(shown) + [("step", "asked")]).status == 422)
      let asked = seen(shown) + [("step", "asked"), ("words", "何の業務ですか")]
      #expect(await head.post(confirmation, asked, once: "ask-once-1").status == 303)
      #expect(await head.post(confirmation, asked, once: "ask-once-1").status == 303, "the same again")
      #expect(await head.get("/overtime/approvals").text.contains("未処理のものはありません"))
      // The deputy looked at the page before the head asked.
      let deputy = try await office.visit(203)
      #expect(await deputy.post(confirmation, seen(shown) + [("step", "confirmed")]).status == 409)
      #expect(await owner.get("/overtime").text.contains("上司の照会に回答してください"))
      let question = await owner.get(Self.path)
      #expect(question.text.contains("何の業務ですか"))
      let reply = seen(question) + [("reply", "予算委員会です")]
      #expect(await owner.post("/overtime/days/2026-11-18/answer", reply, once: "reply-1").status == 303)
      #expect(await head.get("/overtime/approvals").text.contains("照会に回答あり"))
      let again = await head.get(Self.path)
      #expect(
        await head.post(confirmation, seen(again) + [("step", "confirmed")], once: "confirm1").status == 303
      )
      #expect(try await office.total(of: 202) == Minutes(180))
      #expect(try await office.claims(of: 202, on: "2026-11-18").count == 1)
      #expect(await owner.get(Self.path).text.contains("事後に確認済み"))
    }
  }

  @Test(arguments: Engine.available)
  func aClaimMadeAnewAfterItWasConfirmedWaitsAgain(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(.overtime(length: Minutes(60), isSpecial: false, reason: "答弁"), on: "2026-11-18")
      let head = try await office.visit(201)
      let shown = await head.get(Self.path)
      try await office.claim(.overtime(length: Minutes(90), isSpecial: false, reason: "答弁"), on: "2026-11-18")
      let stale = await head.post("\(Self.path)/confirmation", seen(shown) + [("step", "confirmed")])
      #expect(stale.status == 409)
      #expect(stale.text.contains("申告し直しました"))
      #expect(await head.get("/overtime/approvals").text.contains("実績1:30"))
    }
  }

  @Test(arguments: Engine.available)
  func anOrderCoversAClaimOfItsLengthAndADifferenceAsksTheOwnerWhy(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      let today = RequestVisits.entry.map { $0.0 == "date" ? ("date", "2026/11/20") : $0 }
      _ = await RequestVisits.send(owner, today)
      let request = try await RequestVisits.request(office)
      _ = await head.post("/overtime/requests/\(request.id)/decision", [("outcome", "ordered")])
      try await office.claim(
        .overtime(length: Minutes(120), isSpecial: false, reason: "答弁"),
        on: "2026-11-20"
      )
      #expect(await head.get("/overtime/approvals").text.contains("未処理のものはありません"))
      #expect(await owner.get("/overtime").text.contains("命令と実績の差の理由"))
      let explained = await owner.post(
        "/overtime/days/2026-11-20/difference",
        [("reason", "早く終わった")],
        once: "why-key-1"
      )
      #expect(explained.status == 303)
      let book = await owner.get("/overtime/people/202/book/2026-11").text
      for word in ["3:00（18:15–21:15）", "-1:00　早く終わった", "職員 201号"] { #expect(book.contains(word), "\(word)") }
      try await office.claim(
        .overtime(length: Minutes(240), isSpecial: false, reason: "答弁"),
        on: "2026-11-20"
      )
      #expect(await head.get("/overtime/approvals").text.contains("命令3:00、実績4:00"))
    }
  }

  private func propose(_ visit: Visit, _ length: String, once: String) async -> Visit.Answer {
    let form = await visit.get("\(Self.path)/changes")
    let fields = [("seen", form.hidden("seen")), ("length", length), ("reason", "休憩を除く")]
    return await visit.post("\(Self.path)/changes", fields, once: once)
  }

  @Test(arguments: Engine.available)
  func theOwnersValueCountsUntilTheOwnerConfirms(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(.overtime(length: Minutes(180), isSpecial: true, reason: "答弁"), on: "2026-11-18")
      let (owner, keeper) = (try await office.visit(202), try await office.visit(204, as: .timeKeeper))
      #expect(await propose(keeper, "2:30", once: "propose1").status == 303)
      #expect(await propose(keeper, "2:30", once: "propose1").status == 303, "the same again")
      #expect(try await office.count("overtime_change") == 1)
      #expect(try await office.total(of: 202) == Minutes(180))
      let page = await owner.get(Self.path).text
      for word in ["3時間", "2:30", "休憩を除く", "職員 204号（勤務時間管理員）"] { #expect(page.contains(word), "\(word)") }
      let waiting = try await OvertimeOrdersCapability.ownHomeEntry(office.request(by: 202))
      #expect(Panels.entries([try #require(waiting)]).text.contains("1日"))
      #expect(try await OvertimeOrdersCapability.ownHomeEntry(office.request(by: 204)) == nil)
      let change = try await change(office)
      let answer = "/overtime/changes/\(change.id)/answer"
      for stranger in [201, 204, 301] as [Int64] {
        let refused = await (try await office.visit(stranger)).post(answer, [("answer", "confirmed")])
        #expect(refused.status == 404, "\(stranger)")
      }
      #expect(await owner.post(answer, [("answer", "confirmed")], once: "answer-1").status == 303)
      #expect(
        await owner.post(answer, [("answer", "confirmed")], once: "answer-1").status == 303,
        "the same again"
      )
      #expect(try await office.total(of: 202) == Minutes(150))
      let claims = try await office.claims(of: 202, on: "2026-11-18")
      #expect(claims.map(\.length) == [Minutes(180), Minutes(150)])
      #expect(claims.last?.isSpecial == true)
      #expect(await owner.post(answer, [("answer", "objected"), ("words", "違う")]).status == 409)
    }
  }

  @Test(arguments: Engine.available)
  func anObjectionLeavesTheClaimAndReachesPersonnelAndAuditor(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(
        .overtime(length: Minutes(180), isSpecial: false, reason: "答弁"),
        on: "2026-11-18"
      )
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      _ = await propose(head, "1:00", once: "propose1")
      let change = try await change(office)
      let answer = "/overtime/changes/\(change.id)/answer"
      #expect(await owner.post(answer, [("answer", "objected")]).status == 422)
      #expect(
        await owner.post(answer, [("answer", "objected"), ("words", "働きました")], once: "object-1").status == 303
      )
      #expect(try await office.total(of: 202) == Minutes(180))
      for (person, role) in [(102, .hr), (302, .auditor)] as [(Int64, Role)] {
        let watcher = try await office.visit(person, as: role)
        let list = await watcher.get("/overtime/changes", query: "month=2026-11&filter=objected").text
        for word in ["職員 202号", "職員 201号（上司）", "働きました", "2:00"] { #expect(list.contains(word), "\(word)") }
        #expect(await watcher.get("/overtime/changes/csv", query: "month=2026-11").text.contains("働きました"))
      }
      let other = try await office.visit(402, as: .hr, employer: 2)
      let empty = await other.get("/overtime/changes", query: "month=2026-11").text
      #expect(empty.contains("申出は0件"))
      #expect(!empty.contains("202号"))
    }
  }

  @Test(arguments: Engine.available)
  func whoCannotLeadOrKeepProposesNothing(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(
        .overtime(length: Minutes(180), isSpecial: false, reason: "答弁"),
        on: "2026-11-18"
      )
      let fields = [("length", "1:00"), ("reason", "下げる")]
      let other = try await office.visit(301)
      #expect(await other.post("\(Self.path)/changes", fields).status == 404)
      let personnel = try await office.visit(101, as: .hr)
      #expect(await personnel.get(Self.path).status == 200)
      let own = try await office.visit(201)
      #expect(await own.post("/overtime/people/201/days/2026-11-18/changes", fields).status == 403)
      #expect(try await office.count("overtime_change") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func whatIsProposedLiesApartFromTheDaysBeside(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let night = try worked(1320..<1530)
      try await office.claim(.worked(night, isSpecial: false, reason: "答弁"), on: "2026-11-17")
      let head = try await office.visit(201)
      let fields = [("from1", "1:00"), ("to1", "2:00"), ("reason", "早朝"), ("seen", "")]
      let refused = await head.post("\(Self.path)/changes", fields)
      #expect(refused.status == 422)
      #expect(refused.text.contains("22:00–25:30と重なっています"))
      #expect(refused.text.contains("早朝"), "nothing is lost")
      #expect(try await office.count("overtime_change") == 0)
    }
  }

  private func change(_ office: OrdersOffice) async throws -> ClaimChange {
    let date = day("2026-11-18")
    let all = try await office.database.read { connection in
      try ChangeRecords.changes(of: [RecordID(202)], in: date...date, on: connection)
    }
    return try #require(all.last)
  }
}
