public import CivilTime
internal import Glibc

/// The clock of the machine: the only place that reads it.
public struct SystemClock: WallClock {
  /// The machine's clock.
  public init() {}

  /// The present moment.
  public func now() -> Instant {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
