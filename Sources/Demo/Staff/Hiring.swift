internal import CivilTime
internal import People

/// Turns drafts into people: how and when they were hired, and of which sex, by published shares.
struct Hiring {
  let units: [UnitPlan]
  let seats: [SeatPlan]
  let seed: UInt64
  let period: DemoPeriod

  /// Women among a thousand of each rank (内閣人事局, 1 July 2025; hires of 1 April 2024).
  static let womenByRank: [RankBand: Int] = [
    .designated: 56, .director: 89, .deputyDirector: 160, .chief: 308, .clerk: 400,
  ]
  static let womenAmongHires = 392

  func people(_ succession: inout Succession, leaders: Set<Int>) -> [PersonPlan] {
    let careers = succession.drafts.enumerated().map { index, draft in
      let seat = seats[draft.seat]
      return CareerPlan(
        seed: seed,
        person: index,
        shape: seat.shape,
        group: units[seat.unit].group,
        isNewcomer: draft.hiredOn != nil,
        isLeader: leaders.contains(index)
      )
    }
    let earliest = succession.drafts.indices.map { hiredBefore(careers[$0], of: succession.drafts[$0]) }
    succession.finish { person in max(earliest[person], lastSeating(person)) }
    var shares = RankBand.allCases.map { SteadyShare(permille: Self.womenByRank[$0] ?? 0) }
    var hires = SteadyShare(permille: Self.womenAmongHires)
    var chance = Chance(seed: seed, .sexes)
    return succession.drafts.enumerated().map { index, draft in
      let seat = seats[draft.seat]
      let isWoman =
        draft.hiredOn == nil ? shares[seat.shape.rankBand.order].draw(&chance) : hires.draw(&chance)
      return PersonPlan(
        employer: units[seat.unit].group.employer,
        seat: draft.seat,
        career: careers[index],
        sex: isWoman ? .female : .male,
        hiredOn: draft.hiredOn ?? earliest[index],
        leftOn: draft.leftOn,
        postings: draft.postings
      )
    }
  }

  /// When somebody who was there before the first month was hired.
  private func hiredBefore(_ career: CareerPlan, of draft: Succession.Draft) -> CivilDate {
    let lastApril = FiscalYear(containing: period.firstDay).firstMonth
    let month = lastApril.adding(months: career.isHiredInAutumn ? -6 : 0)
    return month.adding(months: -12 * (career.years - 1)).firstDay
  }

  /// When somebody came to the seat held in the first month: an April of the last years.
  private func lastSeating(_ person: Int) -> CivilDate {
    var chance = Chance(seed: seed, .careers, person, 1)
    return FiscalYear(containing: period.firstDay).firstMonth.adding(months: -12 * chance.below(3)).firstDay
  }
}
