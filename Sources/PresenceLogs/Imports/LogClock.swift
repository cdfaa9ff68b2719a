internal import CivilTime

/// Reads dates and times of logs from bytes; logs hold long runs of the same day, so the last one is remembered.
struct LogClock {
  private var lastBytes: [UInt8] = []
  private var lastDate: CivilDate?

  /// Reads `2026-04-01 9:21`, `2026/4/1 9:21:33`, `2026-04-01T00:21:33Z` and the like as minutes since 1970 in the
  /// office; nil for anything else.
  mutating func stamp(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let gap = bytes.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }),
      let day = date(bytes[..<gap]), let time = LogClock.time(bytes[(gap + 1)...])
    else { return nil }
    return day.dayNumber * 1440 + time
  }

  /// The same from two columns.
  mutating func moment(_ date: ArraySlice<UInt8>, _ time: ArraySlice<UInt8>) -> Int? {
    guard let day = self.date(date) else { return nil }
    let minutes =
      LogClock.time(time) ?? ClockTime(reading: String(decoding: time, as: UTF8.self))?.minutesFromMidnight
    return minutes.map { day.dayNumber * 1440 + $0 }
  }

  private mutating func date(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    if lastDate != nil, bytes.elementsEqual(lastBytes) { return lastDate }
    lastBytes = Array(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    lastDate = CivilDate(iso: text) ?? CivilDate(reading: text)
    return lastDate
  }

  /// Minutes from midnight of `h:mm`, `hh:mm:ss` or `hh:mm:ss.fff`, with a zone such as `Z` or `+09:00` brought to the
  /// office's; hours up to 47.
  private static func time(_ bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    guard let hour = number(&rest, digits: 1...2), hour < 48, rest.first == colon else { return nil }
    rest = rest.dropFirst()
    guard let minute = number(&rest, digits: 2...2), minute < 60 else { return nil }
    if rest.first == colon {
      rest = rest.dropFirst()
      guard let second = number(&rest, digits: 2...2), second < 61 else { return nil }
      if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop { isDigit($0) } }
    }
    guard let shift = zoneShift(rest) else { return nil }
    return hour * 60 + minute + shift
  }

  /// How many minutes the office is ahead of the zone written; 0 where none is.
  private static func zoneShift(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let sign = bytes.first else { return 0 }
    if sign == UInt8(ascii: "Z") { return bytes.count == 1 ? office : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    var rest = bytes.dropFirst()
    guard let hours = number(&rest, digits: 2...2), hours < 15 else { return nil }
    if rest.first == colon { rest = rest.dropFirst() }
    guard let minutes = number(&rest, digits: 2...2), minutes < 60, rest.isEmpty else { return nil }
    let ahead = hours * 60 + minutes
    return office - (sign == UInt8(ascii: "+") ? ahead : -ahead)
  }

  private static let colon = UInt8(ascii: ":")
  private static let office =
    OfficeZone.time(of: Instant(milliseconds: 0)).minutesFromMidnight

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func number(_ bytes: inout ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while count < digits.upperBound, let byte = bytes.first, isDigit(byte) {
      value = value * 10 + Int(byte - 0x30)
      count += 1
      bytes = bytes.dropFirst()
    }
    return digits.contains(count) ? value : nil
  }
}
