import CivilTime
import Store
import Testing
import WorkingTimeRules

@testable import Schedules

@Suite struct MovePlanningTests {
  private static func planning(_ today: String, _ layers: ScheduleLayers = ScheduleLayers()) -> MovePlanning {
    MovePlanning(allotments: Allotments(layers), today: day(today))
  }

  @Test func theDaysOfACaseOfTheReferenceAreThoseOffered() {
    let days = Self.planning("2026-09-01").freeableDays(.wholeDay, worked: day("2026-10-10"))
    #expect(days.first == day("2026-09-14"))
    #expect(days.last == day("2026-12-04"))
    #expect(!days.contains(day("2026-10-12")), "a holiday cannot be freed")
    #expect(days.allSatisfy { !$0.weekday.isWeekend })
  }

  @Test func aCompensatoryDayLiesWithinEightWeeksAfterTheHoliday() {
    let days = Self.planning("2026-05-01").freeableDays(.compensatoryDay, worked: day("2026-05-06"))
    #expect(days.first == day("2026-05-07"))
    #expect(days.last == day("2026-06-30"))
  }

  @Test func onceTheDayHasComeNothingCanBeFreed() {
    #expect(Self.planning("2026-10-10").freeableDays(.wholeDay, worked: day("2026-10-10")).isEmpty)
    #expect(Self.planning("2026-10-12").freeableDays(.wholeDay, worked: day("2026-10-10")).isEmpty)
  }

  struct Part: Sendable {
    let part: MoveWish.Part
    let hours: DayHours
    let staying: DayHours
  }

  static let parts = [
    Part(part: .start, hours: .headOffice, staying: hours(14, 30, span: 225, pause: 0)),
    Part(part: .end, hours: .headOffice, staying: hours(9, 30, span: 285)),
    Part(part: .start, hours: hours(7, span: 525), staying: hours(11, span: 285)),
    Part(part: .end, hours: hours(7, span: 525), staying: hours(7, span: 225, pause: 0)),
  ]

  @Test(arguments: parts)
  func fourHoursLeaveTheRestOfTheDayWithItsBreak(_ example: Part) throws {
    let standard = StandardDay(
      id: RecordID(1),
      employer: RecordID(1),
      from: day("2026-01-01"),
      hours: example.hours
    )
    let planning = Self.planning("2026-06-03", ScheduleLayers(standards: [standard]))
    let wish = MoveWish(
      kind: .fourHours(example.part, from: clock(9)),
      worked: day("2026-06-13"),
      freed: day("2026-06-15")
    )
    #expect(
      try planning.move(wish) == .fourHours(hours(9, span: 240, pause: 0), staying: example.staying)
    )
    #expect(example.staying.duty + Minutes(hours: 4) == example.hours.duty)
  }

  struct Refused: Sendable {
    let wish: MoveWish
    let today: String
    let layers: ScheduleLayers
    let fault: MovePlanning.Fault
  }

  private static func wish(_ worked: String, _ freed: String, _ kind: MoveWish.Kind = .wholeDay) -> MoveWish {
    MoveWish(kind: kind, worked: day(worked), freed: day(freed))
  }

  private static func moved(_ worked: String, _ freed: String) -> MovedDay {
    MovedDay(
      id: RecordID(1),
      employee: RecordID(1),
      move: .wholeDay(.headOffice),
      worked: day(worked),
      freed: day(freed)
    )
  }

  /// Every Saturday and Sunday of three weeks worked: one more would leave three days off in four weeks.
  private static let crowded = ScheduleLayers(
    moves: [
      moved("2026-06-06", "2026-07-20"), moved("2026-06-07", "2026-07-21"),
      moved("2026-06-13", "2026-07-22"), moved("2026-06-14", "2026-07-23"),
    ]
  )

  static let refused = [
    Refused(
      wish: wish("2026-06-13", "2026-06-15"),
      today: "2026-06-15",
      layers: ScheduleLayers(),
      fault: .rule(.notBeforehand(deadline: day("2026-06-12")), .wholeDay)
    ),
    Refused(
      wish: wish("2026-06-12", "2026-06-15"),
      today: "2026-06-03",
      layers: ScheduleLayers(),
      fault: .rule(.workedDayUnfit, .wholeDay)
    ),
    Refused(
      wish: wish("2026-06-13", "2026-06-15"),
      today: "2026-06-03",
      layers: ScheduleLayers(moves: [moved("2026-06-20", "2026-06-15")]),
      fault: .movedBefore(day("2026-06-15"), isCancellable: true)
    ),
    Refused(
      wish: wish("2026-06-20", "2026-07-01"),
      today: "2026-06-15",
      layers: ScheduleLayers(moves: [moved("2026-06-20", "2026-06-15")]),
      fault: .movedBefore(day("2026-06-20"), isCancellable: false)
    ),
    Refused(
      wish: wish("2026-08-08", "2026-08-12", .fourHours(.start, from: clock(20, 1))),
      today: "2026-06-03",
      layers: ScheduleLayers(),
      fault: .afterMidnight
    ),
    Refused(
      wish: wish("2026-10-10", "2026-10-13"),
      today: "2026-06-03",
      layers: ScheduleLayers(holidays: [
        HolidayAddition(date: day("2026-10-13"), name: "休日", law: "法", recordedOn: day("2026-06-01"))
      ]),
      fault: .rule(.freedDayUnfit, .wholeDay)
    ),
    Refused(
      wish: wish("2027-01-02", "2027-01-12"),
      today: "2026-12-01",
      layers: ScheduleLayers(),
      fault: .workedOnHoliday(day("2027-01-02"))
    ),
    Refused(
      wish: wish("2026-06-20", "2026-07-15"),
      today: "2026-06-03",
      layers: crowded,
      fault: .balance(.tooFewDaysOff(fourWeeksFrom: day("2026-05-24"), daysOff: 3))
    ),
  ]

  @Test(arguments: refused)
  func whatARuleForbidsIsToldWithTheRule(_ example: Refused) {
    let planning = Self.planning(example.today, example.layers)
    #expect(throws: MovePlanning.Broken(faults: [example.fault])) { try planning.move(example.wish) }
    #expect(!example.fault.japanese.isEmpty)
  }

  @Test func whatCannotBeTakenBackIsNotAskedToBe() {
    let ahead = MovePlanning.Fault.movedBefore(day("2026-06-20"), isCancellable: true)
    let past = MovePlanning.Fault.movedBefore(day("2026-06-20"), isCancellable: false)
    #expect(ahead.japanese.contains("取り消してから"))
    #expect(past.japanese.contains("取り消せません。別の日を選んでください"))
  }

  @Test func everyDayOfferedCanBeTakenAndNoOther() {
    let planning = Self.planning("2026-06-03", Self.crowded)
    let worked = day("2026-06-20")
    let offered = Set(planning.freeableDays(.wholeDay, worked: worked))
    for freed in worked.adding(days: -90)...worked.adding(days: 90) {
      let isTaken = (try? planning.move(Self.wish("2026-06-20", freed.iso))) != nil
      #expect(isTaken == offered.contains(freed), "\(freed)")
    }
    #expect(!offered.isEmpty)
  }
}
