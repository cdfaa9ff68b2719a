/// From places and values to the figure: tenths of a percent across, pixels down.
struct YearLineScale {
  /// Room left and right for half a label, in tenths of a percent.
  private static let margin = 60

  private let first: Int
  private let span: Int
  private let most: Int
  private let top: Int
  private let floor: Int

  /// The axis begins at nought; a tenth of room is left above the largest value.
  init(places: [Int], values: [Int], top: Int, floor: Int) {
    first = places.min() ?? 0
    span = (places.max() ?? 0) - first
    let largest = min(max(values.max() ?? 0, 1), 1_000_000_000_000)
    most = largest + max(largest / 10, 1)
    self.top = top
    self.floor = floor
  }

  func across(_ place: Int) -> Int {
    guard span > 0 else { return 500 }
    return Self.margin + (place - first) * (1000 - 2 * Self.margin) / span
  }

  func height(_ value: Int) -> Int {
    floor - min(max(value, 0), most) * (floor - top) / most
  }
}

/// One series: its lines, then its marks above them.
struct YearLineSeries {
  let series: YearLine.Series
  let scale: YearLineScale

  var svg: HTML {
    "<g>\(series.runs.flatMap(lines))\(series.runs.joined().map(mark))</g>"
  }

  private func lines(_ run: [YearLine.Point]) -> [HTML] {
    zip(run, run.dropFirst()).map { from, to in
      """
      <line x1="\(x(from))" y1="\(scale.height(from.value))" x2="\(x(to))" y2="\(scale.height(to.value))"\
      \(series.mark.stroke)/>
      """
    }
  }

  private func mark(_ point: YearLine.Point) -> HTML {
    """
    <svg x="\(x(point))" y="\(scale.height(point.value))" overflow="visible">\(series.mark.shape)</svg>
    """
  }

  private func x(_ point: YearLine.Point) -> String { LimitBar.percent(scale.across(point.place)) }
}

extension YearLine.Mark {
  /// How lines between points of the mark are drawn.
  var stroke: HTML {
    switch self {
    case .circle: " stroke-width=\"3\""
    case .square: " stroke-width=\"1.5\" stroke-dasharray=\"6 3\""
    case .triangle: " stroke-width=\"1.5\" stroke-dasharray=\"2 3\""
    case .diamond: " stroke-width=\"1.5\" stroke-dasharray=\"10 3 2 3\""
    case .cross: " stroke-width=\"1.5\""
    }
  }

  /// The sign around its own middle.
  var shape: HTML {
    switch self {
    case .circle: "<circle r=\"5\" fill=\"currentColor\"/>"
    case .square: "<path d=\"M-4 -4H4V4H-4Z\" stroke-width=\"1.5\"/>"
    case .triangle: "<path d=\"M0 -5L5 4H-5Z\" stroke-width=\"1.5\"/>"
    case .diamond: "<path d=\"M0 -6L5 0L0 6L-5 0Z\" stroke-width=\"1.5\"/>"
    case .cross: "<path d=\"M-4 -4L4 4M4 -4L-4 4\" stroke-width=\"1.5\"/>"
    }
  }
}
