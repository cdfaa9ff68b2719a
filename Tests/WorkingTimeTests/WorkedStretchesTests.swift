import CivilTime
import Testing
import TestSupport
import WorkingTimeRules

@testable import WorkingTime

@Suite struct WorkedStretchesTests {
  @Test func stretchesAreOrderedAndThoseThatTouchBecomeOne() throws {
    let evening = time(20)..<time(21, 30)
    let worked = try WorkedStretches([time(22)..<time(25, 30), time(18, 15)..<time(20), evening])
    #expect(worked.all == [time(18, 15)..<time(21, 30), time(22)..<time(25, 30)])
    #expect(worked.length == Minutes(hours: 6, minutes: 45))
    #expect(worked.japanese == "18:15–21:30、22:00–25:30")
  }

  struct Faulty: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let stretches: [Range<ClockTime>]
    let fault: WorkedStretches.Fault
  }

  static let faulty = [
    Faulty(testDescription: "nothing", stretches: [], fault: .none),
    Faulty(testDescription: "an empty one alone", stretches: [time(19)..<time(19)], fault: .none),
    Faulty(
      testDescription: "one inside the other",
      stretches: [time(18)..<time(22), time(19)..<time(20)],
      fault: .overlapping(time(18)..<time(22), time(19)..<time(20))
    ),
    Faulty(
      testDescription: "a minute in common",
      stretches: [time(18)..<time(20, 1), time(20)..<time(21)],
      fault: .overlapping(time(18)..<time(20, 1), time(20)..<time(21))
    ),
    Faulty(
      testDescription: "a minute more than a day",
      stretches: [time(0)..<time(24, 1)],
      fault: .longerThanADay
    ),
  ]

  @Test(arguments: faulty)
  func whatCannotHaveBeenIsNoWork(_ example: Faulty) {
    #expect(throws: example.fault) { try WorkedStretches(example.stretches) }
  }

  /// Minute by minute instead of by ranges.
  @Test(arguments: 1...200)
  func whatLiesOutsideRegularHoursIsCountedMinuteByMinute(seed: Int) throws {
    var random = Randomness(seed: UInt64(seed))
    let cuts = (0..<6).map { _ in Int.random(in: 0..<2_880, using: &random) }.sorted()
    let clock = { (minute: Int) in ClockTime(minutesFromMidnight: minute) ?? .midnight }
    let ranges = stride(from: 0, to: 6, by: 2).map { clock(cuts[$0])..<clock(cuts[$0 + 1]) }
    guard let worked = try? WorkedStretches(ranges) else { return }
    let hours = Bool.random(using: &random) ? DayHours.headOffice : nil
    let next = Bool.random(using: &random) ? DayHours.headOffice : nil
    let expected = (0..<2_880).count { minute in
      let isWorked = ranges.contains { $0.contains(clock(minute)) }
      let isRegular = (minute < 1_440 ? hours : next).map { $0.span.contains(clock(minute % 1_440)) } ?? false
      return isWorked && !isRegular
    }
    #expect(worked.outside(hours, next: next) == Minutes(expected))
  }

  @Test func theNextMorningMayMeetTheNightBefore() throws {
    let night = try WorkedStretches([time(22)..<time(30)])
    let morning = try WorkedStretches([time(5)..<time(9)])
    let later = try WorkedStretches([time(6)..<time(9)])
    #expect(night.overlaps(morning, laterBy: 1))
    #expect(morning.overlaps(night, laterBy: -1))
    #expect(!night.overlaps(later, laterBy: 1))
    #expect(!night.overlaps(morning, laterBy: 2))
  }
}
