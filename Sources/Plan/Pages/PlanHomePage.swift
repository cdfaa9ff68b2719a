internal import CivilTime
internal import Indicators
internal import Markup
internal import Site

/// 取組と指標: every measure of the plan with its state, and the targets.
struct PlanHomePage: Sendable {
  /// Which measures are listed.
  enum Filter: String, Sendable, Hashable, CaseIterable {
    case all
    case computed
    case notReported = "not-reported"

    var japanese: String {
      switch self {
      case .all: "すべて"
      case .computed: "記録から計算"
      case .notReported: "未報告"
      }
    }

    func takes(_ state: MeasureState) -> Bool {
      switch (self, state) {
      case (.all, _), (.computed, .computed), (.notReported, .notReported): true
      case (.computed, .notReported), (.notReported, .computed): false
      }
    }
  }

  let followUp: FollowUp
  let today: CivilDate
  let filter: Filter
  let readsReport: Bool

  private var plan: ActionPlan { followUp.plan }
  private var year: FiscalYear { followUp.year }

  var content: PageContent {
    PageContent(
      title: "取組と指標",
      lead: "\(year.japanese)は、\(followUp.summary)\(followUp.asOfSentence)",
      printing: .landscape,
      body: search + report + HTML(plan.chapters.map(chapter)) + targets
    )
  }

  private var report: HTML {
    guard readsReport else { return .empty }
    return Panels.actions([Buttons.link("\(year.japanese)の年次フォローアップを見る", to: Paths.report(year))])
  }

  private var search: HTML {
    let years = [today.fiscalYear, today.fiscalYear.advanced(by: -1)]
    let yearField = Fields.select(
      "year",
      label: "年度",
      choices: years.map { .init("\($0.startYear)", $0.japanese) },
      need: .unmarked,
      value: "\(year.startYear)"
    )
    let stateField = Fields.select(
      "state",
      label: "状態",
      choices: Filter.allCases.map { .init($0.rawValue, $0.japanese) },
      need: .unmarked,
      value: filter.rawValue
    )
    return Forms.search(action: Paths.home, content: yearField + stateField)
  }

  private func chapter(_ chapter: Chapter) -> HTML {
    let tables = chapter.items.map(item).filter { !$0.isEmpty }
    guard !tables.isEmpty else { return .empty }
    return Panels.section("第\(chapter.id)章 \(chapter.title)", id: "chapter-\(chapter.id)", body: HTML(tables))
  }

  private func item(_ item: PlanItem) -> HTML {
    let measures = item.measures.filter { measure in filter.takes(followUp.state(of: measure.id)) }
    guard !measures.isEmpty else { return .empty }
    return DataTable.draw(
      id: "item-\(item.id)",
      caption: "\(item.id) \(item.title)",
      columns: [
        .init("番号", .rowHeader), .init("取組", .text), .init("状態", .word), .init("数値", .text),
        .init("実施時期", .word), .init("担当", .text),
      ],
      rows: measures.map(row)
    )
  }

  private func row(_ measure: Measure) -> DataTable.Row {
    guard let content = plan.content(of: measure.id) else { return [] }
    let state = followUp.state(of: measure.id)
    return [
      .link(measure.id.text, to: Paths.measure(measure.id, year)), .html(title(measure, content)),
      .html(StateTag.draw(state)), .html(figures(state)), .text(content.phase.japanese),
      .text(FigureWords.owners(content)),
    ]
  }

  private func title(_ measure: Measure, _ content: MeasureContent) -> HTML {
    guard let original = measure.aliasOf else { return "\(content.title)" }
    let link: HTML = "<a\(href: Paths.measure(original, year))>\(original.text)</a>"
    return "\(content.title)（\(link)の再掲）"
  }

  private func figures(_ state: MeasureState) -> HTML {
    guard !state.figures.isEmpty else { return "<span class=\"none\">－</span>" }
    let lines = state.figures.map { figure -> HTML in
      let line = FigureWords.line(figure.total, figure.definition.form)
      return "<p>\(figure.definition.title) \(line)、\(followUp.asOfText)</p>"
    }
    return HTML(lines)
  }

  private var targets: HTML {
    guard !plan.targets.isEmpty else { return .empty }
    let table = DataTable.draw(
      id: "targets",
      caption: "目標",
      columns: [
        .init("番号", .rowHeader), .init("目標", .text), .init("目標値", .word), .init("期限", .word),
        .init("実績", .word), .init("取組", .text),
      ],
      rows: plan.targets.map { target in
        [
          .text(target.id.text), .text(target.title), .text(target.value.japanese),
          .text(target.deadline.japanese), .html(StateTag.draw(.notReported)),
          .html(HTML(target.measures.enumerated().map(measureLink))),
        ]
      }
    )
    return Panels.section("目標", id: "targets-section", body: table)
  }

  private func measureLink(_ place: Int, _ id: MeasureID) -> HTML {
    let link: HTML = "<a\(href: Paths.measure(id, year))>\(id.text)</a>"
    return place == 0 ? link : "、\(link)"
  }
}

/// A state in its frame.
enum StateTag {
  static func draw(_ state: MeasureState) -> HTML {
    switch state {
    case .computed: StatusTag.draw(state.japanese, tone: .ongoing)
    case .notReported: StatusTag.draw(state.japanese, tone: .neutral)
    }
  }
}

/// What stands where the plan would be.
enum NoPlanPage {
  static let content = PageContent(
    title: "取組と指標",
    lead: "計画はまだ登録されていません。",
    body: Panels.emptyState(
      "計画はまだ登録されていません",
      "システム管理者が計画のファイルを登録すると（hataraki plan load）、取組と目標をここに表示します。"
    )
  )
}
