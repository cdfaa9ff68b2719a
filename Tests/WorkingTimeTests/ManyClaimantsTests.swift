import CivilTime
import People
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import WorkingTime

@Suite struct ManyClaimantsTests {
  /// More people than one query of either engine can name.
  @Test(arguments: Engine.available)
  func theClaimsOfAWholeMinistryAreRead(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      office.clock.set(instant("2026-05-11", 10))
      let thursday = day("2026-04-02")
      let worked = try WorkedStretches([time(18, 15)..<time(19, 15)])
      try await office.enter(.worked(worked, isSpecial: false, reason: "国会"), on: thursday, by: 1)
      let people = (1...Int64(70_000)).map { RecordID<Employee>($0) } + [RecordID(1)]
      let found = try await office.database.read {
        try OvertimeRecords.declarations(of: people, in: thursday...thursday, on: $0)
      }
      #expect(found.mapValues { $0.map(\.length.count) } == [RecordID(1): [60]])
    }
  }
}
