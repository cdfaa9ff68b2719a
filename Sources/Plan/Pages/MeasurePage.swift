internal import CivilTime
internal import Indicators
internal import Markup
internal import Site

/// 取組: what a measure asks of whom, its figures, and how they are counted.
struct MeasurePage: Sendable {
  let shown: MeasureFollowUp

  private var plan: ActionPlan { shown.version.plan }
  private var measure: MeasureContent { shown.content }
  private var year: FiscalYear { shown.year }

  var content: PageContent {
    PageContent(
      title: "\(shown.row.id) \(measure.title)",
      breadcrumbs: [Breadcrumb("取組と指標", Paths.home(year))],
      lead: lead,
      printing: .landscape,
      body: repeated + Panels.keyValues(facts) + figures + targets + otherDefinitions
    )
  }

  private var lead: HTML {
    guard !shown.state.figures.isEmpty else { return "\(year.japanese)は、まだ報告されていません。" }
    let lines = shown.state.figures.map { figure in
      "\(figure.definition.title)は\(FigureWords.line(figure.total, figure.definition.form))"
    }
    guard shown.asOf != nil else { return "\(year.japanese)は、\(FigureWords.asOf(nil))。" }
    return "\(year.japanese)の\(lines.joined(separator: "、"))です（\(FigureWords.asOf(shown.asOf))）。"
  }

  private var repeated: HTML {
    guard let original = shown.row.aliasOf else { return .empty }
    let link: HTML = "<a\(href: Paths.measure(original, year))>\(original.text)</a>"
    return Panels.notice(.information, "再掲です", body: "<p>\(link)と同じ取組で、状態もそのまま示します。</p>")
  }

  private var facts: [(term: String, value: HTML)] {
    var facts: [(term: String, value: HTML)] = [
      (term: "状態", value: StateTag.draw(shown.state)), (term: "求められること", value: "\(measure.summary)"),
      (term: "担当", value: "\(FigureWords.owners(measure))"),
      (term: "実施時期", value: "\(measure.phase.japanese)"), (term: "頻度", value: "\(cadence)"),
      (term: "実施を示すもの", value: "\(measure.evidence)"),
    ]
    if !measure.participants.isEmpty {
      facts.append((term: "参加する人", value: "\(measure.participants.map(\.japanese).joined(separator: "・"))"))
    }
    if let day = measure.dueDay(after: year) {
      facts.append((term: "期限", value: "\(FollowUpOutline.dueSentence(year, day))"))
    }
    if let note = measure.note { facts.append((term: "備考", value: "\(note)")) }
    if !measure.related.isEmpty { facts.append((term: "関連する取組", value: links(measure.related))) }
    let aliases = plan.aliases(of: shown.original).map(\.id)
    if !aliases.isEmpty { facts.append((term: "再掲の行", value: links(aliases))) }
    return facts
  }

  private var cadence: String {
    let note = measure.cadenceNote.map { note in "（\(note)）" } ?? ""
    return measure.cadence.japanese + note
  }

  private func links(_ ids: [MeasureID]) -> HTML {
    let links = ids.map { "<a\(href: Paths.measure($0, year))>\($0.text)</a>" as HTML }
    return HTML(links.enumerated().map { $0 == 0 ? $1 : "、" + $1 })
  }

  private var figures: HTML {
    guard !shown.state.figures.isEmpty else {
      return Panels.section(
        "数値",
        body: Panels.emptyState("まだ報告されていません", "この取組の数値を数える記録は、まだこのシステムにありません。")
      )
    }
    return HTML(shown.state.figures.enumerated().map(section))
  }

  private func section(_ place: Int, _ figure: IndicatorFigure) -> HTML {
    let block = FigureTable.block(figure, caption: "\(year.japanese)の\(figure.definition.title)")
    let definition = FigureTable.definition(figure.definition, asOf: FigureWords.asOf(shown.asOf))
    let body =
      FollowUpHTML.draw(block, id: "figure-\(place)", leads: .toPages)
      + "<p class=\"hint\">\(FigureWords.withheldNote)</p>"
      + FollowUpHTML.draw(.facts(definition), id: "definition-\(place)", leads: .toPages)
    return Panels.section(figure.definition.title, body: body)
  }

  private var targets: HTML {
    let targets = plan.targets(of: shown.row.id)
    guard !targets.isEmpty else { return .empty }
    let table = DataTable.draw(
      id: "targets",
      caption: "この取組の目標",
      columns: [
        .init("番号", .rowHeader), .init("目標", .text), .init("目標値", .word), .init("期限", .word),
        .init("実績", .word),
      ],
      rows: targets.map { target in
        [
          .text(target.id.text), .text(target.title), .text(target.value.japanese),
          .text(target.deadline.japanese), .html(StateTag.draw(.notReported)),
        ]
      }
    )
    return Panels.section("目標", body: table)
  }

  private var otherDefinitions: HTML {
    var lines = FollowUpOutline.rules
    if measure.assumed.contains(.owners) { lines.append("担当は計画に書かれていないため、このデータで仮に置いています。") }
    if measure.assumed.contains(.cadence) { lines.append("頻度は計画に書かれていないため、このデータで仮に置いています。") }
    lines += plan.targets(of: shown.row.id).flatMap(Self.definition)
    return Panels.details("このほかの定義", body: FollowUpHTML.draw(.list(lines), id: "rules", leads: .toPages))
  }

  private static func definition(_ target: Target) -> [String] {
    let below = target.denominator.map { text in "、分母は\(text)" } ?? ""
    return ["\(target.id) \(target.title)：分子は\(target.numerator)\(below)です。\(target.counting)"] + target.notes
  }
}
