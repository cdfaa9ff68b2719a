import CivilTime
import Duties
import Evidence
import Foundation
import Journal
import Store
import TestOffice
import TestSupport
import Testing

@testable import Access
@testable import Committee
@testable import Plan

@Suite("Meetings of the committee")
struct MeetingTests {
  /// A meeting on a day, and its path.
  private func meeting(_ visit: Visit, on day: String = "2026-12-01") async throws -> String {
    let answer = await visit.post(
      "/plan/committee",
      [("title", "第2回"), ("day", day), ("place", "第一会議室")]
    )
    #expect(answer.status == 303)
    let path = try #require(answer.header("location"))
    return String(path.prefix { $0 != "?" })
  }

  private func item(_ visit: Visit, _ path: String, _ title: String = "そのほか") async throws -> String {
    #expect(await visit.post(path + "/agenda", [("own", title)]).status == 303)
    let page = await visit.get(path).text
    let option = try #require(page.range(of: "<select class=\"control\" id=\"item\""))
    let rest = page[option.upperBound...]
    let value = try #require(rest.range(of: "<option value=\""))
    return String(rest[value.upperBound...].prefix { $0 != "\"" })
  }

  @Test(arguments: Engine.available)
  func offersWhatNeedsItAndTakesOnlyWhatIsTicked(_ engine: Engine) async throws {
    try await CommitteeWorld.with(engine) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let path = try await meeting(visit)
      let page = await visit.get(path).text
      for code in ["report:2025", "intensive:2026", "revision:1", "measure:"] {
        #expect(page.contains("value=\"\(code)"), "\(code)")
      }
      #expect(!page.contains("value=\"report:2026\""))
      #expect(await visit.post(path + "/agenda").status == 422)
      let ticked = [("proposal", "report:2025"), ("proposal", "revision:1"), ("proposal", "other:made-up")]
      for _ in 1...2 { #expect(await visit.post(path + "/agenda", ticked + [("own", "")]).status == 303) }
      let items: Int? = try await world.database.read {
        try $0.value("SELECT COUNT(*) FROM agenda_item")
      }
      #expect(items == 2)
      let after = await visit.get(path).text
      #expect(!after.contains("value=\"report:2025\""))
      #expect(after.contains("1. 令和7年度の年次フォローアップを確認する"))
    }
  }

  @Test func putsAnItemOfItsOwnOnTheAgendaOnceForOneForm() async throws {
    try await CommitteeWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let path = try await meeting(visit)
      func add(_ own: String, _ key: String) async -> Int {
        await visit.post(path + "/agenda", [("own", own)], once: key).status
      }
      #expect(await [add("議題", "agenda-1"), add("議題", "agenda-1")] == [303, 303])
      #expect(await [add("別の議題", "agenda-1"), add("議題", "agenda-2")] == [409, 303])
      let items: Int? = try await world.database.read {
        try $0.value("SELECT COUNT(*) FROM agenda_item")
      }
      #expect(items == 2)
    }
  }

  @Test(arguments: Engine.available)
  func makesExactlyOneDutyOfADecision(_ engine: Engine) async throws {
    try await CommitteeWorld.with(engine) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let path = try await meeting(visit)
      let item = try await item(visit, path)
      let fields = [
        ("item", item), ("decision", "統計局は原因を調べる"), ("owner", "unit:3"), ("due", "2027-02-01"),
      ]
      for _ in 1...2 {
        #expect(await visit.post(path + "/decisions", fields, once: "decision-once").status == 303)
      }
      #expect(try await world.count("rule = 'decision'") == 1)
      #expect(
        try await world.count(
          "rule = 'decision' AND measure = 'V-1-a' AND owner_unit = 3 AND due_on = '2027-02-01'"
        ) == 1
      )
      let head = try await world.visit(301)
      let inbox = try await world.database.read { connection in
        try connection.value("SELECT task FROM duty WHERE rule = 'decision'", as: String.self)
      }
      #expect(inbox == "統計局は原因を調べる")
      #expect(await head.get(path).status == 403)
      let member = try await world.visit(401, as: .committee)
      #expect(await member.get(path).text.contains("統計局は原因を調べる"))
      #expect(await visit.post(path + "/decisions", [("item", item), ("decision", "聞き置く")]).status == 303)
      #expect(try await world.count("rule = 'decision'") == 1)
    }
  }

  private static let faulty: [(owner: String, due: String)] = [
    ("unit:99", "2027-02-01"), ("unit:3", ""), ("", "2027-02-01"), ("unit:3", "2026-11-30"),
    ("person:301", "2027-02-01"), ("committee:1", "2027-02-01"), ("unit:3", "2月30日"),
  ]

  @Test(arguments: faulty)
  func refusesADecisionWithoutAnOwnerOrADay(_ owner: String, _ due: String) async throws {
    try await CommitteeWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let path = try await meeting(visit)
      let item = try await item(visit, path)
      let fields = [("item", item), ("decision", "残る文"), ("owner", owner), ("due", due)]
      let answer = await visit.post(path + "/decisions", fields)
      #expect(answer.status == 422 && answer.text.contains("残る文"))
      #expect(try await world.count("rule = 'decision'") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func settlesTheDutyToMeet(_ engine: Engine) async throws {
    try await CommitteeWorld.with(engine) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let meetings = "evidence_kind = 'committee.meeting'" as SQLText
      let owed = try await world.count(meetings)
      #expect(owed == 4)
      let ahead = try await meeting(visit, on: "2026-12-02")
      #expect(await visit.post(ahead + "/held").status == 409)
      let path = try await meeting(visit)
      #expect(await visit.post(path + "/held").status == 303)
      #expect(await visit.post(path + "/held").status == 409)
      #expect(try await world.count("\(fragment: meetings) AND state = 'fulfilled'") == 2)
      let evidence = try await world.database.read { connection in
        try EvidenceRecords.tallies(year: PlannedOffice.year, plan: "soumu", on: connection)
      }
      #expect(evidence.map(\.measure) == ["V-1-a"] && evidence.map(\.cases) == [1])
      #expect(await visit.post(ahead + "/cancelled").status == 303)
      #expect(await visit.post(ahead + "/agenda", [("own", "遅い")]).status == 409)
    }
  }

  @Test(arguments: Engine.available)
  func ofTheSecondHalfSettlesNothingOfTheFirst(_ engine: Engine) async throws {
    try await CommitteeWorld.with(engine) { world in
      let visit = try await world.visit(201, as: .secretariat)
      func settled(_ occasion: String) async throws -> Int {
        try await world.count(
          "evidence_kind = 'committee.meeting' AND state = 'fulfilled' AND occasion = \(occasion)"
        )
      }
      for day in ["2026-11-20", "2026-12-01"] {
        #expect(await visit.post(try await meeting(visit, on: day) + "/held").status == 303)
      }
      #expect(try await [settled("2026-h1"), settled("2026-h2")] == [0, 2])
      // Recorded late, but held in time.
      #expect(await visit.post(try await meeting(visit, on: "2026-09-30") + "/held").status == 303)
      #expect(try await [settled("2026-h1"), settled("2026-h2")] == [2, 2])
    }
  }

  @Test(arguments: Engine.available)
  func losesNothingOfTheMinutes(_ engine: Engine) async throws {
    try await CommitteeWorld.with(engine) { world in
      let first = try await world.visit(201, as: .secretariat, name: "一人目")
      let second = try await world.visit(202, as: .secretariat, name: "二人目")
      let path = try await meeting(first)
      #expect(await first.post(path + "/minutes", [("minutes", "一人目の文"), ("seen", "0")]).status == 303)
      let clash = await second.post(path + "/minutes", [("minutes", "二人目の文"), ("seen", "0")])
      #expect(clash.status == 422)
      #expect(clash.text.contains("一人目の文") && clash.text.contains("二人目の文"))
      #expect(await second.post(path + "/minutes", [("minutes", "二人の文"), ("seen", "1")]).status == 303)
      let page = await first.get(path).text
      #expect(page.contains("一人目の文") && page.contains("二人の文") && page.contains("二人目"))
      let member = try await world.visit(401, as: .committee)
      let seen = await member.get(path).text
      #expect(seen.contains("二人の文") && !seen.contains("一人目<") && !seen.contains("二人目<"))
    }
  }

  @Test func takesOffOnlyWhatWasNotDecided() async throws {
    try await CommitteeWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let path = try await meeting(visit)
      let item = try await item(visit, path)
      #expect(await visit.post(path + "/decisions", [("item", item), ("decision", "決めた")]).status == 303)
      #expect(await visit.post(path + "/agenda", [("remove", item)]).status == 404)
      #expect(await visit.post(path + "/agenda", [("own", "外すもの")]).status == 303)
      let other = try await world.database.read { connection in
        try connection.value("SELECT MAX(id) FROM agenda_item", as: Int64.self)
      }
      #expect(await visit.post(path + "/agenda", [("remove", "\(other ?? 0)")]).status == 303)
      #expect(await !visit.get(path).text.contains("2. 外すもの"))
    }
  }

  @Test func leavesNoWordInTheJournal() async throws {
    try await CommitteeWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let path = try await meeting(visit)
      let item = try await item(visit, path, "秘密の議題")
      _ = await visit.post(path + "/minutes", [("minutes", "秘密の議事"), ("seen", "0")])
      _ = await visit.post(
        path + "/decisions",
        [("item", item), ("decision", "秘密の決定"), ("owner", "unit:3"), ("due", "2027-02-01")]
      )
      let entries = try await world.database.read {
        try JournalRecords.latest(before: nil, limit: 50, on: $0)
      }
      let own = entries.filter { $0.kind.name.hasPrefix("committee.") }
      #expect(own.count == 4)
      #expect(!entries.contains { $0.payload.text.contains("秘密") })
    }
  }

  private static let paths = ["", "/agenda", "/minutes", "/decisions", "/held", "/cancelled"]

  @Test(arguments: [(Role?.none, 403), (.committee, 403), (.hr, 403), (.auditor, 403), (.secretariat, 404)])
  func letsOnlyTheSecretariatAct(_ role: Role?, _ status: Int) async throws {
    try await CommitteeWorld.with(.sqlite) { world in
      let visit = try await world.visit(202, as: role)
      for path in Self.paths.dropFirst() {
        let fields = [("own", "a"), ("minutes", "a"), ("seen", "0"), ("item", "1"), ("decision", "a")]
        #expect(await visit.post("/plan/committee/7" + path, fields).status == status, "\(path)")
      }
      #expect(
        await visit.get("/plan/committee").status == (role == .committee || role == .secretariat ? 200 : 403)
      )
    }
  }
}
