import Access
import CivilTime
import Schedules
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import OvertimeOrders
@testable import WorkingTime

/// Books, the file for pay, budgets and time off, through HTTP.
@Suite struct MoneyVisits {
  private func evenings(
    _ office: OrdersOffice,
    _ month: String,
    _ days: [Int],
    by person: Int64 = 202
  ) async throws {
    // 18:15–22:45: 3:45 by day and 0:45 by night.
    let evening = try worked(1095..<1365)
    for day in days {
      let date = "\(month)-\(day < 10 ? "0" : "")\(day)"
      try await office.claim(.worked(evening, isSpecial: false, reason: "予算"), on: date, by: person)
    }
  }

  @Test(arguments: Engine.available)
  func aBookTellsTheClassesOfTheDayAndTheRoundedMonth(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await evenings(office, "2026-11", [17, 18])
      try await office.claim(
        .overtime(length: Minutes(60), isSpecial: false, reason: "部下の決裁"),
        on: "2026-11-17",
        by: 201
      )
      let head = try await office.visit(201)
      let unit = await head.get("/overtime/units/2/book/2026-11")
      #expect(unit.status == 200)
      for word in ["125/100 3:45、150/100 0:45", "職員 202号", "支給しない（管理職）", "事後の確認待ち"] {
        #expect(unit.text.contains(word), "\(word)")
      }
      // 7:30 becomes 8 hours, 1:30 becomes 2.
      let own = await (try await office.visit(202)).get("/overtime/people/202/book/2026-11").text
      #expect(own.contains(">8<") && own.contains(">2<"))
      let file = await head.get("/overtime/units/2/book/2026-11/csv").text
      #expect(file.contains("\"職員 202号\",\"2026-11-18\",\"勤務日\""))
      #expect(file.contains("\"270\""))
    }
  }

  @Test(arguments: Engine.available)
  func aLengthOnAnOffDayIsCountedFromTheFirstArrival(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let arrival = DayCorrection.Entry.punch(kind: .arrival, time: time(21), reason: "端末の故障")
      try await office.enter(arrival, on: "2026-11-21")
      try await office.claim(
        .overtime(length: Minutes(120), isSpecial: false, reason: "答弁"),
        on: "2026-11-21"
      )
      let book = await (try await office.visit(202)).get("/overtime/people/202/book/2026-11").text
      #expect(book.contains("135/100 1:00、160/100 1:00、推定"))
    }
  }

  @Test(arguments: Engine.available)
  func theFileForPayHoldsThePeopleOfTheOwnEmployerAlone(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await evenings(office, "2026-10", [1, 2])
      try await evenings(office, "2026-10", [1], by: 402)
      try await evenings(office, "2026-10", [1], by: 201)
      try await office.claim(
        .overtime(length: Minutes(60), isSpecial: false, reason: "整理"),
        on: "2026-10-05",
        by: 204
      )
      let personnel = try await office.visit(102, as: .hr)
      let rows = await personnel.get("/overtime/pay/csv").text.split(separator: "\r\n").dropFirst().map(
        String.init
      )
      #expect(
        rows == [
          "\"202\",\"職員 202号\",\"2026-10\",\"overtime-125\",\"超過勤務手当（125/100）\",\"125\",\"450\",\"8\",\"0\",\"0\",\"0\",\"0\"",
          "\"202\",\"職員 202号\",\"2026-10\",\"overtime-150-night\",\"超過勤務手当（深夜150/100）\",\"150\",\"90\",\"2\",\"0\",\"0\",\"0\",\"0\"",
          "\"204\",\"職員 204号\",\"2026-10\",\"overtime-125\",\"超過勤務手当（125/100）\",\"125\",\"60\",\"1\",\"1\",\"0\",\"0\",\"0\"",
        ]
      )
      #expect(await personnel.get("/overtime/pay/csv", query: "employer=2&month=2026-10").status == 404)
      #expect(await (try await office.visit(201)).get("/overtime/pay/csv").status == 403)
    }
  }

  @Test(arguments: Engine.available)
  func aBudgetIsSeenUpwardCutsNothingAndKeepsItsHistory(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await evenings(office, "2026-10", [1, 2])
      try await evenings(office, "2026-10", [1], by: 502)
      try await evenings(office, "2026-10", [1], by: 201)
      let head = try await office.visit(201)
      let first = [("hours", "20"), ("note", "当初予算")]
      #expect(await head.post("/overtime/budgets/2", first, once: "budget-1").status == 303)
      #expect(await head.post("/overtime/budgets/2", first, once: "budget-1").status == 303, "the same again")
      #expect(
        await head.post("/overtime/budgets/2", [("hours", "10"), ("note", "補正")], once: "budget-2").status
          == 303
      )
      #expect(try await office.count("overtime_budget") == 2)
      let page = await head.get("/overtime/budgets/2").text
      // 13:30 claimed by 202 and 502; the manager's is none; paid 8 + 2 and 4 + 1 hours.
      for word in ["申告が予算を3時間30分超えています", "13:30", ">15<", "当初予算", "補正"] {
        #expect(page.contains(word), "\(word)")
      }
      let above = await (try await office.visit(101)).get("/overtime/budgets").text
      #expect(above.contains("大臣官房／秘書課") && above.contains("3:30"))
      #expect(try await office.total(of: 202) == .zero)
      for stranger in [301, 401] as [Int64] {
        let visit = try await office.visit(stranger)
        #expect(await visit.get("/overtime/budgets/2").status == 404)
        #expect(await visit.post("/overtime/budgets/2", first).status == 404)
        #expect(!(await visit.get("/overtime/budgets").text.contains("秘書課")))
      }
    }
  }

  @Test(arguments: Engine.available)
  func timeOffIsDesignatedInItsWindowAndNeverTwiceForTheSameMinutes(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      // 17 evenings of 4:30 are 76:30; the 16:30 beyond 60 hours give 4 hours and 7 minutes.
      try await evenings(office, "2026-10", [1, 2, 5, 6, 7, 8, 9, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26])
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      let path = "/overtime/people/202/time-off/2026-10"
      #expect(await owner.get(path).text.contains("4時間7分"))
      let fields = [("date", "2026/12/1"), ("unit", "four-hours")]
      let designation = "\(path)/designation"
      for (date, words) in [("2027/1/4", "12.31"), ("2026/11/29", "勤務日を選んで"), ("2026/11/23", "勤務日を選んで")] {
        let refused = await head.post(designation, [("date", date), ("unit", "four-hours")])
        #expect(refused.status == 422, "\(date)")
        #expect(refused.text.contains(words), "\(date)")
      }
      #expect(
        await head.post(designation, [("date", "2026/12/1"), ("unit", "full-day")]).text.contains("足りません")
      )
      #expect(await head.post(designation, fields, once: "time-off-1").status == 303)
      #expect(await head.post(designation, fields, once: "time-off-1").status == 303, "the same again")
      #expect(await head.post(designation, [("date", "2026/12/2"), ("unit", "four-hours")]).status == 422)
      let filled = [("date", "2026/12/2"), ("unit", "four-hours"), ("leave", "3:53")]
      #expect(await head.post(designation, filled, once: "time-off-2").status == 303)
      #expect(try await office.count("time_off_step") == 2)
      #expect(await owner.post("/overtime/time-off/2026-10/decline").status == 409)
      #expect(await owner.post(designation, fields).status == 403)
      #expect(await (try await office.visit(301)).get(path).status == 404)
    }
  }

  @Test(arguments: Engine.available)
  func theFileForPayTellsWhatWasChangedForTimeOff(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await evenings(office, "2026-10", [1, 2, 5, 6, 7, 8, 9, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26])
      let (personnel, head) = (try await office.visit(102, as: .hr), try await office.visit(201))
      #expect(!(await personnel.get("/overtime/pay/csv").text.contains("time-off")))
      let path = "/overtime/people/202/time-off/2026-10/designation"
      let four = [("date", "2026/12/1"), ("unit", "four-hours")]
      #expect(await head.post(path, four, once: "time-off-1").status == 303)
      let row = { (minutes: Int) in
        "\"202\",\"職員 202号\",\"2026-10\",\"time-off-25\",\"超勤代休時間（割増し25/100を支給しない）\",\"0\",\"0\",\"0\",\"0\","
          + "\"\(minutes)\",\"25\",\"16\""
      }
      let first = await personnel.get("/overtime/pay/csv").text
      #expect(first.contains(row(960)))
      // 16:30 beyond 60 hours, by the classes that are paid.
      #expect(first.contains("\"over-60h-150\"") && first.contains("\"over-60h-175-night\""))
      let filled = [("date", "2026/12/2"), ("unit", "four-hours"), ("leave", "3:53")]
      #expect(await head.post(path, filled, once: "time-off-2").status == 303)
      #expect(await personnel.get("/overtime/pay/csv").text.contains(row(988)), "half a minute is left")
      #expect(!(await personnel.get("/overtime/pay/csv", query: "month=2026-09").text.contains("time-off")))
    }
  }

  @Test(arguments: Engine.available)
  func whoDeclinedIsNotGivenTimeOff(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await evenings(office, "2026-10", [1, 2, 5, 6, 7, 8, 9, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26])
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      #expect(await owner.post("/overtime/time-off/2026-09/decline").status == 409, "nothing to decline")
      #expect(await owner.post("/overtime/time-off/2026-11/decline").status == 409, "the month is running")
      #expect(await owner.post("/overtime/time-off/2026-10/decline", once: "decline-1").status == 303)
      let path = "/overtime/people/202/time-off/2026-10/designation"
      let refused = await head.post(path, [("date", "2026/12/1"), ("unit", "four-hours")])
      #expect(refused.status == 422)
      #expect(refused.text.contains("希望しない"))
      let file = await (try await office.visit(102, as: .hr)).get("/overtime/pay/csv").text
      #expect(file.contains("over-60h-150") && !file.contains("time-off"))
    }
  }
}
