internal import CivilTime
internal import Indicators
internal import Markup
internal import People
internal import Site
internal import Store

/// The figures on the page of a unit.
struct UnitFigurePart {
  let figures: UnitFigures
  let unit: OrganizationUnit
  let year: FiscalYear
  let links: RowLinks

  var section: HTML {
    let counted = counted
    guard let bureau = figures.bureau, !counted.isEmpty else { return .empty }
    let shown = counted.filter { line in line.figure != .withheld }
    guard !shown.isEmpty else {
      return Panels.section("数値", body: "<p>\(bureau.name)の数値は、どれも非表示です。\(FigureWords.withheldNote)</p>")
    }
    let isOwn = bureau.id == unit.id
    let table = DataTable.draw(
      id: "figures",
      caption: "\(bureau.name)の数値（下の組織を含む）",
      columns: [
        .init("数値", .rowHeader), .init("\(bureau.name)", .text), .init("時点", .text),
        .init("取組・目標", .word), .init("内訳", .word),
      ],
      rows: shown.map { line in row(line) },
      note: note(withheld: counted.count - shown.count),
      narrow: .stacks
    )
    let hint: HTML =
      isOwn ? .empty : "<p class=\"hint\">数値は局・部などの単位で計算します。ここには\(unit.name)が属する\(bureau.name)の数値を示します。</p>"
    return Panels.section("数値", body: hint + table)
  }

  /// What is withheld is counted, not listed: it would be most of the list for a small bureau.
  private func note(withheld: Int) -> HTML {
    guard withheld > 0 else { return .empty }
    return "<p>ほか\(withheld)の数値は非表示です。職員が10人未満か、数える職員がいないか、ほかの数値との差から10人未満の数値がわかる場合です。</p>"
  }

  private var counted: [UnitFigures.Line] {
    figures.lines.filter { line in
      guard case .counted = line.standing else { return false }
      return true
    }
  }

  private func row(_ line: UnitFigures.Line) -> DataTable.Row {
    let measures = line.measures.map { id -> HTML in
      "<a class=\"word\"\(href: Paths.measure(id, year))>\(id.text)</a>"
    }
    let targets = line.targets.map { id -> HTML in
      "<a class=\"word\"\(href: Paths.target(id, year))>\(id.text)</a>"
    }
    let related = HTML((measures + targets).enumerated().map { $0 == 0 ? $1 : "、" + $1 })
    let rows = links.words(line.definition.id, year, unit: unit.id)
    return [
      .text(line.definition.title), .text(FigureWords.line(line.figure, line.definition.form)),
      .text(asOf(line.standing)), .html(related), rows.isEmpty ? .none : .html(rows),
    ]
  }

  private func asOf(_ standing: FigureStanding) -> String {
    guard case .counted(let run) = standing else { return FigureWords.asOf(nil as CivilDate?) }
    return FigureWords.asOf(run.asOf) + (run.isProvisional ? "（暫定）" : "")
  }
}
