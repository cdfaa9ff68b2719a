import CivilTime
import Journal
import People
import Store
import TestSupport
import Testing

@testable import Indicators

@Suite("Figures that are computed and stored")
struct FigureRefreshTests {
  private struct Spot: Hashable {
    let employer: Int64
    let bureau: Int64?
  }

  private func spot(_ person: FigureStaff.Person) -> Spot {
    // 秘書課 lies below 大臣官房; a unit of another employer is no bureau of one's own.
    let bureau = person.unit == 2 ? 1 : person.unit
    return Spot(employer: person.employer, bureau: (bureau == 4) == (person.employer == 2) ? bureau : nil)
  }

  private func expect(
    _ figure: StoredFigure?,
    holds people: [FigureStaff.Person],
    as ratio: (FigureStaff.Person) -> Ratio,
    heads: (FigureStaff.Person) -> Int
  ) throws {
    let figure = try #require(figure)
    var ratios: [Spot: Ratio] = [:]
    var counts: [Spot: Int] = [:]
    for person in people {
      ratios[spot(person), default: .zero] += ratio(person)
      counts[spot(person), default: 0] += heads(person)
    }
    let found = figure.places.map { Spot(employer: $0.employer.number, bureau: $0.bureau?.id.number) }
    #expect(Set(found) == Set(ratios.keys))
    #expect(found.count == ratios.count)
    for (spot, place) in zip(found, figure.places) {
      #expect(place.ratio == ratios[spot])
      #expect(place.people == counts[spot])
    }
  }

  @Test(arguments: Engine.available)
  func storesWhatALoopOverAllPeopleCounts(_ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, clock in
      let indicators = [NumberedIndicators.sums("a.sums"), NumberedIndicators.groups("a.groups")]
      let refreshed = try await FigureStaff.refresh(database, clock, indicators).run(FigureStaff.year)
      #expect(refreshed.computed.map(\.indicator) == ["a.sums", "a.groups"])
      let figures = try await database.read { try StoredFigureRecords.figures(of: FigureStaff.year, on: $0) }
      let all = FigureStaff.people
      try expect(figures["a.sums"], holds: all, as: { Ratio(Int($0.id), of: 1) }, heads: { _ in 1 })
      let third = all.filter { $0.id % 3 == 0 }
      try expect(figures["a.groups"], holds: third, as: { Ratio(Int($0.id % 2), of: 1) }, heads: { _ in 1 })
      #expect(figures["a.sums"]?.asOf == FigureStaff.today)
      #expect(figures["a.sums"]?.isProvisional == true)
      let order = figures["a.sums"]?.places.map { $0.bureau?.name }
      #expect(order == [nil, "大臣官房", "統計局", "総務課"])
      let alone = try await database.read { connection in
        try StoredFigureRecords.figures(
          of: "a.sums",
          years: FigureStaff.year...FigureStaff.year,
          on: connection
        )
      }
      #expect(alone == [figures["a.sums"]])
      let employers = try await database.read { connection in
        try StoredFigureRecords.employerFigures(of: ["a.sums"], in: FigureStaff.year, on: connection)
      }
      #expect(Set(employers.keys) == ["a.sums"])
      for place in employers["a.sums"]?.places ?? [] {
        let own = all.filter { $0.employer == place.employer.number }
        #expect(place.ratio == Ratio(own.reduce(0) { $0 + Int($1.id) }, of: own.count))
        #expect(place.people == own.count)
      }
      #expect(employers["a.sums"]?.places.count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func countsPeopleInServiceOnTheDayOfASnapshot(_ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, clock in
      clock.set(FigureStaff.moment("2026-07-20"))
      let indicators = [
        NumberedIndicators.sums("a.july", asOf: .firstOfJuly),
        NumberedIndicators.sums("a.april", asOf: .firstOfApril),
        NumberedIndicators.sums("a.year"),
      ]
      _ = try await FigureStaff.refresh(database, clock, indicators).run(FigureStaff.year)
      let figures = try await database.read { try StoredFigureRecords.figures(of: FigureStaff.year, on: $0) }
      let heads = figures.mapValues { figure in figure.places.reduce(0) { $0 + $1.people } }
      let all = FigureStaff.people.count
      #expect(heads == ["a.july": all - 1, "a.april": all - 1, "a.year": all])
      #expect(figures["a.july"]?.asOf == FigureStaff.day("2026-07-01"))
      #expect(figures["a.july"]?.isProvisional == false)
    }
  }

  @Test(arguments: Engine.available)
  func leavesTheSameRowsWhenItRunsTwice(_ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, clock in
      let refresh = FigureStaff.refresh(database, clock, [NumberedIndicators.sums("a.sums")])
      _ = try await refresh.run(FigureStaff.year)
      let first = try await rows(database)
      _ = try await refresh.run(FigureStaff.year)
      let second = try await rows(database)
      #expect(second.figures == first.figures)
      #expect(second.history == first.history)
      #expect(first.history.map(\.ratio) == [Ratio((1...38).reduce(0, +), of: 38)])
    }
  }

  private func rows(
    _ database: any SQLDatabase
  ) async throws -> (
    figures: [String: StoredFigure], history: [TrendPoint]
  ) {
    try await database.read { connection in
      (
        try StoredFigureRecords.figures(of: FigureStaff.year, on: connection),
        try StoredFigureRecords.history(of: "a.sums", on: connection)
      )
    }
  }

  @Test(arguments: Engine.available)
  func keepsOnePointAMonthForAllAndForEachEmployer(_ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, clock in
      for (number, date) in ["2026-04-10", "2026-04-30", "2026-05-02"].enumerated() {
        clock.set(FigureStaff.moment(date))
        let indicator = NumberedIndicators.sums("a.sums", times: number + 1)
        _ = try await FigureStaff.refresh(database, clock, [indicator]).run(FigureStaff.year)
      }
      let (points, employers) = try await database.read { connection in
        (
          try StoredFigureRecords.history(of: ["a.sums", "a.none"], on: connection)["a.sums"] ?? [],
          try StoredFigureRecords.employerHistory(of: "a.sums", on: connection)
        )
      }
      #expect(points.map(\.asOf) == [FigureStaff.day("2026-04-30"), FigureStaff.day("2026-05-02")])
      #expect(points.map(\.ratio.numerator) == [741 * 2, 741 * 3])
      #expect(points.allSatisfy { $0.employer == nil })
      #expect(employers.map { $0.employer?.number } == [1, 1, 2, 2])
      #expect(employers.map(\.ratio.numerator).reduce(0, +) == 741 * 5)
    }
  }

  @Test(arguments: Engine.available)
  func keepsTheOldFigureOfAnIndicatorThatThrows(_ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, clock in
      _ = try await FigureStaff.refresh(database, clock, [NumberedIndicators.sums("a.sums")])
        .run(FigureStaff.year)
      let before = try await rows(database).figures["a.sums"]
      clock.advance(milliseconds: 86_400_000)
      let indicators = [NumberedIndicators.broken("a.sums"), NumberedIndicators.groups("a.groups")]
      let refreshed = try await FigureStaff.refresh(database, clock, indicators).run(FigureStaff.year)
      #expect(refreshed.failed.map(\.indicator) == ["a.sums"])
      #expect(refreshed.computed.map(\.indicator) == ["a.groups"])
      let after = try await rows(database).figures
      #expect(after["a.sums"] == before)
      #expect(after["a.groups"] != nil)
    }
  }

  @Test(arguments: Engine.available)
  func computesOnOneProcessOnly(_ engine: Engine) async throws {
    try await FigureStaff.with(engine) { database, clock in
      let now = clock.now()
      let refresh = FigureStaff.refresh(database, clock, [NumberedIndicators.sums("a.sums")])
      let mine = try await database.write { connection in
        try Lease.take("figures", holder: "another", milliseconds: 600_000, at: now, on: connection)
      }
      #expect(mine)
      let refused = try await refresh.runDue()
      #expect(refused.isBusy)
      let none = try await rows(database).figures
      #expect(none.isEmpty)
      clock.advance(milliseconds: 600_001)
      let later = try await refresh.runDue()
      #expect(!later.isBusy)
      #expect(later.computed.count == 2)
      let again = try await database.write { connection in
        try Lease.take("figures", holder: "another", milliseconds: 1, at: now, on: connection)
      }
      #expect(again, "the lease was given back")
    }
  }
}
