/// 判定のしかた: how a figure is held against a target's value.
public enum TargetJudgement: Hashable, Sendable {
  /// The figure itself must reach the value.
  case value
  /// The value is a floor for each single case; so many percent of the cases must keep it.
  case share(percent: Int)
  /// Numerator and denominator must be equal.
  case complete
}
