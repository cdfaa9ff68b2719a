/// How busy a time of the year is.
struct Season: Sendable {
  /// In how many of a hundred evenings somebody stays.
  let evenings: Int
  /// The longest evening, in minutes.
  let longest: Int
  /// In how many of a hundred days off somebody comes.
  let daysOff: Int
  /// 特例業務: what is done then may exceed the limits.
  var isSpecial = false

  static func on(_ day: Int) -> Season {
    if disaster.contains(day) { return Season(evenings: 95, longest: 540, daysOff: 70, isSpecial: true) }
    if diet.contains(where: { $0.contains(day) }) { return Season(evenings: 80, longest: 480, daysOff: 22) }
    if budget.contains(where: { $0.contains(day) }) { return Season(evenings: 60, longest: 400, daysOff: 10) }
    if summer.contains(day) { return Season(evenings: 12, longest: 90, daysOff: 1) }
    return Season(evenings: 45, longest: 230, daysOff: 5)
  }

  /// 災害対応: special work.
  static let disaster = YearDays.index("2026-10-05")...YearDays.index("2026-10-11")
  /// 国会会期.
  static let diet = [
    YearDays.index("2026-04-01")...YearDays.index("2026-06-19"),
    YearDays.index("2027-01-18")...YearDays.index("2027-06-18"),
  ]
  /// 概算要求 and 予算編成.
  static let budget = [
    YearDays.index("2026-08-01")...YearDays.index("2026-08-31"),
    YearDays.index("2026-12-01")...YearDays.index("2026-12-28"),
  ]
  static let summer = YearDays.index("2026-07-01")...YearDays.index("2026-09-20")
}

/// How much of a season somebody bears, in percent.
enum Burden {
  static func of(_ person: Int64) -> Int {
    switch person {
    case Section.burdened: 180
    case Section.mover: 130
    case Section.clerk, Section.deputyHead, Section.head: 100
    case Section.shortHours: 60
    case Section.director, Section.personnel, Section.officeHead: 25
    default: 75
    }
  }

  /// Whether somebody uses the clock.
  static func recordsTime(_ person: Int64) -> Bool {
    ![Section.director, Section.personnel, Section.officeHead].contains(person)
  }
}
