import Access
import CivilTime
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import Schedules

@Suite struct RulesRouteTests {
  private static func standard(
    _ end: String,
    from: String = "2026-07-01",
    employer: Int = 1
  ) -> [(String, String)] {
    [
      ("standard-employer", "\(employer)"), ("standard-start", "9:00"), ("standard-end", end),
      ("standard-pause-start", "12:00"), ("standard-pause-end", "13:00"), ("standard-from", from),
      ("standard-reason", "訓令第1号"),
    ]
  }

  @Test(arguments: Engine.available)
  func theStandardDayIsFixedFromADayAheadForTheOwnEmployerAlone(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let hr = try await office.visit(11, as: .hr)
      let path = "/schedules/rules/standard"
      let long = await hr.post(path, Self.standard("18:00"))
      #expect(long.status == 422)
      #expect(long.text.contains("勤務時間が8時間になります"))
      #expect(await hr.post(path, Self.standard("17:45", employer: 2)).status == 422)
      #expect(await hr.post(path, Self.standard("17:45"), once: "key-00001").status == 303)
      #expect(await hr.post(path, Self.standard("17:45"), once: "key-00001").status == 303)
      #expect(try await office.count("standard_day") == 1)
      let nine = hours(9, span: 525)
      #expect(try await office.allotment(of: 32, on: day("2026-07-01")).kind == .duty(nine))
      #expect(try await office.allotment(of: 32, on: day("2026-06-30")).kind == .duty(.headOffice))
      #expect(try await office.allotment(of: 42, on: day("2026-07-01")).kind == .duty(.headOffice))
      let late = await hr.post(path, Self.standard("17:45", from: "2026-06-01"))
      #expect(late.status == 422, "not the first any more")
      #expect(await hr.get("/schedules/rules").text.contains("訓令第1号"))
      #expect(await (try await office.visit(21)).get("/schedules/rules").status == 403)
    }
  }

  @Test(arguments: Engine.available)
  func theFirstStandardDayMayHaveBegunBeforeAndTheHoursOfAllStaffChange(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let followed = Followed()
      let hr = try await office.visit(11, as: .hr, following: followed.follower)
      let fields = Self.standard("17:45", from: "2026-04-01")
      #expect(await hr.post("/schedules/rules/standard", fields).status == 303)
      #expect(
        try await office.allotment(of: 22, on: day("2026-04-01")).kind == .duty(hours(9, span: 525))
      )
      #expect(followed.taken() == [0])
    }
  }

  @Test(arguments: Engine.available)
  func aHolidayRecordedByMistakeIsTakenBackBeforeItComesAndBothAreShown(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let hr = try await office.visit(11, as: .hr)
      let path = "/schedules/rules/holidays"
      func add(_ date: String, _ name: String) async -> Int {
        let fields = [("holiday-date", date), ("holiday-name", name), ("holiday-law", "令和8年法律第1号")]
        return await hr.post(path, fields).status
      }
      let take = "\(path)/2026-06-05/withdraw"
      let reason = [("withdraw-2026-06-05", "日の誤り")]
      #expect(await hr.post(take, reason).status == 404)
      #expect(await add("2026-06-05", "儀式の日") == 303)
      #expect(await hr.post(take, []).status == 422)
      #expect(try await office.allotment(of: 22, on: day("2026-06-05")).isHoliday)
      #expect(await hr.post(take, reason, once: "key-00001").status == 303)
      #expect(await hr.post(take, reason, once: "key-00001").status == 303)
      #expect(await hr.post(take, reason, once: "key-00002").status == 404, "it does not stand any more")
      #expect(try await office.allotment(of: 22, on: day("2026-06-05")).isDuty)
      let page = await hr.get("/schedules/rules").text
      #expect(page.contains("儀式の日"))
      #expect(page.contains("取り消しました（日の誤り）"))
      #expect(await add("2026-06-05", "式典の日") == 303)
      #expect(await add("2026-06-05", "式典の日") == 422)
      #expect(
        try await office.allotment(of: 22, on: day("2026-06-05")).kind
          == .holiday(.headOffice, name: "式典の日", hasCompensatoryDay: false)
      )
      #expect(try await office.count("holiday_revision") == 2)
      office.go(to: "2026-06-05")
      let late = await (try await office.visit(11)).post(take, reason)
      #expect(late.status == 422)
      #expect(late.text.contains("取消しは前日までです"))
      await #expect(throws: StoreError.self) {
        try await office.database.write { try $0.execute("DELETE FROM holiday_revision") }
      }
    }
  }

  @Test(arguments: Engine.available)
  func aHolidayWithACompensatoryDayIsNotTakenBackBeforeIt(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let hr = try await office.visit(11, as: .hr)
      let path = "/schedules/rules/holidays"
      let holiday = [("holiday-date", "2026-06-05"), ("holiday-name", "儀式の日"), ("holiday-law", "令和8年法律第1号")]
      #expect(await hr.post(path, holiday).status == 303)
      let head = try await office.visit(21)
      let day = [
        ("kind", "compensatory-day"), ("worked", "2026-06-05"), ("freed", "2026-06-12"), ("reason", "当番"),
      ]
      #expect(await head.post("/schedules/people/22/moves", day).status == 303)
      let take = "\(path)/2026-06-05/withdraw"
      let reason = [("withdraw-2026-06-05", "日の誤り")]
      let refused = await hr.post(take, reason)
      #expect(refused.status == 422)
      #expect(refused.text.contains("代休日を指定された職員がいます"))
      #expect(!refused.text.contains("職員 22"))
      let moved = try await office.newest("day_shift")
      #expect(await head.post("/schedules/moves/\(moved)/cancel", [("cancel-\(moved)", "延期")]).status == 303)
      #expect(await hr.post(take, reason).status == 303)
    }
  }

  private static func pattern(
    _ kind: String,
    _ days: ClosedRange<Int>,
    _ end: String,
    pauseEnd: String = "13:00"
  ) -> [(String, String)] {
    let times = days.flatMap { number in
      [
        ("pattern-\(number)-start", "8:30"), ("pattern-\(number)-end", end),
        ("pattern-\(number)-pause-start", "12:00"), ("pattern-\(number)-pause-end", pauseEnd),
      ]
    }
    return [("pattern-employer", "1"), ("pattern-name", "型1"), ("pattern-kind", kind)] + times
  }

  struct Case: Sendable {
    let kind: String
    let days: ClosedRange<Int>
    let end: String
    var pauseEnd = "13:00"
    let fault: String?
  }

  static let cases = [
    Case(kind: "early-late", days: 1...5, end: "17:15", fault: nil),
    Case(kind: "early-late", days: 1...5, end: "17:00", fault: "早出遅出勤務は7時間45分にしてください"),
    Case(kind: "early-late", days: 1...5, end: "16:45", pauseEnd: "12:30", fault: "45分以上にしてください"),
    Case(kind: "early-late", days: 1...4, end: "17:15", fault: "金曜日の時刻を入力してください"),
    Case(kind: "early-late", days: 1...5, end: "22:30", fault: "5:00から22:00までの間"),
    Case(kind: "short-time", days: 1...4, end: "17:15", fault: nil),
    Case(kind: "short-time", days: 1...5, end: "17:15", fault: "1週間は38時間45分より短くしてください"),
    Case(kind: "short-time", days: 1...4, end: "17:16", fault: "短時間勤務は1日7時間45分以下にしてください"),
  ]

  @Test(arguments: cases)
  func aPatternIsOfferedWhereItsHoursKeepTheLaw(_ example: Case) async throws {
    try await SchedulesOffice.with(.sqlite) { office in
      let hr = try await office.visit(11, as: .hr)
      let fields = Self.pattern(example.kind, example.days, example.end, pauseEnd: example.pauseEnd)
      let answer = await hr.post("/schedules/rules/patterns", fields)
      #expect(answer.status == (example.fault == nil ? 303 : 422))
      if let fault = example.fault { #expect(answer.text.contains(fault)) }
      #expect(try await office.count("work_pattern") == (example.fault == nil ? 1 : 0))
    }
  }

  @Test(arguments: Engine.available)
  func aPatternThatHasEndedIsKeptByThoseWhoHaveItAndChosenByNobody(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let hr = try await office.visit(11, as: .hr)
      #expect(
        await hr.post("/schedules/rules/patterns", Self.pattern("early-late", 1...5, "17:15")).status == 303
      )
      let id = try await office.newest("work_pattern")
      let wish = [("pattern", "\(id)"), ("from", "2026-06-04"), ("why", "送迎")]
      #expect(await hr.post("/schedules/people/22/pattern", wish).status == 303)
      #expect(await hr.post("/schedules/rules/patterns/\(id)/end", []).status == 422)
      #expect(await hr.post("/schedules/rules/patterns/\(id)/end", [("end-\(id)", "廃止")]).status == 303)
      #expect(try await office.allotment(of: 22, on: day("2026-06-04")).origin == .pattern("型1"))
      #expect(await hr.post("/schedules/people/23/pattern", wish).status == 422)
    }
  }

  @Test(arguments: Engine.available)
  func aHolidayMadeByLawIsFollowedFromTheDayAfterItWasRecorded(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let hr = try await office.visit(11, as: .hr)
      for date in ["2026-06-03", "2026-06-04"] {
        let fields = [("holiday-date", date), ("holiday-name", "儀式の日"), ("holiday-law", "令和8年法律第1号")]
        #expect(await hr.post("/schedules/rules/holidays", fields).status == 303)
        #expect(await hr.post("/schedules/rules/holidays", fields).status == 422)
      }
      #expect(try await office.allotment(of: 22, on: day("2026-06-03")).kind == .duty(.headOffice))
      #expect(
        try await office.allotment(of: 22, on: day("2026-06-04")).kind
          == .holiday(.headOffice, name: "儀式の日", hasCompensatoryDay: false)
      )
      #expect(await (try await office.visit(22)).get("/schedules").text.contains("割振りは当日のまま"))
    }
  }

  @Test(arguments: Engine.available)
  func flextimeTermsKeepTheBoundsOfTheRule(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let hr = try await office.visit(11, as: .hr)
      func terms(_ start: String, _ end: String) -> [(String, String)] {
        [
          ("terms-employer", "1"), ("terms-unit", "2"), ("terms-from", "2026-06-03"),
          ("terms-core-start", start),
          ("terms-core-end", end), ("terms-pause-start", "12:00"), ("terms-pause-end", "13:00"),
          ("terms-minimum", "4:00"), ("terms-reason", "訓令"),
        ]
      }
      #expect(await hr.post("/schedules/rules/terms", terms("8:00", "10:00")).status == 422)
      #expect(await hr.post("/schedules/rules/terms", terms("10:00", "15:15")).status == 422)
      #expect(await hr.post("/schedules/rules/terms", terms("10:00", "15:00")).status == 303)
      #expect(try await office.count("flextime_terms") == 1)
      #expect(!(await hr.get("/schedules/rules").text.contains("廃止された組織")))
      try await office.database.write {
        try $0.execute("UPDATE unit_period SET valid_to = '2026-06-02' WHERE unit = 2")
      }
      office.go(to: "2026-06-04")
      #expect(await (try await office.visit(11)).get("/schedules/rules").text.contains("廃止された組織"))
    }
  }
}
