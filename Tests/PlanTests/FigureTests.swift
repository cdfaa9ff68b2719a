import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing
import WorkingTime

@testable import Plan

@Suite("Figures computed from records")
struct FigureTests {
  private func followUp(_ database: any SQLDatabase) async throws -> FollowUp {
    try await PlanReport(database: database, indicators: WorkingTimeIndicators.all)
      .followUp(year: PlanOffice.year, today: PlanOffice.today)
  }

  private func figure(_ measure: String, _ followUp: FollowUp) throws -> IndicatorFigure {
    let id = try #require(MeasureID(measure))
    return try #require(followUp.state(of: id).figures.first)
  }

  @Test(arguments: Engine.available)
  func countsDaysWithARecordAsAWalkOverAllDaysDoes(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { office, database in
      let found = try figure("III-2-1-b", try await followUp(database))
      let wanted = tallies(office) { person in
        let days = dutyDays(of: person)
        let recorded = Set(office.punches.filter { $0.employee == person.id }.map(\.workDate))
        return Ratio(days.count { recorded.contains($0) }, of: days.count)
      }
      expect(found, is: wanted)
      #expect(found.total == .shown(Tally(wanted.values.map(\.ratio).reduce(.zero, +), people: 31)))
    }
  }

  @Test(arguments: Engine.available)
  func countsRestsAsAWalkOverAllDaysDoes(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { office, database in
      let found = try figure("III-2-2-b", try await followUp(database))
      expect(found, is: tallies(office) { person in rests(of: person, in: office) })
      #expect(found.total != .shown(Tally(.zero, people: 31)))
    }
  }

  @Test(arguments: Engine.available)
  func countsPeopleBeyondALimitOnlyForAllWhenAnEmployerIsTiny(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      let followUp = try await followUp(database)
      let people = try figure("III-2-3-a", followUp)
      #expect(people.total == .shown(Tally(Ratio(2, of: 31), people: 31)))
      #expect(people.employers.map(\.figure) == [.withheld, .withheld])
      #expect(people.employers.allSatisfy { $0.units.isEmpty })
      let months = try figure("III-2-3-b", followUp)
      #expect(months.total == .shown(Tally(Ratio(3, of: 31), people: 31)))
    }
  }

  @Test(arguments: Engine.available)
  func leavesOutSmallUnitsAndWhatASubtractionWouldTell(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      let found = try figure("III-2-1-b", try await followUp(database))
      // 研究室 (3) and the leaver are 4 people: 統計局 (11) goes with them, 大臣官房 (13) stays.
      #expect(found.employers.map { $0.units.map(\.unit.name) } == [["大臣官房"], []])
      #expect(found.employers.map(\.withheldUnitCount) == [2, 1])
      #expect(found.employers[0].units.map(\.tally.people) == [13])
    }
  }

  @Test func showsNoRateOfFewerThanTen() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      for (denominator, rate) in [(9, nil), (10, "50.0")] as [(Int, String?)] {
        let indicator = Self.indicator(Ratio(denominator / 2, of: denominator), unit: 1)
        try await PlanOffice.refresh(database, [indicator])
        let report = PlanReport(database: database, indicators: [indicator])
        let followUp = try await report.followUp(year: PlanOffice.year, today: PlanOffice.today)
        guard case .shown(let tally) = try figure("III-2-1-b", followUp).total else {
          Issue.record("the whole is not shown")
          return
        }
        #expect(tally.rate == rate)
        let lines = FollowUpMarkdown.text(followUp).split(separator: "\n")
        let whole = try #require(lines.first { $0.hasPrefix("| 全体 |") })
        #expect(whole.contains("n\\<10のため率は表示しません") == (rate == nil))
      }
    }
  }

  @Test func asksForNothingBeforeTheYearBegins() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let report = PlanReport(database: database, indicators: WorkingTimeIndicators.all)
      let followUp = try await report.followUp(year: PlanOffice.year, today: PlanOffice.day("2026-03-31"))
      #expect(followUp.asOf == nil)
      #expect(FollowUpMarkdown.text(followUp).contains("まだ数えた日がありません"))
    }
  }

  @Test func leavesAMeasureNotReportedWhoseIndicatorIsUnknown() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      let report = PlanReport(database: database, indicators: [])
      let followUp = try await report.followUp(year: PlanOffice.year, today: PlanOffice.today)
      #expect(followUp.computed.isEmpty)
      #expect(followUp.notReportedCount == 96)
    }
  }

  static func indicator(_ ratio: Ratio, unit: Int64) -> Indicator {
    let definition = Indicator.Definition(
      id: "working-time.objective-record",
      title: "記録",
      numerator: "日",
      denominator: "日",
      form: .share,
      source: "記録",
      methodVersion: 7
    )
    return Indicator(definition) { _, _, _ in
      [IndicatorValue(employer: RecordID(1), unit: RecordID(unit), ratio: ratio)]
    }
  }
}

extension FigureTests {
  /// The place of a person in the figures: employer, and the top unit.
  private struct Place: Hashable {
    let employer: Int64
    let bureau: Int64?
  }

  private struct Sum {
    var ratio = Ratio.zero
    var people = 0
  }

  private func tallies(_ office: PlanOffice, _ ratio: (PlanOffice.Person) -> Ratio) -> [Place: Sum] {
    var sums: [Place: Sum] = [:]
    for person in office.people {
      let place = Place(employer: person.employer, bureau: person.unit == 2 ? 1 : person.unit)
      sums[place, default: Sum()].ratio += ratio(person)
      sums[place, default: Sum()].people += 1
    }
    return sums
  }

  private func expect(_ found: IndicatorFigure, is wanted: [Place: Sum]) {
    for employer in found.employers {
      let own = wanted.filter { $0.key.employer == employer.employer.id.number }.values
      let people = own.reduce(0) { $0 + $1.people }
      #expect(employer.figure == .shown(Tally(own.map(\.ratio).reduce(.zero, +), people: people)))
      for unit in employer.units {
        let sum = wanted[Place(employer: employer.employer.id.number, bureau: unit.unit.id.number)]
        #expect(unit.tally.ratio == sum?.ratio)
        #expect(unit.tally.people == sum?.people)
      }
    }
  }

  private func dutyDays(of person: PlanOffice.Person) -> [CivilDate] {
    (PlanOffice.year.firstDay...person.lastDay).filter { DutyCalendar().isDutyDay($0) }
  }

  /// Rests that end in the year, between neighbouring days with records, and how many had 11 hours.
  private func rests(of person: PlanOffice.Person, in office: PlanOffice) -> Ratio {
    let own = office.punches.filter { $0.employee == person.id }
    let departures = own.filter { $0.kind == .departure }
    let arrivals = own.filter { $0.kind == .arrival }
    var all = 0
    var sufficient = 0
    for (departure, arrival) in zip(departures, arrivals.dropFirst())
    where arrival.workDate >= PlanOffice.year.firstDay {
      let days = departure.workDate.distance(to: arrival.workDate)
      let length =
        days * 1440 + arrival.time.minutesFromMidnight - departure.time.minutesFromMidnight
      all += 1
      if length >= 660 { sufficient += 1 }
    }
    return Ratio(sufficient, of: all)
  }
}

extension Tally {
  fileprivate init(_ ratio: Ratio, people: Int) {
    self.init(ratio: ratio, people: people)
  }
}
