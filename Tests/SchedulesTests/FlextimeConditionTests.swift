import Access
import CivilTime
import People
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import Schedules

/// What a settlement period meets: added holidays, short hours, moved days and other terms.
@Suite struct FlextimeConditionTests {
  private typealias Form = FlextimeRouteTests

  private static func addHoliday(_ office: SchedulesOffice, on date: String) async throws {
    let holiday = HolidayAddition(
      date: day(date),
      name: "儀式の日",
      law: "令和8年法律第1号",
      recordedOn: SchedulesOffice.today
    )
    let now = office.clock.now()
    try await office.database.write {
      try HolidayAdditionRecords.append(holiday, at: now, account: 1, on: $0)
    }
  }

  @Test(arguments: Engine.available)
  func aHolidayAddedByLawHasTheHoursOfAFullDay(engine: Engine) async throws {
    try await Form.with(engine) { office in
      try await Self.addHoliday(office, on: "2026-06-12")
      let person = try await office.visit(22)
      let form = await person.get(Form.new, query: "start=2026-06-08&weeks=4&person=general").text
      #expect(form.contains("儀式の日"))
      let off = await person.post(Form.new, Form.period(Form.fourDays))
      #expect(off.status == 422)
      #expect(off.text.contains("令和8年6月12日（金）は休日なので、勤務時間を7時間45分とします"))
      let check = await person.post(Form.new, Form.period(Form.fourDays) + [("act", "check")])
      #expect(check.text.contains("令和8年6月12日（金）は休日なので"))
      #expect(await person.post(Form.new, Form.period()).status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func aCopyLeavesAnAddedHolidayItsStandardDay(engine: Engine) async throws {
    try await Form.with(engine) { office in
      let person = try await office.visit(22)
      #expect(await person.post(Form.new, Form.period(Form.fourDays)).status == 303)
      try await Self.addHoliday(office, on: "2026-07-10")
      let id = try await office.newest("flextime_period")
      let copied = await person.get(Form.new, query: "start=2026-07-06&weeks=4&person=general&copy=\(id)")
        .text
      #expect(copied.contains("name=\"day-2026-07-10-end\" value=\"18:15\""))
    }
  }

  private static func choose(
    _ pattern: WorkPattern,
    _ from: String,
    _ to: String?,
    _ office: SchedulesOffice
  ) async throws {
    let choice = PatternChoice(
      id: office.ids.next(),
      pattern: pattern,
      from: day(from),
      to: to.map(day),
      reason: "育児",
      recordedAt: office.clock.now()
    )
    try await office.database.write {
      try PatternRecords.append(choice, of: RecordID(22), account: 1, on: $0)
    }
  }

  @Test(arguments: Engine.available)
  func shortHoursAndFlextimeDoNotMeet(engine: Engine) async throws {
    try await Form.with(engine) { office in
      let short = try await office.offerShort()
      try await Self.choose(short, "2026-06-25", "2026-06-30", office)
      let person = try await office.visit(22)
      let refused = await person.post(Form.new, Form.period())
      #expect(refused.status == 422)
      #expect(refused.text.contains("令和8年6月25日（木）に短時間勤務（短時間A）の日があります"))
      #expect(await person.post(Form.new, Form.period(start: day("2026-07-06"))).status == 303, "after it")
      let path = "/schedules/flextime/\(try await office.newest("flextime_period"))/decision"
      try await Self.choose(short, "2026-08-01", nil, office)
      let head = try await office.visit(21)
      let late = await head.post(path, Form.decision("allotted", 1))
      #expect(late.status == 422)
      #expect(late.text.contains("令和8年8月1日（土）に短時間勤務"))
      #expect(await head.post(path, Form.decision("returned", 1, "短時間勤務のため")).status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func shortHoursThatBeginInsideAPeriodHoldFromTheirFirstDay(engine: Engine) async throws {
    try await Form.with(engine) { office in
      #expect(await (try await office.visit(22)).post(Form.new, Form.period()).status == 303)
      let head = try await office.visit(21)
      let path = "/schedules/flextime/\(try await office.newest("flextime_period"))"
      #expect(await head.post("\(path)/decision", Form.decision("allotted", 1)).status == 303)
      let short = try await office.offerShort()
      let wish = [("pattern", "\(short.id)"), ("from", "2026-06-16"), ("why", "育児短時間勤務")]
      #expect(await head.post("/schedules/people/22/pattern", wish).status == 303)
      #expect(try await office.allotment(of: 22, on: day("2026-06-15")).origin == .flextime)
      let after = try await office.allotment(of: 22, on: day("2026-06-16"))
      #expect(after.origin == .pattern("短時間A") && after.isShortTime)
      let days: [Int: (kind: String, end: String)] = [8: ("duty", "16:15"), 9: ("duty", "20:15")]
      let change = await head.post("\(path)/change", Form.period(days) + [("seen", "2"), ("reason", "会議")])
      #expect(change.status == 422)
      #expect(change.text.contains("令和8年6月18日（木）は短時間勤務の日なので"))
    }
  }

  @Test(arguments: Engine.available)
  func aCompensatoryDayInsideAPeriodKeepsItsHours(engine: Engine) async throws {
    try await Form.with(engine) { office in
      let head = try await office.visit(21)
      let holiday = [
        ("kind", "compensatory-day"), ("worked", "2026-07-20"), ("freed", "2026-07-31"), ("reason", "当番"),
      ]
      #expect(await head.post("/schedules/people/22/moves", holiday).status == 303)
      let person = try await office.visit(22)
      var days: [Int: (kind: String, end: String)] = [:]
      for (place, day) in Form.fourDays { days[place + 15] = day }
      let start = day("2026-07-06")
      #expect(await person.post(Form.new, Form.period(days, start: start)).status == 303)
      let path = "/schedules/flextime/\(try await office.newest("flextime_period"))"
      let lost = await head.post("\(path)/decision", Form.decision("allotted", 1))
      #expect(lost.status == 422)
      #expect(lost.text.contains("令和8年7月31日（金）は代休日の指定"))
      #expect(lost.text.contains("先にその記録を取り消すか、この日の勤務時間を変えない"))
      #expect(await head.post("\(path)/decision", Form.decision("returned", 1, "代休日")).status == 303)
      let again = Form.period(start: start) + [("seen", "2"), ("reason", "代休日に合わせた")]
      #expect(await person.post("\(path)/change", again).status == 303)
      #expect(await head.post("\(path)/decision", Form.decision("allotted", 3)).status == 303)
      let change = Form.period(days, start: start) + [("seen", "4"), ("reason", "会議")]
      #expect(await head.post("\(path)/change", change).status == 422)
      #expect(
        try await office.allotment(of: 22, on: day("2026-07-31")).kind
          == .compensatory(hours(8, span: 525), for: day("2026-07-20"))
      )
    }
  }

  @Test(arguments: Engine.available)
  func afterATransferTheDaysThatHoldAreNotJudgedByOtherTerms(engine: Engine) async throws {
    try await Form.with(engine) { office in
      let early: [Int: (kind: String, end: String)] = [0: ("duty", "15:30"), 1: ("duty", "18:00")]
      _ = await (try await office.visit(22)).post(Form.new, Form.period(early))
      let path = "/schedules/flextime/\(try await office.newest("flextime_period"))"
      let head = try await office.visit(21)
      #expect(await head.post("\(path)/decision", Form.decision("allotted", 1)).status == 303)
      try await Self.move(22, to: 3, on: day("2026-06-16"), coreUntil: 16, office)
      office.go(to: "2026-06-17")
      let other = try await office.visit(31)
      func change(_ end: String, _ rest: String, seen: Int) async -> Visit.Answer {
        let ahead = early.merging([10: ("duty", end), 11: ("duty", rest)]) { first, _ in first }
        return await other.post(
          "\(path)/change",
          Form.period(ahead) + [("seen", "\(seen)"), ("reason", "会議")]
        )
      }
      let short = await change("15:45", "17:45", seen: 2)
      #expect(short.status == 422)
      #expect(short.text.contains("令和8年6月22日（月）はコアタイム（13:00から16:00まで）"))
      #expect(!short.text.contains("令和8年6月8日（月）はコアタイム"))
      #expect(await change("16:15", "18:00", seen: 2).text.contains("勤務時間の合計が155時間45分です"))
      #expect(await change("16:15", "17:15", seen: 2).status == 303)
      #expect(try await office.allotment(of: 22, on: Form.first).hours?.duty == Minutes(390))
    }
  }

  /// Moves somebody to another unit, which has terms of its own.
  private static func move(
    _ person: Int64,
    to unit: Int64,
    on date: CivilDate,
    coreUntil end: Int,
    _ office: SchedulesOffice
  ) async throws {
    let fixed = FlextimeTermsEntry(
      id: office.ids.next(),
      employer: RecordID(1),
      unit: RecordID(unit),
      from: day("2026-06-01"),
      terms: FlextimeTerms(
        core: clock(13)..<clock(end),
        standardBreak: clock(12)..<clock(13),
        dailyMinimum: Minutes(hours: 4)
      )
    )
    let post = Post(id: RecordID(90), unit: RecordID(unit), title: "官職90", rankBand: .clerk)
    let assignment = Assignment(
      id: RecordID(90),
      employee: RecordID(person),
      post: RecordID(90),
      kind: .primary,
      from: date
    )
    let now = office.clock.now()
    try await office.database.write { connection in
      try connection.execute(
        "UPDATE assignment SET valid_to = \(date.adding(days: -1)) WHERE employee = \(person)"
      )
      try PostRecords.insert([post], on: connection)
      try AssignmentRecords.insert([assignment], on: connection)
      try FlextimeTermsRecords.append(fixed, reason: "訓令", at: now, account: 1, on: connection)
    }
  }
}
