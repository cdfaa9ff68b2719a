import CivilTime
import DelimitedText
import Testing

@testable import People

@Suite struct RosterFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: [[RosterColumn: String]]
    let faults: [RosterFault]
    var testDescription: String { name }

    init(_ name: String, _ rows: [[RosterColumn: String]], _ faults: [RosterFault]) {
      self.name = name
      self.rows = rows
      self.faults = faults
    }

    /// One changed cell in one row.
    init(_ name: String, _ column: RosterColumn, _ text: String, _ problem: RosterProblem) {
      rows = [RosterSheet.row([column: text])]
      faults = [RosterFault(row: 2, column: column.japanese, problem: problem)]
      self.name = name
    }
  }

  private static func fault(_ row: Int, _ column: RosterColumn?, _ problem: RosterProblem) -> RosterFault {
    RosterFault(row: row, column: column?.japanese, problem: problem)
  }

  static let cells: [Case] = [
    Case("a word that is none", .rankBand, "部長級", .unknownWord(allowed: RankBand.choices)),
    Case("a sex that is none", .sex, "あ", .unknownWord(allowed: Sex.choices)),
    Case("neither yes nor no", .managerial, "たぶん", .unknownWord(allowed: ["はい", "いいえ"])),
    Case("a day that does not exist", .hiredOn, "2021-02-29", .noSuchDate),
    Case("a day before the era", .hiredOn, "令和元年4月30日", .noSuchDate),
    Case("an end before the start", .assignedUntil, "2026-03-31", .endBeforeStart),
    Case("left before hired", .leftOn, "2020-03-31", .leftBeforeHired),
    Case("assigned before hired", .assignedOn, "2019-04-01", .assignedOutsideService),
    Case("an empty number", .employeeNumber, "　", .emptyCell),
    Case("an empty unit", .unit, "", .emptyCell),
    Case("a long name", .familyName, String(repeating: "長", count: 101), .tooLong(limit: 100)),
    Case("a line break in a name", .givenName, "花\n子", .controlCharacter),
    Case("a path with a gap", .unit, "大臣官房／／秘書課", .emptyUnitName),
  ]

  static let rows: [Case] = [
    Case(
      "two main posts at once",
      [RosterSheet.row(), RosterSheet.row([.unit: "統計局／統計課", .assignedOn: "2026-07-01"])],
      [fault(3, .assignedOn, .twoPrimaryPosts(otherRow: 2))]
    ),
    Case(
      "two main posts, the longer one first in time",
      [
        RosterSheet.row([.assignedOn: "2026-06-01", .assignedUntil: "2026-06-30"]),
        RosterSheet.row([.unit: "統計局", .unitKind: "局"]),
      ],
      [fault(3, .assignedOn, .twoPrimaryPosts(otherRow: 2))]
    ),
    Case(
      "the same number with another name",
      [RosterSheet.row(), RosterSheet.row([.familyName: "高橋", .assignmentKind: "併任", .unit: "統計局"])],
      [fault(3, .familyName, .differentPerson(otherRow: 2))]
    ),
    Case(
      "the same person hired on two days",
      [RosterSheet.row(), RosterSheet.row([.hiredOn: "2021-04-01", .assignmentKind: "併任", .unit: "統計局"])],
      [fault(3, .hiredOn, .contradictsRow(2))]
    ),
    Case(
      "the same row twice",
      [RosterSheet.row(), RosterSheet.row()],
      [fault(3, nil, .repeatedRow(otherRow: 2))]
    ),
    Case(
      "one code, two employers",
      [RosterSheet.row(), RosterSheet.person(7, [.employer: "消防庁"])],
      [fault(3, .employer, .contradictsRow(2))]
    ),
    Case(
      "many faults in one row",
      [RosterSheet.row([.sex: "?", .hiredOn: "昨日", .unit: "", .post: ""])],
      [
        fault(2, .sex, .unknownWord(allowed: Sex.choices)), fault(2, .hiredOn, .noSuchDate),
        fault(2, .unit, .emptyCell), fault(2, .post, .emptyCell),
      ]
    ),
  ]

  @Test(arguments: cells + rows)
  func everyFaultIsToldWithItsPlace(_ it: Case) throws {
    let file = RosterFile(try RosterSheet.bytes(it.rows))
    #expect(Set(file.faults) == Set(it.faults))
    #expect(file.faults.count == it.faults.count)
    for fault in file.faults {
      #expect(fault.reason.utf8.last == "。".utf8.last)
      #expect(!fault.remedy.isEmpty)
    }
  }

  @Test func aSoundListHasNoFaults() throws {
    let concurrent = RosterSheet.row([.assignmentKind: "兼務", .unit: "統計局／統計課"])
    let earlier = RosterSheet.row([.assignedOn: "R2.4.1", .assignedUntil: "令和8年3月31日", .post: "主事"])
    let file = RosterFile(try RosterSheet.bytes([RosterSheet.row(), concurrent, earlier]))
    #expect(file.faults.isEmpty)
    #expect(file.rows.count == 3)
  }

  @Test func missingAndUnknownColumnsAreTold() throws {
    let columns = RosterColumn.allCases.filter { $0 != .familyName && $0 != .sex }
    let bytes = try RosterSheet.bytes([RosterSheet.row()], columns: columns) { column in
      column == .technical ? "血液型" : column.japanese
    }
    let faults = RosterFile(bytes).faults
    #expect(
      faults == [
        Self.fault(1, nil, .unknownColumn).named("血液型"), Self.fault(1, .familyName, .missingColumn),
        Self.fault(1, .sex, .missingColumn),
      ]
    )
    #expect(faults.map(\.isWarning) == [true, false, false])
  }

  @Test func aRepeatedColumnIsTold() throws {
    let bytes = try RosterSheet.bytes([RosterSheet.row()], columns: RosterColumn.allCases + [.sex])
    #expect(RosterFile(bytes).faults == [Self.fault(1, .sex, .repeatedColumn)])
  }

  @Test func rowsOfTheWrongWidthAreTold() throws {
    let header = RosterColumn.allCases.map(\.japanese).joined(separator: ",")
    let sound = RosterColumn.allCases.map { RosterSheet.row()[$0] ?? "" }
    let wide = (sound + ["余り"]).joined(separator: ",")
    let narrow = sound.dropLast().joined(separator: ",")
    let padded = (sound + ["", ""]).joined(separator: ",")
    let blank = String(repeating: ",", count: sound.count - 1)
    func faults(_ line: String) -> [RosterFault] { RosterFile(Array("\(header)\r\n\(line)\r\n".utf8)).faults }
    #expect(faults(wide) == [Self.fault(2, nil, .rowTooWide(cells: 25, columns: 24))])
    #expect(faults(narrow) == [Self.fault(2, nil, .rowTooNarrow(cells: 23, columns: 24))])
    #expect(faults(padded).isEmpty)
    #expect(faults(blank).isEmpty)
  }

  @Test func filesThatAreNoListsAreTold() throws {
    #expect(RosterFile([]).faults.contains(Self.fault(0, nil, .emptyFile)))
    let header = Array((RosterColumn.allCases.map(\.japanese).joined(separator: ",") + "\n").utf8)
    #expect(RosterFile(header).faults == [Self.fault(0, nil, .emptyFile)])
    for bytes in [Array("PK\u{3}\u{4}\u{0}\u{0}".utf8), header + Array("\"開いたまま".utf8)] {
      let isMalformed = RosterFile(bytes).faults.contains { fault in
        if case .malformed = fault.problem { true } else { false }
      }
      #expect(isMalformed)
    }
  }

  @Test(arguments: RosterColumn.allCases)
  func headersAreReadInBothLanguages(_ column: RosterColumn) {
    for header in [column.japanese, column.rawValue, " \(column.japanese)　", column.rawValue.uppercased()] {
      #expect(RosterColumn(header: header) == column)
    }
  }

  @Test func everyWordIsReadInItsOwnForms() {
    #expect(RosterWords<Sex>()("Ｆ") == .female)
    #expect(RosterWords<RankBand>()("課長補佐相当") == .deputyDirector)
    #expect(RosterWords<AssignmentKind>()("concurrent") == .concurrent)
    #expect(RosterWords<StaffCategory>()("任期付職員") == .termLimited)
    #expect(RosterWords<ExamCategory>()("一般職（高卒程度）") == .ordinaryHighSchool)
    #expect(RosterWords<UnitKind>()("外局") == .agency)
    #expect(YesOrNo.value("〇") == true)
    #expect(YesOrNo.value("１") == true)
    #expect(YesOrNo.value("") == false)
  }
}

extension RosterFault {
  fileprivate func named(_ column: String) -> RosterFault {
    RosterFault(row: row, column: column, problem: problem)
  }
}
