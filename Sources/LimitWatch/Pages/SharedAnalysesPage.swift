internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 推進委員会と共有する分析: what units submitted, without names and without numbers of fewer than ten people.
struct SharedAnalysesPage: Sendable {
  let year: FiscalYear
  let analyses: [LimitAnalysis]
  let tree: UnitTree

  private var factors: SharedFactors { SharedFactors(analyses) }

  var content: PageContent {
    PageContent(
      title: "上限を超えた要因の分析（共有）",
      breadcrumbs: [Breadcrumb("超過勤務の上限", LimitWatchPaths.home)],
      lead:
        "\(year.japanese)分は、\(analyses.count)つの組織が提出しました。期限は\(LimitAnalysis.dueDay(of: year).japanese)です。",
      body: actions + total + units
    )
  }

  private var due: CivilDate { LimitAnalysis.dueDay(of: year) }

  private var actions: HTML {
    Panels.actions([
      Buttons.link("前の年度", to: LimitWatchPaths.sharedAnalyses(year.advanced(by: -1)), size: .small),
      Buttons.link("次の年度", to: LimitWatchPaths.sharedAnalyses(year.advanced(by: 1)), size: .small),
    ])
  }

  private var total: HTML {
    guard !analyses.isEmpty else {
      return Panels.emptyState("提出された分析はまだありません", "組織が分析を提出すると、要因の数と対策をここに表示します。")
    }
    let total = factors.total
    return DataTable.draw(
      id: "factors",
      caption: "要因ごとの人月",
      columns: [.init("要因", .rowHeader), .init("人月", .number)],
      rows: OvertimeFactor.allCases.compactMap { factor in
        total[factor].map { [.text(factor.japanese), .text(Self.words($0))] }
      },
      note: "一人の一か月に複数の要因があれば、それぞれに数えます。\(Self.withheld)"
    )
  }

  private static let withheld = "「非表示」は、職員が10人未満か、ほかの数との差から10人未満の数がわかる場合です。"

  private static func words(_ count: SharedFactors.Count) -> String {
    switch count {
    case .months(let months): "\(months)"
    case .few: "非表示"
    }
  }

  private var units: HTML {
    let factors = factors
    let order = analyses.sorted {
      (tree.position(of: $0.unit) ?? Int.max, $0.unit) < (tree.position(of: $1.unit) ?? Int.max, $1.unit)
    }
    return HTML(
      order.map { analysis in
        let named = OvertimeFactor.allCases.compactMap { factor in
          factors.units[analysis.unit]?[factor].map { "\(factor.japanese)（人月：\(Self.words($0))）" }
        }
        return Panels.section(
          tree.path(of: analysis.unit) ?? "廃止された組織",
          body: Panels.keyValues([
            (term: "要因", value: "\(named.joined(separator: "、"))"),
            (term: "人員の状況", value: "\(analysis.staffing)"), (term: "措置と対策", value: "\(analysis.measures)"),
            (term: "提出日", value: "\(OfficeZone.date(of: analysis.writtenAt).japanese)"),
          ])
        )
      }
    )
  }
}
