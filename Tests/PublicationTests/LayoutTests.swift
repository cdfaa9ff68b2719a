import CivilTime
import DisclosureRules
import Indicators
import Markup
import Testing

@testable import Plan
@testable import Publication

@Suite("The two files for the government's site")
struct LayoutTests {
  typealias Sample = PublishedPlan

  @Test func fillsAGoalFromTheEmployersOwnFigure() throws {
    let material = try Sample.material(
      [Sample.office(), EmployerMaterial(code: "fire", name: "消防", settings: EmployerSettings([:]))],
      ["T01": .ratio(Ratio(31, of: 88))]
    )
    let file = try ReadBack(try ImplementationLayout.table(material).csv())
    #expect(file.heading.count == 138)
    #expect(file.rows.count == 2)
    #expect(try file.cell(0, "団体名") == "役所")
    #expect(try file.cell(0, "計画へのリンク") == "https://www.example.jp/plan")
    #expect(try file.cell(0, "ア採用1_目標項目") == "採用の女性")
    #expect(try file.cell(0, "ア採用1_目標値") == "35％以上")
    #expect(try file.cell(0, "ア採用1_最新値") == "35.2％")
    #expect(try file.cell(0, "ア採用1_最新値の時点") == "2026-03-31")
    #expect(try file.cell(0, "ア採用1_取組1") == "宣言")
    #expect(try file.cell(0, "ア採用1_取組2") == "面談")
    #expect(try file.cell(0, "公表年月") == "2026-06")
    // The figure of all is not 消防's own, and what is not known stays blank.
    #expect(try file.cell(1, "ア採用1_最新値") == "")
    #expect(try file.cell(1, "公表年月") == "")
  }

  struct AmountCase: Sendable, CustomTestStringConvertible {
    let amount: ReportedAmount
    let text: String
    var testDescription: String { "\(amount)" }
  }

  @Test(arguments: [
    AmountCase(amount: .ratio(Ratio(0, of: 88)), text: "0.0％"),
    AmountCase(amount: .ratio(Ratio(3, of: 9)), text: "n<10"),
    AmountCase(amount: .ratio(Ratio(0, of: 0)), text: "n<10"),
    AmountCase(amount: .ratio(Ratio(10, of: 10)), text: "100.0％"),
    AmountCase(amount: .ratio(Ratio(41, of: 40)), text: "102.5％"),
    AmountCase(amount: .withheld, text: "非表示"),
    AmountCase(amount: .value(milli: 35_200, of: nil), text: "35.2％"),
    AmountCase(amount: .value(milli: 33_333, of: Ratio(3, of: 9)), text: "n<10"),
  ])
  func writesARateOnlyOfTenOrMore(_ example: AmountCase) throws {
    let material = try Sample.material([Sample.office()], ["T01": example.amount])
    let file = try ReadBack(try ImplementationLayout.table(material).csv())
    #expect(try file.cell(0, "ア採用1_最新値") == example.text)
  }

  struct LengthCase: Sendable {
    let characters: Int
    let faults: Int
  }

  @Test(arguments: [LengthCase(characters: 100, faults: 0), LengthCase(characters: 101, faults: 1)])
  func countsTheCharactersOfAMeasure(_ example: LengthCase) throws {
    let title = String(repeating: "髙", count: example.characters)
    let text = Sample.text([Sample.target(1, "採用の女性", field: "hiring")], measure: title, links: Sample.links)
    let material = try Sample.material([Sample.office()], text: text)
    let faults = LayoutCheck.findings(material).filter { $0.weight == .fault }
    #expect(faults.count == example.faults)
    if example.faults > 0 {
      #expect(faults.first?.column == "ア採用1_取組1")
      #expect(faults.first?.message == "100文字までの欄に101文字あります。短くしてください。")
    }
  }

  @Test func tellsWhatHasNoColumnsAndWhatIsNotSet() throws {
    let targets = (1...4).map { Sample.target($0, "目標\($0)", field: "promotion") }
    let material = try Sample.material([Sample.office(settings: [:])], text: Sample.text(targets))
    let findings = LayoutCheck.findings(material)
    #expect(findings.contains { $0.message.contains("「目標4」は入りません") && $0.weight == .warning })
    #expect(findings.contains { $0.column == "公表年月" && $0.weight == .fault })
    #expect(findings.contains { $0.column == "採用ページへのリンク" && $0.weight == .warning })
    #expect(findings.contains { $0.column == "エ配置・育成・教育訓練及び評価・登用1_最新値" })
  }

  @Test(arguments: [
    "http://www.example.jp/", "javascript:alert(1)", "https://", "https://a b", "https://例え.jp/",
    "https://a\"b",
  ])
  func refusesLinksThatAreNotSound(_ link: String) throws {
    let office = Sample.office(settings: ["month": "2026-06", "plan-link": link])
    let material = try Sample.material([office])
    #expect(LayoutCheck.findings(material).contains { $0.weight == .fault && $0.column == "計画へのリンク" })
    #expect(!PublicPage.external("計画", link).text.contains("<a"))
  }

  @Test func fillsTheItemsFromRecords() throws {
    let office = Sample.office(
      figures: [
        "workforce.women-hired": Sample.recorded(31, of: 88),
        "workforce.women-staff": Sample.withheld,
        "workforce.tenure-women": Sample.recorded(12 * 150, of: 10, .average(.years)),
        "workforce.tenure-men": Sample.recorded(12 * 165, of: 10, .average(.years)),
        "workforce.women-managers-july": Sample.recorded(9, of: 9),
        "workforce.women-hired-experienced": Sample.recorded(4, of: 12),
      ],
      payGap: Sample.payGap([
        Sample.figure(.permanent, 884, 40, 60), Sample.figure(.other, 750, 9, 60),
        Sample.figure(.all, nil, 0, 120),
      ])
    )
    let file = try ReadBack(try DisclosureLayout.table(try Sample.material([office])).csv())
    #expect(try file.cell(0, "ア採用した職員に占める女性（％）_常勤_その他") == "35.2")
    #expect(try file.cell(0, "ア採用した職員に占める女性（％）_常勤_基幹的な職員のまとまり") == "")
    #expect(try file.cell(0, "ア_備考（数値の時点等）") == "2026-03-31時点")
    #expect(try file.cell(0, "ウ職員に占める女性（％）_常勤_その他") == "")
    #expect(try file.cell(0, "ウ_備考（数値の時点等）") == "公表しない理由：人数が少ないため")
    #expect(try file.cell(0, "エ継続勤務年数（年）または離職率（％）_女性") == "15")
    #expect(try file.cell(0, "エ継続勤務年数（年）または離職率（％）_女性から男性を引いた差") == "-1.5")
    #expect(try file.cell(0, "サ管理的地位に占める女性（％）") == "")
    #expect(try file.cell(0, "ス中途採用（人）_女性") == "4")
    #expect(try file.cell(0, "ス中途採用（人）_男性") == "8")
    #expect(try file.cell(0, "給与の男女の差異（％）_任期の定めのない常勤職員") == "88.4")
    #expect(try file.cell(0, "給与の男女の差異（％）_任期の定めのない常勤職員以外の職員") == "")
    #expect(try file.cell(0, "給与の男女の差異（％）_全職員") == "")
    #expect(try file.cell(0, "給与の男女の差異_備考（数値の時点等）").contains("空欄には、人数が少ないため表示しないものがあります"))
  }

  @Test func keepsNoughtAndBlankApart() throws {
    let office = Sample.office(
      figures: [
        "workforce.women-hired": Sample.recorded(0, of: 12),
        "workforce.women-staff": Sample.recorded(0, of: 0),
      ]
    )
    let file = try ReadBack(try DisclosureLayout.table(try Sample.material([office])).csv())
    #expect(try file.cell(0, "ア採用した職員に占める女性（％）_常勤_その他") == "0.0")
    #expect(try file.cell(0, "ウ職員に占める女性（％）_常勤_その他") == "")
    #expect(try file.cell(0, "ウ_備考（数値の時点等）") == "公表しない理由：該当する職員がいないため")
    #expect(try file.cell(0, "イ_備考（数値の時点等）") == "")
  }

  @Test func putsTheMainGroupWhereItIsNamed() throws {
    let office = Sample.office(
      settings: ["month": "2026-06", "main-group": "=事務職"],
      figures: ["workforce.women-hired": Sample.recorded(31, of: 88)]
    )
    let file = try ReadBack(try DisclosureLayout.table(try Sample.material([office])).csv())
    #expect(try file.cell(0, "ア採用した職員に占める女性（％）_常勤_基幹的な職員のまとまり") == "35.2")
    #expect(try file.cell(0, "ア採用した職員に占める女性（％）_常勤_その他") == "")
    #expect(try file.cell(0, "ア_備考（数値の時点等）") == "2026-03-31時点。基幹的な職員のまとまりは「=事務職」")
  }

  @Test func showsTheOvertimeOfAMonthInHours() throws {
    let id = "working-time.overtime-per-month"
    let remark = "超過勤務手当の対象になる職員の平均。管理職と非常勤の職員を含まない"
    // 960 minutes in 64 months of people are a quarter of an hour.
    let office = Sample.office(figures: [id: Sample.recorded(960, of: 64, .average(.hours))])
    let file = try ReadBack(try DisclosureLayout.table(try Sample.material([office])).csv())
    #expect(try file.cell(0, "ク超過勤務（一月当たりの平均時間）") == "0.3")
    #expect(try file.cell(0, "ケ超過勤務（一月当たりの平均時間）_常勤_その他") == "0.3")
    #expect(try file.cell(0, "ケ超過勤務（一月当たりの平均時間）_非常勤_その他") == "")
    #expect(try file.cell(0, "クケ_備考（数値の時点等）") == "2026-03-31時点。" + remark)
    let few = Sample.office(figures: [id: Sample.withheld])
    let blank = try ReadBack(try DisclosureLayout.table(try Sample.material([few])).csv())
    #expect(try blank.cell(0, "ク超過勤務（一月当たりの平均時間）") == "")
    #expect(try blank.cell(0, "クケ_備考（数値の時点等）") == "公表しない理由：人数が少ないため")
    let none = try ReadBack(try DisclosureLayout.table(try Sample.material([Sample.office()])).csv())
    #expect(try none.cell(0, "クケ_備考（数値の時点等）") == "")
  }

  @Test func guardsFreeTextAgainstFormulas() throws {
    let office = Sample.office(settings: [
      "month": "2026-06", "blank-reason.A2": "=HYPERLINK(1)", "plan-link": "https://www.example.jp/",
    ])
    let material = PublicationMaterial(
      content: try Sample.material([]).content,
      isDraft: false,
      employers: [
        EmployerMaterial(code: "office", name: "@役所", settings: EmployerSettings([:])), office,
      ],
      history: []
    )
    let file = try ReadBack(try DisclosureLayout.table(material).csv())
    #expect(try file.cell(0, "団体名") == "'@役所")
    #expect(try file.cell(1, "イ_備考（数値の時点等）") == "公表しない理由：=HYPERLINK(1)")
  }

  @Test func showsAFigureFromAFileInItsOwnCell() throws {
    let supplied = SuppliedFigure(
      milli: nil,
      ratio: Ratio(120, of: 400),
      asOf: Sample.day("2025-12-31"),
      source: "試験の記録、申込時の性別"
    )
    let few = SuppliedFigure(
      milli: 50_000,
      ratio: Ratio(2, of: 4),
      asOf: Sample.day("2025-12-31"),
      source: "試験の記録、申込時の性別"
    )
    let office = Sample.office(supplied: [
      "publication.a2.regular-other": supplied, "publication.b2.men": few,
    ])
    let file = try ReadBack(try DisclosureLayout.table(try Sample.material([office])).csv())
    #expect(try file.cell(0, "イ受験者に占める女性（％）_常勤_その他") == "30.0")
    #expect(try file.cell(0, "イ_備考（数値の時点等）") == "2025-12-31時点。取り込んだ数値：試験の記録、申込時の性別")
    #expect(try file.cell(0, "カ育児休業取得率（％）_男性") == "")
  }

  @Test func isJudgedByTheRuleOfItsMonth() throws {
    let office = Sample.office(
      figures: [
        "workforce.women-hired": Sample.recorded(31, of: 88),
        "workforce.tenure-women": Sample.recorded(1800, of: 10, .average(.years)),
      ],
      payGap: Sample.payGap([Sample.figure(.all, 800, 40, 60)])
    )
    #expect(LayoutCheck.verdict(office, on: Sample.day("2026-03-31")).isEmpty)
    let later = LayoutCheck.verdict(office, on: Sample.day("2026-04-01"))
    #expect(later.map(\.kind) == [.missing(.managers)])
    #expect(later.first?.isConfirmed == false)
  }

  @Test func hasTheSameColumnsWhateverIsSet() {
    let settings = [[:], ["main-group": "事務職", "tenure-item": "leaving", "rank-day": "march"]]
    let headings = settings.map { values in
      DisclosureItem.allCases.flatMap {
        DisclosureCells.cells(of: $0, EmployerSettings(values)).map(\.heading)
      }
    }
    #expect(headings[0] == headings[1])
  }

  @Test func loadsEachColumnUnderOneKey() {
    let keys = PublicationKeys.all.map(\.canonical)
    #expect(Set(keys).count == keys.count)
    #expect(keys.contains("publication.a2.regular-other"))
    #expect(keys.contains("publication.b2.men-12m"))
  }
}
