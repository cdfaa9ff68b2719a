internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 要因の分析の一覧: which units of the visitor have to analyse, and how far they are.
struct AnalysesPage: Sendable {
  /// One unit that owes an analysis, or has begun or submitted one.
  struct Line: Sendable {
    let unit: RecordID<OrganizationUnit>
    let path: String
    let count: Int
    let standing: AnalysisStanding
    let author: String?
  }

  let year: FiscalYear
  /// In the order of the organisation; those that stand no more come last.
  let lines: [Line]
  let today: CivilDate

  private var due: CivilDate { LimitAnalysis.dueDay(of: year) }

  var content: PageContent {
    PageContent(
      title: "上限を超えた要因の分析",
      breadcrumbs: [Breadcrumb("超過勤務の上限", LimitWatchPaths.home)],
      lead: lead,
      body: actions + table
    )
  }

  private var lead: HTML {
    let open = lines.count { !$0.standing.isAnswered }
    let added = lines.count { AnalysisWords.isAdded($0.standing) }
    let provisional = lines.count { $0.standing == .provisional }
    let concerned = lines.count { $0.standing != .notOwed }
    let state: String =
      if concerned == 0 { "分析が必要な組織はありません。" } else if open == 0, provisional == 0 {
        "\(concerned)つの組織がすべて提出しました。"
      } else if open == 0 { "" } else if due < today { "\(open)つの組織が期限を過ぎて未提出です。" } else {
        "\(open)つの組織が未提出です。"
      }
    let more = added == 0 ? "" : "うち\(added)つの組織には、提出の後に上限を超えた月が加わりました。"
    let confirmation: String =
      if provisional == 0 { "" } else if today > year.lastDay {
        "\(provisional)つの組織は、年度の途中に提出したままで、確認（もう一度提出）がまだです。"
      } else { "\(provisional)つの組織は、これまでの月の分を提出しました。年度が終わった後に、もう一度提出して確認します。" }
    return "\(year.japanese)分は、\(state)\(more)\(confirmation)期限は\(due.japanese)です。"
  }

  private var actions: HTML {
    Panels.actions([
      Buttons.link("前の年度", to: LimitWatchPaths.analyses(year.advanced(by: -1)), size: .small),
      Buttons.link("次の年度", to: LimitWatchPaths.analyses(year.advanced(by: 1)), size: .small),
    ])
  }

  private var table: HTML {
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
          .link(line.path, to: LimitWatchPaths.analysis(line.unit, year)),
          .text("\(line.count)"), .html(AnalysisWords.state(line.standing, in: year, on: today)),
          .text(line.author ?? "－"),
        ]
      },
      note: "上限を超えて超過勤務を命じたときは、年度の末日の翌日から6か月以内に要因を整理、分析及び検証します（人事院規則15―14第16条の2の2第3項）。",
      narrow: .stacks
    )
  }
}

/// How the state of an analysis is told.
enum AnalysisWords {
  static func state(_ standing: AnalysisStanding, in year: FiscalYear, on today: CivilDate) -> HTML {
    let isLate = LimitAnalysis.dueDay(of: year) < today
    switch standing {
    case .notOwed: return StatusTag.draw("対象の月なし", tone: .neutral)
    case .open(let isDraft):
      if isLate { return StatusTag.draw("期限を過ぎています", tone: .alarm) }
      return StatusTag.draw(isDraft ? "下書き" : "未作成", tone: isDraft ? .neutral : .attention)
    case .incomplete(let missing, let wasFinal):
      return StatusTag.draw("未分析の月 \(missing)人月", tone: wasFinal || isLate ? .alarm : .attention)
    case .provisional:
      return today > year.lastDay
        ? StatusTag.draw("確認待ち", tone: .attention) : StatusTag.draw("提出済み（年度の途中）", tone: .ongoing)
    case .done: return StatusTag.draw("提出済み", tone: .success)
    }
  }

  /// Whether months have come since it was submitted.
  static func isAdded(_ standing: AnalysisStanding) -> Bool {
    if case .incomplete = standing { true } else { false }
  }
}
