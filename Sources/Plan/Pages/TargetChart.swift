internal import CivilTime
internal import Indicators
internal import Markup

/// The line of a target over the years, beside published figures of others.
struct TargetChart {
  /// More lines than these cannot be told apart; all figures stand in the table below.
  private static let mostReferences = 4

  let shown: TargetFollowUp

  /// The figure; nothing while there is no point of one's own and no line to compare with.
  var figure: HTML {
    let series = own + references
    guard !series.isEmpty else { return .empty }
    return YearLine(
      series: series,
      target: .init(shown.target.judgedMilli, "目標 \(shown.target.judgedText)"),
      ticks: ticks,
      voice: .described(id: "target-line", title: "\(shown.target.title)の推移", description: description)
    ).figure
  }

  private var own: [YearLine.Series] {
    guard !shown.ownPoints.isEmpty else { return [] }
    let runs = shown.ownRuns.map { run in
      run.map { point in YearLine.Point(place: point.asOf.yearMonth.index, value: point.milli) }
    }
    return [YearLine.Series("この計画の数値", mark: .circle, runs: runs)]
  }

  private var references: [YearLine.Series] {
    let lines = shown.references.filter { $0.unit == shown.target.value.unit.japanese }.flatMap { series in
      Self.bodies(of: series).filter { series.isLine($0) }.map { body in
        (title: "\(series.title)（\(body)）", figures: series.figures.filter { $0.body == body })
      }
    }
    let marks: [YearLine.Mark] = [.square, .triangle, .diamond, .cross]
    return zip(lines.prefix(Self.mostReferences), marks).map { line, mark in
      let points = line.figures.map { figure in
        YearLine.Point(place: figure.month.index, value: figure.valueMilli)
      }
      return YearLine.Series(line.title, mark: mark, runs: [points.sorted { $0.place < $1.place }])
    }
  }

  /// The bodies of a series in the order in which they come first.
  private static func bodies(of series: ReferenceSeries) -> [String] {
    series.figures.reduce(into: []) { bodies, figure in
      if !bodies.contains(figure.body) { bodies.append(figure.body) }
    }
  }

  /// The years of all points, each at the end of its year.
  private var ticks: [YearLine.Tick] {
    let places = (own + references).flatMap(\.runs).joined().map(\.place)
    guard let first = places.min(), let last = places.max() else { return [] }
    let years = YearMonth(index: first).fiscalYear...YearMonth(index: last).fiscalYear
    return years.map { year in
      let month = min(max(year.lastMonth.index, first), last)
      return YearLine.Tick(month, Self.short(year))
    }
  }

  /// A year in as few letters as go below an axis: R7, H30.
  private static func short(_ year: FiscalYear) -> String {
    year.startYear >= 2019 ? "R\(year.startYear - 2018)" : "H\(year.startYear - 1988)"
  }

  private var description: String {
    let points = shown.ownPoints
    guard let first = points.first, let last = points.last else {
      return "この計画の数値はまだありません。ほかの機関の公表値を示しています。同じ数値は下の表にあります。"
    }
    let words = [first, last].map { point in
      "\(TargetFigureWords.year(point.year, of: shown.target))は\(TargetTables.amount(point.milli, of: shown.target))"
    }
    let span = first == last ? words[0] : words.joined(separator: "、")
    return "\(span)です。目標は\(shown.target.judgedText)です。同じ数値は下の表にあります。"
  }
}

extension ReferenceSeries {
  /// Whether a body's figures can be followed over years.
  func isLine(_ body: String) -> Bool { figures.count { figure in figure.body == body } > 1 }
}

extension ReferenceFigure {
  /// Where it stands in a line: the month of its day, or the last of its year.
  var month: YearMonth {
    if let asOf { return asOf.yearMonth }
    switch yearKind {
    case .fiscal: return FiscalYear(startYear: year).lastMonth
    case .calendar: return YearMonth(index: year * 12 + 11)
    }
  }

  /// The year in words.
  var yearText: String {
    switch yearKind {
    case .fiscal: FiscalYear(startYear: year).japanese
    case .calendar: TargetFigureWords.calendarYear(year)
    }
  }
}
