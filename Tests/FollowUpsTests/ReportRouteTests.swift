import CivilTime
import Duties
import Evidence
import Journal
import People
import Store
import TestOffice
import TestSupport
import Testing

@testable import Access
@testable import FollowUps
@testable import Plan

@Suite("The report from draft to publication")
struct ReportRouteTests {
  private static let path = "/plan/report/2026"
  private static let subject = "/plan/report/2026/subjects/measure:II-1-1-1"

  private func texts(_ done: String, _ next: String, seen: (Int, Int)) -> [(String, String)] {
    [("done", done), ("next", next), ("done-seen", "\(seen.0)"), ("next-seen", "\(seen.1)")]
  }

  private func step(
    _ visit: Visit,
    _ move: String,
    seen: Int,
    note: String = "",
    day: String = "2026-12-01"
  )
    async -> Visit.Answer
  {
    await visit.post(
      Self.path + "/step",
      [("move", move), ("day", day), ("seen", "\(seen)"), ("note", note)]
    )
  }

  @Test(arguments: Engine.available)
  func goesFromBodyToBodyAndStaysAsItWasFrozen(_ engine: Engine) async throws {
    try await ReportWorld.with(engine) { world in
      let visit = try await world.visit(201, as: .secretariat, name: "担当 花子")
      #expect(await visit.post(Self.subject, texts("全員が宣言した", "続ける", seen: (0, 0))).status == 303)
      #expect(await visit.get(Self.path).text.contains("全員が宣言した"))
      #expect(await step(visit, "forward", seen: 0).status == 303)
      let frozen = await visit.get(Self.path).text
      #expect(frozen.contains("SHA-256") && frozen.contains("担当 花子"))
      #expect(await visit.post(Self.subject, texts("あとから", "続ける", seen: (1, 1))).status == 409)
      for seen in 1...3 { #expect(await step(visit, "forward", seen: seen).status == 303) }
      #expect(await step(visit, "forward", seen: 4).status == 409)
      #expect(await step(visit, "back", seen: 4, note: "戻す").status == 409)

      let follow = "evidence_kind = 'plan.follow-up' AND fiscal_year = 2026" as SQLText
      #expect(try await world.count(follow) == 2)
      #expect(try await world.count("\(fragment: follow) AND state = 'fulfilled'") == 2)
      let evidence = try await world.database.read { connection in
        try EvidenceRecords.tallies(year: PlannedOffice.year, plan: "soumu", on: connection)
      }
      #expect(evidence.map(\.cases) == [1])
      #expect(evidence.map(\.measure) == ["V-4-a"])

      let before = await visit.get(Self.path + "/markdown").body
      _ = try await DutyDesk(database: world.database, ids: world.ids)
        .excuse(
          try await world.openDuty(),
          reason: "対象でない",
          by: try await world.actor(visit),
          at: PlannedOffice.now
        )
      #expect(await visit.get(Self.path + "/markdown").body == before)
      let reporting = FollowUpReporting(
        database: world.database,
        clock: world.clock,
        ids: world.ids,
        indicators: []
      )
      let verification = try await reporting.verify(year: PlannedOffice.year)
      #expect(verification.stage == .published)
      #expect(
        verification.differences.contains { $0.detail == .excused && $0.before == "0" && $0.after == "1" }
      )
      #expect(String(decoding: before, as: UTF8.self).contains(verification.digest))
    }
  }

  @Test(arguments: Engine.available)
  func losesNothingWhenTwoWriteAtOnce(_ engine: Engine) async throws {
    try await ReportWorld.with(engine) { world in
      let first = try await world.visit(201, as: .secretariat, name: "一人目")
      let second = try await world.visit(202, as: .secretariat, name: "二人目")
      #expect(await first.post(Self.subject, texts("一人目の文", "", seen: (0, 0))).status == 303)
      let clash = await second.post(Self.subject, texts("二人目の文", "二人目の次", seen: (0, 0)))
      #expect(clash.status == 422)
      for words in ["一人目の文", "二人目の文", "二人目の次", "一人目（", "name=\"done-seen\" value=\"1\""] {
        #expect(clash.text.contains(words) || words == "一人目（" && clash.text.contains("一人目"), "\(words)")
      }
      #expect(await !second.get(Self.path).text.contains("二人目の次"))
      #expect(await second.post(Self.subject, texts("二人の文", "二人目の次", seen: (1, 0))).status == 303)
      let page = await second.get(Self.subject).text
      for words in ["一人目の文", "二人の文", "二人目の次"] { #expect(page.contains(words)) }
      // The same form once more changes nothing, and is no clash.
      #expect(await second.post(Self.subject, texts("二人の文", "二人目の次", seen: (1, 0))).status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func letsOnlyOneOfTwoStepAtOnce(_ engine: Engine) async throws {
    try await ReportWorld.with(engine) { world in
      let visits = [
        try await world.visit(201, as: .secretariat), try await world.visit(202, as: .secretariat),
      ]
      let statuses = await withTaskGroup(of: Int.self) { group in
        for visit in visits { group.addTask { await self.step(visit, "forward", seen: 0).status } }
        return await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(statuses.sorted() == [303, 409])
    }
  }

  @Test func goesBackAndIsCorrectedOnlyWithAReason() async throws {
    try await ReportWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      #expect(await step(visit, "forward", seen: 0, day: "2026-11-20").status == 303)
      #expect(await step(visit, "back", seen: 1).status == 422)
      #expect(await step(visit, "forward", seen: 1, day: "2026-11-19").status == 409)
      #expect(await step(visit, "forward", seen: 1, day: "2026-12-02").status == 422)
      #expect(await step(visit, "back", seen: 1, note: "数字を直す").status == 303)
      #expect(await visit.get(Self.path).text.contains("数字を直す"))
      for seen in 2...5 { #expect(await step(visit, "forward", seen: seen).status == 303) }
      let published = await visit.get(Self.path + "/json").text
      #expect(await visit.post(Self.subject, texts("訂正した文", "", seen: (0, 0))).status == 303)
      #expect(await visit.get(Self.path + "/json").text == published)
      #expect(await step(visit, "correct", seen: 6, note: "誤りがあった").status == 303)
      #expect(await visit.get(Self.path + "/json").text.contains("訂正した文"))
      let old = try await world.database.read { connection in
        try ReportRecords.standing(of: "soumu", PlannedOffice.year, on: connection).steps.compactMap(
          \.snapshot
        )
      }
      #expect(Set(old).count == 3)
      let first = try #require(old.dropFirst().first)
      let page = await visit.get(Self.path + "/snapshots/\(first)")
      #expect(page.status == 200 && !page.text.contains("訂正した文"))
      #expect(page.text.contains("以前に凍結した版"))
      #expect(await visit.get("/plan/report/2025/snapshots/\(first)").status == 404)
    }
  }

  @Test func tellsTheCommitteeNobodysName() async throws {
    try await ReportWorld.with(.sqlite) { world in
      let writer = try await world.visit(201, as: .secretariat, name: "担当 花子")
      #expect(await step(writer, "forward", seen: 0).status == 303)
      let member = try await world.visit(101, as: .committee)
      let page = await member.get(Self.path)
      #expect(page.status == 200)
      #expect(!page.text.contains("花子") && page.text.contains("推進事務局"))
      for format in ReportFormat.allCases {
        let file = await member.get("\(Self.path)/\(format.rawValue)")
        #expect(file.status == 200 && !file.text.contains("花子"))
        #expect(file.header("content-disposition")?.contains("attachment") == true)
      }
      #expect(await member.get(Self.subject).status == 403)
      #expect(await step(member, "forward", seen: 1).status == 403)
      #expect(await member.get("/plan/desk").status == 403)
      #expect(await member.get(Self.path + "/differences").status == 200)
    }
  }

  @Test(arguments: [
    "/plan/report/2027", "/plan/report/26", "/plan/report/2026/snapshots/1",
    "/plan/report/2026/subjects/measure:II-2-3-6", "/plan/report/2026/subjects/target:T99",
    "/plan/report/2026/subjects/nothing",
  ])
  func answersNotFoundForWhatThereIsNot(_ path: String) async throws {
    try await ReportWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      #expect(await visit.get(path).status == 404)
    }
  }

  /// A frozen report that was changed behind the program's back is not shown as if it were whole.
  @Test(arguments: Engine.available)
  func refusesAFrozenReportThatIsNotWhole(_ engine: Engine) async throws {
    try await ReportWorld.with(engine) { world in
      let visit = try await world.visit(201, as: .secretariat)
      #expect(await step(visit, "forward", seen: 0).status == 303)
      #expect(await step(visit, "back", seen: 1, note: "直す").status == 303)
      try await world.database.write { connection in
        let digest = SnapshotDigest.bytes(of: "end\n")
        try connection.execute(
          """
          INSERT INTO report_snapshot (id, report, version, taken_at, digest, body)
          SELECT id + 1, report, version, taken_at, \(digest), body FROM report_snapshot
          """
        )
      }
      let ids = try await world.database.read { connection in
        try connection.rows("SELECT id FROM report_snapshot ORDER BY id").map {
          try $0.value(0, as: Int64.self)
        }
      }
      #expect(ids.count == 2)
      #expect(await visit.get(Self.path + "/snapshots/\(ids[0])").status == 200)
      let broken = await visit.get(Self.path + "/snapshots/\(ids[1])")
      #expect(broken.status == 409 && broken.text.contains("凍結したときの内容と違います"))
      await #expect(throws: StoreError.appendOnly("report_snapshot")) {
        try await world.database.write { connection in
          try connection.execute("UPDATE report_snapshot SET body = 'x'")
        }
      }
    }
  }

  @Test func asksForWhatIsMissing() async throws {
    try await ReportWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      #expect(await visit.post(Self.path + "/step").status == 422)
      #expect(await visit.post(Self.subject).status == 400)
      #expect(await visit.post("/plan/desk/remind").status == 400)
      let long = String(repeating: "あ", count: ReportField.most + 1)
      let answer = await visit.post(Self.subject, texts(long, "次", seen: (0, 0)))
      #expect(answer.status == 422 && answer.text.contains(long) && answer.text.contains("次"))
    }
  }

  @Test func leavesNoWordInTheJournal() async throws {
    try await ReportWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      _ = await visit.post(Self.subject, texts("秘密の文", "", seen: (0, 0)))
      _ = await step(visit, "forward", seen: 0)
      _ = await step(visit, "back", seen: 1, note: "秘密の理由")
      let entries = try await world.database.read {
        try JournalRecords.latest(before: nil, limit: 50, on: $0)
      }
      #expect(entries.count { $0.kind.name.hasPrefix("follow-up.") } == 4)
      #expect(!entries.contains { $0.payload.text.contains("秘密") })
    }
  }
}

extension PlannedOffice {
  /// An open duty of a measure that the report counts.
  func openDuty() async throws -> RecordID<Duty> {
    let found: RecordID<Duty>? = try await database.read { connection in
      try connection.value(
        "SELECT id FROM duty WHERE state = 'open' AND fiscal_year = 2026 ORDER BY id LIMIT 1"
      )
    }
    return try #require(found)
  }

  /// The person of a visit, as the desk sees them.
  func actor(_ visit: Visit) async throws -> Actor {
    Actor(account: visit.actor, employee: RecordID(201), name: "", unit: nil, roles: [.secretariat, .staff])
  }
}
