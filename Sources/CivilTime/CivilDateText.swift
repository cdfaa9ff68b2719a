extension CivilDate {
  /// The day in ISO 8601, `2026-04-01`.
  public var iso: String {
    let parts = components
    if (0...9999).contains(parts.year) {
      return DecimalText.ascii(10) { span in
        DecimalText.appendPair(parts.year / 100, to: &span)
        DecimalText.appendPair(parts.year, to: &span)
        span.append(UInt8(ascii: "-"))
        DecimalText.appendPair(parts.month, to: &span)
        span.append(UInt8(ascii: "-"))
        DecimalText.appendPair(parts.day, to: &span)
      }
    }
    let year = DecimalText.padded(parts.year, to: 4)
    return year + "-" + DecimalText.padded(parts.month, to: 2) + "-" + DecimalText.padded(parts.day, to: 2)
  }

  /// The day in ISO 8601.
  public var description: String { iso }

  /// Reads exactly `YYYY-MM-DD` in ASCII; nil for anything else or a day that does not exist.
  public init?(iso text: String) {
    let bytes = text.utf8.span
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = DecimalText.number(bytes, in: 0..<4), let month = DecimalText.number(bytes, in: 5..<7),
      let day = DecimalText.number(bytes, in: 8..<10)
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
