import CivilTime
import Schedules
import Store
import Testing
import WorkingTimeRules

@testable import WorkingTime

/// What the page of today says of the next start after late work.
struct RestAdviceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// Days and times of departures, such as `2026-11-19 25:00`; the last may be an arrival without one.
    let departures: [String]
    var openDay: String?
    let now: String
    let start: String?
    var testDescription: String { name }
  }

  // 19 November 2026 is a Thursday, 23 November a holiday.
  static let cases = [
    Case(name: "gone in good time", departures: ["2026-11-19 22:30"], now: "2026-11-19T23:00", start: nil),
    Case(
      name: "gone late: tomorrow",
      departures: ["2026-11-18 18:00", "2026-11-19 23:30"],
      now: "2026-11-19T23:40",
      start: "2026-11-20T10:30"
    ),
    Case(
      name: "gone after midnight: today",
      departures: ["2026-11-19 25:00"],
      now: "2026-11-20T08:00",
      start: "2026-11-20T12:00"
    ),
    Case(name: "reached already", departures: ["2026-11-19 25:00"], now: "2026-11-20T12:00", start: nil),
    Case(name: "days off lie between", departures: ["2026-11-20 26:00"], now: "2026-11-21T03:00", start: nil),
    Case(
      name: "at work",
      departures: ["2026-11-19 25:00"],
      openDay: "2026-11-20",
      now: "2026-11-20T10:00",
      start: nil
    ),
    Case(name: "no record", departures: [], now: "2026-11-20T08:00", start: nil),
  ]

  @Test(arguments: cases)
  func aLaterStartIsAdvisedWhereTheRestWouldBeShort(_ example: Case) throws {
    let punches = example.departures.enumerated().map { place, text in
      Punch(
        id: RecordID(Int64(place + 1)),
        employee: RecordID(1),
        workDate: CivilDate(iso: String(text.prefix(10))) ?? CivilDate(dayNumber: 0),
        time: ClockTime(reading: String(text.suffix(5))) ?? .midnight,
        kind: .departure,
        source: .web,
        recordedAt: Instant(milliseconds: 0)
      )
    }
    let advice = RestAdvice(
      after: punches,
      openDay: example.openDay.flatMap { CivilDate(iso: $0) },
      now: try #require(WorkMoment(iso: example.now)),
      allotments: Allotments()
    )
    #expect(advice?.shift?.hours.lowerBound.description == example.start)
    #expect((advice == nil) == (example.start == nil))
  }

  @Test func whoeverWorkedTooLateForAWholeDayIsToldWithoutAProposal() throws {
    let punch = Punch(
      id: RecordID(1),
      employee: RecordID(1),
      workDate: try #require(CivilDate(iso: "2026-11-19")),
      time: try #require(ClockTime(reading: "28:00")),
      kind: .departure,
      source: .web,
      recordedAt: Instant(milliseconds: 0)
    )
    let now = try #require(WorkMoment(iso: "2026-11-20T05:00"))
    let advice = try #require(RestAdvice(after: [punch], openDay: nil, now: now, allotments: Allotments()))
    #expect(advice.proposal == nil)
    #expect(advice.interval.explanation.contains("15:00以降"))
  }
}
