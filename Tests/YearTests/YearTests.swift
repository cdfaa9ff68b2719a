import CivilTime
import Duties
import Evidence
import Indicators
import TestSupport
import Testing

@testable import FollowUps
@testable import Plan

/// A year of a small ministry, counted twice: by the program and by a plain book of who owed and did what.
@Suite("A year of the plan")
struct YearTests {
  static let seeds: [UInt64] = [2026, 7, 41]

  private func played(_ engine: Engine, _ seed: UInt64) async throws -> PlayedYear {
    try await PlayedYears.shared.year(engine, seed)
  }

  private func bruteForce(_ seen: Observation) -> BruteForce {
    BruteForce(ledger: seen.ledger, year: 2026, today: seen.today)
  }

  // MARK: Duties

  @Test(arguments: Engine.available, seeds)
  func opensEveryDutyThatIsOwedAndNoOther(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    for seen in [year.atReport, year.afterwards] {
      let (real, owed) = (Set(seen.duties.keys), Set(seen.ledger.duties.keys))
      #expect(owed.subtracting(real).sorted() == [])
      #expect(real.subtracting(owed).sorted() == [])
      #expect(owed.count > 1_000)
    }
    // Nothing that was there at the report vanished later.
    #expect(Set(year.atReport.duties.keys).isSubset(of: year.afterwards.duties.keys))
  }

  @Test(arguments: Engine.available, seeds)
  func knowsOfEachDutyWhatBecameOfIt(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    for seen in [year.atReport, year.afterwards] {
      for (name, duty) in seen.duties {
        guard let known = seen.ledger.duties[name] else { continue }
        #expect(fate(duty) == known.fate, "\(name)")
        #expect(duty.dueOn == known.owed.dueOn, "\(name)")
        #expect(duty.year.startYear == known.owed.year, "\(name)")
        #expect(seen.employer(duty.employer) == known.owed.employer, "\(name)")
        #expect(seen.unit(duty.bureau) == known.owed.bureau, "\(name)")
      }
      #expect(seen.withoutEntry == 0)
      #expect(seen.withLeavers == 0)
    }
  }

  private func fate(_ duty: Duty) -> Fate {
    switch duty.state {
    case .open: .open
    case .fulfilled(let day, _): .fulfilled(day)
    case .excused(let day): .excused(day)
    }
  }

  @Test(arguments: Engine.available, seeds)
  func countsDutiesByEmployerAndBureau(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    for seen in [year.atReport, year.afterwards] {
      let expected = bruteForce(seen).sums
      var counted: [BruteForce.Place: BruteForce.Sum] = [:]
      for tally in seen.tallies {
        let place = BruteForce.Place(
          measure: tally.measure,
          employer: seen.employer(tally.employer),
          bureau: seen.unit(tally.bureau)
        )
        counted[place] = BruteForce.Sum(
          owed: tally.owed,
          fulfilled: tally.fulfilled,
          excused: tally.excused,
          overdue: tally.overdue,
          people: tally.people,
          lastFulfilledOn: tally.lastFulfilledOn,
          nextDueOn: tally.nextDueOn
        )
      }
      for place in Set(counted.keys).union(expected.keys) {
        #expect(counted[place] == expected[place], "\(place)")
      }
    }
  }

  @Test(arguments: Engine.available, seeds)
  func countsReportsWithoutThoseCorrectedOrTakenBack(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    for seen in [year.atReport, year.afterwards] {
      let expected = bruteForce(seen).reported
      var counted: [BruteForce.Place: BruteForce.Reported] = [:]
      for tally in seen.reports {
        let place = BruteForce.Place(
          measure: tally.measure,
          employer: seen.employer(tally.employer),
          bureau: seen.unit(tally.bureau)
        )
        counted[place] = BruteForce.Reported(
          cases: tally.cases,
          quantity: tally.quantity,
          quantityOf: tally.quantityOf,
          lastHeldOn: tally.lastHeldOn
        )
      }
      for place in Set(counted.keys).union(expected.keys) {
        #expect(counted[place] == expected[place], "\(place)")
      }
    }
  }

  // MARK: The report

  @Test(arguments: Engine.available, seeds)
  func saysOfEveryMeasureHowItStands(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    for seen in [year.atReport, year.afterwards] {
      let count = bruteForce(seen)
      #expect(seen.content.measures.count == PlanMeaning.coverage.count)
      for line in seen.content.measures {
        #expect(read(line) == count.line(line.id.text), "\(line.id)")
      }
    }
    let coverages = year.atReport.content.measures.filter { $0.coverage != nil }
    let withheld = year.atReport.content.measures.filter { line in
      line.coverage == nil && !count(line.id.text, year.atReport).isEmpty
    }
    // The rule about few people bites, and does not bite everywhere.
    #expect(coverages.count > 60 && !withheld.isEmpty)
    #expect(Set(year.atReport.content.measures.map(\.status)).count >= 4)
  }

  private func count(_ measure: String, _ seen: Observation) -> [LedgerDuty] {
    bruteForce(seen).duties { $0.owed.name.measure == measure }
  }

  private func read(_ line: MeasureLine) -> BruteForce.Line {
    BruteForce.Line(
      status: line.status.rawValue,
      coverage: line.coverage.map { coverage in
        BruteForce.Sum(
          owed: coverage.owed,
          fulfilled: coverage.fulfilled,
          excused: coverage.excused,
          overdue: coverage.overdue,
          people: coverage.people
        )
      },
      reported: line.evidence.map { evidence in
        BruteForce.Reported(
          cases: evidence.cases,
          quantity: evidence.quantity,
          quantityOf: evidence.quantityOf,
          lastHeldOn: evidence.lastHeldOn
        )
      },
      units: line.units
    )
  }

  @Test(arguments: Engine.available, seeds)
  func freezesTheReportOfTheOldYearForGood(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    #expect(year.stages == [.secretariat, .committee, .council, .published])
    #expect(year.frozen.measures.count == year.atReport.content.measures.count)
    let (meetings, directors) = (try #require(MeasureID("V-1-a")), try #require(TargetID("T04")))
    #expect(year.frozen.measure(meetings)?.done == "実施したことです。")
    #expect(year.frozen.target(directors)?.analysis == "分析と対応です。")
    #expect(year.frozenAtEnd == year.frozen)
    #expect(year.verification.digest == year.digest)
    #expect(year.verification.differences == [])
    #expect(year.verificationAtEnd.digest == year.digest)
    #expect(year.verificationAtEnd.stage == .published)
    // Publishing is itself a measure of the plan, and its duty was open when the report was frozen.
    #expect(year.verificationAtEnd.differences.contains { $0.subject == "V-4-a" && $0.detail == .fulfilled })
  }

  @Test(arguments: Engine.available, seeds)
  func readsTheOldYearUnderItsOwnEdition(_ engine: Engine, _ seed: UInt64) async throws {
    let year = try await played(engine, seed)
    #expect(year.editions == [1, 1, 2])
    let (old, new) = (
      try #require(MeasureID(PlanMeaning.mapped.from)), try #require(MeasureID(PlanMeaning.mapped.to))
    )
    for content in [year.frozenAtEnd, year.afterwards.content] {
      #expect(content.plan.edition == 1)
      #expect(content.measure(old) != nil && content.measure(new) == nil)
    }
    let measures = Dictionary(grouping: year.afterwards.duties.values) { $0.year.startYear }
      .mapValues { Set($0.map(\.rule.measure)) }
    #expect(
      measures[2026]?.contains(old.text) == true && measures[2026]?.contains(new.text) == false
    )
    #expect(measures[2027]?.contains(old.text) == false && measures[2027]?.contains(new.text) == true)
  }

  @Test(arguments: seeds)
  func saysTheSameOnEveryEngine(_ seed: UInt64) async throws {
    var digests: Set<String> = []
    for engine in Engine.available { digests.insert(try await played(engine, seed).digest) }
    #expect(digests.count == 1)
  }
}
