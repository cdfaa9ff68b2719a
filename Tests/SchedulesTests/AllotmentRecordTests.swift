import CivilTime
import People
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import Schedules

@Suite struct AllotmentRecordTests {
  @Test(arguments: Engine.available)
  func whatIsReadIsWhatWasWrittenForEachPerson(engine: Engine) async throws {
    for seed in UInt64(1)...20 {
      try await SchedulesOffice.with(engine) { office in
        var dice = LayerDice(seed: seed)
        let layers = dice.layers()
        try await office.database.write { try Self.write(layers, on: $0) }
        let found = try await office.allotments(of: [22, 42], LayerDice.days)
        let painted = PaintedDays(layers, LayerDice.days)
        let apart = PaintedDays(ScheduleLayers(holidays: layers.holidays), LayerDice.days)
        for date in LayerDice.days {
          #expect(found[22]?[date] == painted.days[date], "seed \(seed), \(date)")
          #expect(found[42]?[date] == apart.days[date], "seed \(seed), \(date), another employer")
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func aWindowOfOneDayIsReadLikeTheWholeSpan(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      var dice = LayerDice(seed: 77)
      let layers = dice.layers()
      try await office.database.write { try Self.write(layers, on: $0) }
      let painted = PaintedDays(layers, LayerDice.days)
      for date in LayerDice.days {
        #expect(try await office.allotment(of: 22, on: date) == painted.days[date], "\(date)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func whereNothingIsRecordedEveryoneHasTheStandardDay(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let found = try await office.allotments(of: [22, 42], LayerDice.days)
      #expect(found == [22: Allotments(), 42: Allotments()])
    }
  }

  @Test(arguments: Engine.available)
  func aCancelledMoveIsAsIfItHadNotBeenAndBothStayOnRecord(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let moved = MovedDay(
        id: RecordID(7),
        employee: RecordID(22),
        move: .wholeDay(.headOffice),
        worked: day("2026-06-13"),
        freed: day("2026-06-15")
      )
      try await office.database.write { try Self.write(ScheduleLayers(moves: [moved]), on: $0) }
      #expect(try await office.allotment(of: 22, on: day("2026-06-13")).isDuty)
      let now = office.clock.now()
      try await office.database.write {
        try MovedDayRecords.cancel(RecordID(7), reason: "中止", at: now, account: 1, on: $0)
      }
      #expect(try await office.allotment(of: 22, on: day("2026-06-13")).kind == .weekend)
      #expect(try await office.allotment(of: 22, on: day("2026-06-15")).isDuty)
      let entry = try await office.database.read { try MovedDayRecords.entry(RecordID(7), on: $0) }
      #expect(entry?.moved == moved)
      #expect(entry?.cancellation?.reason == "中止")
    }
  }

  @Test(arguments: Engine.available)
  func recordsCannotBeChanged(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      var dice = LayerDice(seed: 5)
      let layers = dice.layers()
      try await office.database.write { try Self.write(layers, on: $0) }
      for change: SQLText in [
        "UPDATE standard_day SET hours = '09:00-17:45'", "DELETE FROM pattern_choice",
        "DELETE FROM day_shift", "DELETE FROM flextime_day",
      ] {
        await #expect(throws: StoreError.self) { try await office.database.write { try $0.execute(change) } }
      }
    }
  }

  private static func write(_ layers: ScheduleLayers, on connection: any SQLConnection) throws {
    let now = Instant(milliseconds: 1)
    for standard in layers.standards.reversed() {
      try StandardDayRecords.append(standard, reason: "訓令", at: now, account: 1, on: connection)
    }
    let patterns = Dictionary(layers.choices.compactMap(\.pattern).map { ($0.id, $0) }) { first, _ in first }
    for pattern in patterns.values { try PatternRecords.append(pattern, at: now, account: 1, on: connection) }
    for choice in layers.choices.reversed() {
      try PatternRecords.append(choice, of: RecordID(22), account: 1, on: connection)
    }
    for holiday in layers.holidays {
      try HolidayAdditionRecords.append(holiday, at: now, account: 1, on: connection)
    }
    for moved in layers.moves {
      let own = MovedDay(
        id: moved.id,
        employee: RecordID(22),
        move: moved.move,
        worked: moved.worked,
        freed: moved.freed
      )
      try MovedDayRecords.append(
        own,
        reason: "会議",
        arrangedOn: moved.freed,
        at: now,
        account: 1,
        on: connection
      )
    }
    for period in layers.periods { try write(period, on: connection) }
  }

  /// Three versions: another plan that held before, the one that holds, and a later wish that nobody has decided on.
  private static func write(_ allotment: FlextimeAllotment, on connection: any SQLConnection) throws {
    let now = Instant(milliseconds: 1)
    let period = FlextimePeriod(
      id: allotment.id,
      employee: RecordID(22),
      start: allotment.days.lowerBound,
      weeks: allotment.days.count / 7,
      person: .carer
    )
    try FlextimeRecords.append(period, at: now, account: 1, on: connection)
    let days = allotment.plans.map { FlextimeDay($0.key, $0.value) }
    let none = days.map { FlextimeDay($0.date, .off) }
    let steps: [(FlextimeVersion.Step, [FlextimeDay])] = [
      (.allotted, none), (.changed, days), (.declared, none),
    ]
    for (index, step) in steps.enumerated() {
      let version = FlextimeVersion(
        revision: index + 1,
        step: step.0,
        reason: "",
        at: now,
        by: "",
        days: step.1
      )
      try FlextimeRecords.append(version, to: period.id, account: 1, on: connection)
    }
  }
}
