import Access
import CivilTime
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import Schedules

@Suite struct MoveRouteTests {
  private static let swap = [
    ("kind", "whole-day"), ("worked", "2026-06-13"), ("freed", "2026-06-15"), ("reason", "防災訓練"),
  ]

  @Test(arguments: Engine.available)
  func theHeadMovesADayAndTakesItBackBeforeItComes(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let head = try await office.visit(21)
      let page = await head.get("/schedules/people/22/moves", query: "kind=whole-day&worked=2026-06-13")
      #expect(page.text.contains("令和8年5月17日（日）から令和8年8月7日（金）まで"))
      #expect(page.text.contains("value=\"2026-06-15\""))
      #expect(!page.text.contains("value=\"2026-06-14\""))
      #expect(await head.post("/schedules/people/22/moves", Self.swap, once: "key-00001").status == 303)
      #expect(await head.post("/schedules/people/22/moves", Self.swap, once: "key-00001").status == 303)
      #expect(try await office.count("day_shift") == 1)
      #expect(try await office.allotment(of: 22, on: day("2026-06-13")).kind == .duty(.headOffice))
      #expect(
        try await office.allotment(of: 22, on: day("2026-06-15")).kind == .swappedOff(to: day("2026-06-13"))
      )
      #expect(try await office.allotment(of: 23, on: day("2026-06-13")).kind == .weekend)
      let id = try await office.newest("day_shift")
      let path = "/schedules/moves/\(id)/cancel"
      #expect(await head.post(path, []).status == 422)
      #expect(await head.post(path, [("cancel-\(id)", "延期")]).status == 303)
      #expect(try await office.allotment(of: 22, on: day("2026-06-13")).kind == .weekend)
      #expect(await head.post(path, [("cancel-\(id)", "延期")]).status == 409)
      #expect(await (try await office.visit(22)).get("/schedules").text.contains("取り消しました（延期）"))
    }
  }

  @Test(arguments: Engine.available)
  func onTheDayItselfNothingIsTakenBackAndLateWorkIsOvertime(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let head = try await office.visit(21)
      #expect(await head.post("/schedules/people/22/moves", Self.swap).status == 303)
      let id = try await office.newest("day_shift")
      office.go(to: "2026-06-13")
      let again = try await office.visit(21)
      let late = await again.post("/schedules/moves/\(id)/cancel", [("cancel-\(id)", "延期")])
      #expect(late.status == 422)
      #expect(late.text.contains("早いほうの前日まで"))
      let person = try await office.visit(23)
      let page = await person.get("/schedules/moves", query: "kind=whole-day&worked=2026-06-13")
      #expect(page.text.contains("すべて超過勤務になります"))
      #expect(page.text.contains("/working-time/days/2026-06-13"))
      let duty = await person.get("/schedules/moves", query: "kind=whole-day&worked=2026-06-12")
      #expect(duty.text.contains("選べる日がありません"))
      #expect(!duty.text.contains("超過勤務になります"))
      let refused = await again.post("/schedules/people/23/moves", Self.swap)
      #expect(refused.status == 422)
      #expect(try await office.count("day_shift") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func aRequestIsJudgedAgainWhenItIsGranted(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let person = try await office.visit(22)
      #expect(await person.post("/schedules/moves", Self.swap).status == 303)
      let path = "/schedules/move-requests/\(try await office.newest("day_shift_request"))"
      office.go(to: "2026-06-13")
      let head = try await office.visit(21)
      let late = await head.post(path, [("outcome", "granted")])
      #expect(late.status == 422)
      #expect(late.text.contains("週休日の勤務はすべて超過勤務です"))
      #expect(try await office.count("day_shift_decision") == 0)
      #expect(try await office.count("schedule_waiting") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func fourHoursAndACompensatoryDayAreAskedForAndGranted(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let person = try await office.visit(22)
      let head = try await office.visit(21)
      let four = [
        ("kind", "four-hours"), ("worked", "2026-06-13"), ("freed", "2026-06-15"), ("part", "start"),
        ("from", "13:00"), ("reason", "説明会"),
      ]
      #expect(await person.post("/schedules/moves", four).status == 303)
      let first = "/schedules/move-requests/\(try await office.newest("day_shift_request"))"
      #expect(await head.post(first, [("outcome", "granted")]).status == 303)
      #expect(
        try await office.allotment(of: 22, on: day("2026-06-13")).kind
          == .duty(hours(13, span: 240, pause: 0))
      )
      #expect(
        try await office.allotment(of: 22, on: day("2026-06-15")).kind
          == .duty(hours(14, 30, span: 225, pause: 0))
      )
      let holiday = [
        ("kind", "compensatory-day"), ("worked", "2026-07-20"), ("freed", "2026-07-27"), ("reason", "当番"),
      ]
      #expect(await person.post("/schedules/moves", holiday).status == 303)
      let second = "/schedules/move-requests/\(try await office.newest("day_shift_request"))"
      #expect(await head.post(second, [("outcome", "granted")]).status == 303)
      #expect(
        try await office.allotment(of: 22, on: day("2026-07-27")).kind
          == .compensatory(.headOffice, for: day("2026-07-20"))
      )
    }
  }

  @Test(arguments: Engine.available)
  func nobodyOutsideMovesAnybodysDay(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      for visit in [try await office.visit(31), try await office.visit(41)] {
        #expect(await visit.post("/schedules/people/22/moves", Self.swap).status == 404)
        #expect(await visit.get("/schedules/people/22/moves").status == 404)
        #expect(await visit.get("/schedules/units/2").status == 404)
      }
      #expect(await (try await office.visit(21)).post("/schedules/people/21/moves", Self.swap).status == 409)
      #expect(await (try await office.visit(22)).post("/schedules/people/23/moves", Self.swap).status == 403)
    }
  }
}
