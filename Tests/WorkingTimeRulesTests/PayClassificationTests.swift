import CivilTime
import TestSupport
import Testing
import WorkingTimeRules

struct PayClassificationTests {
  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let work: WorkedInterval
    let minutes: [PayClass: Int]
    var description: String { name }
  }

  static func moment(_ text: String) -> WorkMoment {
    WorkMoment(iso: text) ?? WorkMoment(minuteNumber: 0)
  }

  static func work(
    _ start: String,
    _ end: String,
    running: Int = 0,
    swapped: Bool = false,
    compensated: Bool = false
  )
    -> WorkedInterval
  {
    WorkedInterval(
      span: moment(start)..<moment(end),
      isSwapped: swapped,
      hasCompensatoryDay: compensated,
      running: Minutes(running)
    )
  }

  static let cases = [
    Case(name: "P01", work: work("2026-11-17T18:15", "2026-11-17T21:15"), minutes: [.overtime125: 180]),
    Case(
      name: "P02",
      work: work("2026-11-17T18:15", "2026-11-17T23:15"),
      minutes: [.overtime125: 225, .overtime150Night: 75]
    ),
    Case(
      name: "P03",
      work: work("2026-11-17T18:15", "2026-11-17T26:15"),
      minutes: [.overtime125: 225, .overtime150Night: 255]
    ),
    Case(name: "P08", work: work("2026-07-20T09:30", "2026-07-20T18:15"), minutes: [.holiday135: 465]),
    Case(
      name: "P10",
      work: work("2026-07-20T09:30", "2026-07-20T20:15", compensated: true),
      minutes: [.overtime125: 120]
    ),
    Case(
      name: "P13",
      work: work("2026-11-14T08:00", "2026-11-14T20:00", running: 3000),
      minutes: [.overtime135: 600, .over60Hours150: 120]
    ),
    Case(
      name: "P21",
      work: work("2026-11-20T18:15", "2026-11-20T25:00"),
      minutes: [.overtime125: 225, .overtime150Night: 120, .overtime160Night: 60]
    ),
    Case(name: "P22", work: work("2026-11-14T09:30", "2026-11-14T18:15", swapped: true), minutes: [:]),
    Case(
      name: "only the first off-day is swapped",
      work: work("2026-11-14T09:30", "2026-11-15T18:15", swapped: true),
      minutes: [.overtime125: 225, .overtime150Night: 120, .overtime160Night: 300, .overtime135: 795]
    ),
    Case(
      name: "the count begins anew with the month",
      work: work("2026-11-30T18:15", "2026-12-01T02:00", running: 3600),
      minutes: [.over60Hours150: 225, .over60Hours175Night: 120, .overtime150Night: 120]
    ),
    Case(
      name: "an off-day that is a holiday is an off-day",
      work: work("2024-11-23T10:00", "2024-11-23T12:30", compensated: true),
      minutes: [.overtime135: 150]
    ),
    Case(
      name: "a holiday outside regular hours",
      work: work("2026-07-20T18:00", "2026-07-20T23:00"),
      minutes: [.holiday135: 15, .overtime135: 225, .overtime160Night: 60]
    ),
  ]

  @Test(arguments: cases)
  func workIsDividedIntoClasses(_ example: Case) {
    let result = PayClassification().classify(example.work)
    let found = Dictionary(uniqueKeysWithValues: result.nonZero.map { ($0.payClass, $0.minutes.count) })
    #expect(found == example.minutes)
  }

  /// Asks every single minute, straight from the words of the rule.
  static func minuteByMinute(_ work: WorkedInterval) -> [PayClass: Int] {
    var counts: [PayClass: Int] = [:]
    var running = work.running.count
    var swapped: CivilDate?
    var compensated: CivilDate?
    for number in work.span.lowerBound.minuteNumber..<work.span.upperBound.minuteNumber {
      let moment = WorkMoment(minuteNumber: number)
      let (day, minute) = (moment.date, moment.time.minutesFromMidnight)
      if minute == 0, day.day == 1, moment > work.span.lowerBound { running = 0 }
      let isOff = day.weekday == .saturday || day.weekday == .sunday || work.offDays.contains(day)
      let isHoliday = !isOff && HolidayCalendar.holiday(on: day) != nil
      if isOff, work.isSwapped, swapped == nil { swapped = day }
      if isHoliday, work.hasCompensatoryDay, compensated == nil { compensated = day }
      if work.breaks.contains(where: { $0.contains(moment) }) { continue }
      let isNight = minute < 300 || minute >= 1320
      let isRegular = minute >= 570 && minute < 1095
      var rate = 125
      if isOff, swapped != day {
        rate = 135
      } else {
        if minute >= 720 && minute < 780 { continue }
        if isHoliday, compensated != day {
          if isRegular {
            counts[.holiday135, default: 0] += 1
            continue
          }
          rate = 135
        } else if isRegular {
          continue
        }
      }
      if running >= 3600 { rate = 150 }
      running += 1
      let payClass: PayClass =
        switch (rate, isNight) {
        case (125, false): .overtime125
        case (125, true): .overtime150Night
        case (135, false): .overtime135
        case (135, true): .overtime160Night
        case (_, false): .over60Hours150
        case (_, true): .over60Hours175Night
        }
      counts[payClass, default: 0] += 1
    }
    return counts
  }

  @Test func classesAgreeWithMinuteByMinute() {
    var random = Randomness(seed: 1994)
    let classification = PayClassification()
    let firstDay = CivilDate(dayNumber: 20_454)
    for _ in 0..<1500 {
      let day = firstDay.adding(days: Int.random(in: 0...730, using: &random))
      let start = day.dayNumber * 1440 + Int.random(in: 0..<1440, using: &random)
      let end = start + Int.random(in: 0...4000, using: &random)
      let breaks = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        let pause = start + Int.random(in: -100...3000, using: &random)
        return WorkMoment(
          minuteNumber: pause
        )..<WorkMoment(minuteNumber: pause + Int.random(in: 1...200, using: &random))
      }
      let offDays = (0...1).map { _ in day.adding(days: Int.random(in: 0...3, using: &random)) }
      let work = WorkedInterval(
        span: WorkMoment(minuteNumber: start)..<WorkMoment(minuteNumber: end),
        breaks: breaks,
        offDays: Bool.random(using: &random) ? Set(offDays) : [],
        isSwapped: Bool.random(using: &random),
        hasCompensatoryDay: Bool.random(using: &random),
        running: Minutes(Int.random(in: 0...4000, using: &random))
      )
      let result = classification.classify(work)
      let found = Dictionary(uniqueKeysWithValues: result.nonZero.map { ($0.payClass, $0.minutes.count) })
      #expect(found == Self.minuteByMinute(work))
    }
  }

  /// Somebody of five hours a day, 9:30–14:30, with weekends off.
  static func shortTime(_ date: CivilDate) -> PayDay {
    let clock = { (hour: Int) in ClockTime(hour: hour, minute: 30) ?? .midnight }
    let hours = DayHours(clock(9)..<clock(14)) ?? .headOffice
    return date.weekday.isWeekend ? .off : .shortDuty(hours)
  }

  @Test func shortHoursAreFilledToAFullDayAtTheOrdinaryRate() {
    var counter = PayCounter(day: Self.shortTime)
    counter.add(Self.moment("2026-04-07T14:30")..<Self.moment("2026-04-07T17:30"))
    #expect(counter.minutes[.shortTime100] == Minutes(165))
    #expect(counter.minutes[.overtime125] == Minutes(15))
    counter.add(Self.moment("2026-04-07T21:00")..<Self.moment("2026-04-07T23:00"))
    #expect(counter.minutes[.shortTime100] == Minutes(165))
    counter.add(Self.moment("2026-04-08T21:30")..<Self.moment("2026-04-08T22:30"))
    #expect(counter.minutes[.shortTime100] == Minutes(195))
    #expect(counter.minutes[.shortTime125Night] == Minutes(30))
  }

  @Test func excessKeepsTheClassItWouldHaveHad() {
    var counter = PayCounter(running: Minutes(hours: 59), day: Self.shortTime)
    counter.add(Self.moment("2026-04-07T14:30")..<Self.moment("2026-04-07T17:45"))
    counter.add(Self.moment("2026-04-11T10:00")..<Self.moment("2026-04-11T12:00"))
    #expect(counter.minutes[.over60Hours150] == Minutes(105 + 30 + 120))
    #expect(
      counter.excess
        == ExcessOvertime(onDutyDays: Minutes(30), onOffDays: Minutes(120), withinFullDay: Minutes(105))
    )
    counter.add(Self.moment("2026-05-01T14:30")..<Self.moment("2026-05-01T15:30"))
    #expect(counter.minutes[.shortTime100] == Minutes(120))
  }
}
