/// 固定時計 – a clock that always says the same moment.
public struct FixedClock: WallClock {
  private let instant: Instant

  /// A clock that stands at a moment.
  public init(_ instant: Instant) {
    self.instant = instant
  }

  /// The moment it stands at.
  public func now() -> Instant {
    instant
  }
}
