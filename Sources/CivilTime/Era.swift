/// 元号 – a Japanese era since 1868.
public enum Era: CaseIterable, Hashable, Sendable {
  /// 明治
  case meiji
  /// 大正
  case taisho
  /// 昭和
  case showa
  /// 平成
  case heisei
  /// 令和
  case reiwa

  /// The era's name, such as 令和.
  public var name: String {
    switch self {
    case .meiji: "明治"
    case .taisho: "大正"
    case .showa: "昭和"
    case .heisei: "平成"
    case .reiwa: "令和"
    }
  }

  /// The era's letter in short forms, such as R.
  public var letter: String {
    switch self {
    case .meiji: "M"
    case .taisho: "T"
    case .showa: "S"
    case .heisei: "H"
    case .reiwa: "R"
    }
  }

  /// The first day of the era in the Gregorian calendar.
  public var firstDay: CivilDate {
    switch self {
    // The edict let Meiji count from new year's day of that lunar year.
    case .meiji: CivilDate(clampedYear: 1868, month: 1, day: 25)
    case .taisho: CivilDate(clampedYear: 1912, month: 7, day: 30)
    case .showa: CivilDate(clampedYear: 1926, month: 12, day: 25)
    case .heisei: CivilDate(clampedYear: 1989, month: 1, day: 8)
    case .reiwa: CivilDate(clampedYear: 2019, month: 5, day: 1)
    }
  }

  /// The Gregorian year that is the era's first, 元年.
  var firstYear: Int { firstDay.year }

  /// The one-character sign, such as ㋿.
  var sign: Unicode.Scalar {
    switch self {
    case .meiji: "\u{337E}"
    case .taisho: "\u{337D}"
    case .showa: "\u{337C}"
    case .heisei: "\u{337B}"
    case .reiwa: "\u{32FF}"
    }
  }
}
