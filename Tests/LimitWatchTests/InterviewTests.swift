import Access
import CivilTime
import Foundation
import People
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import LimitWatch

@Suite("Doctor's interviews")
struct InterviewTests {
  private static let path = "/limits/interviews/202/2026-05"

  private func step(
    _ step: String,
    _ date: String = "2026-06-05",
    exemption: String = ""
  ) -> [(String, String)] {
    [("step", step), ("day", date), ("exemption", exemption)]
  }

  @Test(arguments: Engine.available)
  func mandatoryOnesAreRecordedAndShownToTheHeadWithoutContent(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-05-12", hours: 100)
      let hr = try await office.visit(102, as: .hr)
      #expect(await hr.get("/limits/interviews").text.contains("面接指導を待つ職員が1人います"))
      let head = try await office.visit(201)
      #expect(await head.get("/limits/units/2").text.contains("実施が必要"))
      let keeper = try await office.visit(206, as: .timeKeeper, keeps: 2)
      #expect(await !keeper.get("/limits/units/2").text.contains("面接指導"))

      #expect(await hr.post(Self.path, step("measured")).status == 409, "there was no interview yet")
      #expect(await hr.post(Self.path, step("held", "2026-06-11")).status == 422, "a day to come")
      #expect(await hr.post(Self.path, step("requested")).status == 422, "a request is the person's own")
      #expect(await hr.post(Self.path, step("exempt")).status == 422, "an exemption has a reason")
      #expect(await hr.post(Self.path, step("held"), once: "interview-1").status == 303)
      #expect(await hr.post(Self.path, step("held"), once: "interview-1").status == 303)
      #expect(try await office.number("SELECT COUNT(*) FROM interview_step") == 1)
      #expect(await hr.post(Self.path, step("exempt", exemption: "recent")).status == 409)
      #expect(await hr.post(Self.path, step("measured")).status == 303)
      let board = await head.get("/limits/units/2").text
      #expect(board.contains("実施済み") && !board.contains("措置"))
      #expect(await hr.get("/limits/interviews/csv", "month=2026-05").text.contains("実施済み"))
      let own = await (try office.visit(202)).get("/limits/own-interviews").text
      #expect(own.contains("実施した") && own.contains("事後の措置をとった"))

      let id = try await office.number("SELECT id FROM interview_step WHERE step = 'held'")
      #expect(await hr.post(Self.path, [("take-back", "\(id)")]).status == 303)
      #expect(await hr.post(Self.path, [("take-back", "\(id)")]).status == 404)
      #expect(await head.get("/limits/units/2").text.contains("実施が必要"))
    }
  }

  @Test(arguments: Engine.available)
  func onRequestStayBetweenThePersonAndThePersonnelAuthority(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-05-12", hours: 81)
      try await office.work(203, "2026-05-12", hours: 80)
      let person = try await office.visit(202)
      let ask = [("month", "2026-05")]
      #expect(await person.get("/limits/own-interviews").text.contains("申し出れば"))
      #expect(await person.post("/limits/own-interviews", ask, once: "request-1").status == 303)
      #expect(await person.post("/limits/own-interviews", ask, once: "request-1").status == 303)
      #expect(await person.post("/limits/own-interviews", ask).status == 409)
      #expect(await (try office.visit(203)).post("/limits/own-interviews", ask).status == 409)
      #expect(try await office.number("SELECT COUNT(*) FROM interview_step") == 1)
      let hr = try await office.visit(102, as: .hr)
      #expect(await hr.get("/limits/interviews").text.contains("面接指導を待つ職員が1人います"))
      #expect(await !(try office.visit(201)).get("/limits/units/2").text.contains("面接指導"))

      let id = try await office.number("SELECT id FROM interview_step")
      #expect(
        await hr.post(Self.path, [("take-back", "\(id)")]).status == 404,
        "only the person takes it back"
      )
      #expect(await person.post("/limits/own-interviews", ask + [("take-back", "\(id)")]).status == 303)
      #expect(await hr.get("/limits/interviews").text.contains("申し出れば対象になる職員が1人います"))
    }
  }

  @Test(arguments: Engine.available)
  func nobodyRecordsTheirOwnAndNoOtherEmployerKnows(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-05-12", hours: 100)
      let own = try await office.visit(202, as: .hr)
      #expect(await own.post(Self.path, step("held")).status == 409)
      let other = try await office.visit(402, as: .hr, employer: 2)
      #expect(await other.get("/limits/interviews").text.contains("待つ職員はいません"))
      #expect(await other.get(Self.path).status == 404)
      #expect(await other.post(Self.path, step("held")).status == 404)
      #expect(await (try office.visit(201)).get("/limits/interviews").status == 403)
      #expect(try await office.number("SELECT COUNT(*) FROM interview_step") == 0)
      #expect(await own.get("/limits/interviews/203/2026-05").text.contains("対象ではありません"))
    }
  }

  @Test(arguments: Engine.available)
  func belowTheThresholdsAreRecordedWhenTheyWereHeld(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(203, "2026-05-12", hours: 20)
      let hr = try await office.visit(102, as: .hr)
      // 204 has worked no overtime at all.
      for person in [203, 204] {
        let path = "/limits/interviews/\(person)/2026-05"
        #expect(await hr.get(path).text.contains("健康への配慮から行った面接指導を記録できます"))
        #expect(await hr.post(path, step("exempt", exemption: "recent")).status == 409)
        #expect(await hr.post(path, step("held")).status == 303)
        #expect(await hr.get(path).text.contains("実施済み"))
        #expect(await hr.post(path, step("measured")).status == 303)
      }
      #expect(await hr.post("/limits/interviews/203/2026-07", step("held")).status == 409, "a month to come")
      let list = await hr.get("/limits/interviews", "month=2026-05").text
      #expect(list.contains("203号") && list.contains("204号"))
      #expect(await !(try office.visit(201)).get("/limits/units/2").text.contains("面接指導"))
    }
  }

  @Test(arguments: Engine.available)
  func ofThoseWhoHaveLeftAreNoMatterOfTheHead(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      for person in [202, 203] as [Int64] { try await office.work(person, "2026-05-12", hours: 100) }
      try await office.leave(202, after: "2026-06-05")
      let page = await (try office.visit(201)).get("/limits/units/2", "month=2026-05").text
      let doctor = try #require(page.range(of: "医師の面接指導"))
      let section = page[doctor.lowerBound...]
      #expect(page.contains("202号"), "a member of the month")
      #expect(section.contains("203号") && !section.contains("202号"))
    }
  }

  @Test(arguments: Engine.available)
  func leaveNoNameInTheJournal(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-05-12", hours: 81)
      try await office.work(203, "2026-05-12", hours: 100)
      let person = try await office.visit(202)
      #expect(await person.post("/limits/own-interviews", [("month", "2026-05")]).status == 303)
      let id = try await office.number("SELECT id FROM interview_step")
      let takeBack = [("month", "2026-05"), ("take-back", "\(id)")]
      #expect(await person.post("/limits/own-interviews", takeBack).status == 303)
      let wish = [("kind", "maternity"), ("from", "2026-06-10"), ("to", "2027-03-31")]
      #expect(await person.post("/limits/own-protections", wish).status == 303)
      let hr = try await office.visit(102, as: .hr)
      let exempt = step("exempt", exemption: "examined")
      #expect(await hr.post("/limits/interviews/203/2026-05", exempt).status == 303)
      let request = try await office.number("SELECT id FROM protection_request")
      let confirm = [("act", "confirm"), ("seen", "0")]
      #expect(await hr.post("/limits/protections/\(request)", confirm).status == 303)
      let entries = try await office.database.read { connection in
        try connection.rows("SELECT kind, employee, payload FROM journal_entry ORDER BY id") { row in
          (
            try row.value(0, as: String.self), try row.optional(1, as: Int64.self),
            try row.value(2, as: String.self)
          )
        }
      }
      #expect(entries.map(\.0).filter { $0 == "limit-watch.own-request" }.count == 3)
      #expect(entries.count == 5)
      for (kind, employee, payload) in entries {
        #expect(employee == nil, "\(kind)")
        #expect(
          !payload.contains("exempt") && !payload.contains("month") && payload.contains("record"),
          "\(payload)"
        )
      }
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Hours of the months before May and of May.
    let hours: [Int]
    let state: InterviewCase.State?
  }

  static let due = InterviewCase.State.due(by: day("2026-06-30"))
  static let cases = [
    Case(testDescription: "G01", hours: [100], state: due),
    Case(testDescription: "G02 below 100 hours", hours: [60, 99], state: .mayRequest),
    Case(testDescription: "G03", hours: [85, 80], state: due),
    Case(testDescription: "G04", hours: [80, 80], state: nil),
    Case(testDescription: "G05", hours: [40, 81], state: .mayRequest),
    Case(testDescription: "an average of six months", hours: [99, 80, 80, 80, 80, 70], state: due),
    Case(testDescription: "a seventh month does not count", hours: [99, 60, 60, 60, 60, 60, 60], state: nil),
  ]

  @Test(arguments: cases)
  func areDueAsTheRuleSays(_ one: Case) async throws {
    try await LimitOffice.with(.sqlite) { office in
      for (number, hours) in one.hours.reversed().enumerated() {
        let date = month("2026-05").adding(months: -number).firstDay.iso
        try await office.work(202, date, hours: hours)
      }
      let found = try await office.database.read { connection in
        try InterviewQuery.cases(in: month("2026-05"), of: [RecordID(202)], on: connection)
      }
      #expect(found[RecordID(202)]?.state == one.state)
    }
  }

  @Test func anInterviewWithinAMonthBeforeTheCountMayExempt() {
    let days = InterviewCase.recentDays(of: month("2026-05"))
    #expect(days == day("2026-05-01")...day("2026-05-31"))
    #expect(days.contains(day("2026-05-31").adding(days: -20)), "G06")
  }
}
