/// 傾向: a small line without words beside the number that it tells of.
public struct SparkLine: Sendable {
  private static let width = 80
  private static let height = 20

  private let values: [Int]

  /// A line through values of one unit, the oldest first.
  public init(_ values: [Int]) {
    self.values = values
  }

  /// The figure, hidden from screen readers; nothing of fewer than two values.
  public var svg: HTML {
    guard values.count > 1, let least = values.min(), let most = values.max() else { return .empty }
    let span = max(most - least, 1)
    let points = values.enumerated().map { place, value in
      (
        x: 2 + place * (Self.width - 4) / (values.count - 1),
        y: Self.height - 3 - (value - least) * (Self.height - 6) / span
      )
    }
    let text = points.map { point in "\(point.x),\(point.y)" }.joined(separator: " ")
    let last: HTML =
      points.last.map { "<circle cx=\"\($0.x)\" cy=\"\($0.y)\" r=\"2\" fill=\"currentColor\"/>" } ?? .empty
    return """
      <svg class="spark-line" width="\(Self.width)" height="\(Self.height)" fill="none" stroke="currentColor" \
      aria-hidden="true" focusable="false"><polyline points="\(text)" stroke-width="1.5"/>\(last)</svg>
      """
  }
}
