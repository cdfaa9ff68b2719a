import CivilTime
import Testing
import WorkingTimeRules

/// What claims kept in a second book would look like.
struct ClaimPatternTests {
  static let april = YearMonth(index: 2026 * 12 + 3)

  /// Months from April on, each with presence and claims in hours.
  static func months(_ hours: [(presence: Int, claimed: Int)]) -> [ClaimedMonth] {
    hours.enumerated().map { offset, hours in
      ClaimedMonth(
        month: april.adding(months: offset),
        presence: Minutes(hours: hours.presence),
        claimed: Minutes(hours: hours.claimed)
      )
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let hours: [(presence: Int, claimed: Int)]
    let patterns: [ClaimPattern]
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "claims follow presence", hours: [(40, 38), (55, 53), (20, 20), (61, 60)], patterns: []),
    Case(
      name: "the same total three months long",
      hours: [(50, 30), (62, 30), (45, 30), (20, 18)],
      patterns: [.sameTotal(months: april...april.adding(months: 2), claimed: Minutes(hours: 30))]
    ),
    Case(name: "the same total that presence explains", hours: [(31, 30), (33, 30), (30, 30)], patterns: []),
    Case(
      name: "the same total after a month that presence explains",
      hours: [(31, 30), (50, 30), (62, 30), (45, 30)],
      patterns: [
        .sameTotal(months: april.adding(months: 1)...april.adding(months: 3), claimed: Minutes(hours: 30))
      ]
    ),
    Case(name: "two months are no pattern", hours: [(50, 30), (62, 30), (45, 38)], patterns: []),
    Case(
      name: "always forty percent",
      hours: [(50, 20), (60, 24), (75, 30), (45, 18), (10, 10)],
      patterns: [.sameShare(months: april...april.adding(months: 3), perMille: 400)]
    ),
    Case(name: "a share of three months", hours: [(50, 20), (60, 24), (75, 30), (10, 10)], patterns: []),
    Case(name: "small claims alike by chance", hours: [(50, 1), (100, 2), (50, 1), (100, 2)], patterns: []),
    Case(
      name: "shares that differ by half a percent",
      hours: [(200, 80), (200, 81), (200, 80), (200, 81)],
      patterns: []
    ),
    Case(
      name: "claims fall from 37 hours to 7 while presence stays",
      hours: [(45, 40), (41, 34), (43, 37), (44, 7)],
      patterns: [.fall(month: april.adding(months: 3), from: Minutes(hours: 37), to: Minutes(hours: 7))]
    ),
    Case(name: "both fall", hours: [(45, 40), (41, 34), (43, 37), (14, 7)], patterns: []),
  ]

  @Test(arguments: cases)
  func patternsOfMonthsAreFound(_ example: Case) {
    #expect(PatternSearch.patterns(in: Self.months(example.hours).reversed()) == example.patterns)
  }

  @Test func aMonthWithoutRecordBreaksTheRow() {
    var months = Self.months([(50, 30), (62, 30), (45, 30)])
    months.remove(at: 1)
    #expect(PatternSearch.patterns(in: months).isEmpty)
  }

  static func days(_ ends: [(String, String)]) -> [ClaimedDay] {
    ends.map { presence, claim in
      ClaimedDay(
        presenceEnd: ClockTime(reading: presence) ?? .midnight,
        claimedEnd: ClockTime(reading: claim) ?? .midnight
      )
    }
  }

  @Test func claimsThatEndAtTenWhilePresenceGoesOnAreACliff() {
    let late = Self.days((0..<8).map { ("2\(3 + $0 % 3):20", "22:00") })
    let others = Self.days([("23:00", "22:45"), ("24:10", "23:00"), ("25:00", "24:30")])
    let honest = Self.days([("22:00", "22:00"), ("22:10", "22:00")])
    let ten = ClockTime(reading: "22:00") ?? .midnight
    #expect(PatternSearch.cliff(in: late + others + honest) == .cliff(at: ten, days: 8, of: 11))
    #expect(PatternSearch.cliff(in: Array(late.dropLast(2)) + others) == nil)
    #expect(PatternSearch.cliff(in: Array(late.prefix(7))) == nil)
  }

  @Test func everyPatternIsToldWithoutBlame() {
    for example in Self.cases {
      for pattern in PatternSearch.patterns(in: Self.months(example.hours)) {
        #expect(pattern.explanation.hasSuffix("。") && !pattern.explanation.contains("違反"))
      }
    }
  }
}
