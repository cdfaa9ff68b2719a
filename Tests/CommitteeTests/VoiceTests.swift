import CivilTime
import Indicators
import Store
import TestOffice
import TestSupport
import Testing

@testable import Access
@testable import Committee
@testable import Plan

@Suite("Voices, and the intensive period")
struct VoiceTests {
  private func voice(_ place: String, _ text: String = "会議が長い") -> [(String, String)] {
    [
      ("received", "2026-11-01"), ("place", place), ("origin", "interview"), ("theme", "会議"), ("text", text),
    ]
  }

  @Test(arguments: Engine.available)
  func areRecordedAnsweredAndTabled(_ engine: Engine) async throws {
    try await CommitteeWorld.with(engine) { world in
      let head = try await world.visit(301)
      #expect(await head.post("/plan/voices", voice("unit:3"), once: "voice-once").status == 303)
      #expect(await head.post("/plan/voices", voice("unit:3"), once: "voice-once").status == 303)
      #expect(await head.post("/plan/voices", voice("unit:3", "別の声"), once: "voice-once").status == 409)
      let refused = await head.post("/plan/voices", voice("unit:1", "残る声"))
      #expect(refused.status == 422 && refused.text.contains("残る声"))
      #expect(await head.get("/plan/voices").text.contains("会議が長い"))
      #expect(await !(try world.visit(201)).get("/plan/voices").text.contains("会議が長い"))
      let member = try await world.visit(402, as: .committee)
      #expect(await member.get("/plan/voices").text.contains("会議が長い"))
      #expect(await member.post("/plan/voices", voice("unit:3")).status == 403)

      let secretary = try await world.visit(202, as: .secretariat)
      let id = try await world.database.read { try $0.value("SELECT id FROM voice", as: Int64.self) } ?? 0
      let path = "/plan/voices/\(id)/answer"
      func answer(_ text: String, seen: Int) -> [(String, String)] {
        [("answer-\(id)", text), ("outcome-\(id)", "adopted"), ("seen", "\(seen)")]
      }
      #expect(await secretary.post(path, answer("25分にする", seen: 0)).status == 303)
      let clash = await secretary.post(path, answer("やめる", seen: 0))
      #expect(clash.status == 422 && clash.text.contains("25分にする") && clash.text.contains("やめる"))
      #expect(await secretary.post(path, answer("20分にする", seen: 1)).status == 303)
      #expect(await head.post(path, answer("勝手に", seen: 2)).status == 403)
      let page = await member.get("/plan/voices").text
      #expect(page.contains("20分にする") && page.contains("取り入れる"))
      let values = try await world.database.read { connection in
        try CommitteeIndicators.all[0].values(PlannedOffice.year, PlannedOffice.today, connection)
      }
      #expect(values == [IndicatorValue(employer: RecordID(1), unit: nil, ratio: Ratio(1, of: 1))])
    }
  }

  @Test(arguments: Engine.available)
  func setThePeriodThatDutiesGoBy(_ engine: Engine) async throws {
    try await CommitteeWorld.with(engine) { world in
      let staff = try await world.visit(302)
      #expect(await staff.get("/plan/intensive").text.contains("令和8年7月1日〜令和8年8月31日"))
      #expect(await staff.post("/plan/intensive/dates").status == 403)
      let visit = try await world.visit(201, as: .secretariat)
      func dates(_ first: String, _ last: String, seen: Int = 0) -> [(String, String)] {
        [
          ("dates-employer", "1"), ("first", first), ("last", last), ("name", "夏の集中期間"), ("year", "2026"),
          ("seen-1", "\(seen)"),
        ]
      }
      for (first, last) in [
        ("2026-08-01", "2026-07-01"), ("2026-03-31", "2026-07-01"), ("2026-07-01", "2027-04-01"),
      ] {
        #expect(await visit.post("/plan/intensive/dates", dates(first, last)).status == 422)
      }
      #expect(await visit.post("/plan/intensive/dates", dates("2026-07-06", "2026-08-28")).status == 303)
      // Whoever has not seen those days does not write over them.
      let clash = await visit.post("/plan/intensive/dates", dates("2026-07-13", "2026-08-07"))
      #expect(clash.status == 422)
      #expect(clash.text.contains("令和8年7月6日〜令和8年8月28日（夏の集中期間）"))
      #expect(
        clash.text.contains("value=\"2026-07-13\"") && clash.text.contains("name=\"seen-1\" value=\"1\"")
      )
      #expect(await staff.get("/plan/intensive").text.contains("令和8年7月6日〜令和8年8月28日"))
      #expect(await visit.post("/plan/intensive/dates", dates("2026-07-06", "2026-08-28")).status == 303)
      #expect(
        await visit.post("/plan/intensive/dates", dates("2026-07-07", "2026-08-28", seen: 1)).status == 303
      )
      #expect(
        await visit.post("/plan/intensive/dates", dates("2026-07-06", "2026-08-28", seen: 2)).status == 303
      )
      let action = [
        ("action-employer", "1"), ("measure", "II-2-3-6"), ("title", "会議をしない週"), ("year", "2026"),
        ("note", ""),
      ]
      for _ in 1...2 {
        #expect(await visit.post("/plan/intensive/actions", action, once: "action-once").status == 303)
      }
      let other = action.map { $0.0 == "title" ? ("title", "別のこと") : $0 }
      #expect(await visit.post("/plan/intensive/actions", other, once: "action-once").status == 409)
      let page = await staff.get("/plan/intensive").text
      #expect(page.contains("令和8年7月6日〜令和8年8月28日") && page.contains("会議をしない週"))
      // An alias is kept under its original.
      #expect(page.contains("II-2-2-6"))
    }
  }
}
