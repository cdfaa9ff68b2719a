internal import CivilTime
internal import Indicators
internal import Markup
internal import Plan
internal import Site

/// 目標のページ – one target in public: what it asks, how it is counted, and every figure of it.
struct PublicTargetPage {
  let target: Target
  let line: TargetLine
  let material: PublicationMaterial

  var page: PublicPage {
    PublicPage(
      title: "\(target.id) \(target.title)",
      depth: 1,
      isDraft: material.isDraft,
      body: facts + figures + words
    )
  }

  private var facts: HTML {
    let measures = target.measures.compactMap { id in
      material.content.plan.content(of: id).map { "\(id) \($0.title)" }
    }
    return Panels.keyValues([
      (term: "目標値", value: "\(target.value.japanese)"), (term: "期限", value: "\(target.deadline.japanese)"),
      (term: "判定", value: "\(line.verdict.japanese)"), (term: "目標までの差", value: "\(line.distance)"),
      (term: "分子", value: "\(target.numerator)"), (term: "分母", value: "\(target.denominator ?? "－")"),
      (term: "数え方", value: "\(target.counting)"),
      (term: "取組", value: "\(measures.joined(separator: "、"))"),
    ])
  }

  private var figures: HTML {
    let judged = line.judged.map { [row($0, use: "判定に使う数値")] } ?? []
    let employers = line.byEmployer.map { row($0, use: "特定事業主別") }
    let others = line.others.map { row($0, use: "別の数え方") }
    let columns: [DataTable.Column] = [
      .init("範囲", .rowHeader), .init("値", .number), .init("分子", .number), .init("分母（n）", .number),
      .init("時点", .word), .init("種別"), .init("出どころ"),
    ]
    return "<h2>数値</h2>"
      + DataTable.draw(
        id: "figures",
        caption: "\(target.title)の数値",
        columns: columns,
        rows: judged + employers + others,
        note: "\(Self.note)",
        narrow: .stacks
      )
  }

  private static let note = "「非表示」は、人数が少ないか、ほかの数値との差から少ない人数の数値がわかる場合です。「n<10」は、分母が10未満のため率を示さない場合です。"

  private func row(_ figure: ReportedFigure, use: String) -> DataTable.Row {
    let provisional = figure.isProvisional ? "（暫定）" : ""
    let parts = parts(of: figure.amount)
    return [
      .text(figure.place.japanese), .text(GoalWords.text(figure.amount, target)),
      parts.map { .text($0.0) } ?? .none, parts.map { .text($0.1) } ?? .none,
      .text("\(figure.asOf.japaneseShort)\(provisional)"), .text(use), .text(origin(of: figure)),
    ]
  }

  private func origin(of figure: ReportedFigure) -> String {
    figure.origin == .imported ? "\(figure.origin.japanese)（\(figure.source)）" : figure.origin.japanese
  }

  private func parts(of amount: ReportedAmount) -> (String, String)? {
    switch amount {
    case .withheld, .value(_, of: nil): nil
    case .ratio(let ratio), .value(_, of: let ratio?): ("\(ratio.numerator)", "\(ratio.denominator)")
    }
  }

  private var words: HTML {
    let parts = [("達成・未達成の理由", line.reason), ("分析と対応", line.analysis)].compactMap { title, text in
      text.map { "<h2>\(title)</h2><p>\($0)</p>" as HTML }
    }
    let notes = target.notes.map { "<li>\($0)</li>" as HTML }
    return HTML(parts) + (notes.isEmpty ? .empty : "<h2>注記</h2><ul>\(notes)</ul>")
  }
}
