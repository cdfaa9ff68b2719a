import CivilTime
import People
import Store
import TestOffice
import TestSupport
import Testing

@testable import Access
@testable import FollowUps
@testable import Plan

@Suite("The secretariat's desk")
struct DeskTests {
  @Test(arguments: Engine.available)
  func showsWhatIsOverdueAndReminds(_ engine: Engine) async throws {
    try await ReportWorld.with(engine) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let overdue = try await world.count(
        "state = 'open' AND fiscal_year = 2026 AND due_on < '2026-12-01'"
      )
      #expect(overdue > 0)
      let page = await visit.get("/plan/desk")
      #expect(page.status == 200)
      #expect(page.text.contains("期限を過ぎたものは\(overdue)件です"))
      let measure: String = try #require(
        try await world.database.read { connection in
          try connection.value(
            """
            SELECT measure FROM duty WHERE state = 'open' AND due_on < '2026-12-01' ORDER BY measure LIMIT 1
            """
          )
        }
      )
      let late = try await world.count("measure = \(measure) AND state = 'open' AND due_on < '2026-12-01'")
      #expect(late > 0 && page.text.contains(">\(measure)</a>"))
      for _ in 1...2 {
        let answer = await visit.post("/plan/desk/remind", [("measure", measure)], once: "remind-once")
        #expect(answer.status == 303)
      }
      let steps: Int? = try await world.database.read { connection in
        try connection.value("SELECT COUNT(*) FROM duty_step WHERE act = 'reminded'")
      }
      #expect(steps == late)
    }
  }

  @Test(arguments: Engine.available)
  func listsUnitsInTheOrderOfTheChart(_ engine: Engine) async throws {
    try await ReportWorld.with(engine) { world in
      let reading = ReportReading(assembly: FollowUpAssembly(definitions: []))
      let sheet = try await world.database.read { connection in
        try DeskReading(reading: reading, units: .init())
          .sheet(of: PlannedOffice.year, today: PlannedOffice.today, on: connection)
      }
      let expected = try await world.database.read { connection in
        try connection.rows(
          """
          SELECT DISTINCT owner_unit FROM duty
          WHERE owner_unit IS NOT NULL AND state = 'open' AND fiscal_year = 2026 ORDER BY owner_unit
          """
        ).map { try $0.value(0, as: Int64.self) }
      }
      #expect(sheet.units.map(\.unit.number) == expected)
      let open = try await world.count("state = 'open' AND fiscal_year = 2026")
      #expect(sheet.measures.values.reduce(0) { $0 + $1.open } == open)
      #expect(sheet.people.count == sheet.latePeople)
    }
  }

  @Test func givesTheListAsAFile() async throws {
    try await ReportWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let file = await visit.get("/plan/desk/outstanding.csv")
      #expect(file.status == 200 && file.body.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(file.text.contains("秘書課"))
      let lines = file.text.split(separator: "\r\n").count - 1
      #expect(lines > 10)
    }
  }

  @Test func readsAPlanWithoutDuties() async throws {
    try await ReportWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let page = await visit.get("/plan/desk", query: "year=2024")
      #expect(page.status == 200 && page.text.contains("期限を過ぎたものは0件です"))
    }
  }
}
