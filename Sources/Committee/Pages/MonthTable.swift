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
    let (year, before) = (comparison.year.japanese, comparison.year.advanced(by: -1).japanese)
    return DataTable.draw(
      id: "months-\(employer.id)",
      caption: "\(employer.name)：\(definition.title)",
      columns: [
        .init("月", .rowHeader), .init("期間", .word), .init(year, .number, unit: definition.unit),
        .init("\(year)のn", .number, unit: "人"), .init("\(before)の同じ月", .number, unit: definition.unit),
        .init("\(before)のn", .number, unit: "人"), .init("前年との差", .number, unit: definition.unit),
      ],
      rows: comparison.lines.map(row),
      note: "\(result)\(Self.note)",
      density: .dense
    )
  }

  private func row(_ line: MonthComparison.Line) -> DataTable.Row {
    let (now, before) = (cells(line.figure), cells(line.yearBefore))
    let cells: [DataTable.Cell] = [
      .text(line.month.japanese), line.isOfPeriod ? .text("集中取組期間") : .none, now.value, now.people,
      before.value, before.people, difference(line),
    ]
    return DataTable.Row(cells, tone: line.isOfPeriod ? .attention : .plain)
  }

  private func cells(_ figure: MonthFigure?) -> (value: DataTable.Cell, people: DataTable.Cell) {
    switch figure {
    case .shown(let ratio):
      (text(ratio, .of(ratio.denominator)).map { .text($0) } ?? .none, .text("\(ratio.denominator)"))
    case .withheld: (.text("非表示"), .text("10未満"))
    case nil: (.none, .none)
    }
  }

  /// Both months are rounded alike, so that the difference tells no more of either than its own figure does.
  private func difference(_ line: MonthComparison.Line) -> DataTable.Cell {
    guard case .shown(let now) = line.figure, case .shown(let before) = line.yearBefore else { return .none }
    let grain = Grain.of(min(now.denominator, before.denominator))
    guard let now = count(now, grain), let before = count(before, grain) else { return .none }
    let sign = now > before ? "+" : now < before ? "−" : ""
    return .text(sign + grain.text(abs(now - before)))
  }

  private var result: HTML {
    guard let period = comparison.ofPeriod.flatMap(text), let others = comparison.ofOthers.flatMap(text)
    else { return "期間の月とほかの月の両方がそろうと、平均を比べて示します。" }
    let unit = definition.unit
    return "終わった月の平均は、期間の月が\(period)\(unit)、ほかの月が\(others)\(unit)です。"
  }

  private static let note: HTML = """
    期間の日が1日でもある月を期間の月とします。月が終わってから表示します。nは\
    記録がある職員の数で、10人未満の月は表示しません。\(Grain.fewPeople)人未満の月と、その月を含む差と平均は、整数で示します。\
    「－」は記録がない月です。休暇の日数は、まだ記録していないため比べません。
    """

  private func text(_ average: MonthComparison.Average) -> String? {
    text(average.ratio, .of(average.fewestPeople))
  }

  private func text(_ ratio: Ratio, _ grain: Grain) -> String? { count(ratio, grain).map(grain.text) }

  /// The figure in as many parts of its unit as the grain has.
  private func count(_ ratio: Ratio, _ grain: Grain) -> Int? {
    guard case .average(let unit) = definition.form else { return ratio.rounded(times: 100 * grain.rawValue) }
    return Ratio(ratio.numerator, of: ratio.denominator * unit.parts).rounded(times: grain.rawValue)
  }
}

/// 丸め: how finely a figure is told.
private enum Grain: Int {
  case tenths = 10
  case whole = 1

  /// Of fewer people than this only whole numbers are told: tenths would bear single entries.
  static let fewPeople = 30

  static func of(_ people: Int) -> Grain { people < fewPeople ? .whole : .tenths }

  func text(_ count: Int) -> String {
    switch self {
    case .tenths: "\(count / 10).\(count % 10)"
    case .whole: "\(count)"
    }
  }
}
