internal import CivilTime
internal import DisclosureRules
internal import Markup
internal import Site

/// 情報公表のページ – what one employer publishes under Article 21, and its pay gap.
struct PublicDisclosurePage {
  let employer: EmployerMaterial
  let material: PublicationMaterial

  var page: PublicPage {
    PublicPage(
      title: "\(employer.name)　女性の職業選択に資する情報",
      depth: 1,
      isDraft: material.isDraft,
      body: frame + items + payGap
    )
  }

  private var frame: HTML {
    let links = PublicLinks(employer, material)
    return Panels.keyValues([
      (term: "根拠", value: "女性活躍推進法第21条"),
      (term: "公表年月", value: "\(employer.settings.month?.japanese ?? "未設定")"),
      (term: "計画", value: PublicPage.external(links.plan ?? "未設定", links.plan)),
      (term: "採用ページ", value: PublicPage.external(links.recruiting ?? "未設定", links.recruiting)),
    ])
  }

  private var items: HTML {
    let rows = DisclosureLayout.rows(employer).filter { $0.item != .payGap && $0.entry.content != .nothing }
    let drawn = rows.flatMap { row -> [DataTable.Row] in
      let filled = zip(row.cells, row.numbers).filter { $1 != nil }
      let cells = filled.map { cell, number -> DataTable.Row in
        [.text(cell.heading), .text(text(number)), .text(row.remark)]
      }
      return cells.isEmpty ? [[.text(row.item.japanese), .none, .text(row.remark)]] : cells
    }
    let columns: [DataTable.Column] = [
      .init("項目", .rowHeader), .init("値", .number), .init("備考（数値の時点等）"),
    ]
    return "<h2>公表する項目</h2>"
      + DataTable.draw(id: "items", caption: "公表する項目と値", columns: columns, rows: drawn)
  }

  private func text(_ number: PublishedNumber?) -> String {
    guard let number else { return "" }
    switch number.amount {
    case .withheld: return PayGapWords.withheld
    case .tooFew: return GoalWords.tooFew
    case .nobody: return "該当なし"
    case .percent, .value, .count: return number.text ?? ""
    }
  }

  private var payGap: HTML {
    let heading: HTML = "<h2>\(DisclosureItem.payGap.japanese)</h2>"
    guard let payGap = employer.payGap else { return heading + "<p>まだ公表していません。</p>" }
    let tables = PayGapRow.Table.allCases.map { table in
      PayGapTable.draw(payGap, table, settings: employer.settings)
    }
    let sentences = PayGapWords.warnings(payGap, before: employer.payGapBefore).map { "<p>\($0)</p>" as HTML }
    let note: HTML = payGap.note.utf8.isEmpty ? .empty : "<p>\(payGap.note)</p>"
    let explanation: HTML =
      payGap.explanation.utf8.isEmpty ? .empty : "<h3>説明</h3><p>\(payGap.explanation)</p>"
    return heading
      + "<p>\(payGap.year.japanese)の年間給与（退職手当を除く）について、男性の平均を100％としたときの女性の平均です。\(payGap.method.japanese)によります。</p>"
      + HTML(sentences) + note + HTML(tables)
      + "<p>\(PayGap.fixedSentence)</p><p>\(PayGapWords.withheldNote)</p>" + explanation
  }
}

/// A table of the pay gap as the public may read it: ratios alone, never how many people.
enum PayGapTable {
  static func draw(_ payGap: PayGapYear, _ table: PayGapRow.Table, settings: EmployerSettings) -> HTML {
    let figures = payGap.figures.filter { figure in figure.row.table == table }
    guard !figures.isEmpty else { return .empty }
    return DataTable.draw(
      id: "pay-gap-\(table.rawValue)",
      caption: table.japanese,
      columns: [.init("区分", .rowHeader), .init("男女の差異", .number, unit: "％")],
      rows: figures.map { figure in
        let text = PayGapWords.text(payGap.shown(figure, settings))
        return [.text(figure.row.japanese), text.utf8.isEmpty ? .none : .text(text)]
      }
    )
  }
}
