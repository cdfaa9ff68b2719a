import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing
import WorkingTime

@testable import Access
@testable import Plan

/// Duties and reports of the office, written straight into the tables.
enum DutyDesk {
  /// One duty of a unit.
  struct UnitDuty {
    let measure: String
    let unit: Int64
    let bureau: Int64
    let state: String
    var occasion = "2026"
    var entry: Int64 = 0
  }

  static func tally(
    _ measure: String,
    employer: Int64 = 1,
    bureau: Int64,
    owed: Int,
    fulfilled: Int,
    excused: Int = 0,
    overdue: Int = 0,
    people: Int = 0,
    settled: String? = nil,
    year: Int = 2026,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO duty_tally (fiscal_year, plan_code, measure, employer, bureau, owed, fulfilled, excused, overdue,
      people, last_settled_on, next_due_on) VALUES (\(year), 'soumu', \(measure), \(employer), \(bureau), \(owed),
      \(fulfilled), \(excused), \(overdue), \(people), \(settled), \("2026-09-30"))
      """
    )
  }

  static func reports(
    _ measure: String,
    employer: Int64 = 1,
    bureau: Int64 = 0,
    cases: Int,
    quantity: Int? = nil,
    of whole: Int? = nil,
    last: String,
    year: Int = 2026,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO evidence_tally (fiscal_year, plan_code, measure, employer, bureau, cases, quantity, quantity_of,
      last_held_on) VALUES (\(year), 'soumu', \(measure), \(employer), \(bureau), \(cases), \(quantity), \(whole),
      \(last))
      """
    )
  }

  static func insert(_ duty: UnitDuty, id: Int64, on connection: any SQLConnection) throws {
    let isOpen = duty.state == "open"
    let settled: String? = isOpen ? nil : "2026-05-01"
    let entry: Int64? = duty.state == "fulfilled" ? duty.entry : nil
    try connection.execute(
      """
      INSERT INTO duty (id, plan_code, measure, rule, occasion, subject_key, fiscal_year, employer, bureau,
      owner_kind, owner_unit, owned_by_hand, about_unit, starts_on, opened_on, due_on, evidence_kind, bulk_safe,
      state, settled_on, fulfilled_by, revision)
      VALUES (\(id), 'soumu', \(duty.measure), 'a', \(duty.occasion), \("u\(duty.unit)"), 2026, 1, \(duty.bureau),
      'head', \(duty.unit), \(false), \(duty.unit), '2026-04-01', '2026-04-01', \("2027-03-31"), 'hand.report',
      \(false), \(duty.state), \(settled), \(entry), 0)
      """
    )
  }

  static func report(
    _ measure: String,
    unit: Int64,
    kind: String,
    entry: Int64,
    quantity: Int? = nil,
    of whole: Int? = nil,
    held: String = "2026-05-01",
    corrects: Int64? = nil,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO evidence (id, plan_code, measure, kind, employer, unit, bureau, fiscal_year, held_on, quantity,
      quantity_of, text, corrects, entry, recorded_at, recorded_by)
      VALUES (\(entry), 'soumu', \(measure), \(kind), 1, \(unit), \(unit), 2026, \(held), \(quantity), \(whole),
      '報告', \(corrects), \(entry), 0, 1)
      """
    )
  }
}

@Suite("Reading how measures stand")
struct MeasureReadingTests {
  private func states(
    _ database: any SQLDatabase,
    today: CivilDate = PlanOffice.today
  ) async throws -> [MeasureID: MeasureState] {
    try await database.read { connection in
      guard let version = try CurrentPlan().version(on: connection) else { return [:] }
      let reading = MeasureReading(definitions: WorkingTimeIndicators.all.map(\.definition))
      return try reading.states(of: version, in: PlanOffice.year, today: today, on: connection)
    }
  }

  private func id(_ text: String) throws -> MeasureID { try #require(MeasureID(text)) }

  @Test(arguments: Engine.available)
  func addsUpEmployersAndBureausOfTheYear(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      try await database.write { connection in
        try DutyDesk.tally(
          "II-1-1-1",
          bureau: 1,
          owed: 4,
          fulfilled: 3,
          people: 5,
          settled: "2026-05-20",
          on: connection
        )
        try DutyDesk.tally(
          "II-1-1-1",
          bureau: 3,
          owed: 3,
          fulfilled: 1,
          excused: 1,
          people: 3,
          on: connection
        )
        try DutyDesk.tally(
          "II-1-1-1",
          employer: 2,
          bureau: 0,
          owed: 2,
          fulfilled: 0,
          overdue: 1,
          people: 2,
          on: connection
        )
        try DutyDesk.tally("II-1-1-1", bureau: 1, owed: 99, fulfilled: 99, year: 2025, on: connection)
        try DutyDesk.reports("II-1-1-1", cases: 4, quantity: 5, of: 6, last: "2026-05-25", on: connection)
        try DutyDesk.reports("II-1-1-1", employer: 2, cases: 1, last: "2026-04-25", on: connection)
      }
      let state = try #require(try await states(database)[id("II-1-1-1")])
      let coverage = try #require(state.coverage)
      #expect(coverage.owed == 9)
      #expect(coverage.ratio == Ratio(4, of: 8))
      #expect(coverage.overdue == 1)
      #expect(coverage.people == 10)
      #expect(state.status == .late)
      #expect(
        state.evidence
          == MeasureEvidence(cases: 5, quantity: 5, quantityOf: 6, lastHeldOn: PlanOffice.day("2026-05-25"))
      )
      #expect(!state.isStale)
    }
  }

  @Test(arguments: Engine.available)
  func givesAnAliasTheStateOfItsOriginal(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      try await database.write { connection in
        try DutyDesk.reports("II-2-2-6", cases: 2, last: "2026-05-25", on: connection)
      }
      let states = try await states(database)
      #expect(states.count == 105)
      #expect(states[try id("II-2-3-6")] == states[try id("II-2-2-6")])
      #expect(states[try id("II-2-3-6")]?.status == .done)
      #expect(states[try id("II-2-3-4")]?.status == .notStarted)
      #expect(states[try id("III-2-1-b")]?.status == .computed)
    }
  }

  @Test(arguments: Engine.available)
  func keepsWhatIsInPlaceFromEarlierYears(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      try await database.write { connection in
        try DutyDesk.reports("II-1-3i-3", cases: 1, last: "2024-12-01", year: 2024, on: connection)
        try DutyDesk.reports("II-1-3i-6", cases: 1, last: "2024-05-01", year: 2024, on: connection)
      }
      let states = try await states(database)
      #expect(states[try id("II-1-3i-3")]?.status == .onTrack)
      #expect(states[try id("II-1-3i-6")]?.status == .late)
    }
  }

  @Test(arguments: Engine.available)
  func takesTheLatestDecision(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      let clock = SettableClock()
      let ids = RecordIDSource(clock: clock, node: 5)
      let deciding = MeasureStatusDeciding(database: database, ids: ids)
      let actor = Actor(account: RecordID(7), employee: nil, name: "秘書", unit: nil, roles: [.secretariat])
      let measure = try id("II-1-1-1")
      func decide(_ status: DecidedStatus, _ once: String) async throws {
        try await deciding.decide(
          status,
          reason: "災害対応のためです。",
          of: measure,
          in: PlanOffice.year,
          plan: "soumu",
          by: actor,
          at: clock.now(),
          once: once
        )
      }
      try await database.write { connection in
        try AccountRecords.insert(
          id: RecordID(7),
          login: "secretary",
          name: "秘書",
          employee: nil,
          at: clock.now(),
          on: connection
        )
      }
      try await decide(.stopped, "mark-0001")
      try await decide(.stopped, "mark-0001")
      await #expect(throws: OnceAct.Refusal.keyUsedOtherwise) { try await decide(.resumed, "mark-0001") }
      let stopped = try #require(try await states(database)[measure])
      #expect(stopped.status == .stopped)
      #expect(stopped.decision?.reason == "災害対応のためです。")
      try await decide(.resumed, "mark-0002")
      #expect(try await states(database)[measure]?.decision == nil)
      let payloads = try await database.read { connection in
        try connection.rows("SELECT payload FROM journal_entry WHERE kind = 'plan.measure-decided'").map {
          row in
          try row.value(0, as: String.self)
        }
      }
      #expect(payloads.count == 2)
      #expect(payloads.allSatisfy { !$0.contains("災害") })
    }
  }

  @Test(arguments: Engine.available)
  func countsDutiesAndReportsForTargets(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      try await database.write { connection in
        try DutyDesk.tally(
          "II-1-3ii-2",
          bureau: 1,
          owed: 12,
          fulfilled: 6,
          excused: 2,
          people: 12,
          on: connection
        )
        try DutyDesk.tally("II-1-3ii-2", bureau: 3, owed: 11, fulfilled: 5, people: 11, on: connection)
        try DutyDesk.tally("V-4-a", bureau: 0, owed: 1, fulfilled: 1, on: connection)
        try DutyDesk.reports(
          "III-1-1-1",
          bureau: 1,
          cases: 2,
          quantity: 30,
          of: 40,
          last: "2026-05-01",
          on: connection
        )
        try DutyDesk.reports(
          "III-1-1-1",
          bureau: 3,
          cases: 1,
          quantity: 5,
          of: 5,
          last: "2026-05-01",
          on: connection
        )
        try DutyDesk.reports("II-1-2-1", cases: 3, last: "2026-05-01", on: connection)
        // Neither an older report nor a corrected one counts, though its day was later: 80 of 90 is the newest.
        try DutyDesk.report(
          "III-2-1-a",
          unit: 1,
          kind: "hand.share",
          entry: 11,
          quantity: 10,
          of: 90,
          on: connection
        )
        try DutyDesk.report(
          "III-2-1-a",
          unit: 1,
          kind: "hand.share",
          entry: 12,
          quantity: 70,
          of: 90,
          held: "2026-05-25",
          on: connection
        )
        try DutyDesk.report(
          "III-2-1-a",
          unit: 1,
          kind: "hand.share",
          entry: 13,
          quantity: 80,
          of: 90,
          held: "2026-05-20",
          corrects: 12,
          on: connection
        )
      }
      let sums = try await sums(database)
      #expect(sums["duties.coverage-II-1-3ii-2"] == Ratio(11, of: 21))
      #expect(sums["duties.share-III-1-1-1"] == Ratio(35, of: 45))
      #expect(sums["duties.held-II-1-2-1"] == Ratio(3, of: 0))
      #expect(sums["duties.held-V-4-a"] == Ratio(1, of: 1))
      #expect(sums["duties.share-III-2-1-a"] == Ratio(80, of: 90))
      #expect(sums["duties.coverage-II-1-2-2"] == .zero)
    }
  }

  @Test(arguments: Engine.available)
  func countsUnitsThatHaveNothingToShow(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      try await database.write { connection in
        let duties = [
          DutyDesk.UnitDuty(measure: "II-2-3-5", unit: 1, bureau: 1, state: "open"),
          DutyDesk.UnitDuty(measure: "II-2-3-5", unit: 2, bureau: 1, state: "fulfilled", entry: 21),
          DutyDesk.UnitDuty(measure: "II-2-3-5", unit: 3, bureau: 3, state: "fulfilled", entry: 22),
          DutyDesk.UnitDuty(measure: "II-2-3-5", unit: 4, bureau: 4, state: "excused"),
          DutyDesk.UnitDuty(measure: "II-2-3-5", unit: 5, bureau: 5, state: "open"),
        ]
        for (place, duty) in duties.enumerated() {
          try DutyDesk.insert(duty, id: Int64(place + 1), on: connection)
        }
        try DutyDesk.report("II-2-3-5", unit: 2, kind: "hand.report", entry: 21, on: connection)
        // 該当なし settles the duty and shows nothing; unit 5 reported without being asked.
        try DutyDesk.report("II-2-3-5", unit: 3, kind: "hand.none", entry: 22, on: connection)
        try DutyDesk.report("II-2-3-5", unit: 5, kind: "hand.report", entry: 23, on: connection)
      }
      #expect(try await sums(database)["duties.units-without-II-2-3-5"] == Ratio(2, of: 4))
      try await PlanOffice.refresh(database, WorkingTimeIndicators.all)
      let state = try #require(try await states(database)[id("II-2-3-5")])
      #expect(state.units == Ratio(2, of: 4))
      #expect(state.status == .onTrack)
    }
  }

  /// What each figure that the plan makes comes to, all employers together.
  private func sums(_ database: any SQLDatabase) async throws -> [String: Ratio] {
    try await database.read { connection in
      guard let plan = try CurrentPlan().version(on: connection)?.plan else { return [:] }
      var sums: [String: Ratio] = [:]
      for indicator in DutyIndicators.indicators(for: plan) {
        let values = try indicator.values(PlanOffice.year, PlanOffice.today, connection)
        sums[indicator.definition.id] = values.map(\.ratio).reduce(.zero, +)
      }
      return sums
    }
  }

  @Test func makesOneIndicatorForEachSource() throws {
    let plan = try PlanFiles.plan("soumu.yaml")
    let ids = DutyIndicators.indicators(for: plan).map(\.definition.id)
    #expect(Set(ids).count == ids.count)
    let wanted = plan.targets.filter { $0.source.measure != nil }.flatMap(\.source.indicators)
    #expect(Set(wanted).isSubset(of: Set(ids)))
    let asked = plan.originals.filter { $0.ownContent?.coverage == .unitsWithAny }
    #expect(Set(asked.map { DutyIndicators.unitsWithout($0.id) }).isSubset(of: Set(ids)))
  }
}
