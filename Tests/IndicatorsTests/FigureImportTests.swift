import CivilTime
import DelimitedText
import People
import Store
import TestSupport
import Testing

@testable import Indicators

@Suite("Figures from files")
struct FigureImportTests {
  static let keys = FigureKeys([
    FigureKeys.Key("soumu:T08", spellings: ["T08"], reading: .share),
    FigureKeys.Key("soumu:T12", spellings: ["T12"], reading: .average),
    FigureKeys.Key("soumu:T22", spellings: ["T22"], reading: .count),
    FigureKeys.Key("a.sums", reading: .share, isComputed: true),
  ])
  static let heading = "指標,特定事業主コード,年度,時点,値,分子,分母,出典,方法,注記"

  static func file(_ lines: String...) -> [UInt8] {
    Array(([heading] + lines).joined(separator: "\r\n").utf8)
  }

  private func run(
    _ database: any SQLDatabase,
    _ clock: SettableClock,
    _ bytes: [UInt8],
    isDryRun: Bool = false
  ) async throws -> FigureImportReport {
    try await FigureImport(database: database, clock: clock, ids: RecordIDSource(clock: clock))
      .run(bytes, keys: Self.keys, isDryRun: isDryRun)
  }

  private func stored(_ database: any SQLDatabase) async throws -> [ImportedFigure] {
    let years = FiscalYear(startYear: 2000)...FiscalYear(startYear: 2030)
    return try await database.read { connection in
      try ImportedFigureRecords.latest(
        keys: ["soumu:T08", "soumu:T12", "soumu:T22", "a.sums"],
        years: years,
        on: connection
      )
    }
  }

  @Test(arguments: Engine.available)
  func keepsEveryLineWithWhereItCameFrom(_ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, clock in
      let bytes = Self.file(
        "T08,soumu,令和6年度,R7.3.31,85.9,4634,5395,人事院の公表,1日以上,新しい定義",
        "T08,,2024,2025-03-31,,\"1,234\",\"1,500\",本省の集計,1か月以上,",
        "T12,,2025,2025-12-31,16.2,,,給与等実態調査,平均,"
      )
      let report = try await run(database, clock, bytes)
      #expect(report.outcome == .applied)
      #expect(report.rows == 3)
      let figures = try await stored(database)
      #expect(figures.map(\.key) == ["soumu:T08", "soumu:T08", "soumu:T12"])
      #expect(figures.map(\.employer) == [nil, RecordID(1), nil])
      #expect(figures.map(\.ratio) == [Ratio(1234, of: 1500), Ratio(4634, of: 5395), nil])
      #expect(figures.map(\.valueMilli) == [nil, 85_900, 16_200])
      #expect(figures.map(\.line) == [3, 2, 4])
      #expect(figures[1].source == "人事院の公表")
      #expect(figures[1].note == "新しい定義")
      #expect(figures[1].asOf == FigureStaff.day("2025-03-31"))
    }
  }

  @Test(arguments: Engine.available)
  func changesNothingWhenTheSameFileComesTwice(_ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, clock in
      let bytes = Self.file("T08,,2024,2025-03-31,85.9,,,出典,方法,")
      let checked = try await run(database, clock, bytes, isDryRun: true)
      #expect(checked.outcome == .checked)
      let none = try await stored(database)
      #expect(none.isEmpty)
      _ = try await run(database, clock, bytes)
      let again = try await run(database, clock, bytes)
      #expect(again.outcome == .alreadyImported)
      let one = try await stored(database)
      #expect(one.count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func letsALaterLineSupersedeAnEarlierOneAndKeepsBoth(_ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, clock in
      for value in ["85.9", "86.1"] {
        _ = try await run(database, clock, Self.file("T08,,2024,2025-03-31,\(value),,,出典,方法,"))
        clock.advance(milliseconds: 5)
      }
      _ = try await run(database, clock, Self.file("T08,,2024,2025-03-31,50,,,出典,別の方法,"))
      let newest = try await stored(database)
      #expect(newest.map(\.valueMilli) == [86_100, 50_000])
      let all = try await database.read { try ImportedFigureRecords.history(of: "soumu:T08", on: $0) }
      #expect(all.map(\.valueMilli) == [50_000, 86_100, 85_900])
    }
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let line: String
    let column: String
    let reason: String
    var testDescription: String { line }
  }

  static let bad = [
    Bad(line: "T99,,2024,2025-03-31,85.9,,,出典,方法,", column: "指標", reason: "「T99」という指標はありません。"),
    Bad(line: "T08,mars,2024,2025-03-31,85.9,,,出典,方法,", column: "特定事業主コード", reason: "「mars」という特定事業主はありません。"),
    Bad(line: "T08,,24,2025-03-31,85.9,,,出典,方法,", column: "年度", reason: "「24」は年度として読めません。"),
    Bad(line: "T08,,2024,2025-02-29,85.9,,,出典,方法,", column: "時点", reason: "「2025-02-29」は暦にない日付です。"),
    Bad(line: "T08,,2026,2026-06-16,85.9,,,出典,方法,", column: "時点", reason: "2026-06-16はまだ来ていない日です。"),
    Bad(line: "T08,,2024,2025-03-31,85.9001,,,出典,方法,", column: "値", reason: "「85.9001」は数として読めません。"),
    Bad(line: "T08,,2024,2025-03-31,-1,,,出典,方法,", column: "値", reason: "負の数です。"),
    Bad(line: "T08,,2024,2025-03-31,,3,0,出典,方法,", column: "分母", reason: "分母が0です。0で割る率はありません。"),
    Bad(line: "T08,,2024,2025-03-31,,3,-5,出典,方法,", column: "分母", reason: "分母が-5です。0で割る率はありません。"),
    Bad(line: "T08,,2024,2025-03-31,,3,,出典,方法,", column: "分母", reason: "空です。"),
    Bad(line: "T08,,2024,2025-03-31,,,3,出典,方法,", column: "分子", reason: "空です。"),
    Bad(line: "T08,,2024,2025-03-31,,-1,3,出典,方法,", column: "分子", reason: "負の数です。"),
    Bad(line: "T08,,2024,2025-03-31,,1.5,3,出典,方法,", column: "分子", reason: "「1.5」は整数として読めません。"),
    Bad(line: "T08,,2024,2025-03-31,,,,出典,方法,", column: "値", reason: "値も分子・分母もありません。"),
    Bad(line: "T08,,2024,2025-03-31,50.2,1,2,出典,方法,", column: "値", reason: "値が分子と分母から計算した50.000と合いません。"),
    Bad(line: "T12,,2024,2024-12-31,15.2,300,20,出典,方法,", column: "値", reason: "値が分子と分母から計算した15.000と合いません。"),
    Bad(line: "T22,,2024,2025-03-31,4,3,20,出典,方法,", column: "値", reason: "値が分子と分母から計算した3.000と合いません。"),
    Bad(line: "T08,,2024,2025-03-31,85.9,,,,方法,", column: "出典", reason: "空です。"),
    Bad(line: "T08,,2024,2025-03-31,85.9,,,出典,,", column: "方法", reason: "空です。"),
  ]

  @Test(arguments: bad)
  func refusesTheWholeFileForOneLine(_ row: Bad) async throws {
    try await FigureStaff.with(.sqlite) { database, clock in
      let bytes = Self.file("T08,,2023,2024-03-31,80.9,,,出典,方法,", row.line)
      let report = try await run(database, clock, bytes)
      #expect(report.outcome == .refused)
      #expect(report.faults.map(\.line) == [3])
      #expect(report.faults.map(\.column) == [row.column])
      #expect(report.faults.map(\.reason) == [row.reason])
      #expect(report.faults.allSatisfy { !$0.remedy.isEmpty })
      let none = try await stored(database)
      #expect(none.isEmpty)
    }
  }

  @Test func takesACharacterSetOfOfficesAndEnglishHeadings() async throws {
    try await FigureStaff.with(.sqlite) { database, clock in
      // 指標… in CP932: only its source and method are Japanese here.
      let heading = Array("key,fiscal_year,as_of,value,source,method\n".utf8)
      let line = Array("T08,2024,2025-03-31,85.9,".utf8) + [0x90, 0x6C, 0x8E, 0x96, 0x89, 0x40] + [0x2C]
      let report = try await run(database, clock, heading + line + [0x8F, 0x57, 0x8C, 0x76, 0x0A])
      #expect(report.outcome == .applied)
      let figures = try await stored(database)
      #expect(figures.map(\.source) == ["人事院"])
      #expect(figures.map(\.method) == ["集計"])
    }
  }

  @Test func warnsOfWhatIsAcceptedButUnusual() async throws {
    try await FigureStaff.with(.sqlite) { database, clock in
      _ = try await run(database, clock, Self.file("T12,,2024,2024-12-31,15,,,出典,全職員の平均,"))
      clock.advance(milliseconds: 5)
      let report = try await run(
        database,
        clock,
        Self.file(
          "T08,,2024,2025-03-31,102.5,1025,1000,出典,方法,",
          "T08,,2025,2026-03-31,49,,,出典,方法,",
          "a.sums,,2025,2026-03-31,,5,20,出典,方法,",
          "T12,,2025,2025-12-31,16,,,出典,在職者の平均,"
        )
      )
      #expect(report.outcome == .applied)
      #expect(report.warnings.map(\.line) == [2, 3, 4, 5])
      #expect(report.warnings.map(\.column) == ["分子", "分母", "指標", "方法"])
      #expect(report.warnings.last?.reason.contains("全職員の平均") == true)
    }
  }

  @Test func refusesTwoLinesAboutTheSameThing() async throws {
    try await FigureStaff.with(.sqlite) { database, clock in
      let line = "T08,,2024,2025-03-31,85.9,,,出典,方法,"
      let report = try await run(database, clock, Self.file(line, "soumu:T08,,2024,2025-03-31,80,,,出典,方法,"))
      #expect(report.outcome == .refused)
      #expect(report.faults.map(\.reason) == ["2行目と同じ指標、特定事業主、年度、時点、方法です。"])
    }
  }

  @Test(arguments: [
    ("", "ファイルに行がありません。"), ("指標,年度\n", "列「時点」がありません。"), ("\(heading)\n", "数値の行がありません。"),
  ])
  func saysWhatIsMissingInAFile(_ text: String, _ reason: String) async throws {
    try await FigureStaff.with(.sqlite) { database, clock in
      let report = try await run(database, clock, Array(text.utf8))
      #expect(report.outcome == .refused)
      #expect(report.faults.first?.reason == reason)
    }
  }

  @Test func neverChangesAFigureThatWasImported() async throws {
    try await FigureStaff.with(.sqlite) { database, clock in
      _ = try await run(database, clock, Self.file("T08,,2024,2025-03-31,85.9,,,出典,方法,"))
      await #expect(throws: StoreError.appendOnly("imported_figure")) {
        try await database.write { try $0.execute("UPDATE imported_figure SET value_milli = 1") }
      }
    }
  }

  static let years: [(text: String, year: Int?)] = [
    ("2025", 2025), ("２０２５年度", 2025), ("令和7年度", 2025), ("R7", 2025), ("令和元年度", 2019), ("平成30年", 2018),
    ("25", nil), ("7", nil), ("2025-04", nil), ("", nil), ("9999", nil),
  ]

  @Test(arguments: years)
  func readsYearsAsOfficesWriteThem(_ row: (text: String, year: Int?)) {
    #expect(CellNumbers.year(row.text)?.startYear == row.year)
  }

  static let numbers: [(text: String, milli: Int?)] = [
    ("35.2", 35_200), ("0", 0), ("１２．５", 12_500), ("1,234.567", 1_234_567), ("102.5％", 102_500),
    ("-3", -3_000),
    ("1.", nil), (".5", nil), ("1.2345", nil), ("1e3", nil), ("12,34", nil), ("9999999999999", nil),
    ("", nil),
    ("1\u{301}", nil),
  ]

  @Test(arguments: numbers)
  func readsNumbersToTheThousandth(_ row: (text: String, milli: Int?)) {
    #expect(CellNumbers.milli(row.text) == row.milli)
  }
}
