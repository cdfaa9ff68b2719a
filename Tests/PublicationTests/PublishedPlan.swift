import CivilTime
import DisclosureRules
import Indicators
import Store
import Testing

@testable import Plan
@testable import Publication

/// A small plan with a target in several fields, and a follow-up of it made by hand.
enum PublishedPlan {
  static let year = FiscalYear(startYear: 2025)

  static func day(_ text: String) -> CivilDate {
    CivilDate(iso: text) ?? CivilDate(dayNumber: 0)
  }

  static func target(_ number: Int, _ title: String, field: String, more: String = "") -> String {
    """
      - id: T0\(number)
        title: \(title)
        measures: [A-1-1, A-1-2]
        numerator: 女性
        denominator: 全員
        counting: 年度で数えます。
        value: 35
        unit: percent
        direction: at-least
        deadline: {fiscal_year: 2025}
        field: \(field)
    \(more)
    """
  }

  static func text(_ targets: [String], measure: String = "宣言", links: String = "") -> String {
    """
    format: 1
    code: small
    edition: 1
    title: 小さな計画
    legal_basis:
      - act: 女性の職業生活における活躍の推進に関する法律
        article: 第19条
    employers:
      - code: office
        name: 役所
        issuer: 長
      - code: fire
        name: 消防
        issuer: 消防長
    period:
      from: 2021-04-01
      until: 2026-03-31
    \(links)
    themes:
      - id: growth
        title: 成長
        diagnosis: 成長の実感が低めです。
    chapters:
      - id: A
        title: 章
        items:
          - id: A-1
            title: 項目
            theme: growth
            measures:
              - id: A-1-1
                title: \(measure)
                summary: 宣言します。
                owners: [manager, staff]
                phase: phase-2
                cadence: yearly
                evidence: 宣言の文。
              - id: A-1-2
                title: 面談
                summary: 面談します。
                owners: [superior]
                phase: continuing
                cadence: event
                evidence: 面談の日。
    targets:
    \(targets.joined(separator: "\n"))

    """
  }

  static let links = """
    links:
      plan: https://www.example.jp/plan
      recruiting: https://www.example.jp/recruiting
    """

  static func version(_ text: String) throws -> PlanVersion {
    switch PlanFile.read(text) {
    case .failure(let faults): throw faults
    case .success(let plan):
      return PlanVersion(
        id: RecordID(1),
        plan: plan,
        digest: PlanDigest(bytes: Array(repeating: 7, count: 32)),
        loadedAt: Instant(milliseconds: 1_700_000_000_000)
      )
    }
  }

  static func reported(_ amount: ReportedAmount, _ place: ReportedPlace) -> ReportedFigure {
    ReportedFigure(
      place: place,
      year: year,
      asOf: day("2026-03-31"),
      isProvisional: false,
      amount: amount,
      origin: .computed,
      source: "職員の名簿",
      definition: "女性の割合",
      definitionVersion: 1
    )
  }

  /// What each target stands at for 役所; the figure of all is of 役所 and 消防 together.
  static func content(
    _ version: PlanVersion,
    _ amounts: [String: ReportedAmount],
    reason: String? = nil
  ) -> FollowUpContent {
    let targets = version.plan.targets.map { target in
      let amount = amounts[target.id.text]
      return TargetLine(
        id: target.id,
        judged: amount.map { reported($0, .all) },
        byEmployer: amount.map { [reported($0, .employer(code: "office", name: "役所"))] } ?? [],
        verdict: .unknown,
        distance: "まだ数字がありません",
        reason: reason
      )
    }
    return FollowUpContent(
      version: version,
      year: year,
      asOf: day("2026-03-31"),
      madeOn: day("2026-06-10"),
      measures: [],
      targets: targets,
      figures: []
    )
  }

  static func recorded(
    _ women: Int,
    of all: Int,
    _ form: Indicator.Form = .share,
    on text: String = "2026-03-31"
  ) -> RecordedFigure {
    RecordedFigure(ratio: Ratio(women, of: all), form: form, asOf: day(text), isProvisional: false)
  }

  static let withheld = RecordedFigure(
    ratio: nil,
    form: .share,
    asOf: day("2026-03-31"),
    isProvisional: false
  )

  static func payGap(
    _ figures: [PayGapFigure],
    method: PayGap.Method = .persons,
    year: FiscalYear = year
  ) -> PayGapYear {
    PayGapYear(year: year, method: method, origin: .computed, explanation: "", note: "", figures: figures)
  }

  static func figure(
    _ employment: PayEmployment,
    _ permille: Int?,
    _ women: Int?,
    _ men: Int?
  ) -> PayGapFigure {
    PayGapFigure(row: .employment(employment), permille: permille, women: women, men: men)
  }

  static func office(
    settings: [String: String] = ["month": "2026-06"],
    figures: [String: RecordedFigure] = [:],
    supplied: [String: SuppliedFigure] = [:],
    payGap: PayGapYear? = nil,
    before: PayGapYear? = nil
  ) -> EmployerMaterial {
    EmployerMaterial(
      code: "office",
      name: "役所",
      settings: EmployerSettings(settings),
      figures: figures,
      supplied: supplied,
      payGap: payGap,
      payGapBefore: before
    )
  }

  static func material(
    _ employers: [EmployerMaterial],
    _ amounts: [String: ReportedAmount] = [:],
    text: String? = nil,
    isDraft: Bool = false,
    reason: String? = nil
  ) throws -> PublicationMaterial {
    let plan = text ?? Self.text([target(1, "採用の女性", field: "hiring")], links: links)
    let content = content(try version(plan), amounts, reason: reason)
    let line = PublicationMaterial.HistoryLine(day: day("2026-06-10"), text: "公表しました")
    return PublicationMaterial(content: content, isDraft: isDraft, employers: employers, history: [line])
  }
}
