extension ClockTime {
  /// The time as `9:30` or `25:31`.
  public var description: String {
    DecimalText.ascii(5) { span in
      DecimalText.append(hour, to: &span)
      span.append(UInt8(ascii: ":"))
      DecimalText.appendPair(minute, to: &span)
    }
  }

  /// The time with two digits for the hour, `09:30`.
  public var padded: String {
    DecimalText.padded(hour, to: 2) + ":" + DecimalText.padded(minute, to: 2)
  }

  /// Reads `0930`, `930`, `9:30`, `09:30`, `25:31` or `９：３０`; nil where it is no time up to 47:59.
  public init?(reading text: String) {
    let bytes = Array(DigitFolding.folded(text).utf8)
    let hourDigits: ArraySlice<UInt8>
    let minuteDigits: ArraySlice<UInt8>
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      hourDigits = bytes[..<colon]
      minuteDigits = bytes[(colon + 1)...]
    } else {
      hourDigits = bytes.dropLast(2)
      minuteDigits = bytes.suffix(2)
    }
    guard let hour = DecimalText.number(hourDigits, lengths: 1...2),
      let minute = DecimalText.number(minuteDigits, lengths: 2...2)
    else { return nil }
    self.init(hour: hour, minute: minute)
  }
}
