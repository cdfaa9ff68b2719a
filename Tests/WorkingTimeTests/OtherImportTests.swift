import CivilTime
import People
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import WorkingTime

@Suite struct OtherImportTests {
  static let overtimeHeading = "職員番号,日付,超過勤務,業務,特例業務\n"
  static let unitHeading = "特定事業主コード,所属,開始日,終了日,理由\n"

  struct FaultCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: WorkingTimeFile
    let text: String
    let expected: [String]

    init(_ name: String, _ file: WorkingTimeFile, _ text: String, _ expected: [String]) {
      testDescription = name
      self.file = file
      self.text = text
      self.expected = expected
    }
  }

  static let faults = [
    FaultCase("24:01", .overtime, overtimeHeading + "1,2026-04-01,24:01,国会,\n", ["2 超過勤務"]),
    FaultCase("negative", .overtime, overtimeHeading + "1,2026-04-01,-1:00,国会,\n", ["2 超過勤務"]),
    FaultCase("no work", .overtime, overtimeHeading + "1,2026-04-01,1:00,,\n", ["2 業務"]),
    FaultCase("flag", .overtime, overtimeHeading + "1,2026-04-01,1:00,国会,はい\n", ["2 特例業務"]),
    FaultCase("day", .overtime, overtimeHeading + "1,2026-04-31,1:00,国会,\n", ["2 日付"]),
    FaultCase("after next month", .overtime, overtimeHeading + "1,2026-06-01,1:00,国会,\n", ["2 日付"]),
    FaultCase("mistyped year", .overtime, overtimeHeading + "1,9999-04-01,1:00,国会,\n", ["2 日付"]),
    FaultCase("person", .overtime, overtimeHeading + "9,2026-04-01,1:00,国会,\n", ["2 職員番号"]),
    FaultCase("unit", .designations, unitHeading + "soumu,秘書課,2026-04-01,,国会\n", ["2 所属"]),
    FaultCase("employer", .designations, unitHeading + "npa,大臣官房,2026-04-01,,国会\n", ["2 所属"]),
    FaultCase("end", .designations, unitHeading + "soumu,大臣官房,2026-04-02,2026-04-01,国会\n", ["2 終了日"]),
    FaultCase("end unread", .designations, unitHeading + "soumu,大臣官房,2026-04-02,x,国会\n", ["2 終了日"]),
    FaultCase("no reason", .designations, unitHeading + "soumu,大臣官房,2026-04-02,,\n", ["2 理由"]),
  ]

  @Test(arguments: Engine.available, faults)
  func aFaultRefusesTheWholeFile(_ engine: Engine, _ one: FaultCase) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let report = try await office.importText(one.file, one.text)
      #expect(report.outcome == .refused)
      #expect(report.faults.map { "\($0.line) \($0.column ?? "-")" } == one.expected)
      #expect(try await office.count("overtime_declaration") == 0)
      #expect(try await office.count("external_designation") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func overtimeIsAddedAndTheNewestCounts(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let first = Self.overtimeHeading + "1,2026-04-01,2:00,国会,1\n1,2026-04-02,24:00,法令,0\n"
      #expect(try await office.importText(.overtime, first).added == 2)
      office.clock.advance(milliseconds: 1000)
      let report = try await office.importText(.overtime, first + "1,2026-04-01,1:00,国会,0\n")
      #expect([report.added, report.known] == [1, 2])
      let kept = try await office.database.read { try Recount.kept(1, WorkingTimeOffice.april, on: $0) }
      #expect(kept == Recount(overtime: 25 * 60, isSpecial: false))
      #expect(try await office.totalsAreRight(of: 1, [WorkingTimeOffice.april]))
    }
  }

  @Test(arguments: Engine.available)
  func aFullerFileDoesNotUndoWhatWasDeclaredByHand(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let date = day("2026-04-01")
      let first = Self.overtimeHeading + "1,2026-04-01,2:00,国会,0\n"
      _ = try await office.importText(.overtime, first)
      office.clock.advance(milliseconds: 1000)
      let byHand = DayCorrection.Entry.overtime(length: Minutes(60), isSpecial: false, reason: "訂正")
      try await office.enter(byHand, on: date)
      office.clock.advance(milliseconds: 1000)
      let report = try await office.importText(.overtime, first + "1,2026-04-02,0:30,国会,0\n")
      #expect([report.added, report.known] == [1, 1])
      let kept = try await office.database.read { try Recount.kept(1, WorkingTimeOffice.april, on: $0) }
      #expect(kept == Recount(overtime: 90))
      // What a hand wrote is no reason to leave out what a file says for the first time.
      let same = try await office.importText(.overtime, Self.overtimeHeading + "1,2026-04-01,1:00,訂正,0\n")
      #expect([same.added, same.known] == [1, 0])
    }
  }

  @Test func overtimeMayBeDeclaredUntilTheEndOfNextMonth() {
    #expect(OvertimeDeclaration.lastDay(asOf: day("2026-01-31")) == day("2026-02-28"))
    #expect(OvertimeDeclaration.lastDay(asOf: day("2026-12-01")) == day("2027-01-31"))
  }

  @Test(arguments: Engine.available)
  func aDesignationIsEndedByANewerRow(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      for date in ["2026-04-01", "2026-05-01"] { _ = try await office.press(.arrival, date, 9) }
      let row = Self.unitHeading + "soumu,大臣官房／秘書課,2026-04-01,"
      #expect(try await office.importText(.designations, row + ",国会対応\n").added == 1)
      #expect(try await office.isExternal() == [true, true, true])
      #expect(try await office.importText(.designations, row + "2026-04-30,国会対応\n").added == 1)
      #expect(try await office.isExternal() == [true, false, false])
      #expect(try await office.importText(.designations, row + ",国会対応\n\n").added == 1)
      #expect(try await office.isExternal() == [true, true, true])
      #expect(try await office.count("external_designation") == 3)
    }
  }

  @Test(arguments: Engine.available)
  func aTransferThatIsImportedLaterCountsForTheMonthsItTouches(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      for date in ["2026-04-01", "2026-05-01"] { _ = try await office.press(.arrival, date, 9) }
      let row = "soumu,統計局,2026-04-01,,国会対応\n"
      _ = try await office.importText(.designations, Self.unitHeading + row)
      #expect(try await office.isExternal() == [false, false, true])
      try await office.database.write { connection in
        try connection.execute("UPDATE assignment SET valid_to = '2026-04-30' WHERE employee = 1")
        let moved = Assignment(
          id: RecordID(91),
          employee: RecordID(1),
          post: RecordID(3),
          kind: .primary,
          from: day("2026-05-01")
        )
        try AssignmentRecords.insert([moved], on: connection)
      }
      #expect(try await office.isExternal() == [false, true, true])
      let limits = try await office.database.read { connection in
        try PersonLimitsQuery.limits(
          of: RecordID(1),
          in: WorkingTimeOffice.may.adding(months: 1),
          on: connection
        )
      }
      #expect(limits.history.months.map(\.post) == [.ordinary, .external, .external])
    }
  }

  @Test(arguments: Engine.available, WorkingTimeFile.allCases)
  func aTryTakesNoTransactionThatWrites(_ engine: Engine, _ file: WorkingTimeFile) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let text =
        switch file {
        case .punches: "職員番号,日付,時刻,区分\n1,2026-04-01,9:30,出勤\n"
        case .overtime: Self.overtimeHeading + "1,2026-04-01,2:00,国会,1\n"
        case .designations: Self.unitHeading + "soumu,統計局,2026-04-01,,国会対応\n"
        }
      let reader = WorkingTimeOffice(
        database: ReadingOnly(database: office.database),
        clock: office.clock,
        ids: office.ids
      )
      let report = try await reader.importText(file, text, isDryRun: true)
      #expect(report.outcome == .checked)
      #expect([report.rows, report.added] == [1, 1])
      let wrong = try await reader.importText(file, text + "x\n")
      #expect(wrong.outcome == .refused)
    }
  }

  @Test(arguments: Engine.available)
  func aDesignationMakesTheMonthsItTouchesExternal(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      for date in ["2026-04-01", "2026-05-01", "2026-06-01"] {
        for person: Int64 in [1, 3] { _ = try await office.press(.arrival, date, 9, by: person) }
      }
      let row = "soumu,大臣官房／秘書課,2026-04-30,2026-05-31,国会対応\n"
      #expect(try await office.importText(.designations, Self.unitHeading + row).outcome == .applied)
      let again = try await office.importText(.designations, Self.unitHeading + row + "\r\n")
      #expect(again.added == 0)
      let months = [WorkingTimeOffice.april, WorkingTimeOffice.may, WorkingTimeOffice.may.adding(months: 1)]
      let external = try await office.database.read { connection in
        try months.map { month in
          try [Int64(1), 3].map { try Recount.kept($0, month, on: connection).isExternal }
        }
      }
      #expect(external == [[true, false], [true, false], [false, false]])
    }
  }
}

/// A database that can only be read.
private struct ReadingOnly: SQLDatabase {
  let database: any SQLDatabase

  var dialect: SQLDialect { database.dialect }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await database.read(body)
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    throw StoreError.closed
  }

  func close() async {}
}

extension WorkingTimeOffice {
  /// Whether April and May of person 1 are external, and whether any unit is in the middle of May.
  fileprivate func isExternal() async throws -> [Bool] {
    let today = day("2026-05-15")
    return try await database.read { connection in
      try [Self.april, Self.may].map { try Recount.kept(1, $0, on: connection).isExternal }
        + [
          [2, 3].contains { unit in
            try DesignationRecords.isExternal(RecordID(unit), on: today, connection: connection)
          }
        ]
    }
  }
}
