internal import CivilTime
internal import Store
internal import WorkingTimeRules

/// Hours as they stand in a table: `09:30-18:15 12:00-13:00`, the span first, then the breaks.
struct StoredHours: SQLStorable, Hashable {
  let hours: DayHours

  init(_ hours: DayHours) {
    self.hours = hours
  }

  var sqlValue: SQLValue {
    .text(
      ([hours.span] + hours.breaks).map { "\($0.lowerBound.padded)-\($0.upperBound.padded)" }.joined(
        separator: " "
      )
    )
  }

  init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    let ranges = text.utf8.split(separator: UInt8(ascii: " ")).map(Self.range)
    guard let first = ranges.first, let span = first, !ranges.contains(nil),
      let hours = DayHours(span, breaks: ranges.dropFirst().compactMap(\.self))
    else { return nil }
    self.hours = hours
  }

  private static func range(_ bytes: Substring.UTF8View) -> Range<ClockTime>? {
    let ends = bytes.split(separator: UInt8(ascii: "-")).compactMap {
      ClockTime(reading: String(Substring($0)))
    }
    guard ends.count == 2, ends[0] < ends[1] else { return nil }
    return ends[0]..<ends[1]
  }
}

extension StoredHours {
  /// A stretch of its own, such as core time.
  init?(_ range: Range<ClockTime>) {
    guard let hours = DayHours(range) else { return nil }
    self.init(hours)
  }
}
