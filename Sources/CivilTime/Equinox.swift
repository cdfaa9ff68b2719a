/// 春分・秋分 – the day of the equinoxes in Japan from 1980 to 2099, in whole numbers.
enum Equinox {
  /// The last year whose equinoxes the gazette has announced (暦要項 of February 2026).
  static let lastAnnouncedYear = 2027

  /// The day of March of the vernal equinox.
  static func dayInMarch(of year: Int) -> Int {
    day(startingAt: 20_843_100, in: year)
  }

  /// The day of September of the autumnal equinox.
  static func dayInSeptember(of year: Int) -> Int {
    day(startingAt: 23_248_800, in: year)
  }

  // In millionths of a day: the moment in 1980, moved on by what a tropical year has beyond 365 days, less the
  // leap days given since.
  private static func day(startingAt moment: Int, in year: Int) -> Int {
    let years = year - 1980
    return (moment + 242_194 * years) / 1_000_000 - years / 4
  }
}
