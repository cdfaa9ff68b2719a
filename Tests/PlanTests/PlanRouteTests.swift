import CivilTime
import People
import Store
import TestSupport
import Testing
import WorkingTime

@testable import Access
@testable import Plan
@testable import Site

@Suite("The pages of the plan")
struct PlanRouteTests {
  /// A site with the office, and somebody signed in.
  private struct Visit {
    let responder: SiteResponder
    let cookie: String

    let token: String

    func get(_ path: String, query: String = "") async -> (status: Int, text: String) {
      await send("GET", path, query: query, body: "")
    }

    func post(_ path: String, _ body: String) async -> (status: Int, text: String) {
      await send("POST", path, query: "", body: "_token=\(token)&\(body)")
    }

    private func send(
      _ method: String,
      _ path: String,
      query: String,
      body: String
    ) async -> (status: Int, text: String) {
      let headers = IncomingRequest.Headers(
        host: "localhost",
        cookie: cookie,
        contentType: method == "POST" ? "application/x-www-form-urlencoded" : nil,
        origin: method == "POST" ? "http://localhost" : nil,
        fetchSite: nil,
        authorization: nil,
        idempotencyKey: nil
      )
      let response = await responder.respond(
        to: IncomingRequest(
          method: method,
          path: path,
          query: query,
          headers: headers,
          body: Array(body.utf8),
          address: "127.0.0.1"
        )
      )
      return (response.status, String(decoding: response.body, as: UTF8.self))
    }
  }

  /// A person of 秘書課 for each role, since an employee has one account.
  private static func seat(of role: Role?) -> Int64 {
    switch role {
    case .secretariat: 202
    case .hr: 203
    case .committee: 204
    default: 201
    }
  }

  private func visit(
    _ database: any SQLDatabase,
    as role: Role?,
    hasPost: Bool = true
  ) async throws -> Visit {
    let moment = OfficeZone.instant(on: PlanOffice.today, at: .midnight).adding(minutes: Minutes(hours: 10))
    let clock = SettableClock(moment)
    // Visitors with different roles come to the same database at the same moment.
    let node = (role?.rawValue ?? "").utf8.reduce(1) { sum, byte in sum + Int(byte) }
    let ids = RecordIDSource(clock: clock, node: node % 1_000)
    let account: RecordID<Account> = ids.next()
    let grant: RecordID<RoleGrant> = ids.next()
    let secret = BearerSecret.random()
    try await database.write { connection in
      try AccountRecords.insert(
        id: account,
        login: "visitor-\(account)",
        name: "利用者",
        employee: hasPost ? RecordID(Self.seat(of: role)) : nil,
        at: moment,
        on: connection
      )
      if let role {
        let reach = role == .hr ? RecordID<Employer>(1) : nil
        try RoleGrantRecords.insert(
          RoleGrant(role, employer: reach, from: PlanOffice.day("2026-04-01")),
          id: grant,
          to: account,
          on: connection
        )
      }
      try SessionRecords.insert(secret, account: account, at: moment, on: connection)
    }
    let responder = SiteResponder(
      capabilities: [PlanCapability.capability(indicators: WorkingTimeIndicators.all)],
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: false),
      transport: .plain,
      reportFailure: { _, error in Issue.record("\(error)") }
    )
    return Visit(
      responder: responder,
      cookie: "\(Cookies.sessionName(isSecure: false))=\(secret.text)",
      token: secret.formToken
    )
  }

  @Test(arguments: Engine.available)
  func showsThePlanToEveryoneEmployed(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      let visit = try await visit(database, as: nil)
      let home = await visit.get("/plan")
      #expect(home.status == 200)
      #expect(home.text.contains("2（n=31）、令和8年6月1日現在"))
      #expect(home.text.contains("の再掲）"))
      #expect(home.text.contains("令和12年度まで"))
      #expect(home.text.contains("若い職員の意欲が低めで"))
      for status in MeasureStatus.allCases where status != .stopped {
        #expect(home.text.contains("\(status.japanese)の取組を見る"))
      }
      #expect(!home.text.contains("/plan/report/"))
      #expect(!home.text.contains("/plan/units"))
      #expect(home.text.contains("計画期間は令和8年3月31日に終わりました。"))
      let before = await visit.get("/plan", query: "year=2025")
      #expect(!before.text.contains("計画期間は令和8年3月31日に終わりました。"))
    }
  }

  @Test func listsOnlyWhatTheFilterTakes() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: nil)
      let computed = await visit.get("/plan", query: "state=computed&year=2025").text
      #expect(computed.contains("id=\"item-III-2\""))
      #expect(!computed.contains("id=\"item-II-1-1\""))
      #expect(computed.contains("令和8年3月31日現在"))
      let others = await visit.get("/plan", query: "state=not-started").text
      #expect(others.contains("id=\"item-II-1-1\""))
      #expect(!others.contains("measures/III-2-1-b?year=2026\">III-2-1-b</a>"))
      let none = await visit.get("/plan", query: "state=late").text
      #expect(none.contains("遅れの取組はありません"))
      #expect(!none.contains("id=\"item-"))
    }
  }

  @Test func showsAMeasureWithItsFiguresAndTheirDefinition() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: nil)
      let page = await visit.get("/plan/measures/III-2-1-b")
      #expect(page.status == 200)
      for text in ["大臣官房", "ほか2の組織", "打刻の記録", "方法の版", "令和8年6月1日現在", "このほかの定義"] {
        #expect(page.text.contains(text), "\(text)")
      }
      for text in ["研究室", "統計局", "秘書課"] { #expect(!page.text.contains("　\(text)"), "\(text)") }
      let due = await visit.get("/plan/measures/III-2-3-b").text
      #expect(due.contains("令和8年度の分の期限は令和9年9月30日です。"))
      #expect(!due.contains("大臣官房"))
    }
  }

  @Test func saysWhoOwesWhatByWhen() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let page = try await visit(database, as: nil).get("/plan/measures/II-1-2-2").text
      for text in ["特定事業主ごとの人事担当", "管理職への昇任のつど", "その日から180日以内", "自分の担当を見る"] {
        #expect(page.contains(text), "\(text)")
      }
      #expect(!page.contains("この取組を報告する"))
      #expect(!page.contains("推進事務局の決定"))
    }
  }

  @Test(arguments: Engine.available)
  func showsCoverageOnlyOfGroupsThatAreLargeEnough(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      try await database.write { connection in
        try DutyDesk.tally("II-1-3ii-2", bureau: 1, owed: 13, fulfilled: 7, people: 13, on: connection)
        try DutyDesk.tally("II-1-3ii-2", bureau: 3, owed: 11, fulfilled: 5, people: 11, on: connection)
        try DutyDesk.tally("II-1-3ii-2", bureau: 4, owed: 613, fulfilled: 419, people: 3, on: connection)
        try DutyDesk.tally("II-2-3-5", bureau: 4, owed: 3, fulfilled: 2, on: connection)
      }
      let visit = try await visit(database, as: nil)
      // What is read, not addresses: the digest of a style may hold any figure.
      let personal = await visit.get("/plan/measures/II-1-3ii-2").text.replacing(#/<[^>]*>/#, with: " ")
      // 研究室 (3) alone would be the sum less the others: 統計局 goes with it.
      #expect(personal.contains("　大臣官房"))
      #expect(!personal.contains("　統計局"))
      #expect(!personal.contains("　研究室"))
      #expect(personal.contains("　ほか2の組織"))
      #expect(!personal.contains("419"))
      #expect(personal.contains("431"))
      let units = await visit.get("/plan/measures/II-2-3-5").text
      #expect(units.contains("　研究室"))
    }
  }

  @Test func showsARepeatedRowAsItsOriginal() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: nil)
      let page = await visit.get("/plan/measures/II-2-3-6")
      #expect(page.status == 200)
      #expect(page.text.contains("再掲です"))
      #expect(page.text.contains("まだ報告されていません"))
      try await database.write { connection in
        try DutyDesk.reports("II-2-2-6", cases: 2, last: "2026-05-25", on: connection)
      }
      #expect(await visit.get("/plan/measures/II-2-3-6").text.contains("実施済み"))
      let row = try #require(
        await visit.get("/plan").text.split(separator: "measures/II-2-3-6?year=2026\">II-2-3-6").last
      )
      #expect(row.prefix(900).contains("実施済み"))
      let year = try #require(
        await visit.get("/plan/year").text.split(separator: "measures/II-2-3-6?year=2026\">II-2-3-6").last
      )
      #expect(year.prefix(2_000).contains("実施済み"))
    }
  }

  @Test func linksRelatedMeasuresBothWays() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: nil)
      #expect(await visit.get("/plan/measures/II-1-2-R4").text.contains("II-1-2-1 集中取組期間のマネジメント研修</a>"))
      #expect(await visit.get("/plan/measures/II-1-2-1").text.contains("II-1-2-R4 同じ研修の回数と対象を広げる</a>"))
    }
  }

  @Test func showsTheYearInWordsAndBars() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let page = try await visit(database, as: nil).get("/plan/year")
      #expect(page.status == 200)
      #expect(page.text.contains("aria-hidden=\"true\""))
      #expect(page.text.contains("毎年の夏の集中取組期間"))
      #expect(page.text.contains("異動のつど"))
      #expect(page.text.contains("id=\"year-II\""))
      #expect(!page.text.contains(" style="))
    }
  }

  @Test func listsTheEditions() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let page = try await visit(database, as: nil).get("/plan/versions")
      #expect(page.status == 200)
      #expect(page.text.contains("96の取組、22の目標"))
      #expect(page.text.contains("最初の版です。"))
    }
  }

  @Test(arguments: [
    "/plan/measures/III-9", "/plan/measures/%3Cb%3E", "/plan/units/77", "/plan/units/x", "/plan/targets/T99",
  ])
  func answersNotFoundForWhatThereIsNot(_ path: String) async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: .secretariat)
      #expect(await visit.get(path).status == 404)
    }
  }

  @Test func takesAnOddYearForThisOne() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: .secretariat)
      for year in ["26", "2099", "1999", "x", "２０２６", "9999999999"] {
        let page = await visit.get("/plan", query: "year=\(year)")
        #expect(page.status == 200)
        #expect(page.text.contains("令和8年度の総務省における"))
      }
    }
  }

  @Test(arguments: Engine.available)
  func showsUnitsToThoseWhoAnswerForThem(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      try await database.write { connection in
        for (id, unit) in [(1, 1), (2, 2), (3, 5)] as [(Int64, Int64)] {
          let duty = DutyDesk.UnitDuty(measure: "II-2-3-5", unit: unit, bureau: 1, state: "open")
          try DutyDesk.insert(duty, id: id, on: connection)
        }
      }
      #expect(await (try visit(database, as: nil)).get("/plan/units").status == 403)
      #expect(await (try visit(database, as: .committee)).get("/plan/units/1").status == 403)
      let secretariat = try await visit(database, as: .secretariat)
      let all = await secretariat.get("/plan/units").text
      for name in ["大臣官房", "統計局", "研究室", "総務課"] { #expect(all.contains(">\(name)</a>"), "\(name)") }
      #expect(!all.contains(">秘書課</a>"))
      let unit = await secretariat.get("/plan/units/1")
      #expect(unit.status == 200)
      #expect(unit.text.contains("事例データベースと取り残しゼロ"))
      #expect(unit.text.contains(">秘書課</a>"))
      // The personnel authority of 総務省 (employer 1) knows nothing of 消防庁.
      let personnel = try await visit(database, as: .hr)
      #expect(await personnel.get("/plan/units/1").status == 200)
      #expect(await personnel.get("/plan/units/5").status == 404)
      #expect(!(await personnel.get("/plan/units").text.contains(">総務課</a>")))
    }
  }

  @Test(arguments: Engine.available)
  func letsTheSecretariatStopAMeasureWithAReason(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      let path = "/plan/measures/II-1-1-1/decision"
      #expect(await (try visit(database, as: .hr)).post(path, "").status == 403)
      let visit = try await visit(database, as: .secretariat)
      #expect(await visit.post(path, "").status == 422)
      let silent = await visit.post(path, "year=2026&status=stopped&reason=+")
      #expect(silent.status == 422)
      #expect(silent.text.contains("理由を入力してください。"))
      #expect(await visit.post("/plan/measures/III-9/decision", "").status == 404)
      let stopping = "year=2026&status=stopped&reason=%3Cb%3E%E7%81%BD%E5%AE%B3&_once=0123456789abcdef"
      #expect(await visit.post(path, stopping).status == 303)
      #expect(await visit.post(path, stopping).status == 303)
      let otherwise = "year=2026&status=resumed&reason=a&_once=0123456789abcdef"
      #expect(await visit.post(path, otherwise).status == 409)
      let page = await visit.get("/plan/measures/II-1-1-1").text
      #expect(page.contains("令和8年度は中止としました"))
      #expect(page.contains("&lt;b&gt;災害"))
      #expect(!(await visit.get("/plan/measures/II-1-1-1", query: "year=2025").text.contains("災害")))
    }
  }

  @Test func showsAnOperatorWithoutAPostNothing() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: .administrator, hasPost: false)
      for path in ["/plan", "/plan/measures/III-2-1-b", "/plan/year", "/plan/versions", "/plan/units"] {
        #expect(await visit.get(path).status == 403, "\(path)")
      }
    }
  }

  @Test func saysSoWhenThereIsNoPlan() async throws {
    try await PlanOffice.with(.sqlite, plan: nil) { _, database in
      let visit = try await visit(database, as: .secretariat)
      for path in ["/plan", "/plan/year", "/plan/units", "/plan/versions"] {
        let page = await visit.get(path)
        #expect(page.status == 200, "\(path)")
        #expect(page.text.contains("計画はまだ登録されていません"), "\(path)")
      }
      #expect(await visit.get("/plan/units/1").status == 404)
      #expect(await visit.get("/plan/measures/II-1-1-1").status == 404)
    }
  }
}
