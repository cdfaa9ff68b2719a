public import CivilTime

/// 手当の計算 – divides a person's work, stretch after stretch in order of time, into pay classes (給与法第16条・第17条).
///
/// Each minute belongs to the calendar day on which it falls. What lies beyond 60 hours of overtime in a calendar
/// month is paid at the higher rates; the count begins anew with the next month.
public struct PayCounter {
  /// The minutes of each class so far.
  public private(set) var minutes = PayMinutes()

  /// The overtime beyond 60 hours so far, by the class it would have had.
  public private(set) var excess = ExcessOvertime(onDutyDays: .zero)

  private let day: (CivilDate) -> PayDay
  private var running: Int
  private var month: YearMonth?
  private var shortTime: (date: CivilDate, used: Int)?

  /// A counter that asks for each day on which work falls; `running` is the month's overtime before the first stretch.
  public init(running: Minutes = .zero, day: @escaping (CivilDate) -> PayDay) {
    self.running = running.count
    self.day = day
  }

  /// Adds a stretch of ordered work, of which breaks are not work; it must not begin before an earlier one.
  public mutating func add(_ span: Range<WorkMoment>, breaks: [Range<WorkMoment>] = []) {
    guard !span.isEmpty else { return }
    let lastDay = WorkMoment(minuteNumber: span.upperBound.minuteNumber - 1).date
    for date in span.lowerBound.date...lastDay {
      if let month, month != date.yearMonth { running = 0 }
      month = date.yearMonth
      let kind = day(date)
      for piece in PayCounter.pieces(of: span, without: breaks, on: date, kind) { add(piece, on: date, kind) }
    }
  }

  private mutating func add(_ piece: Range<Int>, on date: CivilDate, _ kind: PayDay) {
    let isNight =
      piece.lowerBound < PayFigures.nightEnd.count || piece.lowerBound >= PayFigures.nightStart.count
    if let hours = kind.regularHours, Self.local(hours.span).contains(piece.lowerBound) {
      let isBreak = hours.breaks.contains { Self.local($0).contains(piece.lowerBound) }
      if case .holiday = kind, !isBreak { minutes.add(piece.count, to: .holiday135) }
      return
    }
    switch kind {
    case .off, .holiday:
      addOvertime(piece.count, isNight ? .overtime160Night : .overtime135, isNight: isNight)
    case .duty, .shortDuty:
      let within = takeRoom(piece.count, of: kind, on: date)
      addOvertime(within, isNight ? .shortTime125Night : .shortTime100, isNight: isNight)
      addOvertime(piece.count - within, isNight ? .overtime150Night : .overtime125, isNight: isNight)
    }
  }

  /// How many minutes of overtime still belong to the full day of somebody with short hours.
  private mutating func takeRoom(_ count: Int, of kind: PayDay, on date: CivilDate) -> Int {
    let used = shortTime?.date == date ? shortTime?.used ?? 0 : 0
    let taken = min(count, max(0, kind.roomToFullDay.count - used))
    shortTime = (date, used + taken)
    return taken
  }

  private mutating func addOvertime(_ count: Int, _ payClass: PayClass, isNight: Bool) {
    let threshold = PayFigures.monthlyThreshold.newest.amount.count
    let below = min(count, max(0, threshold - running))
    running += count
    minutes.add(below, to: payClass)
    minutes.add(count - below, to: isNight ? .over60Hours175Night : .over60Hours150)
    excess = excess.adding(Minutes(count - below), of: payClass)
  }

  private static func local(_ hours: Range<ClockTime>) -> Range<Int> {
    hours.lowerBound.minutesFromMidnight..<hours.upperBound.minutesFromMidnight
  }

  /// The work on a day without its breaks, cut so that each piece is treated alike, as minutes from midnight.
  private static func pieces(
    of work: Range<WorkMoment>,
    without breaks: [Range<WorkMoment>],
    on date: CivilDate,
    _ kind: PayDay
  ) -> [Range<Int>] {
    let midnight = date.dayNumber * 1440
    func minutes(_ range: Range<WorkMoment>) -> Range<Int> {
      let span = range.lowerBound.minuteNumber - midnight..<range.upperBound.minuteNumber - midnight
      return span.clamped(to: 0..<1440)
    }
    let span = minutes(work)
    let pauses = breaks.map(minutes).filter { !$0.isEmpty }
    let regular = kind.regularHours.map { ([$0.span] + $0.breaks).map(local) } ?? []
    var cuts: Set = [
      span.lowerBound, span.upperBound, PayFigures.nightEnd.count, PayFigures.nightStart.count,
    ]
    for range in pauses + regular { cuts.formUnion([range.lowerBound, range.upperBound]) }
    let sorted = cuts.filter { span.lowerBound <= $0 && $0 <= span.upperBound }.sorted()
    return zip(sorted, sorted.dropFirst()).map { $0..<$1 }
      .filter { piece in !pauses.contains { $0.contains(piece.lowerBound) } }
  }
}

@available(*, unavailable)
extension PayCounter: Sendable {}
