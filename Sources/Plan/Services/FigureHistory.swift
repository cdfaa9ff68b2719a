internal import CivilTime
internal import Indicators

/// The figures of a family over time, and those of them that may stand beside each other.
struct FigureHistory {
  private let sums: FigureSums
  private let points: [String: [TrendPoint]]

  /// From the points of all figures of a family, the oldest first.
  init(_ family: [Indicator.Definition], points: [String: [TrendPoint]]) {
    sums = FigureSums(family)
    self.points = points
  }

  /// The identifiers of the figures.
  var ids: [String] { sums.definitions.map(\.id) }

  /// The points of a figure that may be shown.
  func shown(of id: String) -> [TrendPoint] {
    guard let figure = ids.firstIndex(of: id), let points = points[id] else { return [] }
    let definition = sums.definitions[figure]
    guard definition.guardKind == .people else { return points }
    let told = definition.asOf == .throughYear ? Self.newest(points) : points
    return told.filter { point in isShown(figure, point) }
  }

  /// People are added through the year: two months of it would tell of those who came between them.
  private static func newest(_ points: [TrendPoint]) -> [TrendPoint] {
    points.enumerated().filter { place, point in
      place + 1 == points.count || points[place + 1].year != point.year
    }.map(\.element)
  }

  private func isShown(_ figure: Int, _ point: TrendPoint) -> Bool {
    let beside = ids.map { id in
      points[id]?.last { $0.year == point.year && $0.asOf <= point.asOf }
    }
    let known = Set(beside.indices.filter { beside[$0] != nil })
    return sums.shown(beside.map { $0?.people ?? 0 }, of: known).contains(figure)
  }
}
