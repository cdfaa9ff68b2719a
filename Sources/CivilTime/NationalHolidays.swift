/// 国民の祝日 – what the act names for a year, before substitutes (国民の祝日に関する法律第2条).
enum NationalHolidays {
  /// The national and one-off holidays of a year from 2007 on, sorted.
  static func named(inYear year: Int) -> [Holiday] {
    var days = fixed(inYear: year) + moving(inYear: year) + emperorsBirthday(inYear: year)
    days += equinoxes(inYear: year)
    if year == 2019 { days += enthronement }
    return days.sorted { $0.date < $1.date }
  }

  private static func fixed(inYear year: Int) -> [Holiday] {
    let days = [
      national(year, 1, 1, "元日"),
      national(year, 2, 11, "建国記念の日"),
      national(year, 4, 29, "昭和の日"),
      national(year, 5, 3, "憲法記念日"),
      national(year, 5, 4, "みどりの日"),
      national(year, 5, 5, "こどもの日"),
      national(year, 11, 3, "文化の日"),
      national(year, 11, 23, "勤労感謝の日"),
    ]
    return year < 2016 ? days : days + [mountainDay(inYear: year)]
  }

  private static func moving(inYear year: Int) -> [Holiday] {
    [
      onMonday(2, of: 1, year, "成人の日"),
      marineDay(inYear: year),
      onMonday(3, of: 9, year, "敬老の日"),
      sportsDay(inYear: year),
    ]
  }

  // The games of Tokyo moved three holidays in 2020 and 2021
  // (令和三年東京オリンピック競技大会・東京パラリンピック競技大会特別措置法).
  private static func marineDay(inYear year: Int) -> Holiday {
    switch year {
    case 2020: national(2020, 7, 23, "海の日")
    case 2021: national(2021, 7, 22, "海の日")
    default: onMonday(3, of: 7, year, "海の日")
    }
  }

  private static func mountainDay(inYear year: Int) -> Holiday {
    switch year {
    case 2020: national(2020, 8, 10, "山の日")
    case 2021: national(2021, 8, 8, "山の日")
    default: national(year, 8, 11, "山の日")
    }
  }

  private static func sportsDay(inYear year: Int) -> Holiday {
    switch year {
    case ..<2020: onMonday(2, of: 10, year, "体育の日")
    case 2020: national(2020, 7, 24, "スポーツの日")
    case 2021: national(2021, 7, 23, "スポーツの日")
    default: onMonday(2, of: 10, year, "スポーツの日")
    }
  }

  // The abdication of 30 April 2019 left that year without the holiday.
  private static func emperorsBirthday(inYear year: Int) -> [Holiday] {
    switch year {
    case ..<2019: [national(year, 12, 23, "天皇誕生日")]
    case 2019: []
    default: [national(year, 2, 23, "天皇誕生日")]
    }
  }

  private static func equinoxes(inYear year: Int) -> [Holiday] {
    let isProvisional = year > Equinox.lastAnnouncedYear
    let vernal = CivilDate(clampedYear: year, month: 3, day: Equinox.dayInMarch(of: year))
    let autumnal = CivilDate(clampedYear: year, month: 9, day: Equinox.dayInSeptember(of: year))
    return [
      Holiday(date: vernal, name: "春分の日", kind: .national, isProvisional: isProvisional),
      Holiday(date: autumnal, name: "秋分の日", kind: .national, isProvisional: isProvisional),
    ]
  }

  private static let enthronement = [
    Holiday(
      date: CivilDate(clampedYear: 2019, month: 5, day: 1),
      name: "即位の日",
      kind: .oneOff,
      isProvisional: false
    ),
    Holiday(
      date: CivilDate(clampedYear: 2019, month: 10, day: 22),
      name: "即位礼正殿の儀",
      kind: .oneOff,
      isProvisional: false
    ),
  ]

  private static func national(_ year: Int, _ month: Int, _ day: Int, _ name: String) -> Holiday {
    let date = CivilDate(clampedYear: year, month: month, day: day)
    return Holiday(date: date, name: name, kind: .national, isProvisional: false)
  }

  private static func onMonday(_ number: Int, of month: Int, _ year: Int, _ name: String) -> Holiday {
    let first = CivilDate(clampedYear: year, month: month, day: 1)
    let daysToMonday = (8 - first.weekday.rawValue) % 7
    let monday = first.adding(days: daysToMonday + 7 * (number - 1))
    return Holiday(date: monday, name: name, kind: .national, isProvisional: false)
  }
}
