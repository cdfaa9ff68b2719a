import TestSupport
import Testing

/// A year of a section, from April to March with the closing of its last month, counted twice: by the program and minute
/// by minute in a plain book of what everybody did.
@Suite("A year of working time")
struct WorkingYearTests {
  static let seeds: [UInt64] = [2026, 8, 77]

  private func played(_ engine: Engine, _ seed: UInt64) async throws -> WorkingYear {
    try await WorkingYears.shared.year(engine, seed)
  }

  @Test(arguments: Engine.available, seeds)
  func addsUpEveryMonthToTheMinute(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    #expect(year.seen.first(.totals) == [])
    #expect(year.seen.compared[.totals, default: 0] > 2_000)
  }

  @Test(arguments: Engine.available, seeds)
  func dividesEveryMonthIntoPayClasses(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    #expect(year.seen.first(.pay) == [])
    #expect(year.seen.compared[.pay, default: 0] > 1_000)
  }

  @Test(arguments: Engine.available, seeds)
  func findsWhatIsBeyondALimitAndNothingElse(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    #expect(year.seen.first(.limits) == [])
    #expect(year.findings.isSuperset(of: ["month", "year", "after-move", "average 2", "months-over-45"]))
  }

  @Test(arguments: Engine.available, seeds)
  func knowsOfEachDayWhatWasOrderedAndClaimed(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    #expect(year.seen.first(.orders) == [])
    #expect(year.seen.compared[.orders, default: 0] > 5_000)
  }

  @Test(arguments: Engine.available, seeds)
  func closesEveryMonthOfEverybody(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    #expect(year.seen.first(.people) == [])
    #expect(year.seen.first(.states) == [])
    for pages in year.book.values {
      for closing in pages.closings where pages.serves(closing.month) {
        #expect(closing.stage == .approved, "\(pages.person) \(closing.month)")
      }
    }
  }

  @Test(arguments: Engine.available, seeds)
  func keepsWhatWasApprovedAndShowsWhatCameLater(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    #expect(year.seen.first(.snapshots) == [])
    #expect(year.seen.first(.corrections) == [])
    #expect(year.book.values.contains { pages in pages.closings.contains { $0.kept.count > 1 } })
    #expect(year.book.values.contains { pages in (0..<12).contains { !pages.corrections($0).isEmpty } })
  }

  /// Nothing is lost between claim and pay: work past the end of a month is paid with the next one.
  @Test(arguments: Engine.available, seeds)
  func paysAllThatWasClaimedInTheYear(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    for pages in year.book.values where !Section.isManagerial(pages.person) {
      let pay = (0...12).map { Pay($0, pages.claims, pages.asked, pages.punches) { _ in false } }
      let paid = pay.reduce(0) { $0 + $1.overtime }
      #expect(paid == (0..<12).reduce(0) { $0 + pages.claims.overtime($1) }, "\(pages.person)")
    }
  }

  /// The year is worth the comparison: everything that can happen did.
  @Test(arguments: Engine.available, seeds)
  func leavesNothingOut(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    for event in Event.allCases {
      #expect(year.events[event, default: 0] > 0, "\(event)")
    }
    let classes = Set(
      year.book.values.flatMap { pages in
        (0..<12).flatMap { Pay($0, pages.claims, pages.asked, pages.punches) { _ in false }.minutes.keys }
      }
    )
    #expect(classes.count == 9)
  }
}
