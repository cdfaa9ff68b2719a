/// 時計 – says what time it is; the roof gives the real one, tests a fixed one.
public protocol WallClock: Sendable {
  /// The present moment.
  func now() -> Instant
}

extension WallClock {
  /// The present day in the office.
  public func today() -> CivilDate {
    OfficeZone.date(of: now())
  }
}
