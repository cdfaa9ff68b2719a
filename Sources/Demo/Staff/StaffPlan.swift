internal import CivilTime
internal import People

/// Everybody who serves or served within the fifteen months, and the posts they held.
struct StaffPlan: Sendable {
  let ministry: MinistryPlan
  let seats: [SeatPlan]
  let casting: Casting
  /// People, today's first in the order of their seats, then those who left.
  let people: [PersonPlan]
  let sidePosts: SidePosts
  let scripts: [Int: OvertimeScript]

  init(staff: Int, seed: UInt64, period: DemoPeriod) {
    // Some heads' posts are vacant, so there are more posts than people.
    let vacancyCount = staff < 200 ? 0 : max(1, staff / 1500)
    let ministry = MinistryPlan(seatCount: staff + vacancyCount, seed: seed)
    let seats = SeatPlan.seats(of: ministry.units)
    let casting = Casting(ministry: ministry, seats: seats)
    let reserved = Set(casting.seats.values)
    let vacant = Self.vacancies(
      vacancyCount,
      seats: seats,
      units: ministry.units,
      reserved: reserved,
      seed: seed
    )
    let vacatedOn = period.lastMonth.adding(months: -1).firstDay
    let lastDays = Dictionary(uniqueKeysWithValues: vacant.map { ($0, vacatedOn.adding(days: -1)) })
    let transfers = Transfers(
      units: ministry.units,
      seats: seats,
      reserved: reserved.union(vacant),
      seed: seed
    )
    var succession = Succession(seatCount: seats.count, vacantSince: lastDays)
    for day in period.transferDays { transfers.apply(day, to: &succession) }
    let hiring = Hiring(units: ministry.units, seats: seats, seed: seed, period: period)
    let people = hiring.people(&succession, leaders: reserved)
    self.ministry = ministry
    self.seats = seats
    self.casting = casting
    self.people = people
    let sidePosts = SidePosts(
      people: people,
      seats: seats,
      units: ministry.units,
      vacant: vacant,
      vacatedOn: vacatedOn,
      reserved: reserved,
      seed: seed,
      period: period
    )
    self.sidePosts = sidePosts
    scripts = OvertimeScript.scripts(
      people: people,
      seats: seats,
      units: ministry.units,
      casting: casting,
      seed: seed,
      period: period
    )
  }

  private static func vacancies(
    _ count: Int,
    seats: [SeatPlan],
    units: [UnitPlan],
    reserved: Set<Int>,
    seed: UInt64
  ) -> [Int] {
    guard count > 0 else { return [] }
    var chance = Chance(seed: seed, .posts, 1)
    let heads = seats.indices.filter { seats[$0].shape == .sectionHead && !reserved.contains($0) }
    return chance.shuffled(heads).prefix(count).sorted()
  }

  /// The unit in which somebody mainly works on a day.
  func unit(of person: PersonPlan, on date: CivilDate) -> UnitPlan? {
    person.seat(on: date).map { ministry.units[seats[$0].unit] }
  }
}
