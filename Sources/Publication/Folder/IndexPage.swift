internal import CivilTime
internal import Markup
internal import Plan
internal import Site

/// もくじ – the first page of the public folder.
struct IndexPage {
  let material: PublicationMaterial

  var page: PublicPage {
    PublicPage(
      title: "\(plan.title)　\(material.year.japanese)の実施状況",
      depth: 0,
      isDraft: material.isDraft,
      body: facts + targets + disclosure + data
    )
  }

  private var plan: ActionPlan { material.content.plan }

  private var facts: HTML {
    let from = plan.period.from.map(\.japaneseWithoutWeekday) ?? ""
    let basis = plan.legalBasis.map { "\($0.act)\($0.article)" }.joined(separator: "、")
    let links = plan.links.plan ?? plan.source?.address
    return Panels.keyValues([
      (term: "計画", value: PublicPage.external(plan.title, links)),
      (term: "特定事業主", value: "\(plan.employers.map(\.name).joined(separator: "、"))"),
      (term: "根拠", value: "\(basis)"),
      (term: "計画期間", value: "\(from)〜\(plan.period.until.japaneseWithoutWeekday)"),
      (term: "年度", value: "\(material.year.japanese)"),
      (term: "作成日", value: "\(material.content.madeOn.japaneseWithoutWeekday)"),
      (term: "報告", value: PublicPage.link("年次フォローアップの全文", "report.html")),
    ])
  }

  private var targets: HTML {
    let rows = plan.targets.map { target -> DataTable.Row in
      let line = material.content.target(target.id)
      let amount = line?.judged.map { GoalWords.text($0.amount, target) } ?? "まだ数値がありません"
      return [
        .html(PublicPage.link(target.id.text, "targets/\(target.id).html")), .text(target.title),
        .text(target.value.japanese), .text(amount), .text(line?.verdict.japanese ?? ""),
      ]
    }
    let columns: [DataTable.Column] = [
      .init("番号", .rowHeader), .init("目標"), .init("目標値"), .init("実績"), .init("判定", .word),
    ]
    return "<h2>目標</h2>"
      + DataTable.draw(id: "targets", caption: "目標と実績（全体）", columns: columns, rows: rows, narrow: .stacks)
  }

  private var disclosure: HTML {
    let items = material.employers.map { employer -> HTML in
      "<li>\(PublicPage.link(employer.name, "disclosure/\(employer.code).html"))</li>"
    }
    return "<h2>女性の職業選択に資する情報</h2><p>女性活躍推進法第21条に基づく公表です。</p><ul>\(items)</ul>"
  }

  private var data: HTML {
    let rows = PublicData.allCases.map { file -> DataTable.Row in
      [.html(PublicPage.link(file.path, file.path)), .text(file.japanese)]
    }
    return """
      <h2>データ</h2><p>文字コードはUTF-8（BOM付き）、改行はCRLFです。空欄は値がないことを、0は零を表します。\
      人数が少ないため表示しない値は空欄とし、その旨を書いています。</p>
      """
        + DataTable.draw(
          id: "data",
          caption: "CSVファイル",
          columns: [.init("ファイル", .rowHeader), .init("内容")],
          rows: rows,
          narrow: .stacks
        )
  }
}

/// 公開データ – the files of open data, each one table.
enum PublicData: String, CaseIterable {
  case implementation
  case disclosure
  case figures
  case payGap = "pay-gap"
  case definitions
  case codes
  case history

  var path: String { "data/\(rawValue).csv" }

  /// What is in the file.
  var japanese: String {
    switch self {
    case .implementation: "実施状況（特定事業主ごとに1行）"
    case .disclosure: "情報公表（特定事業主ごとに1行）"
    case .figures: "取組と目標の数値（1行に1つ）"
    case .payGap: "職員の給与の男女の差異（1行に1つ）"
    case .definitions: "目標と指標の定義"
    case .codes: "コードの一覧"
    case .history: "更新履歴"
    }
  }
}
