internal import CivilTime
internal import Indicators
internal import People

/// One figure as a table: the whole, each employer, and the bureaus that may be shown.
enum FigureTable {
  /// The table, or one sentence while nothing has been counted: what is missing is no nought.
  static func block(_ figure: IndicatorFigure, caption: String) -> ReportBlock {
    guard figure.run != nil else { return .paragraph("\(caption)：\(FigureWords.asOf(figure))") }
    let form = figure.definition.form
    return .table(
      ReportTable(
        caption: caption,
        columns: [.words("特定事業主・組織")] + FigureWords.headings(form).map { .number($0) },
        rows: [row("全体", figure.total, form)] + figure.employers.flatMap { rows($0, form) }
      )
    )
  }

  /// What the figure is, from which records, by which version of the method, and as of when.
  static func definition(_ figure: IndicatorFigure) -> [ReportFact] {
    let definition = figure.definition
    let facts = [
      ReportFact("分子", definition.numerator), ReportFact("分母", definition.denominator),
      ReportFact("出典", definition.source),
      ReportFact("方法の版", "\(figure.run?.methodVersion ?? definition.methodVersion)"),
      ReportFact("時点", FigureWords.asOf(figure)),
    ]
    let computed = figure.run.map { run in
      ReportFact("計算した日時", OfficeZone.dateTimeText(run.computedAt))
    }
    let caution = definition.caution.map { text in ReportFact("注意", text) }
    let changes = definition.methodChanges.map { change in
      ReportFact("方法の変更", "第\(change.version)版（\(change.from.japanese)から）：\(change.what)")
    }
    return facts + [computed, caution].compactMap { $0 } + changes
  }

  private static func rows(_ employer: EmployerFigure, _ form: Indicator.Form) -> [[ReportCell]] {
    let units = employer.units.map { unit in row("　\(unit.unit.name)", .shown(unit.tally), form) }
    let rows = [row(employer.employer.name, employer.figure, form)] + units
    guard employer.withheldUnitCount > 0 else { return rows }
    return rows + [row("　ほか\(employer.withheldUnitCount)の組織", .withheld, form)]
  }

  private static func row(_ title: String, _ figure: Figure, _ form: Indicator.Form) -> [ReportCell] {
    [ReportCell(title)] + FigureWords.cells(figure, form).map { ReportCell($0) }
  }
}
