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

    func get(_ path: String, query: String = "") async -> (status: Int, text: String) {
      let headers = IncomingRequest.Headers(
        host: "localhost",
        cookie: cookie,
        contentType: nil,
        origin: nil,
        fetchSite: nil,
        authorization: nil,
        idempotencyKey: nil
      )
      let response = await responder.respond(
        to: IncomingRequest(
          method: "GET",
          path: path,
          query: query,
          headers: headers,
          body: [],
          address: "127.0.0.1"
        )
      )
      return (response.status, String(decoding: response.body, as: UTF8.self))
    }
  }

  private func visit(
    _ database: any SQLDatabase,
    as role: Role?,
    employee: Int64? = 201
  ) async throws -> Visit {
    let moment = OfficeZone.instant(on: PlanOffice.today, at: .midnight).adding(minutes: Minutes(hours: 10))
    let clock = SettableClock(moment)
    let ids = RecordIDSource(clock: clock)
    let account: RecordID<Account> = ids.next()
    let grant: RecordID<RoleGrant> = ids.next()
    let secret = BearerSecret.random()
    try await database.write { connection in
      try AccountRecords.insert(
        id: account,
        login: "visitor-\(account)",
        name: "利用者",
        employee: employee.map { RecordID($0) },
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
    return Visit(responder: responder, cookie: "\(Cookies.sessionName(isSecure: false))=\(secret.text)")
  }

  @Test(arguments: Engine.available)
  func showsThePlanToEveryoneEmployed(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      let home = try await visit(database, as: nil).get("/plan")
      #expect(home.status == 200)
      #expect(home.text.contains("96の取組のうち、記録から計算しているものは4、まだ報告されていないものは92です。"))
      #expect(home.text.contains("2（n=31）、令和8年6月1日現在"))
      #expect(home.text.contains("の再掲）"))
      #expect(home.text.contains("令和12年度まで"))
      #expect(!home.text.contains("/plan/report/"))
    }
  }

  @Test func listsOnlyWhatTheFilterTakes() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: nil)
      let computed = await visit.get("/plan", query: "state=computed&year=2025").text
      #expect(computed.contains("id=\"item-III-2\""))
      #expect(!computed.contains("id=\"item-II-1-1\""))
      #expect(computed.contains("令和8年3月31日現在"))
      let others = await visit.get("/plan", query: "state=not-reported").text
      #expect(others.contains("id=\"item-II-1-1\""))
      #expect(!others.contains("measures/III-2-1-b?year=2026\">III-2-1-b</a></th>"))
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

  @Test func showsARepeatedRowAsItsOriginal() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let page = try await visit(database, as: nil).get("/plan/measures/II-2-3-6")
      #expect(page.status == 200)
      #expect(page.text.contains("再掲です"))
      #expect(page.text.contains("まだ報告されていません"))
    }
  }

  @Test(arguments: ["/plan/measures/III-9", "/plan/measures/%3Cb%3E", "/plan/report/2027", "/plan/report/26"])
  func answersNotFoundForWhatThereIsNot(_ path: String) async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: .secretariat)
      #expect(await visit.get(path).status == 404)
    }
  }

  private static let readers: [(role: Role?, status: Int)] = [
    (nil, 403), (.auditor, 403), (.administrator, 403), (.secretariat, 200), (.committee, 200), (.hr, 200),
  ]

  @Test(arguments: readers)
  func letsOnlyThoseWhoAnswerForItReadTheReport(_ role: Role?, _ status: Int) async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: role)
      #expect(await visit.get("/plan/report/2026").status == status)
      #expect(await visit.get("/plan/report/2026/markdown").status == status)
      #expect(await visit.get("/plan").status == 200)
    }
  }

  @Test func showsAnOperatorWithoutAPostNothing() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: .administrator, employee: nil)
      for path in ["/plan", "/plan/measures/III-2-1-b", "/plan/report/2026"] {
        #expect(await visit.get(path).status == 403)
      }
    }
  }

  @Test func givesTheReportAsPageAndFileWithTheSameFigures() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let visit = try await visit(database, as: .secretariat)
      let page = await visit.get("/plan/report/2026").text
      let file = await visit.get("/plan/report/2026/markdown").text
      for text in ["2（n=31）", "令和8年6月1日現在"] {
        #expect(page.contains(text))
        #expect(file.contains(text))
      }
      #expect(page.contains("href=\"/plan/measures/III-2-1-b\""))
      #expect(file.hasPrefix("# "))
    }
  }

  @Test func saysSoWhenThereIsNoPlan() async throws {
    try await PlanOffice.with(.sqlite, plan: nil) { _, database in
      let visit = try await visit(database, as: .secretariat)
      let home = await visit.get("/plan")
      #expect(home.status == 200)
      #expect(home.text.contains("計画はまだ登録されていません"))
      #expect(await visit.get("/plan/report/2026").status == 404)
    }
  }
}
