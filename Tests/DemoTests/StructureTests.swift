import Access
import CivilTime
import People
import Testing

@testable import Demo

@Suite struct StructureTests {
  private static let period = DemoPeriod(today: DemoDatabase.today)

  struct Share: Sendable, CustomTestStringConvertible {
    let rank: RankBand
    let permille: Int
    let tolerance: Int
    var testDescription: String { rank.japanese }
  }

  @Test(arguments: [
    Share(rank: .director, permille: 89, tolerance: 12),
    Share(rank: .deputyDirector, permille: 160, tolerance: 10),
    Share(rank: .chief, permille: 308, tolerance: 8),
    Share(rank: .clerk, permille: 400, tolerance: 8),
  ])
  func sharesOfWomenAreNearThePublishedOnes(_ share: Share) {
    let plan = StaffPlan(staff: 5000, seed: 7, period: Self.period)
    let people = plan.people.filter { person in
      person.isInService(on: Self.period.today) && plan.seats[person.seat].shape.rankBand == share.rank
    }
    let women = people.count { $0.sex == .female }
    #expect(people.count > 100)
    #expect(
      abs(women * 1000 / people.count - share.permille) <= share.tolerance,
      "\(women) of \(people.count)"
    )
  }

  @Test func nearTwoFifthsOfThoseHiredAreWomen() {
    let plan = StaffPlan(staff: 5000, seed: 7, period: Self.period)
    let hired = plan.people.filter { Self.period.firstDay < $0.hiredOn }
    #expect(hired.count > 100)
    #expect(abs(hired.count { $0.sex == .female } * 1000 / hired.count - 392) <= 20)
  }

  @Test(arguments: [60, 61, 120, 350, 1000, 5000, 40_000])
  func ministryOfAnySizeIsWhole(staff: Int) throws {
    let plan = StaffPlan(staff: staff, seed: 3, period: Self.period)
    let units = plan.ministry.units
    #expect(plan.people.count { $0.isInService(on: Self.period.today) } == staff)
    #expect(Set(units.map(\.group.employer)) == Set(EmployerPlan.allCases))
    #expect(Set(units.map(\.code)).count == units.count)
    #expect(plan.casting.seats.count == 9)
    let sizes = units.filter { $0.section != nil }.map(\.seatCount)
    #expect(sizes.allSatisfy { (4...41).contains($0) }, "\(sizes.min() ?? 0)–\(sizes.max() ?? 0)")
    let paths = units.map { unit in "\(unit.group.name)／\(unit.parent ?? -1)／\(unit.name)" }
    #expect(Set(paths).count == paths.count)
    #expect(units.contains { $0.isExternal } && units.contains { $0.section != nil && !$0.isExternal })
  }

  @Test func everyPersonSitsOnOneSeatEachDayOfService() {
    let plan = StaffPlan(staff: 2000, seed: 5, period: Self.period)
    for month in Self.period.months {
      let date = month.firstDay
      let seats = plan.people.compactMap { person in
        person.isInService(on: date) ? person.seat(on: date) : nil
      }
      #expect(Set(seats).count == seats.count, "\(month)")
      #expect(seats.count == plan.people.count { $0.isInService(on: date) }, "\(month)")
      #expect(seats.count >= 2000 && seats.count <= plan.seats.count, "\(month)")
    }
  }

  @Test func postingsFollowOneAnotherWithoutGapOrOverlap() {
    let plan = StaffPlan(staff: 2000, seed: 5, period: Self.period)
    for person in plan.people {
      #expect(person.postings.first.map { person.hiredOn <= $0.from } ?? false)
      #expect(person.postings.last?.to == person.leftOn)
      for (before, after) in zip(person.postings, person.postings.dropFirst()) {
        #expect(before.to?.adding(days: 1) == after.from)
      }
    }
    #expect(plan.people.contains { $0.postings.count > 1 })
    #expect(plan.people.contains { $0.leftOn != nil })
    #expect(plan.sidePosts.posts.contains { $0.posting.kind == .acting })
    #expect(plan.sidePosts.posts.contains { $0.posting.kind == .concurrent })
    #expect(!plan.sidePosts.deputies.isEmpty)
  }

  @Test func showcaseSectionHasAboutFortyPeople() {
    let plan = StaffPlan(staff: 5000, seed: 1, period: Self.period)
    let showcase = plan.ministry.units[plan.ministry.showcase]
    #expect(showcase.isExternal)
    #expect((36...41).contains(showcase.seatCount))
  }
}
