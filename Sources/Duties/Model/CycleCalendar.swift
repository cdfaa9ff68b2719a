public import CivilTime

/// 周期の一回 – one period of a cycle: its key, its fiscal year and its days.
public struct CyclePeriod: Sendable, Hashable {
  /// The key under which duties of the period are known, such as `2026-h1`.
  public let key: String
  /// The fiscal year in which it starts.
  public let year: FiscalYear
  /// Its days.
  public let days: ClosedRange<CivilDate>
}

/// 周期の暦 – cuts fiscal years into the periods of a cycle.
public enum CycleCalendar: Sendable {
  /// The periods of a cycle that start in a fiscal year, the earliest first.
  ///
  /// `summer` replaces 1 July to 31 August. `once` has one period: the whole year, under the same key in every year.
  public static func periods(
    of cycle: Cycle,
    in year: FiscalYear,
    summer: ClosedRange<CivilDate>? = nil
  ) -> [CyclePeriod] {
    let start = year.startYear
    switch cycle {
    case .fiscalYear: return [months(0, 12, of: year, key: "\(start)")]
    case .once: return [months(0, 12, of: year, key: "once")]
    case .half: return (0..<2).map { months($0 * 6, 6, of: year, key: "\(start)-h\($0 + 1)") }
    case .evaluation: return (0..<2).map { months($0 * 6, 6, of: year, key: "\(start)-e\($0 + 1)") }
    case .quarter: return (0..<4).map { months($0 * 3, 3, of: year, key: "\(start)-q\($0 + 1)") }
    case .month: return (0..<12).map { months($0, 1, of: year, key: year.months[$0].iso) }
    case .summer:
      return [CyclePeriod(key: "\(start)-summer", year: year, days: summer ?? usualSummer(of: year))]
    }
  }

  /// Whether an occasion is a period that another follows, and not an event or what is asked for once.
  static func comesBack(_ occasion: String, in year: FiscalYear) -> Bool {
    Cycle.allCases.contains { cycle in
      cycle != .once && periods(of: cycle, in: year).contains { $0.key.utf8.elementsEqual(occasion.utf8) }
    }
  }

  /// 1 July to 31 August.
  public static func usualSummer(of year: FiscalYear) -> ClosedRange<CivilDate> {
    let july = year.firstMonth.adding(months: 3)
    return july.firstDay...july.adding(months: 1).lastDay
  }

  private static func months(_ first: Int, _ count: Int, of year: FiscalYear, key: String) -> CyclePeriod {
    let month = year.firstMonth.adding(months: first)
    return CyclePeriod(
      key: key,
      year: year,
      days: month.firstDay...month.adding(months: count - 1).lastDay
    )
  }
}
