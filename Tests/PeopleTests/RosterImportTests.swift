import CivilTime
import DelimitedText
import Journal
import Store
import TestSupport
import Testing

@testable import People

@Suite struct RosterImportTests {
  private static let staff: [[RosterColumn: String]] = [
    RosterSheet.row([.post: "課長", .rankBand: "本省課室長相当", .managerial: "はい", .head: "はい"]),
    RosterSheet.row([.unit: "統計局／統計課", .assignmentKind: "併任"]),
    RosterSheet.person(7, [.assignedUntil: "2026-06-30"]),
    RosterSheet.person(8, [.unit: "統計局／統計課", .leftOn: "2026-12-31", .technical: "○"]),
  ]

  @Test(arguments: Engine.available)
  func aListIsImportedWhole(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      let bytes = try RosterSheet.bytes(Self.staff)
      let check = try await office.importer.check(bytes)
      #expect(check.outcome == .checked)
      #expect(try await office.count("employee") == 0)
      let report = try await office.importer.apply(bytes, by: .commandLine)
      #expect(report.faults == [])
      #expect(report.counts == check.counts)
      #expect(report.counts.employees.added == 3)
      #expect(report.counts.assignments.added == 4)
      #expect(report.counts.units.added == 4)
      let tree = try await office.tree(day("2026-04-01"))
      #expect(tree.ordered.map(\.name) == ["大臣官房", "秘書課", "統計局", "統計課"])
      #expect(tree.ordered.map(\.kind) == [.secretariat, .division, .bureau, .division])
      #expect(try await office.assignments(of: "000123").count == 2)
      #expect(try await office.employee("000008")?.isTechnical == true)
      let entries = try await office.database.read {
        try JournalRecords.latest(before: nil, limit: 9, on: $0)
      }
      #expect(entries.map(\.kind) == [RosterImport.journalKind])
    }
  }

  @Test(arguments: Engine.available)
  func theSameFileTwiceIsToldAndChangesNothing(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      let bytes = try RosterSheet.bytes(Self.staff)
      _ = try await office.importer.apply(bytes, by: .commandLine)
      let before = try await office.export()
      let again = try await office.importer.apply(bytes, by: .commandLine)
      #expect(again.outcome == .alreadyImported(on: day("2026-04-01")))
      #expect(again.message == "この内容は R8.4.1 に取り込み済みです。変更はありません。")
      #expect(try await office.importer.check(bytes).outcome == .alreadyImported(on: day("2026-04-01")))
      #expect(try await office.export() == before)
      #expect(try await office.count("journal_entry") == 1)
      #expect(try await office.count("import_receipt") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func theSameContentInAnotherFormChangesNothing(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.staff), by: .commandLine)
      let english = try RosterSheet.bytes(Self.staff, style: .legacy) { $0.rawValue }
      let report = try await office.importer.apply(english, by: .commandLine)
      #expect(report.encoding == .cp932)
      #expect(!report.counts.hasChanges)
      #expect(report.counts.employees.unchanged == 3)
      #expect(report.counts.assignments.unchanged == 4)
      #expect(report.message == "登録済みの内容と同じです。変更はありません。")
      #expect(try await office.count("people_change") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func aFaultyListChangesNothingAtAll(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      let bytes = try RosterSheet.bytes(Self.staff + [RosterSheet.person(9, [.sex: "?"])])
      let report = try await office.importer.apply(bytes, by: .commandLine)
      #expect(report.outcome == .refused)
      #expect(report.faults.map(\.row) == [6])
      for table: SQLText in ["employee", "unit", "employer", "import_receipt", "journal_entry"] {
        #expect(try await office.count(table) == 0)
      }
    }
  }

  @Test(arguments: Engine.available)
  func theExportImportsAgainUnchangedAndIsTheSameFromACopy(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      let odd: [[RosterColumn: String]] = [
        RosterSheet.person(20, [.familyName: "=SUM(A1)", .givenName: "''@太郎", .formerFamilyName: "渡\"邉,"]),
        RosterSheet.person(21, [.unit: "", .post: "", .rankBand: "", .assignedOn: "", .unitKind: ""]),
        RosterSheet.person(22, [.employerCode: "fdma", .employer: "消防庁", .unit: "予防課"]),
        RosterSheet.person(23, [.unit: "大臣官房", .unitKind: "官房", .post: "官房長", .rankBand: "指定職"]),
      ]
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.staff + odd), by: .commandLine)
      let first = try await office.export()
      #expect(first.starts(with: [0xEF, 0xBB, 0xBF]))
      let report = try await office.importer.apply(first, by: .commandLine)
      #expect(report.faults.isEmpty)
      #expect(!report.counts.hasChanges)
      #expect(try await office.export() == first)
      #expect(try await office.employee("000020")?.familyName == "=SUM(A1)")
      #expect(try await office.employee("000020")?.givenName == "'@太郎")
      try await PeopleOffice.with(engine) { copy in
        _ = try await copy.importer.apply(first, by: .commandLine)
        #expect(try await copy.export() == first)
      }
    }
  }

  @Test(arguments: Engine.available)
  func namesAreKeptByteForByte(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      let names = ["葛\u{E0100}城", "\u{FA19}田", "\u{795E}田", "か\u{3099}", "が", "𠮷田"]
      let rows = names.enumerated().map { RosterSheet.person($0.offset + 1, [.familyName: $0.element]) }
      _ = try await office.importer.apply(try RosterSheet.bytes(rows), by: .commandLine)
      for (position, name) in names.enumerated() {
        let stored = try await office.employee("00000\(position + 1)")?.familyName ?? ""
        #expect(Array(stored.utf8) == Array(name.utf8))
      }
      let changed = [RosterSheet.person(2, [.familyName: "\u{795E}田"])]
      let report = try await office.importer.apply(try RosterSheet.bytes(changed), by: .commandLine)
      #expect(report.counts.employees.changed == 1)
      #expect(
        Array(try await office.employee("000002")?.familyName.utf8 ?? "".utf8) == Array("\u{795E}田".utf8)
      )
    }
  }

  @Test(arguments: Engine.available)
  func charactersOfWindowsAreReadAndUnreadableOnesReported(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      let name: [RosterColumn: String] = [.familyName: "髙﨑①㈱", .formerFamilyName: "?A?B?"]
      var bytes = try RosterSheet.bytes([RosterSheet.row(name)], style: .legacy)
      // 0x81AD is no character of CP932.
      let mark = Array("?A?B?".utf8)
      let place = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
      bytes.replaceSubrange(place..<(place + 2), with: [0x81, 0xAD])
      let report = try await office.importer.apply(bytes, by: .commandLine)
      #expect(report.faults.isEmpty)
      #expect(report.encoding == .cp932)
      #expect(report.warnings == [RosterFault(row: 2, column: "旧姓", problem: .replacedCharacter)])
      let stored = try await office.employee("000123")
      #expect(stored?.familyName == "髙﨑①㈱")
      #expect(stored?.formerFamilyName == "〓?B?")
    }
  }

  @Test(arguments: Engine.available)
  func aChangedPersonKeepsTheOldValueBesideTheNew(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.staff), by: .commandLine)
      let married = RosterSheet.person(
        8,
        [
          .unit: "統計局／統計課", .leftOn: "2026-12-31", .technical: "○", .familyName: "鈴木",
          .formerFamilyName: "職員8",
        ]
      )
      let report = try await office.importer.apply(try RosterSheet.bytes([married]), by: .commandLine)
      #expect(report.counts.employees.changed == 1)
      #expect(report.counts.absentEmployees == 2)
      #expect(try await office.count("employee") == 3)
      #expect(try await office.employee("000008")?.displayName == "鈴木 太郎")
      let changes = try await office.database.read { connection in
        try connection.rows("SELECT field, old_value, new_value FROM people_change ORDER BY field").map(
          \.values
        )
      }
      #expect(
        changes == [
          [.text("family_name"), .text("職員8"), .text("鈴木")],
          [.text("former_family_name"), .null, .text("職員8")],
        ]
      )
      let today = office.clock.today()
      let found = try await office.database.read { connection in
        try DirectoryRecords.search(EmployeeSearch(text: "鈴木"), in: .everyone, asOf: today, on: connection)
      }
      #expect(found.total == 1)
    }
  }

  @Test(arguments: Engine.available)
  func columnsThatTheFileLacksStayAsTheyAre(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.staff), by: .commandLine)
      let columns = RosterColumn.allCases.filter(\.isRequired) + [.assignmentKind]
      let report = try await office.importer.apply(
        try RosterSheet.bytes(Self.staff, columns: columns),
        by: .commandLine
      )
      #expect(report.faults.isEmpty)
      #expect(!report.counts.hasChanges)
      #expect(try await office.employee("000008")?.leftOn == day("2026-12-31"))
    }
  }

  @Test(arguments: Engine.available)
  func aTransferEndsThePostBeforeIt(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.staff), by: .commandLine)
      let moved = RosterSheet.person(
        8,
        [
          .unit: "大臣官房／総務課", .assignedOn: "2027-04-01", .leftOn: "", .technical: "○",
        ]
      )
      let report = try await office.importer.apply(try RosterSheet.bytes([moved]), by: .commandLine)
      #expect(report.faults.isEmpty)
      #expect(report.counts.assignments.changed == 1)
      #expect(report.counts.assignments.added == 1)
      let held = try await office.assignments(of: "000008")
      #expect(held.map(\.assignment.from) == [day("2027-04-01"), day("2026-04-01")])
      #expect(held.map(\.assignment.to) == [nil, day("2027-03-31")])
      let employee = try #require(try await office.employee("000008")).id
      let units = try await office.database.read { connection in
        try ["2027-03-31", "2027-04-01"].map { date in
          let unit = try AssignmentRecords.primaryUnit(of: employee, asOf: day(date), on: connection)
          return try unit.flatMap { try UnitRecords.tree(asOf: day(date), on: connection).path(of: $0) }
        }
      }
      #expect(units == ["統計局／統計課", "大臣官房／総務課"])
    }
  }

  @Test(arguments: Engine.available)
  func aFurtherPostThatTheListLacksStaysAndIsTold(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      let ended: [RosterColumn: String] = [
        .unit: "統計局／統計課", .assignmentKind: "併任", .assignedOn: "2025-04-01", .assignedUntil: "2026-03-31",
      ]
      let acting: [RosterColumn: String] = [.assignmentKind: "事務取扱", .assignedOn: "2026-03-01"]
      let all = Self.staff + [RosterSheet.person(7, ended), RosterSheet.person(7, acting)]
      let first = try await office.importer.apply(try RosterSheet.bytes(all), by: .commandLine)
      #expect(first.faults + first.warnings == [])
      let main = [Self.staff[0], Self.staff[2], Self.staff[3]]
      let report = try await office.importer.apply(try RosterSheet.bytes(main), by: .commandLine)
      #expect(report.faults == [])
      #expect(
        report.warnings == [
          RosterFault(
            row: 2,
            column: "発令区分",
            problem: .keptFurtherPost(.concurrent, from: day("2026-04-01"))
          ),
          RosterFault(
            row: 3,
            column: "発令区分",
            problem: .keptFurtherPost(.acting, from: day("2026-03-01"))
          ),
        ]
      )
      #expect(!report.counts.hasChanges)
      #expect(try await office.assignments(of: "000123").map(\.assignment.to) == [nil, nil])
      let columns = RosterColumn.allCases.filter { $0 != .assignmentKind }
      let plain = try await office.importer.check(try RosterSheet.bytes(main, columns: columns))
      #expect(plain.warnings == [])
    }
  }

  @Test(arguments: Engine.available)
  func aCorrectedPostOfTheSameDayReplacesTheWrongOne(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.staff), by: .commandLine)
      let corrected = RosterSheet.person(7, [.unit: "統計局／統計課", .rankBand: "係長相当", .post: "係長"])
      let report = try await office.importer.apply(try RosterSheet.bytes([corrected]), by: .commandLine)
      #expect(report.counts.assignments.changed == 1)
      let held = try await office.assignments(of: "000007")
      #expect(held.map(\.post.title) == ["係長"])
      #expect(held.first?.assignment.to == nil)
      #expect(try await office.count("people_change") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func faultsThatOnlyTheDatabaseShowsAreTold(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.staff), by: .commandLine)
      let tree = try await office.tree(day("2026-04-01"))
      let statistics = try #require(tree.ordered.first { $0.name == "統計課" })
      try await office.database.write { connection in
        try UnitRecords.end(statistics.id, lastDay: day("2027-03-31"), on: connection)
      }
      let rows = [
        RosterSheet.person(30, [.unit: "統計局／統計課", .assignedOn: "2027-04-01"]),
        RosterSheet.person(7, [.assignedOn: "2025-04-01", .assignedUntil: "2026-04-30"]),
        RosterSheet.person(31, [.employerCode: "nobody", .employer: ""]),
        RosterSheet.person(32, [.unitKind: "室"]),
        RosterSheet.person(33, [.unitKind: "課"]),
      ]
      let report = try await office.importer.apply(try RosterSheet.bytes(rows), by: .commandLine)
      #expect(
        report.faults == [
          RosterFault(row: 2, column: "所属", problem: .dissolvedUnit(lastDay: day("2027-03-31"))),
          RosterFault(row: 3, column: "発令日", problem: .overlapsStoredPost(from: day("2026-04-01"))),
          RosterFault(row: 4, column: "特定事業主コード", problem: .unknownEmployer),
          RosterFault(row: 5, column: "組織区分", problem: .contradictsRow(3)),
        ]
      )
    }
  }

  @Test(arguments: Engine.available)
  func anEarlierAssignmentLetsTheUnitBeginEarlier(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.staff), by: .commandLine)
      #expect(try await office.tree(day("2025-04-01")).ordered.isEmpty)
      let earlier = RosterSheet.person(40, [.assignedOn: "2024-04-01"])
      let report = try await office.importer.apply(try RosterSheet.bytes([earlier]), by: .commandLine)
      #expect(report.counts.units.changed == 2)
      #expect(try await office.tree(day("2025-04-01")).ordered.map(\.name) == ["大臣官房", "秘書課"])
    }
  }

  @Test(arguments: Engine.available)
  func aRenamedUnitIsFoundByItsNameOfEitherTime(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.staff), by: .commandLine)
      let old = try #require(try await office.tree(day("2026-04-01")).ordered.first { $0.name == "統計課" })
      let new = OrganizationUnit(
        id: old.id,
        employer: old.employer,
        code: old.code,
        parent: old.parent,
        name: "データ課",
        kind: old.kind,
        sortOrder: old.sortOrder,
        from: day("2027-04-01")
      )
      try await office.database.write { try UnitRecords.change(to: new, on: $0) }
      let rows = [
        RosterSheet.person(8, [.unit: "統計局／データ課", .leftOn: "2026-12-31", .technical: "はい"]),
        RosterSheet.person(41, [.unit: "統計局／統計課", .assignedOn: "2026-10-01"]),
        RosterSheet.person(42, [.unit: "統計局／データ課", .assignedOn: "2027-04-01"]),
      ]
      let report = try await office.importer.apply(try RosterSheet.bytes(rows), by: .commandLine)
      #expect(report.faults.isEmpty)
      #expect(report.counts.units == RosterCounts.Tally())
      #expect(report.counts.assignments.unchanged == 1)
      let export = try await office.export()
      #expect(!(try await office.importer.check(export).counts.hasChanges))
      #expect(String(decoding: export, as: UTF8.self).contains("統計局／データ課"))
    }
  }

  @Test func aBigListIsImported() async throws {
    try await PeopleOffice.with(.sqlite) { office in
      let rows = (1...3000).map { RosterSheet.person($0, [.unit: "局\($0 % 10)／課\($0 % 100)"]) }
      let report = try await office.importer.apply(try RosterSheet.bytes(rows), by: .commandLine)
      #expect(report.counts.employees.added == 3000)
      #expect(report.counts.units.added == 110)
    }
  }
}
