import Access
import CivilTime
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import OvertimeOrders
@testable import WorkingTime

/// What comes late, comes twice, or would free what has been worked.
@Suite struct LateVisits {
  private func overtime(_ length: Int, _ reason: String) -> DayCorrection.Entry {
    .overtime(length: Minutes(length), isSpecial: false, reason: reason)
  }

  @Test(arguments: Engine.available)
  func anOldDayThatWaitsForItsOwnerStaysInSight(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(overtime(90, "六月の答弁"), on: "2026-06-03")
      try await office.claim(overtime(60, "七月の答弁"), on: "2026-07-01")
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      #expect(!(await owner.get("/overtime").text.contains("2026-06-03")))
      let path = "/overtime/people/202/days/2026-06-03"
      let shown = await head.get(path)
      let asked = [
        ("declaration", shown.hidden("declaration")), ("seen", shown.hidden("seen")), ("step", "asked"),
        ("words", "何の業務ですか"),
      ]
      #expect(await head.post("\(path)/confirmation", asked, once: "ask-once-1").status == 303)
      let page = await owner.get("/overtime").text
      #expect(page.contains("2026-06-03"), "it waits for an answer")
      #expect(!page.contains("2026-07-01"))
    }
  }

  @Test(arguments: Engine.available)
  func aChangeToAClaimThatCountsNoMoreWaitsForNobody(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(overtime(180, "答弁"), on: "2026-11-18")
      let (owner, keeper) = (try await office.visit(202), try await office.visit(204, as: .timeKeeper))
      let path = "/overtime/people/202/days/2026-11-18/changes"
      let fields = [
        ("seen", await keeper.get(path).hidden("seen")), ("length", "2:30"), ("reason", "休憩を除く"),
      ]
      #expect(await keeper.post(path, fields, once: "propose1").status == 303)
      #expect(await owner.get("/overtime").text.contains("修正の申出に回答してください"))
      try await office.claim(overtime(150, "答弁"), on: "2026-11-18")
      #expect(!(await owner.get("/overtime").text.contains("修正の申出に回答してください")))
    }
  }

  @Test(arguments: Engine.available)
  func aClaimMadeAnewIsConfirmedAnewAndOnlyOnce(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let head = try await office.visit(201)
      let path = "/overtime/people/202/days/2026-11-18"
      for (count, length) in [(1, 60), (2, 90), (3, 75)] {
        try await office.claim(overtime(length, "答弁"), on: "2026-11-18")
        let shown = await head.get(path)
        let fields = [
          ("declaration", shown.hidden("declaration")), ("seen", shown.hidden("seen")), ("step", "confirmed"),
        ]
        #expect(await head.post("\(path)/confirmation", fields, once: "confirm\(count)").status == 303)
        let seenAfter = [fields[0], ("seen", "1"), fields[2]]
        #expect(await head.post("\(path)/confirmation", seenAfter, once: "again-\(count)").status == 409)
        #expect(try await office.count("claim_confirmation") == count)
      }
    }
  }

  /// Days of September's time off, asked for on 20 November.
  @Test(arguments: Engine.available, [("2026/11/19", false), ("2026/11/20", false), ("2026/11/24", true)])
  func whatWasWorkedIsNotFreed(_ engine: Engine, _ one: (date: String, isAhead: Bool)) async throws {
    try await OrdersOffice.with(engine) { office in
      let evening = try worked(1095..<1365)
      for day in [1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 24, 25, 28] {
        let date = "2026-09-\(day < 10 ? "0" : "")\(day)"
        try await office.claim(.worked(evening, isSpecial: false, reason: "予算"), on: date)
      }
      let head = try await office.visit(201)
      let answer = await head.post(
        "/overtime/people/202/time-off/2026-09/designation",
        [("date", one.date), ("unit", "four-hours")],
        once: "time-off-1"
      )
      #expect(answer.status == (one.isAhead ? 303 : 422))
      #expect(one.isAhead || answer.text.contains("明日以後の勤務日"))
      #expect(try await office.count("time_off_step") == (one.isAhead ? 1 : 0))
    }
  }

  @Test(arguments: Engine.available)
  func aDayIsFreedOnceWhicheverMonthItIsFor(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let evening = try worked(1095..<1365)
      for month in ["09", "10"] {
        for day in [1, 2, 5, 6, 7, 8, 9, 13, 14, 15, 16, 19, 20, 26, 27, 28, 29, 30] {
          let date = "2026-\(month)-\(day < 10 ? "0" : "")\(day)"
          try await office.claim(.worked(evening, isSpecial: false, reason: "予算"), on: date)
        }
      }
      let head = try await office.visit(201)
      let fields = [("date", "2026/11/24"), ("unit", "four-hours")]
      for (month, status) in [("10", 303), ("09", 422), ("10", 422)] {
        let path = "/overtime/people/202/time-off/2026-\(month)/designation"
        let answer = await head.post(path, fields, once: "off-\(month)-\(status)")
        #expect(answer.status == status, "\(month)")
        #expect(status == 303 || answer.text.contains("この日はすでに指定しています"))
      }
      #expect(try await office.count("time_off_step") == 1)
    }
  }
}
