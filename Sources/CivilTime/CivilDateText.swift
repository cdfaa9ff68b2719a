extension CivilDate {
  /// The day in ISO 8601, `2026-04-01`.
  public var iso: String {
    let parts = components
    let year = DecimalText.padded(parts.year, to: 4)
    return year + "-" + DecimalText.padded(parts.month, to: 2) + "-" + DecimalText.padded(parts.day, to: 2)
  }

  /// The day in ISO 8601.
  public var description: String { iso }

  /// Reads exactly `YYYY-MM-DD` in ASCII; nil for anything else or a day that does not exist.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = DecimalText.number(bytes[0..<4], lengths: 4...4),
      let month = DecimalText.number(bytes[5..<7], lengths: 2...2),
      let day = DecimalText.number(bytes[8..<10], lengths: 2...2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day in the Japanese era with its weekday, 令和8年4月1日（水）.
  public var japanese: String {
    japaneseWithoutWeekday + "（" + weekday.japanese + "）"
  }

  /// The day in the Japanese era, 令和8年4月1日; the first year is 元年.
  public var japaneseWithoutWeekday: String {
    let parts = components
    return EraYear(of: self).japanese + "\(parts.month)月\(parts.day)日"
  }

  /// The day in the short form for tables, R8.4.1.
  public var japaneseShort: String {
    let parts = components
    return EraYear(of: self).short + ".\(parts.month).\(parts.day)"
  }
}
