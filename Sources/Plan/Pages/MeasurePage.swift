internal import CivilTime
internal import Duties
internal import Evidence
internal import Indicators
internal import Markup
internal import Site

/// 取組: what a measure asks of whom, how far it has come, what was reported, and how it went before.
struct MeasurePage: Sendable {
  let sheet: MeasureSheet
  let words: DutyWords
  /// Whether the reader may report without a duty.
  let mayReport: Bool
  /// The ways to the rows behind figures that the reader may open.
  let links: RowLinks
  /// The form with which the secretariat stops a measure; nothing for everybody else.
  let decision: DecisionForm?

  private var overview: PlanOverview { sheet.overview }
  private var plan: ActionPlan { overview.plan }
  private var measure: MeasureContent { sheet.content }
  private var year: FiscalYear { overview.year }
  private var state: MeasureState { sheet.state }

  var content: PageContent {
    PageContent(
      title: "\(sheet.row.id) \(measure.title)",
      breadcrumbs: [Breadcrumb("取組と指標", Paths.home(year))],
      lead: lead,
      faults: decision?.faults ?? [],
      printing: .landscape,
      body: PlanNotices.period(plan, in: year, today: overview.today) + repeated + stopped + choice + actions
        + Panels.keyValues(MeasureFacts(sheet: sheet).all) + duties + coverage + targets + figures + reports
        + history + otherDefinitions + (decision?.section(sheet, year) ?? .empty)
    )
  }

  private var lead: HTML {
    var parts: [String] = []
    if let coverage = StateWords.coverage(state) { parts.append("実施割合は\(coverage)") }
    if let evidence = state.evidence, evidence.cases > 0 { parts.append(StateWords.reports(evidence)) }
    parts += state.figures.map { figure in
      "\(figure.definition.title)は\(FigureWords.line(figure))（\(FigureWords.asOf(figure))）"
    }
    guard !parts.isEmpty else { return "\(year.japanese)は、まだ報告されていません。" }
    return "\(year.japanese)の\(parts.joined(separator: "、"))です。"
  }

  private var repeated: HTML {
    guard let original = sheet.row.aliasOf else { return .empty }
    let link: HTML = "<a class=\"word\"\(href: Paths.measure(original, year))>\(original.text)</a>"
    return Panels.notice(.information, "再掲です", body: "<p>\(link)と同じ取組で、状態もそのまま示します。</p>")
  }

  private var stopped: HTML {
    guard let decision = state.decision else { return .empty }
    let day = OfficeZone.date(of: decision.at).japaneseWithoutWeekday
    return Panels.notice(
      .information,
      "\(year.japanese)は中止としました",
      body: "<p>\(decision.reason)（\(day)、推進事務局）</p>"
    )
  }

  private var actions: HTML {
    var links: [HTML] = []
    if !measure.duties.isEmpty {
      links.append(Buttons.link("自分の担当を見る", to: Paths.ownDuties(sheet.original), size: .small))
    }
    if mayReport {
      links.append(Buttons.link("この取組を報告する", to: Paths.reportForm(sheet.original), size: .small))
    }
    return Panels.actions(links)
  }

  private var duties: HTML {
    guard !measure.duties.isEmpty else {
      let text = measure.indicators.isEmpty ? "行ったことを報告すると、ここに数えられます。" : "数値は記録から計算します。"
      return Panels.section("だれが、いつ", body: "<p>だれかに期限を付けて求めることはありません。\(text)</p>")
    }
    let table = DataTable.draw(
      id: "duties",
      caption: "この取組で求めること",
      columns: [
        .init("だれが", .rowHeader), .init("何を", .text), .init("いつ", .text), .init("期限", .text),
        .init("示すもの", .text),
      ],
      rows: measure.duties.map { duty in
        [
          .text(words.debtor(duty.debtor)), .text(duty.task ?? measure.summary),
          .text(words.occasion(duty.occasion)), .text(words.due(duty)), .text(words.evidence(duty.evidence)),
        ]
      },
      note: "<p>\(measure.coverage.japanese)</p>",
      narrow: .stacks
    )
    return Panels.section("だれが、いつ", body: table)
  }

  private var coverage: HTML {
    guard let total = state.coverage else { return .empty }
    let all = CoveragePlace(title: "全体", isEmployer: true, coverage: total)
    let table = DataTable.draw(
      id: "coverage",
      caption: "\(year.japanese)の実施割合（\(total.asOf.japaneseWithoutWeekday)現在）",
      columns: [
        .init("特定事業主・組織", .rowHeader), .init("求めた数", .number), .init("済み", .number),
        .init("免除", .number), .init("期限超過", .number), .init("割合", .number, unit: "％"),
      ],
      rows: ([all] + sheet.places).map(row),
      note: "<p>割合は、済みの数を、求めた数から免除の数を引いた数で割ったものです。\(FigureWords.withheldNote)</p>",
      narrow: .stacks
    )
    return Panels.section("実施割合", body: table)
  }

  private func row(_ place: CoveragePlace) -> DataTable.Row {
    let title = place.isEmployer ? place.title : "　\(place.title)"
    guard let coverage = place.coverage else {
      return DataTable.Row([.text(title)] + (0..<5).map { _ in .text(FigureWords.withheld) }, tone: .quiet)
    }
    let rate = Tally(ratio: coverage.ratio, people: 0).rate
    let counts = [coverage.owed, coverage.fulfilled, coverage.excused, coverage.overdue]
    return DataTable.Row(
      [.text(title)] + counts.map { .text(FigureWords.grouped($0)) }
        + [.text(rate ?? (coverage.ratio.denominator > 0 ? FigureWords.tooFewForRate : "－"))]
    )
  }

  private var figures: HTML {
    HTML(state.figures.enumerated().map(section))
  }

  private func section(_ place: Int, _ figure: IndicatorFigure) -> HTML {
    let block = FigureTable.block(figure, caption: "\(year.japanese)の\(figure.definition.title)")
    let definition = FigureTable.definition(figure)
    let body =
      FollowUpHTML.draw(block, id: "figure-\(place)", leads: .toPages)
      + "<p class=\"hint\">\(FigureWords.withheldNote)</p>"
      + links.paragraph(figure.definition.id, year)
      + Panels.details(
        "この数値の定義と出典",
        body: FollowUpHTML.draw(.facts(definition), id: "definition-\(place)", leads: .toPages)
      )
    return Panels.section(figure.definition.title, body: body)
  }

  private var reports: HTML {
    SheetReports(reports: sheet.reports, year: year, words: words, isReported: state.evidence != nil).section
  }

  private var targets: HTML {
    let targets = plan.targets(of: sheet.row.id)
    guard !targets.isEmpty else { return .empty }
    let table = DataTable.draw(
      id: "targets",
      caption: "この取組の目標",
      columns: [
        .init("番号", .rowHeader), .init("目標", .text), .init("目標値", .word), .init("期限", .word),
        .init("実績", .text), .init("目標との差", .text),
      ],
      rows: targets.map(row),
      narrow: .stacks
    )
    return Panels.section("目標", body: table)
  }

  private func row(_ target: Target) -> DataTable.Row {
    let standing = overview.targets[target.id]
    let amount = standing?.judged.map { figure in TargetFigureWords.amount(figure.amount, of: target) }
    return [
      .link(target.id.text, to: Paths.target(target.id, year)), .text(target.title),
      .text(target.value.japanese), .text(target.deadline.japanese), .text(amount ?? "まだ数字がありません"),
      .text(standing?.distance.japanese ?? "まだ数字がありません"),
    ]
  }

  private var history: HTML {
    let lines = sheet.mappings.map { line -> HTML in "<li>\(line.japanese)</li>" }
    let list: HTML = lines.isEmpty ? .empty : "<ul>\(lines)</ul>"
    guard !sheet.history.isEmpty else {
      return lines.isEmpty ? .empty : Panels.section("これまで", body: list)
    }
    let table = DataTable.draw(
      id: "history",
      caption: "年度ごとの状況",
      columns: [
        .init("年度", .rowHeader), .init("番号", .word), .init("実施割合", .text), .init("報告", .number, unit: "件"),
      ],
      rows: sheet.history.map { line in
        [
          .link(line.year.japanese, to: Paths.measure(line.measure, line.year)), .text(line.measure.text),
          line.coverage.map { .text(StateWords.coverage($0)) } ?? .none,
          .text(FigureWords.grouped(line.cases)),
        ]
      },
      narrow: .stacks
    )
    return Panels.section("これまで", body: table + list)
  }

  private var otherDefinitions: HTML {
    var lines = FollowUpOutline.rules
    if measure.assumed.contains(.owners) { lines.append("担当は計画に書かれていないため、このデータで仮に置いています。") }
    if measure.assumed.contains(.cadence) { lines.append("頻度は計画に書かれていないため、このデータで仮に置いています。") }
    if measure.assumed.contains(.duties) {
      lines.append("だれにいつまでに求めるかは計画に書かれていないため、このデータで仮に置いています。")
    }
    lines.append("\(state.status.japanese)：\(state.status.explanation)")
    lines += plan.targets(of: sheet.row.id).flatMap(Self.definition)
    return Panels.details("このほかの定義", body: FollowUpHTML.draw(.list(lines), id: "rules", leads: .toPages))
  }

  private static func definition(_ target: Target) -> [String] {
    let below = target.denominator.map { text in "、分母は\(text)" } ?? ""
    return ["\(target.id) \(target.title)：分子は\(target.numerator)\(below)です。\(target.counting)"] + target.notes
  }

  private var choice: HTML {
    Forms.search(
      action: Paths.measure(sheet.row.id),
      submit: "この年度を見る",
      content: YearField.draw(overview.years, chosen: year)
    )
  }
}
