import CivilTime
import Indicators
import TestSupport
import Testing

@testable import FollowUps
@testable import Plan

/// The targets of the same year, counted career by career and duty by duty.
@Suite("The targets of a year")
struct TargetTests {
  private func played(_ engine: Engine, _ seed: UInt64) async throws -> Observation {
    try await PlayedYears.shared.year(engine, seed).atReport
  }

  /// What a figure comes to by employer, from the ledger; nil for figures that are not counted here.
  private func expected(_ name: String, _ year: Int, _ seen: Observation) -> [String: Ratio]? {
    let stem = name.replacing("workforce.", with: "")
    if HeadCount.names.contains(stem) {
      return HeadCount(ministry: seen.ledger.ministry, year: year).figure(stem)
    }
    return year == 2026 ? BruteForce(ledger: seen.ledger, year: year, today: seen.today).figure(name) : nil
  }

  @Test(arguments: Engine.available, YearTests.seeds)
  func countsNumeratorsAndDenominatorsByEmployer(_ engine: Engine, _ seed: UInt64) async throws {
    let seen = try await played(engine, seed)
    var compared: Set<String> = []
    for (year, figures) in seen.figures {
      for (name, figure) in figures {
        guard let expected = expected(name, year, seen) else { continue }
        var counted = Dictionary(uniqueKeysWithValues: Ministry.employers.map { ($0.code, Ratio.zero) })
        for place in figure.places { counted[seen.employer(place.employer), default: .zero] += place.ratio }
        #expect(counted == expected, "\(name) \(year)")
        compared.insert(name)
      }
    }
    #expect(compared.isSuperset(of: HeadCount.names.map { "workforce." + $0 }))
    #expect(compared.count { $0.hasPrefix("duties.") } >= 10)
  }

  @Test(arguments: Engine.available, YearTests.seeds)
  func showsInTheReportWhatWasCountedAndNothingOfFew(_ engine: Engine, _ seed: UInt64) async throws {
    let seen = try await played(engine, seed)
    var (shown, withheld) = (0, 0)
    for line in seen.content.targets {
      for figure in ([line.judged].compactMap { $0 } + line.others) where figure.origin == .computed {
        guard let expected = expected(figure.source, figure.year.startYear, seen) else { continue }
        let total = expected.values.reduce(.zero, +)
        let people = people(figure.source, total, seen)
        switch figure.amount {
        case .ratio(let ratio):
          #expect(ratio == total, "\(line.id) \(figure.source) \(figure.year)")
          #expect(people.map { !(1..<10).contains($0) } ?? true, "\(line.id) \(figure.source)")
          shown += 1
        case .value(let milli, _): #expect(milli == total.numerator * 1_000, "\(line.id) \(figure.source)")
        case .withheld:
          #expect(people != nil, "\(line.id) \(figure.source)")
          withheld += 1
        }
      }
      checkEmployers(line, seen)
    }
    #expect(shown > 10 && withheld > 0)
  }

  /// How many people a figure tells of; nil for what units and offices do.
  private func people(_ source: String, _ total: Ratio, _ seen: Observation) -> Int? {
    if source.hasPrefix("workforce.") { return total.denominator }
    let count = BruteForce(ledger: seen.ledger, year: 2026, today: seen.today)
    let duties = count.duties { "duties.coverage-\($0.owed.name.measure)" == source }
    return duties.contains { $0.owed.person != nil } ? count.sum(duties).people : nil
  }

  /// An employer that is shown is rightly counted and not small, nor are those that are left out.
  private func checkEmployers(_ line: TargetLine, _ seen: Observation) {
    guard let judged = line.judged, judged.origin == .computed, judged.source.hasPrefix("workforce."),
      let expected = expected(judged.source, judged.year.startYear, seen)
    else { return }
    var hidden = 0
    for figure in line.byEmployer {
      let own = expected[figure.place.employerCode ?? ""] ?? .zero
      switch figure.amount {
      case .ratio(let ratio):
        #expect(ratio == own, "\(line.id)")
        #expect(!(1..<10).contains(own.denominator), "\(line.id)")
      case .withheld: hidden += own.denominator
      case .value: Issue.record("\(line.id) is a share")
      }
    }
    if case .ratio = judged.amount { #expect(!(1..<10).contains(hidden), "\(line.id)") }
  }

  @Test(arguments: Engine.available, YearTests.seeds)
  func takesTheBirthsAsPersonnelCountedThem(_ engine: Engine, _ seed: UInt64) async throws {
    let seen = try await played(engine, seed)
    let births = seen.ledger.ministry.births
    let target = try #require(TargetID("T08"))
    let line = try #require(seen.content.target(target))
    let whole = Ratio(births.count(where: \.tookMonth), of: births.count)
    #expect(births.count >= 10)
    #expect(line.judged?.amount == .ratio(whole))
    #expect(line.judged?.origin == .imported)
    #expect(line.verdict == (whole.numerator == whole.denominator ? .reached : .missed))
    #expect(line.byEmployer.allSatisfy { $0.amount == .withheld })
  }
}
