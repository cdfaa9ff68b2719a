/// 上限に対する棒: a bar that shows a value against its limit, as SVG.
///
/// All places across are percentages and the figure has no `viewBox`: it is as wide as its surroundings, and its
/// labels keep their size (14 px) on every screen. Colours come from the classes of the style sheet.
public struct LimitBar: Sendable {
  /// A value that matters, with its words.
  public struct Mark: Sendable {
    /// Where it stands, in the unit of the bar.
    public let value: Int
    /// Its words with the number, such as 上限 45時間.
    public let label: String

    /// A mark.
    public init(_ value: Int, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// Who the figure speaks to.
  public enum Voice: Sendable {
    /// A figure that is read aloud; `id` is unique in the page.
    case described(id: String, title: String, description: String)
    /// A figure beside the same facts in words, hidden from screen readers.
    case decorative
  }

  let value: Int
  let limit: Mark
  let marks: [Mark]
  let voice: Voice
  /// Whether it is too much to lie beyond the limit.
  private let isLimit: Bool

  /// A bar from nought to `value`, in any whole unit that `limit` and `marks` share; negative values count as nought.
  public init(value: Int, limit: Mark, marks: [Mark] = [], voice: Voice) {
    self.init(value: value, limit: limit, marks: marks, voice: voice, isLimit: true)
  }

  init(value: Int, limit: Mark, marks: [Mark], voice: Voice, isLimit: Bool) {
    self.value = value
    self.limit = limit
    self.marks = marks
    self.voice = voice
    self.isLimit = isLimit
  }

  /// The figure.
  public var svg: HTML {
    let scale = LimitBarScale(largest: ([limit] + marks).reduce(value) { max($0, $1.value) })
    let labels = LimitBarLabels(marks: [limit] + marks, scale: scale)
    let height = 32 + 20 * labels.rowCount
    return """
      <svg class="limit-bar" width="100%" height="\(height)"\(voice.naming)>\(voice.spokenTexts)\
      \(bars(scale))\(marks.map { line($0, "mark", scale) })\(line(limit, "limit", scale))\(labels.texts)</svg>
      """
  }

  private func bars(_ scale: LimitBarScale) -> HTML {
    let within = scale.place(isLimit ? min(value, limit.value) : value)
    let beyond = scale.place(value) - within
    let over: HTML =
      beyond <= 0
      ? .empty
      : """
      <rect class="over" x="\(Self.percent(within))" y="8" width="\(Self.percent(beyond))" height="12"/>
      """
    return """
      <rect class="track" x="0" y="4" width="100%" height="20"/>\
      <rect class="value" x="0" y="8" width="\(Self.percent(within))" height="12"/>\(over)
      """
  }

  private func line(_ mark: Mark, _ name: String, _ scale: LimitBarScale) -> HTML {
    let place = Self.percent(scale.place(mark.value))
    return """
      <line class="\(name)" x1="\(place)" x2="\(place)" y1="0" y2="28"/>
      """
  }

  /// Tenths of a percent as a percentage.
  static func percent(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)%" }
}

/// From the unit of a bar to tenths of a percent of its width.
struct LimitBarScale {
  private let whole: Int

  /// A tenth of room is left right of the largest value.
  init(largest: Int) {
    let bounded = min(max(largest, 1), 1_000_000_000)
    whole = max(bounded + bounded / 10, 1)
  }

  func place(_ value: Int) -> Int {
    min(max(value, 0), whole) * 1000 / whole
  }
}
