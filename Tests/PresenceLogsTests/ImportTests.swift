import Access
import CivilTime
import DelimitedText
import Store
import TestSupport
import Testing

@testable import PresenceLogs

@Suite struct ImportTests {
  private struct Killed: Error {}

  /// Some weeks of logs of three people, in order.
  private static let long: String = {
    var text = "日時,職員番号,端末名,種別\n"
    for date in 1...20 {
      let day = date < 10 ? "0\(date)" : "\(date)"
      for person in [201, 202, 302] {
        text += "2026-10-\(day) 9:0\(person % 10),\(person),PC-\(person),ログオン\n"
        text += "2026-10-\(day) 12:00,\(person),PC-\(person),ロック\n"
        text += "2026-10-\(day) 12:5\(person % 10),\(person),PC-\(person),ロック解除\n"
        text += "2026-10-\(day) 1\(person % 10 + 7):30,\(person),PC-\(person),シャットダウン\n"
      }
    }
    return text
  }()

  @Test(arguments: Engine.available)
  func aLogBecomesDaysOfDevices(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let report = try await office.importLog(
        """
        職員番号,日時,種別,端末名
        201,2026-11-10 9:01:30,LOGON,PC-1
        201,2026-11-10 9:01:50,logon,PC-1
        201,2026-11-10 11:00,印刷,PC-1
        201,2026-11-10 18:40,ロック,PC-1

        202,2026-11-10 9:30,起動,"PC,2"
        """
      )
      #expect(report.outcome == .finished)
      #expect(report.faults.isEmpty)
      #expect(report.progress.rows == 5)
      #expect(report.progress.events == 4)
      #expect(report.progress.passedOver == 1)
      #expect(
        try await office.strips() == [
          "201 2026-11-10 PC-1: 9:1 on, 18:40 off [0]", "202 2026-11-10 PC,2: 9:30 on [0]",
        ]
      )
    }
  }

  @Test(arguments: Engine.available)
  func theSameFileTwiceChangesNothing(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let first = try await office.importLog(Self.long)
      let strips = try await office.strips()
      let journal = try await office.count("journal_entry")
      let second = try await office.importLog(Self.long)
      #expect(second.outcome == .alreadyImported)
      #expect(second.progress == first.progress)
      #expect(try await office.strips() == strips)
      #expect(try await office.count("journal_entry") == journal)
      #expect(try await office.count("log_import") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func aFileIsReadAgainOnceItsNamesAreKnown(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let log = """
        TimeCreated,EventID,Account,Computer
        2026-11-10T11:00:00Z,4800,SOUMU\\suzuki,PC-2
        2026-11-10T11:00:00Z,4800,SOUMU\\tanaka,PC-1
        2026-11-10T00:10:00Z,4624,SOUMU\\tanaka,PC-1
        """
      let first = try await office.importLog(log, "windows-events")
      #expect(first.progress.unknownPeople == 3)
      #expect(first.faults.allSatisfy { $0.kind.remedy.contains("--again") })
      let hr = try await office.visit(101, as: .hr, of: 1)
      #expect(
        await hr.upload("/presence/logs/names", "名前,職員番号,開始日\nSOUMU\\tanaka,201,2026-04-01\n").status == 303
      )
      #expect(try await office.importLog(log, "windows-events").outcome == .alreadyImported)
      await #expect(throws: Killed.self) {
        try await office.importLog(log, "windows-events", again: true, rowsAtOnce: 1) { progress in
          if progress.rows == 2 { throw Killed() }
        }
      }
      let again = try await office.importLog(log, "windows-events", again: true, rowsAtOnce: 1)
      #expect(again.outcome == .resumed(fromRow: 2))
      #expect(again.progress.unknownPeople == 1)
      #expect(try await office.strips() == ["201 2026-11-10 PC-1: 9:10 on, 20:0 off [0]"])
      #expect(try await office.importLog(log, "windows-events", again: true).outcome == .finished)
      #expect(try await office.count("log_import") == 3)
      #expect(try await office.strips().count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func aLogoffAtNightOrAClockThatJumpsDeliversNoDay(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await office.importLog(
        """
        職員番号,日時,種別,端末名
        201,2026-11-10 9:00,logon,PC-1
        202,2026-11-10 9:00,logon,PC-2
        203,2026-11-10 9:00,logon,PC-3
        201,2026-11-11 0:10,logoff,PC-1
        203,2026-11-16 9:00,logon,PC-3
        203,2026-11-13 9:00,logoff,PC-3
        201,2026-11-17 5:00,logon,PC-1
        """
      )
      let state = { (date: String) in try await office.presence(202, date)?.log }
      #expect(try await state("2026-11-11") == .notCovered, "one logoff at night")
      #expect(try await state("2026-11-13") == .notCovered, "a clock that jumped")
      #expect(try await state("2026-11-17") == .empty)
    }
  }

  @Test(arguments: Engine.available)
  func filesThatOverlapCountOnceInWhateverOrder(_ engine: Engine) async throws {
    let lines = Self.long.split(separator: "\n").map(String.init)
    let head = lines[0] + "\n"
    let early = head + lines[1..<150].joined(separator: "\n")
    let late = head + lines[90...].joined(separator: "\n")
    var whole: [String] = []
    try await PresenceOffice.with(engine) { office in
      try await office.importLog(Self.long)
      whole = try await office.strips()
    }
    try await PresenceOffice.with(engine) { office in
      try await office.importLog(late)
      try await office.importLog(early)
      #expect(try await office.strips() == whole)
    }
  }

  @Test(arguments: Engine.available, [7, 60, 100])
  func whatWasBrokenOffGoesOnWhereItStopped(_ engine: Engine, _ rowsAtOnce: Int) async throws {
    var whole: [String] = []
    var report: PCLogReport?
    let unknown = "2026-10-20 9:00,999,PC-9,ログオン\n"
    let head = Self.long.prefix { $0 != "\n" } + "\n"
    let faulty = String(head + unknown + Self.long.dropFirst(head.count) + unknown)
    try await PresenceOffice.with(engine) { office in
      report = try await office.importLog(faulty)
      whole = try await office.strips()
    }
    try await PresenceOffice.with(engine) { office in
      await #expect(throws: Killed.self) {
        try await office.importLog(faulty, rowsAtOnce: rowsAtOnce) { progress in
          if progress.rows >= 2 * rowsAtOnce { throw Killed() }
        }
      }
      #expect(try await office.strips() != whole)
      #expect(try await office.count("log_import WHERE finished_at IS NULL") == 1)
      let again = try await office.importLog(faulty, rowsAtOnce: rowsAtOnce)
      #expect(again.outcome == .resumed(fromRow: 2 * rowsAtOnce))
      #expect(again.progress == report?.progress)
      #expect(again.faults == report?.faults)
      #expect(again.faults.map(\.line) == [2, 243])
      #expect(try await office.strips() == whole)
      #expect(try await office.count("log_person") == 3)
      #expect(try await office.count("log_day") == 20)
    }
  }

  @Test(arguments: Engine.available)
  func aFileIsNotImportedTwiceAtOnce(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let outcomes = await withTaskGroup { group in
        for _ in 0..<2 {
          group.addTask { () -> Bool in
            do {
              return try await office.importLog(Self.long, rowsAtOnce: 5).outcome != .alreadyImported
            } catch {
              #expect(error as? PCLogRefusal == .runningElsewhere)
              return false
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.contains(true))
      let finished = try await office.count("log_import WHERE finished_at IS NOT NULL")
      let entries = try await office.count("journal_entry")
      let strips = try await office.count("log_strip")
      #expect([finished, entries, strips] == [1, 1, 60])
    }
  }

  @Test(arguments: Engine.available)
  func faultsAreToldAndTheRestGoesOn(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let report = try await office.importLog(
        """
        職員番号,日時,種別,端末名
        999,2026-11-10 9:00,logon,PC-9
        201,2026-11-31 9:00,logon,PC-1
        201,2026-11-10 9:00,logon,PC-1
        202,2026-12-01 10:59,logon,PC-2
        202,2026-12-01 11:00,logon,PC-2
        203,2019-01-01 0:05,logon,PC-3
        203,2026-11-10 18:00,logoff,PC-3
        """
      )
      let told = report.faults.map { "\($0.line) \($0.kind.rawValue) \($0.column)" }
      #expect(
        told == [
          "2 unknown-person 職員番号", "3 unreadable 日時", "6 ahead 日時", "7 outside-service 日時",
        ]
      )
      #expect(report.progress.unknownPeople == 1)
      #expect(report.progress.unreadable == 1)
      #expect(report.progress.doubtful == 2)
      #expect(
        try await office.strips() == [
          "201 2026-11-10 PC-1: 9:0 on [0]", "202 2026-12-01 PC-2: 10:59 on, 11:0 on [1]",
          "203 2019-01-01 PC-3: 0:5 on [4]", "203 2026-11-10 PC-3: 18:0 off [0]",
        ]
      )
      let file = String(decoding: try LogFaultFile.bytes(report.faults), as: UTF8.self)
      #expect(file.contains("\"3\",\"日時\",\"日時として読めないか"))
      #expect(!file.contains("999"))
    }
  }

  @Test(arguments: Engine.available)
  func aClockThatJumpsIsKeptMarkedAndNotUsed(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let report = try await office.importLog(
        """
        職員番号,日時,種別,端末名
        201,2026-11-09 9:00,logon,PC-1
        201,2026-11-09 18:00,logoff,PC-1
        201,2026-11-12 6:00,logon,PC-1
        201,2026-11-10 9:00,logon,PC-1
        201,2026-11-10 18:00,logoff,PC-1
        201,2026-11-11 9:00,logon,PC-1
        201,2026-11-11 18:00,logoff,PC-1
        202,2026-11-10 9:00,logon,PC-2
        202,2026-11-10 8:01,logoff,PC-2
        """
      )
      #expect(report.faults.map { "\($0.line) \($0.kind.rawValue)" } == ["5 jump"])
      let states = try await [9, 10, 11, 12].asyncMap { date in
        try await office.presence(201, "2026-11-\(date < 10 ? "0" : "")\(date)")?.log
      }
      #expect(
        states == [
          .seen(first: time(9), last: time(18)), .doubtful(.jump), .seen(first: time(9), last: time(18)),
          .doubtful(.jump),
        ]
      )
      #expect(try await office.presence(201, "2026-11-10")?.stretches.isEmpty == true)
      #expect(try await office.count("log_strip") == 5)
    }
  }

  @Test(arguments: Engine.available)
  func eventsOfWindowsComeNewestFirstByAccount(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let account = RecordID<Int>(77)
      try await office.database.write { connection in
        try connection.execute(
          """
          INSERT INTO account (id, login, name, employee, created_at) VALUES (\(account), 'yamada', '山田', 201, 0)
          """
        )
      }
      let report = try await office.importLog(
        """
        TimeCreated,EventID,Account,Computer
        2026-11-10T11:00:00Z,4800,SOUMU\\Yamada,PC-1
        2026-11-10T00:10:00Z,4624,SOUMU\\Yamada,PC-1
        2026-11-10T00:05:00Z,7036,,PC-1
        """,
        "windows-events"
      )
      #expect(report.faults.isEmpty)
      #expect(report.progress.passedOver == 1)
      #expect(try await office.strips() == ["201 2026-11-10 PC-1: 9:10 on, 20:0 off [0]"])
    }
  }

  @Test(arguments: Engine.available)
  func aStartAndAnEndInCP932GoPastMidnight(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      var writer = try DelimitedWriter(style: .legacy)
      writer.write(["職員番号", "日付", "開始時刻", "終了時刻"])
      writer.write(["201", "2026-10-31", "9:00", "25:31"])
      writer.write(["202", "R8.10.31", "2150", "0:40"])
      let report = try await office.importLog(bytes: writer.bytes, "pc-days")
      #expect(report.faults.isEmpty)
      #expect(
        try await office.strips() == [
          "201 2026-10-31 : 9:0 on [0]", "201 2026-11-01 : 1:31 off [0]", "202 2026-10-31 : 21:50 on [0]",
          "202 2026-11-01 : 0:40 off [0]",
        ]
      )
      #expect(try await office.presence(201, "2026-10-31")?.stretches == [time(9)..<time(25, 31)])
      #expect(try await office.presence(201, "2026-11-01")?.stretches == [])
      #expect(try await office.presence(202, "2026-10-31")?.outside == Minutes(170))
    }
  }

  @Test(arguments: Engine.available)
  func whatCannotBeReadAtAllIsRefused(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      await #expect(throws: PCLogRefusal.missingColumns(["日時", "種別"])) {
        try await office.importLog("職員番号,date\n1,2\n")
      }
      await #expect(throws: PCLogRefusal.emptyFile) { try await office.importLog("") }
      await #expect(throws: PCLogRefusal.unknownMapping(known: LogMapping.builtIn.map(\.name))) {
        try await office.importLog("a\n", "nothing")
      }
      await #expect(throws: DelimitedTextError.self) {
        try await office.importing().run("/nowhere.csv", mapping: "pc-events")
      }
      let begun = try await office.count("log_import")
      #expect(begun == 0)
    }
  }

  @Test(arguments: Engine.available)
  func faultsOfAKindAreBounded(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let rows = (0..<600).map { _ in "999,2026-11-10 9:00,logon,PC-9\n" }.joined()
      let report = try await office.importLog("職員番号,日時,種別,端末名\n" + rows, rowsAtOnce: 100)
      #expect(report.progress.unknownPeople == 600)
      #expect(report.faults.count == LogFolding.mostFaultsOfAKind)
      #expect(report.faults.map(\.line) == Array(2...251))
    }
  }

  @Test(arguments: Engine.available)
  func noLogIsNotAnEmptyLog(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await office.importLog(
        """
        職員番号,日時,種別,端末名
        201,2026-11-10 9:00,logon,PC-1
        202,2026-11-10 9:00,logon,PC-2
        201,2026-11-11 9:00,logon,PC-1
        401,2026-11-12 9:00,logon,PC-4
        202,2026-11-13 9:00,logon,PC-2
        """
      )
      let state = { (person: Int64, date: String) in try await office.presence(person, date)?.log }
      #expect(try await state(202, "2026-11-11") == .empty)
      #expect(try await state(202, "2026-11-12") == .notCovered, "nothing came of this employer's day")
      #expect(try await state(202, "2026-11-09") == .notCovered, "before the first sign")
      #expect(try await state(203, "2026-11-11") == .notCovered, "never seen")
      #expect(try await state(401, "2026-11-13") == .notCovered, "only the other employer's day")
      #expect(try await state(201, "2026-11-13") == .empty)
      #expect(
        try await office.presence(202, "2026-11-11")?.outside == nil,
        "an empty log is no presence of nought"
      )
    }
  }
}

extension Sequence {
  fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async throws -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await body(element)) }
    return values
  }
}
