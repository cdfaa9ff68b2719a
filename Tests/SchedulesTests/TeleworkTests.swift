import Access
import CivilTime
import Store
import TestSupport
import Testing

@testable import Schedules

@Suite struct TeleworkTests {
  struct Months: Sendable {
    let counts: [Int]
    let qualifying: Set<Int>
  }

  static let months = [
    Months(counts: [], qualifying: []), Months(counts: [20, 20], qualifying: []),
    Months(counts: [10, 10, 10], qualifying: []), Months(counts: [10, 10, 11], qualifying: [0, 1, 2]),
    Months(counts: [0, 11, 11, 11, 0], qualifying: [1, 2, 3]),
    Months(counts: [20, 5, 6, 0, 0], qualifying: [0, 1, 2]),
    Months(counts: [31, 0, 0, 0], qualifying: [0, 1, 2]),
    Months(counts: [4, 20, 8, 3], qualifying: [0, 1, 2, 3]),
  ]

  @Test(arguments: months)
  func monthsQualifyInsideThreeOrMoreOverTenDaysOnAverage(_ example: Months) {
    #expect(TeleworkAllowance.qualifyingMonths(example.counts) == example.qualifying)
  }

  private static func wish(_ days: [String], _ extent: String = "whole") -> [(String, String)] {
    days.map { ("days", $0) } + [("extent", extent), ("part-start", "13:00"), ("part-end", "15:00")]
  }

  @Test(arguments: Engine.available)
  func wishesAreOrderedOrRefusedAndWholeDaysCounted(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let person = try await office.visit(22)
      let head = try await office.visit(21)
      let days = ["2026-06-08", "2026-06-09", "2026-06-10"]
      #expect(await person.post("/schedules/telework", Self.wish(days), once: "key-00001").status == 303)
      #expect(await person.post("/schedules/telework", Self.wish(days), once: "key-00001").status == 303)
      #expect(await person.post("/schedules/telework", Self.wish(["2026-06-11"], "part")).status == 303)
      #expect(try await office.count("telework") == 4)
      let page = await head.get("/schedules/telework/people/22")
      #expect(page.text.contains("一部 13:00–15:00"))
      let ids = try await office.database.read { connection in
        try connection.rows("SELECT id FROM telework ORDER BY date") { try $0.value(0, as: Int64.self) }
      }
      let path = "/schedules/telework/people/22/decision"
      let ordered = [0, 1, 3].map { ("wish", "\(ids[$0])") } + [("outcome", "ordered")]
      #expect(await head.post(path, ordered).status == 303)
      #expect(await head.post(path, ordered).status == 409)
      let refused = [("wish", "\(ids[2])"), ("outcome", "refused")]
      #expect(await head.post(path, refused).status == 422)
      #expect(await head.post(path, refused + [("reason", "面接の日")]).status == 303)
      #expect(await person.get("/schedules/telework").text.contains("面接の日"))
      let lead = "令和8年6月に全日のテレワークを命じられた日は2日です。"
      #expect(await person.get("/schedules/telework").text.contains(lead))
      let file = await head.get("/schedules/telework/units/2/csv", query: "month=2026-06")
      #expect(file.text.contains("\"職員 22号\",\"0\",\"0\",\"0\",\"0\",\"0\",\"2\",\"\""))
      #expect(
        await person.post("/schedules/telework/days/\(ids[0])/cancel", [("cancel-\(ids[0])", "登庁")]).status
          == 303
      )
      #expect(await person.get("/schedules/telework").text.contains("命じられた日は1日です"))
      office.go(to: "2026-06-09")
      let late = [("cancel-\(ids[1])", "登庁した")]
      let cancel = "/schedules/telework/days/\(ids[1])/cancel"
      #expect(await (try await office.visit(22)).post(cancel, late).status == 422)
      #expect(await (try await office.visit(21)).post(cancel, late).status == 303)
      #expect(await (try await office.visit(21)).post(cancel, late).status == 409)
    }
  }

  @Test(arguments: Engine.available)
  func onlyFreeDutyDaysFromTodayOnCanBeTaken(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let person = try await office.visit(22)
      for (days, words) in [
        ([], "日を1日以上選んでください"), (["2026-06-02"], "今日以後の日"), (["2026-06-13"], "勤務日ではありません"),
      ] {
        let answer = await person.post("/schedules/telework", Self.wish(days))
        #expect(answer.status == 422)
        #expect(answer.text.contains(words), "\(days)")
      }
      #expect(await person.post("/schedules/telework", Self.wish(["2026-06-08"])).status == 303)
      let again = await person.post("/schedules/telework", Self.wish(["2026-06-08", "2026-06-09"]))
      #expect(again.text.contains("すでに希望または命令があります"))
      let early = [("days", "2026-06-10"), ("extent", "part"), ("part-start", "8:00"), ("part-end", "10:00")]
      #expect(await person.post("/schedules/telework", early).text.contains("その中の時間帯に"))
      #expect(try await office.count("telework") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func anOrderByWordOfMouthIsRecordedLateByThoseWhoKeepTheBooks(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let path = "/schedules/telework/people/22"
      let yesterday = [("past-day", "2026-06-02"), ("extent", "whole")]
      let reasoned = yesterday + [("order-reason", "口頭で命じた")]
      for visit in [try await office.visit(21), try await office.visit(11, as: .timeKeeper, in: 3)] {
        #expect(!(await visit.get(path).text.contains("past-day")))
        let refused = await visit.post(path, reasoned)
        #expect(refused.status == 422)
        #expect(refused.text.contains("過ぎた日の命令は、勤務時間管理員か人事担当が記録します"))
      }
      let keeper = try await office.visit(23, as: .timeKeeper)
      #expect(await keeper.get(path).text.contains("past-day"))
      let bare = await keeper.post(path, yesterday)
      #expect(bare.status == 422)
      #expect(bare.text.contains("過ぎた日の命令を記録する理由を"))
      let odd = [("past-day", "1990/4/2"), ("days", "2026-06-10"), ("extent", "whole")]
      #expect(await keeper.post(path, odd).text.contains("過ぎた日を確かめてください"))
      #expect(await keeper.post(path, reasoned).status == 303)
      #expect(await keeper.post(path, reasoned).status == 422, "the day is taken")
      let own = await (try await office.visit(22)).get("/schedules/telework").text
      #expect(own.contains("口頭で命じた"))
      #expect(own.contains("令和8年6月に全日のテレワークを命じられた日は1日です"))
    }
  }

  @Test(arguments: Engine.available)
  func outsidersSeeNothingAndNobodyOrdersOneself(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let head = try await office.visit(21)
      #expect(await head.post("/schedules/telework/people/22", Self.wish(["2026-06-08"])).status == 303)
      #expect(await head.post("/schedules/telework/people/21", Self.wish(["2026-06-08"])).status == 409)
      let id = try await office.newest("telework")
      for outsider in [try await office.visit(31), try await office.visit(41)] {
        #expect(await outsider.get("/schedules/telework/people/22").status == 404)
        #expect(await outsider.post("/schedules/telework/people/22", Self.wish(["2026-06-09"])).status == 404)
        #expect(await outsider.get("/schedules/telework/units/2").status == 404)
        let cancel = [("cancel-\(id)", "登庁")]
        #expect(await outsider.post("/schedules/telework/days/\(id)/cancel", cancel).status == 404)
        let decision = [("wish", "\(id)"), ("outcome", "ordered")]
        #expect(await outsider.post("/schedules/telework/people/22/decision", decision).status == 404)
      }
      #expect(await (try await office.visit(23)).get("/schedules/telework/people/22").status == 404)
    }
  }
}
