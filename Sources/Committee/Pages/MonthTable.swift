internal import CivilTime
internal import Indicators
internal import Markup
internal import People
internal import Site

/// 期間の月とほかの月: the months of an employer beside each other, with how many people they tell of.
struct MonthTable: Sendable {
  let employer: Employer
  let definition: Indicator.Definition
  let comparison: MonthComparison

  var html: HTML {
    DataTable.draw(
      id: "months-\(employer.id)",
      caption: "\(employer.name)：\(definition.title)",
      columns: [
        .init("月", .rowHeader), .init("期間", .word), .init("この年度", .number, unit: definition.unit),
        .init("n", .number, unit: "人"), .init("前年の同じ月", .number, unit: definition.unit),
        .init("n", .number, unit: "人"), .init("前年との差", .number, unit: definition.unit),
      ],
      rows: comparison.lines.map(row),
      note: "\(result)\(Self.note)",
      density: .dense
    )
  }

  private func row(_ line: MonthComparison.Line) -> DataTable.Row {
    let (now, before) = (cells(line.figure), cells(line.yearBefore))
    let cells: [DataTable.Cell] = [
      .text(line.month.japanese + (line.isOpen ? "（途中）" : "")), line.isOfPeriod ? .text("集中取組期間") : .none,
      now.value, now.people, before.value, before.people, line.isOpen ? .none : difference(line),
    ]
    return DataTable.Row(cells, tone: line.isOfPeriod ? .attention : .plain)
  }

  private func cells(_ figure: MonthFigure?) -> (value: DataTable.Cell, people: DataTable.Cell) {
    switch figure {
    case .shown(let ratio):
      (tenths(ratio).map { .text(Self.text($0)) } ?? .none, .text("\(ratio.denominator)"))
    case .withheld: (.text("非表示"), .text("10未満"))
    case nil: (.none, .none)
    }
  }

  private func difference(_ line: MonthComparison.Line) -> DataTable.Cell {
    guard case .shown(let now) = line.figure, case .shown(let before) = line.yearBefore,
      let now = tenths(now), let before = tenths(before)
    else { return .none }
    let sign = now > before ? "+" : now < before ? "−" : ""
    return .text(sign + Self.text(abs(now - before)))
  }

  private var result: HTML {
    guard let period = comparison.ofPeriod.flatMap(tenths), let others = comparison.ofOthers.flatMap(tenths)
    else { return "期間の月とほかの月の両方がそろうと、平均を比べて示します。" }
    let unit = definition.unit
    return """
      終わった月の平均は、期間の月が\(Self.text(period))\(unit)、ほかの月が\(Self.text(others))\(unit)です。
      """
  }

  private static let note: HTML =
    "期間の日が1日でもある月を期間の月とします。nは記録がある職員の数で、10人未満の月は表示しません。「－」は記録がない月です。休暇の日数は、まだ記録していないため比べません。"

  /// The figure in tenths of its unit.
  private func tenths(_ ratio: Ratio) -> Int? {
    guard case .average(let unit) = definition.form else { return ratio.perMille }
    let parts = Ratio(ratio.numerator, of: ratio.denominator * unit.parts)
    return parts.rounded(times: 10)
  }

  private static func text(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}
