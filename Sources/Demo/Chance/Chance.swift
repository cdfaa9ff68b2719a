internal import CivilTime

/// A stream of chance numbers for one purpose (SplitMix64).
///
/// The same seed and keys give the same numbers.
package struct Chance {
  private var state: UInt64

  /// A stream of its own for a purpose and keys, so that a change in one stream does not shift the others.
  package init(seed: UInt64, _ purpose: ChancePurpose, _ keys: Int...) {
    state = Self.mixed(seed &+ Self.step)
    absorb(purpose.rawValue)
    for key in keys { absorb(UInt64(bitPattern: Int64(key))) }
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ value: UInt64) -> UInt64 {
    let first = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    let second = (first ^ first >> 27) &* 0x94D0_49BB_1331_11EB
    return second ^ second >> 31
  }

  private mutating func absorb(_ key: UInt64) {
    state = Self.mixed(state ^ Self.mixed(key &+ Self.step))
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number from 0 up to, not including, `bound`; 0 where the bound is not above zero.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of a closed range.
  package mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// Whether something of that many in a thousand happens.
  mutating func permille(_ share: Int) -> Bool {
    below(1000) < share
  }

  /// One of some things; nil of none.
  package mutating func pick<Element>(_ elements: some RandomAccessCollection<Element>) -> Element? {
    guard !elements.isEmpty else { return nil }
    return elements[elements.index(elements.startIndex, offsetBy: below(elements.count))]
  }

  /// The things in another order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for index in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(index, below(index + 1))
    }
    return elements
  }
}

/// What a stream of chance numbers is for.
///
/// The numbers are part of what a seed means; they never change.
package enum ChancePurpose: UInt64 {
  case sections = 1
  case transfers = 2
  case sexes = 3
  case names = 4
  case careers = 5
  case posts = 6
  case scripts = 7
  case habits = 8
  case overtime = 9
  case days = 10
  case salt = 11
  case duties = 12
  case figures = 13
  case words = 14
  case excuses = 15
  case hours = 16
  case telework = 17
  case orders = 18
  case presence = 19
  case limits = 20
  case closing = 21
}

/// Draws with a share that holds over any longer run, so that few draws already come near it.
struct SteadyShare {
  private let permille: Int
  private var owed = 0

  init(permille: Int) {
    self.permille = permille
  }

  /// Whether the next one is of the share.
  mutating func draw(_ chance: inout Chance) -> Bool {
    owed += permille
    guard owed + chance.within(-400...400) >= 500 else { return false }
    owed -= 1000
    return true
  }
}
