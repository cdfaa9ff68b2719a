/// 期間の棒: when in a year something lasts, with a line for today; hidden from screen readers, since the days stand
/// beside it in words.
public struct PeriodBar: Sendable {
  private let spans: [ClosedRange<Int>]
  private let today: Int?

  /// Spans of a year in thousandths of it, from 0 to 1000, and today's place where it lies in the year.
  public init(spans: [ClosedRange<Int>], today: Int?) {
    self.spans = spans.map { span in Self.clamped(span.lowerBound)...Self.clamped(span.upperBound) }
    self.today = today.map(Self.clamped)
  }

  /// The figure.
  public var svg: HTML {
    let bars = spans.map { span -> HTML in
      """
      <rect x="\(LimitBar.percent(span.lowerBound))" y="4" height="12" fill="currentColor" fill-opacity="0.5" \
      stroke="none" width="\(LimitBar.percent(max(span.upperBound - span.lowerBound, 5)))"/>
      """
    }
    let line: HTML? = today.map { place in
      let x = LimitBar.percent(place)
      return "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"20\" stroke-width=\"2\" stroke-dasharray=\"3 2\"/>"
    }
    return """
      <svg class="period-bar" width="100%" height="20" fill="none" stroke="currentColor" aria-hidden="true" \
      focusable="false"><line x1="0" x2="100%" y1="18" y2="18" stroke-width="1"/>\(bars)\(line)</svg>
      """
  }

  private static func clamped(_ place: Int) -> Int { min(max(place, 0), 1000) }
}
