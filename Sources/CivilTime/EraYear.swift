/// 和暦の年 – a year as the Japanese eras count it, or the Gregorian year before 1868.
struct EraYear {
  /// The era, or nil before Meiji.
  let era: Era?
  /// The year of the era, 1 being 元年, or the Gregorian year before Meiji.
  let number: Int

  /// The year in force on a day.
  init(of date: CivilDate) {
    era = Era.allCases.last { $0.firstDay <= date }
    number = era.map { date.year - $0.firstYear + 1 } ?? date.year
  }

  /// 令和8年, 令和元年, or 1867年 before the eras.
  var japanese: String { prefix + "年" }

  /// 令和8, 令和元, or 1867 before the eras; what 年度 is put after.
  var prefix: String {
    guard let era else { return "\(number)" }
    return era.name + (number == 1 ? "元" : "\(number)")
  }

  /// R8, or 1867 before the eras.
  var short: String { (era?.letter ?? "") + "\(number)" }
}
