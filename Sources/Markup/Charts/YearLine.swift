/// 年の推移: lines over time with the target across, as SVG.
///
/// Places across are percentages and there is no `viewBox`: text keeps its size on every screen. Series differ by mark
/// and stroke, never by colour alone. Colours are those of the text around, so that they follow every colour scheme.
public struct YearLine: Sendable {
  /// A value at a moment.
  public struct Point: Sendable, Hashable {
    /// Where it stands across, in any whole unit that all points share, such as months.
    public let place: Int
    /// Its height, in the unit of the figure.
    public let value: Int

    /// A point.
    public init(place: Int, value: Int) {
      self.place = place
      self.value = value
    }
  }

  /// Points that belong together.
  public struct Series: Sendable, Hashable {
    /// What it is, for the key below the figure.
    public let title: String
    /// How its points are marked.
    public let mark: Mark
    /// Points that are joined by lines; between two runs the way of counting changed, and no line is drawn.
    public let runs: [[Point]]

    /// A series.
    public init(_ title: String, mark: Mark, runs: [[Point]]) {
      self.title = title
      self.mark = mark
      self.runs = runs.filter { run in !run.isEmpty }
    }
  }

  /// The sign of a point.
  public enum Mark: Sendable, Hashable, CaseIterable {
    /// A filled circle on a thick line: one's own figures.
    case circle
    /// A square.
    case square
    /// A triangle.
    case triangle
    /// A diamond.
    case diamond
    /// A cross.
    case cross
  }

  /// A word below the axis.
  public struct Tick: Sendable, Hashable {
    let place: Int
    let label: String

    /// A word at a place.
    public init(_ place: Int, _ label: String) {
      self.place = place
      self.label = label
    }
  }

  private static let top = 24
  private static let floor = 184
  private static let height = 212
  private static let mostTicks = 8

  private let series: [Series]
  private let target: LimitBar.Mark
  private let ticks: [Tick]
  private let voice: LimitBar.Voice

  /// Lines of series with a target; `ticks` name places below the axis.
  public init(series: [Series], target: LimitBar.Mark, ticks: [Tick], voice: LimitBar.Voice) {
    self.series = series
    self.target = target
    self.ticks = ticks
    self.voice = voice
  }

  /// The figure and the key to its signs.
  public var figure: HTML {
    let scale = YearLineScale(
      places: series.flatMap(\.runs).joined().map(\.place) + ticks.map(\.place),
      values: series.flatMap(\.runs).joined().map(\.value) + [target.value],
      top: Self.top,
      floor: Self.floor
    )
    let drawn = series.map { series in YearLineSeries(series: series, scale: scale).svg }
    return """
      <figure class="year-line"><svg width="100%" height="\(Self.height)" fill="none" stroke="currentColor"\
      \(voice.naming)>\(voice.spokenTexts)\(axis)\(targetLine(scale))\(drawn)\(labels(scale))</svg>\(key)</figure>
      """
  }

  private var axis: HTML {
    "<line x1=\"0\" x2=\"100%\" y1=\"\(Self.floor)\" y2=\"\(Self.floor)\" stroke-width=\"1\"/>"
  }

  private func targetLine(_ scale: YearLineScale) -> HTML {
    let y = scale.height(target.value)
    return """
      <line x1="0" x2="100%" y1="\(y)" y2="\(y)" stroke-width="2" stroke-dasharray="8 4"/>\
      <text x="0" y="\(y - 6)" font-size="14" stroke="none" fill="currentColor">\(target.label)</text>
      """
  }

  private func labels(_ scale: YearLineScale) -> HTML {
    let step = max(1, (ticks.count + Self.mostTicks - 1) / Self.mostTicks)
    let shown = ticks.enumerated().filter { place, _ in (ticks.count - 1 - place).isMultiple(of: step) }
    return HTML(
      shown.map { _, tick in
        let x = LimitBar.percent(scale.across(tick.place))
        return """
          <text x="\(x)" y="\(Self.floor + 20)" text-anchor="middle" font-size="14" stroke="none" \
          fill="currentColor">\(tick.label)</text>
          """
      }
    )
  }

  private var key: HTML {
    let items = series.map { series -> HTML in
      """
      <li><svg width="28" height="16" fill="none" stroke="currentColor" aria-hidden="true" focusable="false">\
      <line x1="0" x2="28" y1="8" y2="8"\(series.mark.stroke)/><svg x="14" y="8" overflow="visible">\
      \(series.mark.shape)</svg></svg> \(series.title)</li>
      """
    }
    return "<figcaption><ul class=\"chart-key\">\(items)</ul></figcaption>"
  }
}

extension LimitBar.Voice {
  /// The attributes of a figure that is read aloud, or that is not.
  var naming: HTML {
    switch self {
    case .described(let id, _, _): " role=\"img\" aria-labelledby=\"\(id)-title \(id)-description\""
    case .decorative: " aria-hidden=\"true\" focusable=\"false\""
    }
  }

  /// Title and description of a figure that is read aloud.
  var spokenTexts: HTML {
    switch self {
    case .described(let id, let title, let description):
      "<title id=\"\(id)-title\">\(title)</title><desc id=\"\(id)-description\">\(description)</desc>"
    case .decorative: .empty
    }
  }
}
