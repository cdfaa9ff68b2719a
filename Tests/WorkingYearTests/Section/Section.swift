/// Who works where in the year: a section with its head, the unit above it, and a second section.
///
/// 局(1) with its director and a personnel officer; 課(2), the section of the year; 室(3), from which somebody comes in
/// September.
enum Section {
  static let bureau: Int64 = 1
  static let section: Int64 = 2
  static let office: Int64 = 3

  static let director: Int64 = 11
  static let personnel: Int64 = 12
  static let head: Int64 = 21
  static let deputyHead: Int64 = 22
  static let timeKeeper: Int64 = 23
  /// 早出遅出勤務 from a day on.
  static let earlyBird: Int64 = 24
  /// フレックスタイム制 with an extra day off.
  static let flexible: Int64 = 25
  /// 短時間勤務 until the end of the year.
  static let shortHours: Int64 = 26
  /// 併任 in the other section.
  static let twoPosts: Int64 = 27
  static let newcomer: Int64 = 28
  static let leaver: Int64 = 29
  /// Whoever has the longest nights.
  static let burdened: Int64 = 30
  static let clerk: Int64 = 31
  static let officeHead: Int64 = 41
  /// 異動 in the middle of September.
  static let mover: Int64 = 42

  static let people: [Int64] = [
    director, personnel, head, deputyHead, timeKeeper, earlyBird, flexible, shortHours, twoPosts, newcomer,
    leaver, burdened, clerk, officeHead, mover,
  ]

  static let hired = YearDays.index("2026-07-13")
  static let left = YearDays.index("2026-10-15")
  static let moved = YearDays.index("2026-09-16")
  private static let always = -2_000...100_000

  static func service(_ person: Int64) -> ClosedRange<Int> {
    switch person {
    case newcomer: hired...always.upperBound
    case leaver: always.lowerBound...left
    default: always
    }
  }

  /// The post that is a person's own.
  static func unit(of person: Int64, on day: Int) -> Int64 {
    switch person {
    case director, personnel: bureau
    case officeHead: office
    case mover: day < moved ? office : section
    default: section
    }
  }

  /// 管理職員, whose overtime bears no allowance.
  static func isManagerial(_ person: Int64) -> Bool { [director, head, officeHead].contains(person) }

  /// Weeks in which the deputy head acts for the head.
  static let deputized = [
    YearDays.index("2026-08-03")...YearDays.index("2026-08-31"),
    YearDays.index("2027-01-18")...YearDays.index("2027-02-12"),
  ]

  static func hasDeputy(_ day: Int) -> Bool { deputized.contains { $0.contains(day) } }

  /// Who orders somebody's overtime; the deputy comes last.
  static func superiors(of person: Int64, on day: Int) -> [Int64] {
    switch person {
    case director: []
    case personnel, head, officeHead: [director]
    case mover where day < moved: [officeHead]
    case deputyHead: [head]
    default: hasDeputy(day) ? [head, deputyHead] : [head]
    }
  }

  /// Days on which somebody begins or ceases to be something.
  static let turns = [hired, left + 1, moved] + deputized.flatMap { [$0.lowerBound, $0.upperBound + 1] }
}
