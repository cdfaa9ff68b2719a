import CivilTime
import Store
import TestSupport
import Testing

@testable import WorkingTime

@Suite struct PunchImportTests {
  static let heading = "職員番号,日付,時刻,区分,特定事業主コード\n"
  static let good = heading + "1,2026-04-01,09:30,出勤,\n1,2026-04-01,1815,退勤,\n2,R8.4.1,25:30,退勤,soumu\n"

  struct FaultCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let expected: [String]

    /// Faults are told as `line column`.
    init(_ name: String, _ text: String, _ expected: [String]) {
      testDescription = name
      self.text = text
      self.expected = expected
    }
  }

  static let plain = "1,2026-04-01,9:30,出勤,\n"

  static let faults = [
    FaultCase("empty file", "", ["1 -"]),
    FaultCase("missing columns", "職員番号,日付\n1,2026-04-01\n", ["1 時刻", "1 区分"]),
    FaultCase("no such day", heading + plain + "1,2026-02-29,9:30,出勤,\n", ["3 日付"]),
    FaultCase("no such time", heading + plain + plain + "1,2026-04-01,9:75,出勤,\n", ["4 時刻"]),
    FaultCase("48 o'clock", heading + "1,2026-04-01,48:00,退勤,\n", ["2 時刻"]),
    FaultCase("no such kind", heading + "1,2026-04-01,9:30,休憩,\n", ["2 区分"]),
    FaultCase("unknown employee", heading + "99,2026-04-01,9:30,出勤,\n", ["2 職員番号"]),
    FaultCase("unknown employer", heading + "1,2026-04-01,9:30,出勤,npa\n", ["2 職員番号"]),
    FaultCase("two employers", heading + "3,2026-04-01,9:30,出勤,\n", ["2 職員番号"]),
    FaultCase("everything", heading + "99,x,y,z,\n", ["2 職員番号", "2 日付", "2 時刻", "2 区分"]),
  ]

  @Test(arguments: Engine.available, faults)
  func aFaultRefusesTheWholeFile(_ engine: Engine, _ one: FaultCase) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let report = try await office.importText(.punches, one.text)
      #expect(report.outcome == .refused)
      #expect(report.faults.map { "\($0.line) \($0.column ?? "-")" } == one.expected)
      #expect(try await office.count("punch") == 0)
      #expect(try await office.count("import_receipt") == 0)
      #expect(try await office.count("month_total") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func aTryWritesNothingAndTheSameFileIsKnownAgain(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let tried = try await office.importText(.punches, Self.good, isDryRun: true)
      #expect(tried.outcome == .checked)
      #expect([tried.rows, tried.added, tried.known] == [3, 3, 0])
      #expect(try await office.count("punch") == 0)
      #expect(try await office.count("import_receipt") == 0)
      #expect(try await office.count("journal_entry") == 0)
      #expect(try await office.importText(.punches, Self.good).outcome == .applied)
      #expect(try await office.importText(.punches, Self.good).outcome == .alreadyImported)
      #expect(try await office.count("punch") == 3)
      #expect(try await office.count("journal_entry") == 1)
      #expect(try await office.punches(of: 2).map(\.time) == [time(25, 30)])
      #expect(try await office.totalsAreRight(of: 1, [WorkingTimeOffice.april]))
    }
  }

  @Test(arguments: Engine.available)
  func overlappingFilesDoNotDoubleRecords(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      _ = try await office.importText(.punches, Self.good)
      let report = try await office.importText(.punches, Self.good + "1,2026-04-02,9:30,出勤,\n")
      #expect([report.rows, report.added, report.known] == [4, 1, 3])
      #expect(try await office.count("punch") == 4)
      #expect(try await office.totalsAreRight(of: 1, [WorkingTimeOffice.april]))
    }
  }

  @Test(arguments: Engine.available)
  func oddRecordsAreKept(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let rows = [
        "1,2026-04-01,8:00,退勤,", "1,2026-04-01,9:00,出勤,", "1,2026-04-01,9:01,出勤,",
        "5,2026-04-20,9:00,出勤,",
      ]
      let report = try await office.importText(.punches, Self.heading + rows.joined(separator: "\n"))
      #expect(report.outcome == .applied)
      #expect(report.added == 4)
      #expect(try await office.punches(of: 1).map(\.time) == [time(8), time(9), time(9, 1)])
      #expect(try await office.punches(of: 5).count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func englishHeadingsInAnyOrderAreRead(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let text = "kind,time,note,employer_code,date,employee_number\r\nin,9:30,x,fdma,2026/4/1,3\r\n"
      let report = try await office.importText(.punches, text)
      #expect(report.outcome == .applied)
      #expect(try await office.punches(of: 4).map(\.kind) == [.arrival])
      #expect(try await office.punches(of: 4).map(\.source) == [.card])
    }
  }

  @Test(arguments: Engine.available)
  func aFileInTheOldEncodingIsRead(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      // 職員番号,日付,時刻,区分 and 退勤 in CP932.
      var bytes: [UInt8] = [0x90, 0x45, 0x88, 0xF5, 0x94, 0xD4, 0x8D, 0x86, 0x2C, 0x93, 0xFA, 0x95, 0x74]
      bytes += [0x2C, 0x8E, 0x9E, 0x8D, 0x8F, 0x2C, 0x8B, 0xE6, 0x95, 0xAA, 0x0D, 0x0A]
      bytes += Array("1,2026-04-01,18:15,".utf8) + [0x91, 0xDE, 0x8B, 0xCE, 0x0D, 0x0A]
      let report = try await office.importBytes(.punches, bytes)
      #expect(report.outcome == .applied)
      #expect(try await office.punches(of: 1).map(\.kind) == [.departure])
    }
  }
}
