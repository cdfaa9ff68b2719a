import CivilTime
import Store
import Testing
import WorkingTimeRules

@testable import Schedules

@Suite struct ResolutionTests {
  @Test(arguments: UInt64(1)...400)
  func everyDayIsWhatPaintingTheRecordsOneOverTheOtherGives(seed: UInt64) {
    var dice = LayerDice(seed: seed)
    let layers = dice.layers()
    let allotments = Allotments(layers)
    let painted = PaintedDays(layers, LayerDice.days)
    for date in LayerDice.days {
      #expect(allotments[date] == painted.days[date], "seed \(seed), \(date)")
    }
  }

  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let layers: ScheduleLayers
    let date: String
    let kind: DayAllotment.Kind
  }

  private static let early = hours(8, 30, span: 525)
  private static let short = WorkPattern(
    id: RecordID(1),
    employer: RecordID(1),
    kind: .shortTime,
    name: "週4日",
    days: [.monday: early, .tuesday: early, .wednesday: early, .thursday: early]
  )

  private static func choice(
    _ id: Int64,
    _ pattern: WorkPattern?,
    _ from: String,
    _ to: String? = nil
  )
    -> PatternChoice
  {
    PatternChoice(
      id: RecordID(id),
      pattern: pattern,
      from: day(from),
      to: to.map { day($0) },
      reason: "育児",
      recordedAt: Instant(milliseconds: 0)
    )
  }

  private static func moved(_ move: MovedDay.Move, _ worked: String, _ freed: String) -> MovedDay {
    MovedDay(id: RecordID(9), employee: RecordID(1), move: move, worked: day(worked), freed: day(freed))
  }

  private static let added = HolidayAddition(
    date: day("2026-06-10"),
    name: "儀式の日",
    law: "令和8年法律第1号",
    recordedOn: day("2026-06-09")
  )
  private static let late = HolidayAddition(
    date: day("2026-06-10"),
    name: "儀式の日",
    law: "令和8年法律第1号",
    recordedOn: day("2026-06-10")
  )

  static let cases: [Case] = [
    Case(
      description: "nothing on record",
      layers: ScheduleLayers(),
      date: "2026-06-10",
      kind: .duty(.headOffice)
    ),
    Case(
      description: "a chosen pattern",
      layers: ScheduleLayers(choices: [choice(1, short, "2026-06-01")]),
      date: "2026-06-10",
      kind: .duty(early)
    ),
    Case(
      description: "a weekday without hours in the pattern",
      layers: ScheduleLayers(choices: [choice(1, short, "2026-06-01")]),
      date: "2026-06-12",
      kind: .unallotted
    ),
    Case(
      description: "today's pattern does not reach last month",
      layers: ScheduleLayers(choices: [choice(1, short, "2026-06-10")]),
      date: "2026-06-09",
      kind: .duty(.headOffice)
    ),
    Case(
      description: "the standard day again",
      layers: ScheduleLayers(choices: [choice(2, nil, "2026-06-08"), choice(1, short, "2026-06-01")]),
      date: "2026-06-10",
      kind: .duty(.headOffice)
    ),
    Case(
      description: "a Saturday worked for a Monday",
      layers: ScheduleLayers(moves: [moved(.wholeDay(early), "2026-06-13", "2026-06-15")]),
      date: "2026-06-13",
      kind: .duty(early)
    ),
    Case(
      description: "the Monday",
      layers: ScheduleLayers(moves: [moved(.wholeDay(early), "2026-06-13", "2026-06-15")]),
      date: "2026-06-15",
      kind: .swappedOff(to: day("2026-06-13"))
    ),
    Case(
      description: "a holiday worked with a compensatory day",
      layers: ScheduleLayers(moves: [moved(.compensatoryDay, "2026-05-06", "2026-05-18")]),
      date: "2026-05-06",
      kind: .holiday(.headOffice, name: "振替休日", hasCompensatoryDay: true)
    ),
    Case(
      description: "the compensatory day",
      layers: ScheduleLayers(moves: [moved(.compensatoryDay, "2026-05-06", "2026-05-18")]),
      date: "2026-05-18",
      kind: .compensatory(.headOffice, for: day("2026-05-06"))
    ),
    Case(
      description: "a holiday made by law the day before",
      layers: ScheduleLayers(holidays: [added]),
      date: "2026-06-10",
      kind: .holiday(.headOffice, name: "儀式の日", hasCompensatoryDay: false)
    ),
    Case(
      description: "a holiday recorded on its own day",
      layers: ScheduleLayers(holidays: [late]),
      date: "2026-06-10",
      kind: .duty(.headOffice)
    ),
  ]

  @Test(arguments: cases)
  func aDayIsWhatTheStrongestRecordMakesIt(_ example: Case) {
    #expect(Allotments(example.layers)[day(example.date)].kind == example.kind)
  }

  @Test func aHolidayRecordedTooLateIsStillTold() {
    #expect(
      Allotments(ScheduleLayers(holidays: [Self.late])).belatedHoliday(on: day("2026-06-10")) == Self.late
    )
    #expect(Allotments(ScheduleLayers(holidays: [Self.added])).belatedHoliday(on: day("2026-06-10")) == nil)
  }
}
