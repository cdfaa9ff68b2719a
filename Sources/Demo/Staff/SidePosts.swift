internal import CivilTime
internal import People

/// Posts beside the main one: concurrent, acting, and deputies named for a period.
struct SidePosts: Sendable {
  /// A second post of somebody.
  struct Post: Sendable {
    let person: Int
    let posting: PostingPlan
  }

  /// Somebody named to stand in for the head of a unit.
  struct Standing: Sendable {
    let person: Int
    let unit: Int
    let from: CivilDate
    let to: CivilDate
  }

  let posts: [Post]
  let deputies: [Standing]

  init(
    people: [PersonPlan],
    seats: [SeatPlan],
    units: [UnitPlan],
    vacant: [Int],
    vacatedOn: CivilDate,
    reserved: Set<Int>,
    seed: UInt64,
    period: DemoPeriod
  ) {
    var chance = Chance(seed: seed, .posts, 2)
    let free = seats.indices.filter { !reserved.contains($0) && !vacant.contains($0) }
    let heads = free.filter { seats[$0].shape == .sectionHead }
    let acting = vacant.compactMap { seat -> Post? in
      let near = heads.filter { units[seats[$0].unit].group.name == units[seats[seat].unit].group.name }
      let employer = units[seats[seat].unit].group.employer
      let far = heads.filter { units[seats[$0].unit].group.employer == employer }
      guard let head = chance.pick(near.isEmpty ? far : near) else { return nil }
      let from = max(vacatedOn, people[head].postings.last?.from ?? vacatedOn)
      return Post(person: head, posting: PostingPlan(seat: seat, kind: .acting, from: from, to: nil))
    }
    posts = acting + Self.concurrent(people: people, seats: seats, units: units, free: free, &chance)
    deputies = Self.deputies(seats: seats, units: units, free: free, period: period, &chance)
  }

  private static func concurrent(
    people: [PersonPlan],
    seats: [SeatPlan],
    units: [UnitPlan],
    free: [Int],
    _ chance: inout Chance
  ) -> [Post] {
    let candidates = free.filter { [.planner, .deputy, .chief, .clerk].contains(seats[$0].shape) }
    return candidates.compactMap { seat in
      guard chance.permille(25), let other = chance.pick(candidates),
        let from = people[seat].postings.last?.from
      else { return nil }
      let isFitting = seats[other].shape == seats[seat].shape && seats[other].unit != seats[seat].unit
      let isSame = units[seats[other].unit].group.employer == units[seats[seat].unit].group.employer
      guard isFitting, isSame else { return nil }
      return Post(person: seat, posting: PostingPlan(seat: other, kind: .concurrent, from: from, to: nil))
    }
  }

  private static func deputies(
    seats: [SeatPlan],
    units: [UnitPlan],
    free: [Int],
    period: DemoPeriod,
    _ chance: inout Chance
  ) -> [Standing] {
    var named: Set<Int> = []
    return free.compactMap { seat in
      let unit = seats[seat].unit
      guard seats[seat].shape == .deputy, chance.permille(40), named.insert(unit).inserted else { return nil }
      let from = period.today.adding(days: chance.within(-40...5))
      return Standing(person: seat, unit: unit, from: from, to: from.adding(days: chance.within(6...28)))
    }
  }
}
