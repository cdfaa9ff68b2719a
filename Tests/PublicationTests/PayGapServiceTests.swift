import CivilTime
import DisclosureRules
import People
import Store
import TestSupport
import Testing

@testable import Publication

@Suite("Computing the pay gap and taking it over")
struct PayGapServiceTests {
  static let year = PublishedPlan.year

  /// Twenty women and twenty men with an odd pay that must be found nowhere afterwards.
  static let payFile =
    "性別,区分,職位,採用年度,年間給与,換算\n"
    + (0..<20).map { "女,常勤,係長相当職,\(2000 + $0),5432\($0 % 10)11,1\n" }.joined()
    + (0..<20).map { "男,常勤,係長相当職,\(2000 + $0),6789\($0 % 10)22,１\n" }.joined()
    + "記載なし,その他,,,1000000,0.5\n"

  static func compute(
    _ office: PublicationOffice,
    _ text: String = payFile,
    method: PayGap.Method = .persons,
    year: FiscalYear = year,
    isDryRun: Bool = false
  ) async throws -> PayGapReport {
    try await office.payGap.compute(
      Array(text.utf8),
      employer: "office",
      year: year,
      method: method,
      scheme: .state,
      explanation: "説明です。",
      isDryRun: isDryRun
    )
  }

  @Test(arguments: Engine.available)
  func storesResultsAndNobodysPay(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      let report = try await Self.compute(office)
      #expect(report.outcome == .applied)
      #expect(report.rows == 41)
      #expect(report.leftOut == 1)
      let stored = try #require(try await office.payGaps()[PublicationOffice.office])
      #expect(stored == report.years[0].payGap)
      #expect(stored.explanation == "説明です。")
      // Women 5,432,x11 and men 6,789,x22 on average 5,432,461 and 6,789,472.
      let all = try #require(stored.figure(.employment(.all)))
      #expect(all == PayGapFigure(row: .employment(.all), permille: 800, women: 20, men: 20))
      #expect(stored.figure(.employment(.other))?.permille == nil)
      #expect(stored.figure(.band(.chief))?.permille == 800)
      // Hired in 2000: the 26th year; hired in 2019: the 7th.
      #expect(stored.figure(.service(.years26))?.women == 1)
      #expect(stored.figure(.service(.years6))?.women == 4)
      let payload: String = try await office.database.read { connection in
        try connection.value("SELECT payload FROM journal_entry ORDER BY id DESC LIMIT 1") ?? ""
      }
      #expect(!payload.contains("5432") && !payload.contains("6789") && !payload.contains("説明"))
      let largest: Int = try await office.database.read { connection in
        try connection.value("SELECT MAX(ratio_permille) FROM pay_gap_figure") ?? 0
      }
      #expect(largest == 800)
    }
  }

  @Test(arguments: Engine.available)
  func doesTheSameFileOnce(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      #expect(try await Self.compute(office, isDryRun: true).outcome == .checked)
      #expect(try await office.count("pay_gap_run") == 0)
      #expect(try await Self.compute(office).outcome == .applied)
      #expect(try await Self.compute(office).outcome == .alreadyImported)
      #expect(try await office.count("pay_gap_run") == 1)
      // Another method is another result, and it replaces the first as a whole.
      let later = try await Self.compute(office, method: .hours)
      #expect(later.outcome == .applied)
      #expect(try await office.payGaps()[PublicationOffice.office]?.method == .hours)
      await #expect(throws: StoreError.self) {
        try await office.database.write { try $0.execute("DELETE FROM pay_gap_figure") }
      }
    }
  }

  @Test(arguments: Engine.available)
  func warnsOfAChangedMethod(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      _ = try await Self.compute(office, year: Self.year.advanced(by: -1))
      #expect(try await Self.compute(office).warnings.isEmpty)
      let changed = try await Self.compute(office, method: .hours)
      #expect(changed.warnings.count == 1)
      #expect(changed.warnings[0].hasPrefix("役所：計算の方法が令和6年度の"))
    }
  }

  struct FaultCase: Sendable, CustomTestStringConvertible {
    let row: String
    let column: String
    var testDescription: String { row }
  }

  @Test(arguments: [
    FaultCase(row: "?,常勤,,,5000000,", column: "性別"), FaultCase(row: "女,?,,,5000000,", column: "区分"),
    FaultCase(row: "女,常勤,社長,,5000000,", column: "職位"),
    FaultCase(row: "女,常勤,本庁課長相当職,,5000000,", column: "職位"),
    FaultCase(row: "女,常勤,,2026,5000000,", column: "採用年度"),
    FaultCase(row: "女,常勤,,R2,5000000,", column: "採用年度"),
    FaultCase(row: "女,常勤,,,\"5,000,000\",", column: "年間給与"), FaultCase(row: "女,常勤,,,-1,", column: "年間給与"),
    FaultCase(row: "女,常勤,,,,", column: "年間給与"), FaultCase(row: "女,常勤,,,5000000.5,", column: "年間給与"),
    FaultCase(row: "女,常勤,,,99999999999999999999,", column: "年間給与"),
    FaultCase(row: "女,常勤,,,5000000,0", column: "換算"), FaultCase(row: "女,常勤,,,5000000,1.5", column: "換算"),
    FaultCase(row: "女,常勤,,,5000000,0.3333", column: "換算"),
  ])
  func tellsWhatCannotBeRead(_ example: FaultCase) async throws {
    try await PublicationOffice.with(.sqlite) { office in
      let report = try await Self.compute(office, "性別,区分,職位,採用年度,年間給与,換算\n女,常勤,,,1,\n\(example.row)\n")
      #expect(report.outcome == .refused)
      #expect(report.faults.map(\.column) == [example.column])
      #expect(report.faults.map(\.line) == [3])
      #expect(try await office.count("pay_gap_run") == 0)
    }
  }

  @Test func needsItsColumnsAndItsEmployer() async throws {
    try await PublicationOffice.with(.sqlite) { office in
      let incomplete = try await Self.compute(office, "性別,区分\n女,常勤\n")
      #expect(incomplete.faults.map(\.column) == ["年間給与"])
      let empty = try await Self.compute(office, "")
      #expect(empty.faults.count == 1)
      await #expect(throws: PublicationError.unknownEmployer("nobody")) {
        try await office.payGap.compute(
          Array(Self.payFile.utf8),
          employer: "nobody",
          year: Self.year,
          method: .persons,
          scheme: .state,
          explanation: "",
          isDryRun: true
        )
      }
    }
  }

  static let heading = "特定事業主コード,年度,表,行,比率,女性の人数,男性の人数,方法,説明,注記\n"

  @Test(arguments: Engine.available)
  func takesFinishedRatiosOver(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      let text =
        Self.heading
        + "office,2025,employment,permanent,88.4,40,60,persons,説明,注記\n"
        + "office,2025,全職員に係る情報,全職員,56,,,実人数,,\n"
        + "office,2025,service,31～35年,,0,12,persons,,\n"
        + "fire,2025,band,director,90.0,,,換算,,\n"
      let report = try await office.payGap.takeOver(Array(text.utf8), isDryRun: false)
      #expect(report.faults.isEmpty)
      #expect(report.outcome == .applied)
      let stored = try await office.payGaps()
      let payGap = try #require(stored[PublicationOffice.office])
      #expect(payGap.origin == .imported)
      #expect(
        payGap.figures == [
          PayGapFigure(row: .employment(.permanent), permille: 884, women: 40, men: 60),
          PayGapFigure(row: .employment(.all), permille: 560, women: nil, men: nil),
          PayGapFigure(row: .service(.years31), permille: nil, women: 0, men: 12),
        ]
      )
      #expect(stored[PublicationOffice.fire]?.method == .hours)
      let again = try await office.payGap.takeOver(Array(text.utf8), isDryRun: false)
      #expect(again.outcome == .alreadyImported)
    }
  }

  @Test(arguments: [
    FaultCase(row: "nobody,2025,employment,all,88.4,,,persons,,", column: "特定事業主コード"),
    FaultCase(row: "office,2027,employment,all,88.4,,,persons,,", column: "年度"),
    FaultCase(row: "office,2025,employment,director,88.4,,,persons,,", column: "行"),
    FaultCase(row: "office,2025,employment,all,88.45,,,persons,,", column: "比率"),
    FaultCase(row: "office,2025,employment,all,-1,,,persons,,", column: "比率"),
    FaultCase(row: "office,2025,employment,all,88.4,x,,persons,,", column: "女性の人数"),
    FaultCase(row: "office,2025,employment,all,88.4,,,heads,,", column: "方法"),
    FaultCase(row: "office,2025,employment,permanent,88.4,,,persons,,", column: "行"),
    FaultCase(row: "office,2025,employment,all,88.4,,,hours,,", column: "方法"),
    FaultCase(
      row: "office,2025,employment,all,88.4,,,persons,\(String(repeating: "あ", count: 1001)),",
      column: "説明"
    ),
  ])
  func tellsWhatIsWrongInRatios(_ example: FaultCase) async throws {
    try await PublicationOffice.with(.sqlite) { office in
      let text = Self.heading + "office,2025,employment,permanent,88.4,,,persons,,\n\(example.row)\n"
      let report = try await office.payGap.takeOver(Array(text.utf8), isDryRun: false)
      #expect(report.outcome == .refused)
      #expect(report.faults.map(\.column) == [example.column])
      #expect(report.faults.map(\.line) == [3])
    }
  }

  struct NumberCase: Sendable {
    let text: String
    let decimals: Int
    let number: Int?
  }

  @Test(arguments: [
    NumberCase(text: "87.5", decimals: 1, number: 875), NumberCase(text: "87", decimals: 1, number: 870),
    NumberCase(text: "0.0", decimals: 1, number: 0), NumberCase(text: "87.55", decimals: 1, number: nil),
    NumberCase(text: ".5", decimals: 1, number: nil), NumberCase(text: "5.", decimals: 1, number: nil),
    NumberCase(text: "1.2.3", decimals: 3, number: nil), NumberCase(text: "0.25", decimals: 3, number: 250),
    NumberCase(text: "", decimals: 1, number: nil), NumberCase(text: "1e3", decimals: 1, number: nil),
  ])
  func readsDecimals(_ example: NumberCase) {
    #expect(FileNumber.decimal(example.text, decimals: example.decimals) == example.number)
  }

  @Test func writesDecimals() {
    #expect(FileNumber.text(5, decimals: 1) == "0.5")
    #expect(FileNumber.text(-15, decimals: 1) == "-1.5")
    #expect(FileNumber.milli(15_300) == "15.3")
    #expect(FileNumber.milli(15_000) == "15")
    #expect(FileNumber.milli(-1_500) == "-1.5")
    #expect(FileNumber.milli(0) == "0")
    #expect(FileNumber.milli(7) == "0.007")
  }
}
