import CivilTime
import TestSupport

/// What chance decides in a year, the same for the same seed.
typealias Dice = Randomness

extension Randomness {
  /// True so many times in a hundred.
  mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func day(_ days: ClosedRange<CivilDate>) -> CivilDate {
    days.lowerBound.adding(days: number(0...days.lowerBound.distance(to: days.upperBound)))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }
}

func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }
