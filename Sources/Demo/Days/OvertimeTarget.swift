internal import CivilTime
internal import People

/// How much overtime somebody is to have in a month, before days are drawn.
struct OvertimeTarget {
  let seed: UInt64

  /// The minutes of a month; a month that is not over has its part.
  func minutes(
    person index: Int,
    _ person: PersonPlan,
    habits: Habits,
    unit: UnitPlan,
    shape: SeatShape,
    script: OvertimeScript?,
    in month: DemoMonth
  ) -> Int {
    let whole = script?.minutes(monthsBack: month.back) ?? drawn(index, person, habits, unit, shape, month)
    guard month.dutyDayCount > 0 else { return 0 }
    return whole * month.dutyDaysOver / month.dutyDayCount
  }

  private func drawn(
    _ index: Int,
    _ person: PersonPlan,
    _ habits: Habits,
    _ unit: UnitPlan,
    _ shape: SeatShape,
    _ month: DemoMonth
  ) -> Int {
    var chance = Chance(seed: seed, .overtime, index, month.month.index)
    let base = unit.section?.monthlyMinutes ?? 20 * 60
    let factors = [
      Self.season(unit.group.season, month.month.month), habits.overtimePermille, Self.rank(shape),
      Self.category(person.career.staffCategory), chance.within(650...1350),
    ]
    return factors.reduce(base) { $0 * $1 / 1000 }
  }

  private static func rank(_ shape: SeatShape) -> Int {
    switch shape.rankBand {
    case .designated, .director: 900
    case .deputyDirector: 1080
    case .chief: 1080
    case .clerk: 920
    }
  }

  private static func category(_ category: StaffCategory) -> Int {
    switch category {
    case .regular: 1000
    case .termLimited: 600
    case .reemployed: 350
    case .partTime: 0
    }
  }

  /// January to December.
  private static func season(_ season: GroupPlan.Season, _ month: Int) -> Int {
    let course =
      switch season {
      case .diet: [1100, 1250, 1250, 1100, 1150, 1050, 800, 500, 750, 1100, 1250, 1150]
      case .budget: [950, 1100, 1000, 750, 750, 850, 1000, 650, 850, 1000, 1300, 1850]
      case .steady: [950, 1050, 1200, 1150, 950, 1000, 950, 650, 950, 1000, 1000, 1000]
      }
    return course[(month + 11) % 12]
  }
}
