internal import CivilTime
internal import Indicators
internal import Markup
internal import Site

/// The targets of a plan in one table: where each stands, and how far it is to go.
struct HomeTargets {
  let overview: PlanOverview

  private var plan: ActionPlan { overview.plan }
  private var year: FiscalYear { overview.year }

  var table: HTML {
    DataTable.draw(
      id: "targets",
      caption: "目標と\(year.japanese)の数値",
      columns: [
        .init("番号", .rowHeader), .init("目標", .text), .init("目標値", .word), .init("期限", .word),
        .init("いま", .text), .init("目標との差", .text), .init("傾向", .word), .init("取組", .text),
      ],
      rows: plan.targets.map(row),
      note: "<p>\(FigureWords.withheldNote)</p>",
      narrow: .stacks
    )
  }

  private func row(_ target: Target) -> DataTable.Row {
    let standing = overview.targets[target.id]
    return [
      .link(target.id.text, to: Paths.target(target.id, year)), .text(target.title),
      .text(target.value.japanese), .text(target.deadline.japanese), .html(now(target, standing?.judged)),
      distance(standing), trend(standing),
      .html(HTML(target.measures.enumerated().map(measureLink))),
    ]
  }

  private func now(_ target: Target, _ figure: TargetFigure?) -> HTML {
    guard let figure else { return "まだありません" }
    let amount = TargetFigureWords.amount(figure.amount, of: target)
    let year = figure.year == year ? "" : "\(TargetFigureWords.year(figure.year, of: target))、"
    return "<p>\(amount)</p><p class=\"hint\">\(year)\(TargetFigureWords.asOf(figure))</p>"
  }

  private func distance(_ standing: TargetStanding?) -> DataTable.Cell {
    guard let standing, standing.judged != nil else { return .none }
    let tone: StatusTag.Tone = standing.distance == .reached ? .success : .neutral
    return .html(StatusTag.draw(standing.distance.japanese, tone: tone))
  }

  private func trend(_ standing: TargetStanding?) -> DataTable.Cell {
    let points = standing?.trend ?? []
    // Points of one way of counting only: lines do not join two.
    let latest = points.filter { point in point.definition == points.last?.definition }
    guard latest.count > 1 else { return .none }
    return .html(SparkLine(latest.map(\.milli)).svg)
  }

  private func measureLink(_ place: Int, _ id: MeasureID) -> HTML {
    let link: HTML = "<a class=\"word\"\(href: Paths.measure(id, year))>\(id.text)</a>"
    return place == 0 ? link : "、\(link)"
  }
}
