internal import Synchronization
public import CivilTime

/// The identifier of one record: 64 bits, time-ordered, made by the application; a type for each kind of record.
public struct RecordID<Entity>: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The stored number, above zero.
  public let number: Int64

  /// An identifier with a known number.
  public init(_ number: Int64) {
    self.number = number
  }

  /// Reads the decimal form of a path or a form field.
  public init?(text: String) {
    guard let number = Int64(text), number > 0 else { return nil }
    self.number = number
  }

  /// The decimal form, as it stands in paths.
  public var description: String { "\(number)" }

  /// Earlier records come first.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension RecordID: SQLBindable, SQLReadable {
  /// The number as a 64-bit integer.
  @inlinable
  public var sqlValue: SQLValue { .integer(number) }

  /// Reads a 64-bit integer.
  @inlinable
  public init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self.number = number
  }
}

/// Makes identifiers: 41 bits of milliseconds since 2020, 10 bits of node, 12 bits of a counter.
public final class RecordIDSource: Sendable {
  private static let epoch: Int64 = 1_577_836_800_000

  private struct State {
    var millisecond: Int64
    var counter: Int64
    var node: Int64
  }

  let clock: any WallClock
  /// Which row of the leases is this source's; drawn at random.
  let holder = Int64.random(in: 1 ... .max)
  private let state: Mutex<State>

  /// A source; nodes that share a database have different `node` numbers (0–1023): see ``leased(on:clock:)``.
  public init(clock: any WallClock, node: Int = 0) {
    self.clock = clock
    state = Mutex(State(millisecond: 0, counter: 0, node: Int64(node & 1023)))
  }

  /// The number that keeps these identifiers apart from those of other sources.
  package var node: Int { state.withLock { Int($0.node) } }

  /// Goes on under another number; the next millisecond keeps the identifiers rising.
  func move(to node: Int) {
    state.withLock { state in
      state = State(millisecond: state.millisecond + 1, counter: 0, node: Int64(node & 1023))
    }
  }

  /// The next identifier, greater than every earlier one of this source.
  public func next<Entity>(_ kind: Entity.Type = Entity.self) -> RecordID<Entity> {
    let now = max(1, clock.now().milliseconds - Self.epoch)
    let number = state.withLock { state -> Int64 in
      if now > state.millisecond {
        state.millisecond = now
        state.counter = 0
      } else if state.counter == 4095 {
        state.millisecond += 1
        state.counter = 0
      } else {
        state.counter += 1
      }
      return state.millisecond << 22 | state.node << 12 | state.counter
    }
    return RecordID(number)
  }
}
