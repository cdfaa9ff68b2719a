/// 目標に対する棒: a bar that shows a value against its target, as SVG.
///
/// It is drawn as ``LimitBar`` is: places across are percentages, so labels keep their size on every screen. A value
/// beyond every mark makes the scale longer; nothing is cut off.
public struct TargetBar: Sendable {
  /// On which side of the target it is good to be.
  public enum Side: Sendable, Hashable {
    /// The target or more.
    case atLeast
    /// The target or less.
    case atMost
  }

  private let value: Int
  private let target: LimitBar.Mark
  private let side: Side
  private let marks: [LimitBar.Mark]
  private let voice: LimitBar.Voice

  /// A bar from nought to `value`, in any whole unit that `target` and `marks` share; negative values count as nought.
  public init(
    value: Int,
    target: LimitBar.Mark,
    side: Side,
    marks: [LimitBar.Mark] = [],
    voice: LimitBar.Voice
  ) {
    self.value = value
    self.target = target
    self.side = side
    self.marks = marks
    self.voice = voice
  }

  /// The figure.
  public var svg: HTML {
    switch side {
    case .atMost:
      // Beyond such a target lies what is too much: the same as a limit.
      LimitBar(value: value, limit: target, marks: marks, voice: voice).svg
    case .atLeast:
      LimitBar(value: value, limit: target, marks: marks, voice: voice, isLimit: false).svg
    }
  }
}
