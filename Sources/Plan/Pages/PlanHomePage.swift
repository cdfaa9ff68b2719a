internal import Access
internal import CivilTime
internal import Indicators
internal import Markup
internal import Site

/// 取組と指標: every measure of the plan with its state, and the targets with their distance.
struct PlanHomePage: Sendable {
  let overview: PlanOverview
  /// Only measures of this status are listed; nil for all.
  let filter: MeasureStatus?
  let readsReport: Bool
  let readsUnits: Bool

  private var plan: ActionPlan { overview.plan }
  private var year: FiscalYear { overview.year }

  var content: PageContent {
    PageContent(
      title: "取組と指標",
      lead: lead,
      printing: .landscape,
      body: PlanNotices.period(plan, in: year, today: overview.today) + tiles + search + actions + targets
        + themes + listed
    )
  }

  private var lead: HTML {
    let stale = overview.staleCount
    let swept = overview.sweptOn.map { "義務は\($0.japaneseWithoutWeekday)、" } ?? ""
    let figures = overview.figuresComputedAt.map { at in
      "数値は\(OfficeZone.dateTimeText(at))に数えたものです。"
    }
    let updated = figures.map { "\(swept)\($0)" } ?? FigureWords.waiting
    let old = stale > 0 ? "90日以上更新のない取組が\(stale)件あります。" : ""
    return "\(year.japanese)の\(plan.title)（第\(plan.edition)版）です。\(updated)\(old)"
  }

  private var tiles: HTML {
    let counts = overview.counts
    return Panels.stats(
      StatusCounts.order.filter { status in status != .stopped || counts[status] != nil }.map { status in
        let link: HTML = "<a\(href: Paths.home(year, status))>\(status.japanese)の取組を見る</a>"
        return Panels.Stat(status.japanese, value: "\(counts[status] ?? 0)", unit: "件", note: link)
      }
    )
  }

  private var actions: HTML {
    var links = [Buttons.link("年間の予定と状況", to: Paths.yearView(year), size: .small)]
    if readsUnits { links.append(Buttons.link("組織ごとの取組", to: Paths.units(year), size: .small)) }
    if readsReport {
      links.append(
        Buttons.link("\(year.japanese)の年次フォローアップ", to: Paths.report(year), size: .small)
      )
    }
    links.append(Buttons.link("計画の版", to: Paths.versions, size: .small))
    return Panels.actions(links)
  }

  private var search: HTML {
    let states =
      [Fields.Choice("all", "すべて")] + MeasureStatus.allCases.map { .init($0.rawValue, $0.japanese) }
    let stateField = Fields.select(
      "state",
      label: "状態",
      choices: states,
      need: .unmarked,
      value: filter?.rawValue ?? "all"
    )
    return Forms.search(
      action: Paths.home,
      content: YearField.draw(overview.years, chosen: year) + stateField
    )
  }

  private var targets: HTML {
    guard !plan.targets.isEmpty, filter == nil else { return .empty }
    return Panels.section("目標", id: "targets-section", body: HomeTargets(overview: overview).table)
  }

  private var themes: HTML {
    guard !plan.themes.isEmpty, filter == nil else { return .empty }
    let facts = plan.themes.map { theme -> (term: String, value: HTML) in
      let items = plan.chapters.flatMap(\.items).filter { $0.theme == theme.id }
      let links = items.map { item -> HTML in
        "<li><a\(href: "#item-\(item.id)")>\(item.id) \(item.title)</a></li>"
      }
      return (term: theme.title, value: "<p>\(theme.diagnosis)</p><ul>\(links)</ul>")
    }
    return Panels.section("重点項目とその背景", body: Panels.keyValues(facts))
  }

  private var listed: HTML {
    let chapters = plan.chapters.map(chapter)
    guard let filter, chapters.allSatisfy(\.isEmpty) else { return HTML(chapters) }
    return Panels.emptyState("\(filter.japanese)の取組はありません", filter.explanation)
  }

  private func chapter(_ chapter: Chapter) -> HTML {
    let tables = chapter.items.map(item).filter { !$0.isEmpty }
    guard !tables.isEmpty else { return .empty }
    return Panels.section("第\(chapter.id)章 \(chapter.title)", id: "chapter-\(chapter.id)", body: HTML(tables))
  }

  private func item(_ item: PlanItem) -> HTML {
    let measures = item.measures.filter { measure in
      filter.map { overview.state(of: measure.id).status == $0 } ?? true
    }
    guard !measures.isEmpty else { return .empty }
    let table = DataTable.draw(
      id: "item-\(item.id)-table",
      caption: "\(item.id)の取組の状況",
      columns: [
        .init("番号", .rowHeader), .init("取組", .text), .init("状態", .word), .init("実施割合", .text),
        .init("数値と報告", .text), .init("更新", .word), .init("担当", .text),
      ],
      rows: measures.map(row),
      narrow: .stacks
    )
    let states = measures.map { overview.state(of: $0.id).status }
    return Panels.fold(
      "\(item.id) \(item.title)",
      id: "item-\(item.id)",
      sum: StatusCounts(states).tags,
      isOpen: filter != nil,
      body: table
    )
  }

  private func row(_ measure: Measure) -> DataTable.Row {
    guard let content = plan.content(of: measure.id) else { return [] }
    let state = overview.state(of: measure.id)
    return DataTable.Row(
      [
        .link(measure.id.text, to: Paths.measure(measure.id, year)),
        .html(MeasureTitle.draw(measure, content, year)), .html(StateTag.draw(state)),
        StateWords.coverage(state).map { .text($0) } ?? .none, figures(state),
        state.lastActivity.map { .text($0.japaneseShort) } ?? .none, .text(FigureWords.owners(content)),
      ],
      tone: state.status == .late ? .attention : .plain
    )
  }

  private func figures(_ state: MeasureState) -> DataTable.Cell {
    var lines = state.figures.map { figure -> HTML in
      "<p>\(figure.definition.title) \(FigureWords.line(figure))、\(FigureWords.asOf(figure))</p>"
    }
    if let evidence = state.evidence, evidence.cases > 0 {
      lines.append("<p>\(StateWords.reports(evidence))</p>")
    }
    return lines.isEmpty ? .none : .html(HTML(lines))
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
