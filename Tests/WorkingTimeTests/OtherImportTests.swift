import CivilTime
import Store
import TestSupport
import Testing

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
