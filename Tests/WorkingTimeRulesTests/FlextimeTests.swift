import CivilTime
import Testing
import WorkingTimeRules

/// Cases W of the rules: breaks, terms of a bureau, declarations of a settlement period.
struct FlextimeTests {
  struct BreakCase: Sendable, CustomTestStringConvertible {
    let name: String
    let hours: DayHours?
    let rule: BreakRule
    let fault: BreakFault?
    var testDescription: String { name }
  }

  static let breakCases = [
    BreakCase(
      name: "W01 an hour's break",
      hours: hours("9:30", "18:15", "12:00", "13:00"),
      rule: .standardDay,
      fault: nil
    ),
    BreakCase(
      name: "W02 45 minutes on a standard day",
      hours: hours("9:30", "18:00", "12:00", "12:45"),
      rule: .standardDay,
      fault: nil
    ),
    BreakCase(
      name: "W03 30 minutes on a standard day",
      hours: hours("9:30", "17:45", "12:00", "12:30"),
      rule: .standardDay,
      fault: .breakTooShort(Minutes(30), least: Minutes(45))
    ),
    BreakCase(
      name: "W04 six and a half hours at a stretch",
      hours: hours("9:30", "16:00"),
      rule: .otherAllotment,
      fault: nil
    ),
    BreakCase(
      name: "W05 six hours 45 at a stretch",
      hours: hours("9:30", "16:15"),
      rule: .otherAllotment,
      fault: .stretchTooLong(Minutes(405))
    ),
    BreakCase(
      name: "a break of 20 minutes under flextime",
      hours: hours("9:30", "16:15", "12:00", "12:20"),
      rule: .otherAllotment,
      fault: .breakTooShort(Minutes(20), least: Minutes(30))
    ),
    BreakCase(
      name: "a break that comes too late",
      hours: hours("9:00", "18:00", "16:00", "17:00"),
      rule: .standardDay,
      fault: .stretchTooLong(Minutes(420))
    ),
  ]

  @Test(arguments: breakCases)
  func breaksSufficeOrSayWhatTheyLack(_ testCase: BreakCase) throws {
    let hours = try #require(testCase.hours)
    #expect(testCase.rule.fault(of: hours) == testCase.fault)
  }

  @Test func breaksThatOverlapOrLieOutsideAreNoHours() {
    #expect(Self.hours("9:30", "18:15", "9:00", "10:00") == nil)
    #expect(
      DayHours(
        Self.span("9:30", "18:15"),
        breaks: [Self.span("12:00", "13:00"), Self.span("12:30", "13:30")]
      ) == nil
    )
    #expect(DayHours(Self.span("9:30", "9:30")) == nil)
  }

  @Test(arguments: [
    ("2016-04-01", FlextimeRules.Person.general, 0, "7:00", 0),
    ("2023-03-31", .general, 0, "7:00", 0),
    ("2023-03-31", .carer, 1, "7:00", 0),
    ("2023-04-01", .general, 0, "5:00", 1),
    ("2025-03-31", .general, 0, "5:00", 1),
    ("2025-04-01", .general, 1, "5:00", 1),
    ("2023-04-01", .carer, 1, "5:00", 1),
  ])
  func rulesChangeWithTheirDates(
    _ date: String,
    _ person: FlextimeRules.Person,
    _ offDays: Int,
    _ earliest: String,
    _ exemptDays: Int
  ) throws {
    let day = try #require(CivilDate(iso: date))
    let rules = try #require(FlextimeRules.table(for: person).figure(on: day)).amount
    #expect(rules.offDaysPerWeek == offDays)
    #expect(rules.band.lowerBound == ClockTime(reading: earliest))
    #expect(rules.exemptDaysPerWeek == exemptDays)
  }

  @Test func thereIsNoFlextimeBeforeApril2016() throws {
    let day = try #require(CivilDate(iso: "2016-03-31"))
    #expect(FlextimeRules.table(for: .general).figure(on: day) == nil)
    #expect(Self.terms().faults(on: day, for: .general) == [.noRules(on: day)])
  }

  @Test func coreTimeMayBeDividedByTheStandardBreakAlone() throws {
    let day = try #require(CivilDate(iso: "2026-06-01"))
    let across = FlextimeTerms(
      core: Self.span("10:00", "15:00"),
      standardBreak: Self.span("12:00", "13:00"),
      dailyMinimum: Minutes(hours: 2)
    )
    #expect(across.faults(on: day, for: .general).isEmpty)
    let hours = try #require(Self.hours("9:30", "18:15", "12:00", "13:00"))
    #expect(hours.covers(Self.span("10:00", "15:00"), apartFrom: Self.span("12:00", "13:00")))
    let late = try #require(Self.hours("9:30", "18:15", "12:30", "13:30"))
    #expect(!late.covers(Self.span("10:00", "15:00"), apartFrom: Self.span("12:00", "13:00")))
  }

  @Test func aHolidayCannotBeAnOffDay() throws {
    let holiday = try #require(CivilDate(iso: "2026-07-20"))
    let declaration = FlextimeDeclaration(
      start: holiday,
      weeks: 1,
      person: .carer,
      days: [FlextimeDay(holiday, .off)]
    )
    #expect(declaration.faults(under: Self.terms()).contains(.holidayHours(holiday, .zero)))
  }

  @Test func anExemptDayBesideAnOffDayIsAFault() throws {
    let start = try #require(CivilDate(iso: "2026-06-01"))
    let long = try #require(Self.hours("6:00", "21:00", "12:00", "13:00"))
    let short = try #require(Self.hours("14:00", "15:00"))
    let days = [
      FlextimeDay(start, .off), FlextimeDay(start.adding(days: 1), .exempt(short)),
      FlextimeDay(start.adding(days: 2), .duty(long)),
    ]
    let declaration = FlextimeDeclaration(start: start, weeks: 1, person: .carer, days: days)
    let faults = declaration.faults(under: Self.terms())
    #expect(faults.contains(.exemptBesideOffDay(start.adding(days: 1))))
    #expect(faults.contains(.dayMissing(start.adding(days: 3))))
    #expect(faults.contains(.total(Minutes(60 + 840), required: Minutes(2325))))
  }

  /// Whatever is declared, the sum of the faults' days is explained with a text that names the day.
  @Test func everyFaultOfADayNamesTheDayInItsText() throws {
    let start = try #require(CivilDate(iso: "2026-07-20"))
    let hours = try #require(Self.hours("4:45", "22:15"))
    let days = (0..<5).map { FlextimeDay(start.adding(days: $0), $0 == 4 ? .exempt(hours) : .duty(hours)) }
    let declaration = FlextimeDeclaration(start: start, weeks: 1, person: .carer, days: days + [days[0]])
    for fault in declaration.faults(under: Self.terms()) {
      if let date = fault.date { #expect(fault.explanation.contains(date.japanese)) }
      #expect(fault.citation.contains("第"))
    }
  }

  static func terms() -> FlextimeTerms {
    FlextimeTerms(
      core: span("10:00", "12:00"),
      standardBreak: span("12:00", "13:00"),
      dailyMinimum: Minutes(hours: 2)
    )
  }

  static func span(_ start: String, _ end: String) -> Range<ClockTime> {
    let times = [start, end].map { ClockTime(reading: $0) ?? .midnight }
    return times[0]..<times[1]
  }

  static func hours(_ start: String, _ end: String, _ pauseStart: String, _ pauseEnd: String) -> DayHours? {
    DayHours(span(start, end), breaks: [span(pauseStart, pauseEnd)])
  }

  static func hours(_ start: String, _ end: String) -> DayHours? { DayHours(span(start, end)) }
}
