package import CivilTime
import Synchronization

/// A clock that stands still until a test moves it.
package final class SettableClock: WallClock {
  private let instant: Mutex<Instant>

  /// A clock that shows an instant; without one, 1 April 2026, 9:00 in Tokyo.
  package init(_ instant: Instant = Instant(milliseconds: 1_775_001_600_000)) {
    self.instant = Mutex(instant)
  }

  /// What the clock shows.
  package func now() -> Instant {
    instant.withLock { $0 }
  }

  /// Sets the clock.
  package func set(_ instant: Instant) {
    self.instant.withLock { $0 = instant }
  }

  /// Moves the clock forward.
  package func advance(milliseconds: Int64) {
    instant.withLock { $0 = $0.adding(milliseconds: milliseconds) }
  }
}
