internal import CivilTime
internal import WorkingTime

extension OvertimeDeclaration.Amount {
  /// The overtime: what lies outside regular hours.
  var length: Minutes {
    switch self {
    case .length(let length), .stretches(_, let length): length
    }
  }

  /// The times, where they are known.
  var worked: WorkedStretches? {
    if case .stretches(let worked, _) = self { worked } else { nil }
  }

  /// Length and times as people read them: 2:45（18:15–21:00）.
  var japanese: String {
    worked.map { "\(length)（\($0.japanese)）" } ?? "\(length)"
  }

  /// The times as they are stored; nil where only the length is known.
  var storedStretches: String? {
    worked.map { worked in
      worked.all.map { "\($0.lowerBound.minutesFromMidnight)-\($0.upperBound.minutesFromMidnight)" }
        .joined(separator: ",")
    }
  }

  /// Reads what is stored; nil where the times are none.
  init?(stored length: Minutes, _ stretches: String?) {
    guard let stretches else {
      self = .length(length)
      return
    }
    let ranges = stretches.utf8.split(separator: UInt8(ascii: ",")).compactMap { part -> Range<ClockTime>? in
      let ends = part.split(separator: UInt8(ascii: "-")).compactMap { end in
        Int(String(Substring(end))).flatMap { ClockTime(minutesFromMidnight: $0) }
      }
      guard ends.count == 2, ends[0] < ends[1] else { return nil }
      return ends[0]..<ends[1]
    }
    guard let worked = try? WorkedStretches(ranges) else { return nil }
    self = .stretches(worked, overtime: length)
  }
}
