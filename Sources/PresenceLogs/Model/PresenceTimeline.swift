internal import CivilTime
internal import Schedules
internal import WorkingTime
internal import WorkingTimeRules

/// 在庁の合成 – joins what clock, cards and PC logs say of one person into presence by work date.
///
/// The union of all sources counts: none of them alone ends somebody's day. What it tells is never overtime.
enum PresenceTimeline {
  /// From which absence on somebody is taken to have been away.
  ///
  /// Shorter ones are meals and breaks, which belong to 在庁時間. A convention of this system.
  static let longAbsence = Minutes(60)

  /// How long a device may run between two marks and still tell of one presence.
  static let longestRun = Minutes(hours: 24)

  /// Who comes back at night within this time goes on with the same day of work.
  static let nightReturn = Minutes(hours: 6)

  /// Stretches of presence that one device's marks tell of, by calendar day.
  static func stretches(of days: [(day: CivilDate, marks: DayMarks)]) -> [ClosedRange<WorkMoment>] {
    let sorted = days.sorted { $0.day < $1.day }
    var found: [ClosedRange<WorkMoment>] = []
    var began: WorkMoment?
    for (day, marks) in sorted {
      for mark in marks.marks {
        let now = WorkMoment(minuteNumber: day.dayNumber * 1440 + mark.minuteOfDay)
        found.append(now...now)
        switch mark.kind {
        case .sign: break
        case .on: began = now
        case .off:
          if let start = began, now - start <= longestRun { found.append(start...now) }
          began = nil
        }
      }
    }
    return found
  }

  /// Stretches that clock records tell of: from coming to going; a record alone is a sign of life.
  static func stretches(of punches: [Punch]) -> [ClosedRange<WorkMoment>] {
    var found: [ClosedRange<WorkMoment>] = []
    var came: Punch?
    for punch in punches where punch.counts {
      let now = WorkMoment(punch.workDate, punch.time)
      found.append(now...now)
      switch punch.kind {
      case .arrival: came = punch
      case .departure:
        if let start = came, start.workDate == punch.workDate {
          found.append(WorkMoment(start.workDate, start.time)...now)
        }
        came = nil
      }
    }
    return found
  }

  /// Joins stretches that overlap or lie less than a long absence apart.
  static func joined(_ stretches: [ClosedRange<WorkMoment>]) -> [ClosedRange<WorkMoment>] {
    stretches.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { blocks, next in
      guard let last = blocks.last, next.lowerBound - last.upperBound < longAbsence else {
        return blocks.append(next)
      }
      blocks[blocks.count - 1] = last.lowerBound...max(last.upperBound, next.upperBound)
    }
  }

  /// Presence by work date: what goes on past midnight belongs to the day before until the next day's duty begins.
  static func days(
    _ blocks: [ClosedRange<WorkMoment>],
    _ allotments: Allotments
  ) -> [CivilDate: [Range<ClockTime>]] {
    var days: [CivilDate: [Range<ClockTime>]] = [:]
    var last: (day: CivilDate, end: WorkMoment)?
    for block in blocks {
      var start = block.lowerBound
      while true {
        let day = workDate(of: start, after: last)
        let next = day.adding(days: 1)
        let dutyBegins = WorkMoment(next, boundary(of: next, allotments))
        let end = min(block.upperBound, dutyBegins)
        if let from = time(start, on: day), let to = time(end, on: day) {
          days[day, default: []].append(from..<to)
        }
        last = (day, end)
        if block.upperBound <= dutyBegins { break }
        start = dutyBegins
      }
    }
    return days
  }

  /// Until when somebody still there goes on with the day before.
  private static func boundary(of day: CivilDate, _ allotments: Allotments) -> ClockTime {
    let begins = allotments[day].hours?.span.lowerBound ?? WorkDateRule.departureBoundary
    return max(min(begins, WorkDateRule.departureBoundary), WorkDateRule.nightEnd)
  }

  private static func workDate(
    of moment: WorkMoment,
    after last: (day: CivilDate, end: WorkMoment)?
  ) -> CivilDate {
    let today = moment.date
    guard moment.time < WorkDateRule.nightEnd, let last, last.day == today.adding(days: -1),
      moment - last.end < nightReturn
    else { return today }
    return last.day
  }

  private static func time(_ moment: WorkMoment, on day: CivilDate) -> ClockTime? {
    ClockTime(minutesFromMidnight: (moment - WorkMoment(day, .midnight)).count)
  }
}
