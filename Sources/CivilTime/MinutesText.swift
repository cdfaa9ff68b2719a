extension Minutes {
  /// The amount as `h:mm`, such as `7:45`, or `-0:30` when negative.
  public var description: String {
    let (hours, minutes) = count.magnitude.quotientAndRemainder(dividingBy: 60)
    return DecimalText.ascii(hours < 1_000_000 ? 15 : 24) { span in
      if count < 0 { span.append(UInt8(ascii: "-")) }
      DecimalText.append(Int(hours), to: &span)
      span.append(UInt8(ascii: ":"))
      DecimalText.appendPair(Int(minutes), to: &span)
    }
  }

  /// The amount in Japanese words, such as 7時間45分, 7時間, 45分 or 0分.
  public var japanese: String {
    let (hours, minutes) = count.magnitude.quotientAndRemainder(dividingBy: 60)
    let sign = count < 0 ? "-" : ""
    if hours == 0 { return "\(sign)\(minutes)分" }
    return minutes == 0 ? "\(sign)\(hours)時間" : "\(sign)\(hours)時間\(minutes)分"
  }

  /// Reads `h:mm` such as `7:45`, `155:00` or `-0:30`, full-width too; nil where it is anything else.
  public init?(reading text: String) {
    var bytes = Array(DigitFolding.folded(text).utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2,
      let hours = DecimalText.number(parts[0], lengths: 1...6),
      let minutes = DecimalText.number(parts[1], lengths: 2...2),
      minutes < 60
    else { return nil }
    let amount = Minutes(hours: hours, minutes: minutes)
    self = isNegative ? -amount : amount
  }
}
