public import CivilTime

/// 育児・介護・妊娠による勤務の制限 – a person's protection from overtime or night work for a period.
public struct Protection: Hashable, Sendable {
  /// What the person is protected from.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// 超過勤務の免除: no overtime (人事院規則10―11第9条).
    case exemption
    /// 超過勤務の制限: at most 24 hours a month and 150 hours in the period (同第10条).
    case restriction
    /// 深夜勤務の制限: no work between 22:00 and 5:00 (同第6条).
    case night
    /// 妊産婦の制限: neither overtime nor night work (人事院規則10―7第4条).
    case maternity
  }

  /// What the person is protected from.
  public let kind: Kind

  /// The first and the last day of the period: at most a year, for night work six months.
  public let period: ClosedRange<CivilDate>

  /// A protection for a period.
  public init(_ kind: Kind, during period: ClosedRange<CivilDate>) {
    self.kind = kind
    self.period = period
  }

  /// The overtime of a day, and how much of the work lay between 22:00 and 5:00.
  ///
  /// Work for a disaster is left out by whoever asks: no protection bars it.
  public struct Day: Hashable, Sendable {
    /// The date.
    public let date: CivilDate
    /// 超過勤務 of the day.
    public let overtime: Minutes
    /// 深夜の勤務, overtime or not.
    public let night: Minutes

    /// A day's work.
    public init(_ date: CivilDate, overtime: Minutes, night: Minutes = .zero) {
      self.date = date
      self.overtime = overtime
      self.night = night
    }
  }

  /// 1箇月の上限 of the restriction: 24 hours.
  public static let restrictedMonth = table("育児・介護による超過勤務の制限（1箇月）", Minutes(hours: 24))

  /// 1年の上限 of the restriction: 150 hours.
  public static let restrictedYear = table("育児・介護による超過勤務の制限（1年）", Minutes(hours: 150))

  private static func table(_ name: String, _ amount: Minutes) -> LegalFigureTable<Minutes> {
    let figure = LegalFigure(amount, from: FiscalYear(startYear: 2002).firstDay, citation: "人事院規則10―11第10条")
    return LegalFigureTable(name, newest: figure)
  }

  /// Everything that does not keep the protection, month by month and then for the whole period.
  ///
  /// - Parameter days: each day of work once, in any order; days outside the period do not count.
  public func breaches(in days: [Day]) -> [ProtectionBreach] {
    let days = days.filter { period.contains($0.date) }
    let months = Dictionary(grouping: days, by: \.date.yearMonth).sorted { $0.key < $1.key }
    let overtime = { (days: [Day]) in days.reduce(Minutes.zero) { $0 + $1.overtime } }
    let night = { (days: [Day]) in days.reduce(Minutes.zero) { $0 + $1.night } }
    var measured: [(test: ProtectionBreach.Test, value: Minutes)] = []
    for (month, days) in months {
      measured += [(.overtime(in: month), overtime(days)), (.night(in: month), night(days))]
    }
    measured.append((.period, overtime(days)))
    return measured.compactMap { test, value in
      guard let limit = limit(of: test), value > limit else { return nil }
      return ProtectionBreach(kind: kind, test: test, value: value, limit: limit)
    }
  }

  private func limit(of test: ProtectionBreach.Test) -> Minutes? {
    switch (kind, test) {
    case (.exemption, .overtime), (.maternity, .overtime), (.night, .night), (.maternity, .night): .zero
    case (.restriction, .overtime): Self.restrictedMonth.newest.amount
    case (.restriction, .period): Self.restrictedYear.newest.amount
    default: nil
    }
  }
}

/// 制限を超えた勤務 – work that did not keep a protection, with value and limit.
public struct ProtectionBreach: Hashable, Sendable {
  /// What was measured.
  public enum Test: Hashable, Sendable {
    /// The overtime of a month.
    case overtime(in: YearMonth)
    /// The night work of a month.
    case night(in: YearMonth)
    /// The overtime of the whole period.
    case period
  }

  /// The protection.
  public let kind: Protection.Kind
  /// What was measured.
  public let test: Test
  /// How much work there was.
  public let value: Minutes
  /// How much is allowed.
  public let limit: Minutes

  /// The article.
  public var citation: String {
    switch kind {
    case .exemption: "人事院規則10―11第9条"
    case .restriction: "人事院規則10―11第10条"
    case .night: "人事院規則10―11第6条"
    case .maternity: "人事院規則10―7第4条"
    }
  }

  /// What was found and what is allowed, in Japanese.
  public var explanation: String {
    let work =
      switch test {
      case .overtime(let month): "\(month.japanese)の超過勤務は"
      case .night(let month): "\(month.japanese)の深夜の勤務は"
      case .period: "制限の期間の超過勤務は合計"
      }
    let allowed = limit == .zero ? "この期間には命じられません。" : "上限の\(limit.japanese)を超えています。"
    return work + value.japanese + (limit == .zero ? "です。" : "で、") + allowed
  }
}
