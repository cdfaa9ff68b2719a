internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 要因の分析の一覧: which units of the visitor have to analyse, and how far they are.
struct AnalysesPage: Sendable {
  let year: FiscalYear
  let counts: [RecordID<OrganizationUnit>: Int]
  let analyses: [RecordID<OrganizationUnit>: LimitAnalysis]
  let reach: LimitReach
  let today: CivilDate

  private struct Line {
    let unit: RecordID<OrganizationUnit>
    let count: Int
    let analysis: LimitAnalysis?
    var isDone: Bool { analysis?.isSubmitted ?? false }
  }

  private var lines: [Line] {
    reach.tree.ordered.filter { reach.answersFor($0.id) }.compactMap { unit in
      let count = counts[unit.id] ?? 0
      let analysis = analyses[unit.id]
      return count == 0 && analysis == nil ? nil : Line(unit: unit.id, count: count, analysis: analysis)
    }
  }

  private var due: CivilDate { LimitAnalysis.dueDay(of: year) }

  var content: PageContent {
    let lines = lines
    return PageContent(
      title: "上限を超えた要因の分析",
      breadcrumbs: [Breadcrumb("超過勤務の上限", LimitWatchPaths.home)],
      lead: lead(lines),
      body: actions + table(lines)
    )
  }

  private func lead(_ lines: [Line]) -> HTML {
    let open = lines.count { !$0.isDone }
    let state: String =
      if lines.isEmpty { "分析が必要な組織はありません。" } else if open == 0 {
        "\(lines.count)つの組織がすべて提出しました。"
      } else if due < today { "\(open)つの組織が期限を過ぎて未提出です。" } else {
        "\(open)つの組織が未提出です。"
      }
    return "\(year.japanese)分は、\(state)期限は\(due.japanese)です。"
  }

  private var actions: HTML {
    Panels.actions([
      Buttons.link("前の年度", to: LimitWatchPaths.analyses(year.advanced(by: -1)), size: .small),
      Buttons.link("次の年度", to: LimitWatchPaths.analyses(year.advanced(by: 1)), size: .small),
    ])
  }

  private func table(_ lines: [Line]) -> HTML {
    guard !lines.isEmpty else {
      return Panels.emptyState(
        "\(year.japanese)に上限を超えた職員はいません",
        "上限を超えた職員のいる組織があると、ここに表示します。"
      )
    }
    return DataTable.draw(
      id: "analyses",
      caption: "\(year.japanese)の分析",
      columns: [
        .init("組織", .rowHeader), .init("上限を超えた人月", .number), .init("状態", .word), .init("作成者", .word),
      ],
      rows: lines.map { line in
        [
          .link(reach.tree.path(of: line.unit) ?? "", to: LimitWatchPaths.analysis(line.unit, year)),
          .text("\(line.count)"), .html(AnalysisWords.state(line.analysis, due: due, today: today)),
          .text(line.analysis?.author ?? "－"),
        ]
      },
      note: "上限を超えて超過勤務を命じたときは、年度の末日の翌日から6か月以内に要因を整理、分析及び検証します（人事院規則15―14第16条の2の2第3項）。",
      narrow: .stacks
    )
  }
}

/// How the state of an analysis is told.
enum AnalysisWords {
  static func state(_ analysis: LimitAnalysis?, due: CivilDate, today: CivilDate) -> HTML {
    guard let analysis, analysis.isSubmitted else {
      if due < today { return StatusTag.draw("期限を過ぎています", tone: .alarm) }
      return StatusTag.draw(analysis == nil ? "未作成" : "下書き", tone: analysis == nil ? .attention : .neutral)
    }
    return StatusTag.draw("提出済み", tone: .success)
  }
}
