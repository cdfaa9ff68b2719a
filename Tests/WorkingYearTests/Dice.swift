import TestSupport

/// What chance decides in a year, the same for the same seed.
typealias Dice = Randomness

extension Randomness {
  /// True so many times in a hundred.
  mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
