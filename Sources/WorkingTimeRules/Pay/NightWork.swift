public import CivilTime

/// 深夜の勤務 – how much of some work lies between 22:00 and 5:00 (給与法 第16条第1項).
public enum NightWork: Sendable {
  /// Night minutes of stretches that count from the midnight of their work date and may reach into the next day.
  public static func minutes(of stretches: [Range<ClockTime>]) -> Minutes {
    let day = 24 * 60
    let (start, end) = (PayFigures.nightStart.count, PayFigures.nightEnd.count)
    let nights = [0..<end, start..<day + end, day + start..<2 * day]
    return stretches.reduce(.zero) { sum, stretch in
      let minutes = stretch.lowerBound.minutesFromMidnight..<stretch.upperBound.minutesFromMidnight
      return sum + Minutes(nights.reduce(0) { $0 + $1.clamped(to: minutes).count })
    }
  }
}
