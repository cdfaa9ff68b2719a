import Access
import CivilTime
import Store
import TestSupport
import Testing

@testable import PresenceLogs

@Suite struct GapTests {
  private static let date = "2026-11-24"
  private static let path = "/presence/days/2026-11-24/reason"

  /// 201 to 203 were there until 20:15, two hours beyond duty; 202 has claimed them.
  private func late(_ office: PresenceOffice) async throws {
    for person in [201, 202, 203] as [Int64] {
      try await office.punch(person, Self.date, time(9, 30), time(20, 15))
    }
    try await office.claim(202, Self.date, Minutes(120))
  }

  @Test(arguments: Engine.available)
  func aGapWaitsForAReasonOfOneTap(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await late(office)
      let owner = try await office.visit(203)
      let list = await owner.get("/presence").text
      #expect(list.contains("理由を待っている日が1日あります"))
      #expect(list.contains("差は<strong>2時間</strong>"))
      #expect(await owner.post(Self.path, [("code", "rest")], once: "once-0001").status == 303)
      #expect(await owner.get("/presence").text.contains("理由を待っている日はありません"))
      #expect(await owner.post(Self.path, [("code", "rest")], once: "once-0001").status == 303)
      #expect(await owner.post(Self.path, [("code", "study")], once: "once-0001").status == 409)
      #expect(try await office.count("gap_reason") == 1)
      #expect(await owner.post(Self.path, [("code", "study")], once: "once-0002").status == 303)
      #expect(try await office.presence(203, Self.date)?.reason?.code == .study)
      #expect(try await office.count("gap_reason") == 2)
      #expect(try await office.count("journal_entry") == 2)
      let claimed = try await office.visit(202)
      #expect(await claimed.get("/presence").text.contains("理由を待っている日はありません"))
    }
  }

  @Test(arguments: Engine.available)
  func aQuestionAboutAnEarlierDayWaitsToo(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let date = "2026-06-09"
      let path = "/presence/people/203/days/\(date)/question"
      #expect(await head.post(path, [("words", "帰りは何時でしたか")]).status == 303)
      let owner = try await office.visit(203)
      let list = await owner.get("/presence").text
      #expect(list.contains("理由を待っている日が1日あります") && list.contains("帰りは何時でしたか"))
      #expect(await owner.get("/test/home").text.contains("理由を待っている日が1日あります"))
      #expect(await !(try office.visit(202)).get("/presence").text.contains("帰りは何時でしたか"))
      #expect(await owner.post("/presence/days/\(date)/reason", [("code", "rest")]).status == 303)
      #expect(await owner.get("/presence").text.contains("理由を待っている日はありません"))
      #expect(await !owner.get("/test/home").text.contains("理由を待っている"))
    }
  }

  @Test(arguments: Engine.available)
  func otherNeedsWordsAndWorkLeadsToTheClaim(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await late(office)
      let owner = try await office.visit(203)
      let words = "words-\(Self.date)"
      let mend = await owner.post(Self.path, [("code", "other"), (words, " ")])
      #expect(mend.status == 422)
      #expect(mend.text.contains("説明を入力してください"))
      let long = String(repeating: "あ", count: 201)
      #expect(await owner.post(Self.path, [("code", "rest"), (words, long)]).text.contains(long))
      #expect(await owner.post(Self.path, [("code", "nonsense")]).status == 422)
      #expect(try await office.count("gap_reason") == 0)
      let work = await owner.post(Self.path, [("code", "work")])
      #expect(work.location.hasPrefix("/working-time/days/\(Self.date)"))
      #expect(await owner.get("/presence").text.contains("業務でした。超過勤務の申告をしてください。"))
      try await office.claim(203, Self.date, Minutes(120))
      #expect(await owner.get("/presence").text.contains("理由を待っている日はありません"))
      #expect(await owner.post(Self.path, [("code", "other"), (words, "<会議>の片付け")]).status == 303)
      #expect(await owner.get("/presence/days/\(Self.date)").text.contains("&lt;会議&gt;の片付け"))
      #expect(await owner.post("/presence/days/2026-12-01/reason", [("code", "rest")]).status == 409)
      #expect(await owner.post("/presence/days/2019-12-01/reason", [("code", "rest")]).status == 409)
    }
  }

  @Test(arguments: Engine.available)
  func aGapThatGrowsAsksAgain(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await late(office)
      let owner = try await office.visit(203)
      _ = await owner.post(Self.path, [("code", "rest")])
      let log = { (last: String) in "職員番号,日時,種別,端末名\n203,2026-11-24 \(last),lock,PC-3\n" }
      try await office.importLog(log("20:44"))
      #expect(try await office.presence(203, Self.date)?.gap == Minutes(149))
      #expect(try await office.presence(203, Self.date)?.status.isOpen == false)
      try await office.importLog(log("20:45"))
      #expect(try await office.presence(203, Self.date)?.status == .open)
    }
  }

  @Test(arguments: Engine.available)
  func managersAreSeenButNotAskedUnlessSomebodyAsks(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await office.punch(101, Self.date, time(9, 30), time(22))
      #expect(try await office.presence(101, Self.date)?.gap == Minutes(225))
      #expect(try await office.presence(101, Self.date)?.status == GapStatus.none)
      let hr = try await office.visit(302, as: .hr, of: 1)
      let path = "/presence/people/101/days/\(Self.date)/question"
      #expect(await hr.post(path, [("words", "健康のため、何時に帰りましたか")]).status == 303)
      let manager = try await office.visit(101)
      #expect(await manager.get("/presence").text.contains("理由を待っている日が1日あります"))
    }
  }

  @Test(arguments: Engine.available)
  func aSuperiorAsksBackAndSeesTheAnswer(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await late(office)
      let owner = try await office.visit(203)
      let head = try await office.visit(201)
      let day = "/presence/people/203/days/\(Self.date)"
      _ = await owner.post(Self.path, [("code", "rest")])
      #expect(await head.get(day).text.contains("差の理由は「休憩・食事」です"))
      #expect(await head.post(day + "/question").status == 422)
      let asked = await head.post(day + "/question", [("words", "20時の<会議>は？")], once: "once-0001")
      #expect(asked.status == 303)
      _ = await head.post(day + "/question", [("words", "20時の<会議>は？")], once: "once-0001")
      #expect(try await office.count("gap_question") == 1)
      let list = await owner.get("/presence").text
      #expect(list.contains("利用者201からの確認の依頼"))
      #expect(list.contains("20時の&lt;会議&gt;は？"))
      _ = await owner.post(Self.path, [("code", "study")])
      #expect(await owner.get("/presence").text.contains("理由を待っている日はありません"))
      let history = await head.get(day).text
      for word in ["休憩・食事", "自己研鑽", "確認の依頼"] { #expect(history.contains(word), "\(word)") }
    }
  }

  @Test(arguments: Engine.available)
  func nobodyAsksOneselfNorSomebodyOutOfReach(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await late(office)
      let head = try await office.visit(201)
      let words = [("words", "どうしましたか")]
      #expect(await head.post("/presence/people/201/days/\(Self.date)/question", words).status == 409)
      #expect(await head.post("/presence/people/302/days/\(Self.date)/question", words).status == 404)
      #expect(await head.get("/presence/people/302/days/\(Self.date)").status == 404)
      #expect(await head.get("/presence/people/999/days/\(Self.date)").status == 404)
      let staff = try await office.visit(202)
      #expect(await staff.get("/presence/people/203/days/\(Self.date)").status == 403)
      #expect(try await office.count("gap_question") == 0)
      let other = try await office.visit(402, as: .hr, of: 2)
      #expect(await other.get("/presence/people/203/days/\(Self.date)").status == 404)
      #expect(await other.post("/presence/people/203/days/\(Self.date)/question", words).status == 404)
    }
  }

  @Test(arguments: Engine.available)
  func theBoardCountsAndFiltersAndShowsNobodyElse(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await late(office)
      try await office.punch(302, Self.date, time(9, 30), time(22))
      let owner = try await office.visit(203)
      _ = await owner.post(Self.path, [("code", "rest")])
      let head = try await office.visit(201)
      let query = "month=2026-11"
      let board = await head.get("/presence/units/2", query).text
      #expect(board.contains("理由を待っている差が1件（1人）あります"))
      #expect(board.contains("職員 203号 R8.11.24"))
      #expect(board.contains("16〜22日"))
      #expect(!board.contains("302号"))
      let open = await head.get("/presence/units/2", query + "&show=open").text
      #expect(open.contains("職員 201号 R8.11.24"))
      #expect(!open.contains("職員 203号 R8.11.24"))
      #expect(await head.get("/presence/units/2", query + "&span=days").text.contains("差の長さ"))
      let file = await head.get("/presence/units/2/csv", query).text
      #expect(file.contains("\"203\",\"職員 203号\",\"2026-11-24\""))
      #expect(file.contains("\"120\",\"\",\"120\",\"休憩・食事\",\"休憩・食事\",\"\""))
      #expect(!file.contains("\"202\""), "no gap, no row")
      for unit in [1, 3, 4, 99] {
        #expect(await head.get("/presence/units/\(unit)", query).status == 404, "\(unit)")
        #expect(await head.get("/presence/units/\(unit)/csv", query).status == 404, "\(unit)")
      }
      let above = try await office.visit(101)
      #expect(await above.get("/presence/units/1", query).text.contains("職員 201号 R8.11.24"))
      #expect(await above.get("/presence/units", "").text.contains("2の組織を見られます"))
      #expect(await owner.get("/presence/units").status == 403)
    }
  }

  @Test(arguments: Engine.available)
  func anEmployerSetsItsThresholdFromADayOn(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await office.punch(203, "2026-11-24", time(9, 30), time(19, 14))
      try await office.punch(203, "2026-11-25", time(9, 30), time(19, 14))
      let hr = try await office.visit(101, as: .hr, of: 1)
      let set = { (employer: String, minutes: String, from: String) in
        await hr.post(
          "/presence/settings/threshold",
          [("employer", employer), ("minutes", minutes), ("from", from)]
        ).status
      }
      #expect(await set("1", "60", "2026/11/25") == 303)
      #expect(await set("2", "60", "2026/11/25") == 422, "another employer's")
      #expect(await set("1", "0", "2026/11/25") == 422)
      #expect(try await office.presence(203, "2026-11-24")?.status == .open)
      #expect(try await office.presence(203, "2026-11-25")?.status == GapStatus.none)
      #expect(await hr.get("/presence/settings").text.contains("1時間"))
    }
  }
}
