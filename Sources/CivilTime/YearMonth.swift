/// 年月 – a calendar month of a year; the month of the overtime limits (1箇月).
public struct YearMonth: Comparable, Hashable, Sendable, Strideable, CustomStringConvertible {
  /// Months since January of the year 0: `year * 12 + month - 1`.
  public let index: Int

  /// The month with that index.
  public init(index: Int) {
    self.index = index
  }

  /// The month of a year from -9999 to 9999, or nil where `month` is not 1 to 12.
  public init?(year: Int, month: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month) else { return nil }
    index = year * 12 + month - 1
  }

  /// Reads exactly `YYYY-MM` in ASCII; nil for anything else.
  public init?(iso text: String) {
    let bytes = text.utf8.span
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      let year = DecimalText.number(bytes, in: 0..<4), let month = DecimalText.number(bytes, in: 5..<7)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The year, such as 2026.
  public var year: Int { index.flooredQuotientAndRemainder(dividingBy: 12).quotient }

  /// The month of the year, 1 to 12.
  public var month: Int { index.flooredQuotientAndRemainder(dividingBy: 12).remainder + 1 }

  /// The month in ISO 8601, `2026-04`.
  public var iso: String {
    DecimalText.padded(year, to: 4) + "-" + DecimalText.padded(month, to: 2)
  }

  /// The month in ISO 8601.
  public var description: String { iso }

  /// The month in the era of its first day, 令和8年4月.
  public var japanese: String {
    EraYear(of: firstDay).japanese + "\(month)月"
  }

  /// The first day.
  public var firstDay: CivilDate { CivilDate(clampedYear: year, month: month, day: 1) }

  /// The last day.
  public var lastDay: CivilDate { CivilDate(clampedYear: year, month: month, day: 31) }

  /// All days of the month.
  public var days: ClosedRange<CivilDate> { firstDay...lastDay }

  /// The number of days, 28 to 31.
  public var dayCount: Int { CivilDate.daysInMonth(year: year, month: month) }

  /// The fiscal year 年度 the month belongs to.
  public var fiscalYear: FiscalYear { FiscalYear(startYear: month >= 4 ? year : year - 1) }

  /// The month so many months later, or earlier when negative.
  public func adding(months: Int) -> YearMonth { YearMonth(index: index + months) }

  /// The number of months from this month to another.
  public func distance(to other: YearMonth) -> Int { other.index - index }

  /// The month so many months later; the same as `adding(months:)`.
  public func advanced(by months: Int) -> YearMonth { adding(months: months) }

  /// Whether both are the same month.
  public static func == (left: YearMonth, right: YearMonth) -> Bool { left.index == right.index }

  /// Whether the left month is the earlier one.
  public static func < (left: YearMonth, right: YearMonth) -> Bool { left.index < right.index }
}
