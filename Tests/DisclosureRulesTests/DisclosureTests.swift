import DisclosureRules
import Testing

@Suite("Which groups may be shown")
struct DisclosureTests {
  struct GroupCase: Sendable, CustomTestStringConvertible {
    let groups: [Int]
    var rest = 0
    let shown: Set<Int>
    var testDescription: String { "\(groups) and \(rest)" }
  }

  @Test(arguments: [
    GroupCase(groups: [], shown: []),
    GroupCase(groups: [9], shown: []),
    GroupCase(groups: [10], shown: [0]),
    GroupCase(groups: [10, 200], shown: [0, 1]),
    GroupCase(groups: [9, 200], shown: []),
    GroupCase(groups: [9, 12, 200], shown: [2]),
    GroupCase(groups: [5, 5, 12], shown: [2]),
    GroupCase(groups: [12, 30, 12], rest: 1, shown: [0, 1]),
    GroupCase(groups: [12, 30], rest: 10, shown: [0, 1]),
    GroupCase(groups: [0, 12], shown: [1]),
  ])
  func leavesNoneOutOfWhomADifferenceTells(_ example: GroupCase) {
    #expect(Disclosure.shown(example.groups, rest: example.rest) == example.shown)
  }

  @Test func neverLeavesFewerThanTenOut() {
    var generator = Lehmer(state: 7)
    for _ in 0..<2_000 {
      let groups = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        Int.random(in: 0...25, using: &generator)
      }
      let rest = Int.random(in: 0...12, using: &generator)
      let shown = Disclosure.shown(groups, rest: rest)
      let hidden = groups.indices.filter { !shown.contains($0) }.reduce(rest) { $0 + groups[$1] }
      #expect(shown.allSatisfy { groups[$0] >= 10 })
      #expect(hidden == 0 || hidden >= 10 || shown.isEmpty)
    }
  }

  /// The same numbers on every run.
  private struct Lehmer: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 31)
    }
  }
}
