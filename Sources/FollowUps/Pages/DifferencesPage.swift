internal import CivilTime
internal import Markup
internal import Plan
internal import Site

/// 前年度との違い: where the reports of two years say different things.
struct DifferencesPage: Sendable {
  let last: FollowUpContent
  let this: FollowUpContent

  private var differences: [ReportDifference] { ReportComparison.betweenYears(last, this) }

  var content: PageContent {
    PageContent(
      title: "\(last.year.japanese)から\(this.year.japanese)への違い",
      breadcrumbs: [
        Breadcrumb("取組と指標", ReportPaths.plan(this.year)),
        Breadcrumb("\(this.year.japanese)の年次フォローアップ", ReportPaths.report(this.year)),
      ],
      lead: "状態と数値が変わったものを並べます。記入した文は比べません。",
      printing: .landscape,
      body: edition + table("targets", "目標", isTarget) + table("measures", "取組", isMeasure)
        + table("indicators", "記録から計算した数値", isIndicator)
    )
  }

  private var edition: HTML {
    guard last.version.id != this.version.id else { return .empty }
    return Panels.notice(
      .information,
      "計画の版が違います（第\(last.plan.edition)版と第\(this.plan.edition)版）。番号が変わった取組は、新しい番号で比べています。"
    )
  }

  private func isTarget(_ difference: ReportDifference) -> Bool {
    TargetID(difference.subject).map { this.plan.target($0) ?? last.plan.target($0) } ?? nil != nil
  }

  private func isMeasure(_ difference: ReportDifference) -> Bool {
    !isTarget(difference) && !isIndicator(difference)
  }

  private func isIndicator(_ difference: ReportDifference) -> Bool {
    this.figure(difference.subject) != nil || last.figure(difference.subject) != nil
  }

  private func table(_ id: String, _ caption: String, _ takes: (ReportDifference) -> Bool) -> HTML {
    DataTable.draw(
      id: id,
      caption: caption,
      columns: [
        .init("番号", .rowHeader), .init("名前"), .init("項目", .word), .init("範囲・数え方"),
        .init(last.year.japanese, .word), .init(this.year.japanese, .word),
      ],
      rows: differences.filter(takes).map { difference in
        [
          .text(difference.subject), .text(title(difference.subject)), .text(difference.detail.japanese),
          difference.place.map { .text($0) } ?? .none, difference.before.map { .text($0) } ?? .none,
          difference.after.map { .text($0) } ?? .none,
        ]
      },
      note: "「－」は、その年度の報告にないことを示します。0とは違います。",
      density: .dense
    )
  }

  private func title(_ subject: String) -> String {
    if let figure = this.figure(subject) ?? last.figure(subject) { return figure.title }
    if let id = TargetID(subject), let target = this.plan.target(id) ?? last.plan.target(id) {
      return target.title
    }
    let id = MeasureID(subject)
    return id.flatMap { this.plan.content(of: $0) ?? last.plan.content(of: $0) }?.title ?? ""
  }
}
