import CivilTime
import Plan
import Testing

@Suite("Values of a plan")
struct PlanModelTests {
  @Test(arguments: ["II-1-3ii-4a", "1", "a-b", "R4", String(repeating: "x", count: 32)])
  func takesWellFormedMeasureIDs(_ text: String) {
    #expect(MeasureID(text)?.text == text)
  }

  @Test(arguments: [
    "", "-", "a-", "-a", "a--b", "a b", "a/b", "a.b", "Ⅱ-1", "１", "a\n", "a\u{301}",
    String(repeating: "x", count: 33),
  ])
  func refusesOtherMeasureIDs(_ text: String) {
    #expect(MeasureID(text) == nil)
  }

  @Test(arguments: [
    ("T01", true), ("T0001", true), ("T1", false), ("t01", false), ("T０１", false), ("T00001", false),
  ])
  func takesTargetIDsOfTheirForm(_ text: String, _ isTaken: Bool) {
    #expect((TargetID(text) != nil) == isTaken)
  }

  @Test func refusesAPeriodThatEndsBeforeItStarts() throws {
    let first = try #require(CivilDate(year: 2026, month: 4, day: 1))
    #expect(PlanPeriod(from: first, until: first.adding(days: -1)) == nil)
    let day = try #require(PlanPeriod(from: first, until: first))
    #expect(day.contains(first))
    #expect(!day.contains(first.adding(days: 1)))
    #expect(!day.contains(first.adding(days: -1)))
  }

  struct ValueCase: Sendable, CustomTestStringConvertible {
    let amount: Int
    let unit: TargetUnit
    let direction: TargetDirection
    let japanese: String?
    var testDescription: String { "\(direction) \(amount) \(unit)" }
  }

  @Test(arguments: [
    ValueCase(amount: 35, unit: .percent, direction: .atLeast, japanese: "35％以上"),
    ValueCase(amount: 375, unit: .permille, direction: .atLeast, japanese: "37.5％以上"),
    ValueCase(amount: 5, unit: .permille, direction: .atMost, japanese: "0.5％以下"),
    ValueCase(amount: 0, unit: .cases, direction: .atMost, japanese: "0件"),
    ValueCase(amount: 2, unit: .people, direction: .exactly, japanese: "2人"),
    ValueCase(amount: 1, unit: .milestone, direction: .exactly, japanese: "実施"),
    ValueCase(amount: 101, unit: .percent, direction: .atLeast, japanese: nil),
    ValueCase(amount: -1, unit: .days, direction: .atLeast, japanese: nil),
    ValueCase(amount: 2, unit: .milestone, direction: .atLeast, japanese: nil),
  ])
  func writesTargetValues(_ example: ValueCase) {
    let value = TargetValue(amount: example.amount, unit: example.unit, direction: example.direction)
    #expect(value?.japanese == example.japanese)
  }

  @Test func judgesAFigureFromItsSide() throws {
    let atLeast = try #require(TargetValue(amount: 85, unit: .percent, direction: .atLeast))
    #expect([84, 85, 103].map(atLeast.isReached) == [false, true, true])
    let atMost = try #require(TargetValue(amount: 0, unit: .cases, direction: .atMost))
    #expect([0, 1].map(atMost.isReached) == [true, false])
    let exactly = try #require(TargetValue(amount: 2, unit: .times, direction: .exactly))
    #expect([1, 2, 3].map(exactly.isReached) == [false, true, false])
  }

  struct RateCase: Sendable, CustomTestStringConvertible {
    let unit: TargetUnit
    let amount: Int
    let numerator: Int
    let denominator: Int
    let isReached: Bool?
    var testDescription: String { "\(numerator) of \(denominator) for \(amount) \(unit)" }
  }

  @Test(arguments: [
    RateCase(unit: .percent, amount: 35, numerator: 7, denominator: 20, isReached: true),
    RateCase(unit: .percent, amount: 35, numerator: 3499, denominator: 10_000, isReached: false),
    RateCase(unit: .percent, amount: 85, numerator: 41, denominator: 40, isReached: true),
    RateCase(unit: .permille, amount: 375, numerator: 3, denominator: 8, isReached: true),
    RateCase(unit: .permille, amount: 375, numerator: 374, denominator: 1_000, isReached: false),
    RateCase(unit: .days, amount: 15, numerator: 149, denominator: 10, isReached: false),
    RateCase(unit: .days, amount: 15, numerator: 150, denominator: 10, isReached: true),
    RateCase(unit: .percent, amount: 35, numerator: 0, denominator: 0, isReached: nil),
    RateCase(unit: .percent, amount: 100, numerator: .max, denominator: .max, isReached: true),
  ])
  func judgesARateWithoutRounding(_ example: RateCase) throws {
    let value = try #require(TargetValue(amount: example.amount, unit: example.unit, direction: .atLeast))
    let verdict = value.isReached(numerator: example.numerator, denominator: example.denominator)
    #expect(verdict == example.isReached)
  }

  @Test func knowsTheLastDayOfADeadline() {
    #expect(
      Deadline.fiscalYear(FiscalYear(startYear: 2025)).lastDay == CivilDate(year: 2026, month: 3, day: 31)
    )
    #expect(Deadline.everyFiscalYear.lastDay == nil)
  }

  @Test func namesEveryCodeInJapanese() {
    let names = OwnerRole.allCases.map(\.japanese)
    #expect(Set(names).count == names.count)
    #expect(Set(Cadence.allCases.map(\.japanese)).count == Cadence.allCases.count)
    #expect(Set(Phase.allCases.map(\.japanese)).count == Phase.allCases.count)
  }
}
