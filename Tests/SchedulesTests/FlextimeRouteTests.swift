import Access
import CivilTime
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import Schedules

@Suite struct FlextimeRouteTests {
  static let first = day("2026-06-08")
  static let new = "/schedules/flextime/new"

  /// A day as it stands in the form.
  private static func fields(_ date: CivilDate, _ kind: String, _ end: String) -> [(String, String)] {
    let prefix = "day-\(date.iso)"
    let times = [("start", "8:00"), ("end", end), ("pause-start", "12:00"), ("pause-end", "13:00")]
    return [("\(prefix)-kind", kind)] + times.map { ("\(prefix)-\($0)", kind == "off" ? "" : $1) }
  }

  /// Four weeks of 8:00 to 16:45, with some days otherwise: their kind and end by their place.
  static func period(
    _ other: [Int: (kind: String, end: String)] = [:],
    start: CivilDate = first
  ) -> [(String, String)] {
    let dates = (start...start.adding(days: 27)).filter { !$0.weekday.isWeekend }
    let days = dates.enumerated().flatMap { place, date in
      fields(date, other[place]?.kind ?? "duty", other[place]?.end ?? "16:45")
    }
    return [("start", start.iso), ("weeks", "4"), ("person", "general")] + days
  }

  /// A free Friday, and the other days of its week longer.
  static let fourDays: [Int: (kind: String, end: String)] = [
    0: ("duty", "18:45"), 1: ("duty", "18:45"), 2: ("duty", "18:45"), 3: ("duty", "18:30"), 4: ("off", ""),
  ]

  static func with(_ engine: Engine, _ body: (SchedulesOffice) async throws -> Void) async throws {
    try await SchedulesOffice.with(engine) { office in
      let fixed = FlextimeTermsEntry(
        id: office.ids.next(),
        employer: RecordID(1),
        unit: nil,
        from: day("2026-06-01"),
        terms: FlextimeTerms(
          core: clock(10)..<clock(15),
          standardBreak: clock(12)..<clock(13),
          dailyMinimum: Minutes(hours: 4)
        )
      )
      let now = office.clock.now()
      try await office.database.write {
        try FlextimeTermsRecords.append(fixed, reason: "訓令", at: now, account: 1, on: $0)
      }
      try await body(office)
    }
  }

  static func decision(_ step: String, _ seen: Int, _ reason: String = "") -> [(String, String)] {
    [("step", step), ("seen", "\(seen)"), ("reason", reason)]
  }

  @Test(arguments: Engine.available)
  func aPeriodIsDeclaredAllottedAndHolds(engine: Engine) async throws {
    try await Self.with(engine) { office in
      let person = try await office.visit(22)
      let head = try await office.visit(21)
      let form = await person.get(Self.new, query: "start=2026-06-08&weeks=4&person=general")
      #expect(form.status == 200)
      #expect(form.text.contains("入力した合計は155:00です"))
      #expect(await person.post(Self.new, Self.period(Self.fourDays), once: "key-00001").status == 303)
      #expect(await person.post(Self.new, Self.period(Self.fourDays), once: "key-00001").status == 303)
      #expect(try await office.count("flextime_period") == 1)
      #expect(try await office.allotment(of: 22, on: Self.first).origin == .standard)
      let id = try await office.newest("flextime_period")
      #expect(await head.get("/schedules/units").text.contains("/schedules/flextime/\(id)"))
      #expect(await head.get("/schedules/flextime/\(id)").text.contains("申告のとおり割り振る"))
      let path = "/schedules/flextime/\(id)/decision"
      #expect(await head.post(path, Self.decision("allotted", 1)).status == 303)
      #expect(try await office.allotment(of: 22, on: Self.first).kind == .duty(hours(8, span: 645)))
      #expect(try await office.allotment(of: 22, on: day("2026-06-12")).kind == .unallotted)
      #expect(try await office.allotment(of: 22, on: day("2026-06-15")).origin == .flextime)
      #expect(try await office.allotment(of: 22, on: day("2026-07-06")).origin == .standard)
      #expect(await person.get("/schedules/flextime").text.contains("割振り済み"))
    }
  }

  @Test(arguments: Engine.available)
  func whatBreaksARuleIsToldAtItsDayAndNothingIsLost(engine: Engine) async throws {
    try await Self.with(engine) { office in
      let person = try await office.visit(22)
      let wrong: [Int: (kind: String, end: String)] = [0: ("duty", "14:00"), 1: ("off", ""), 2: ("off", "")]
      let answer = await person.post(Self.new, Self.period(wrong))
      #expect(answer.status == 422)
      #expect(answer.text.contains("勤務時間の合計が136時間45分です"))
      #expect(answer.text.contains("令和8年6月8日（月）はコアタイム"))
      #expect(answer.text.contains("その週の2日目の割り振らない日"))
      #expect(answer.text.contains("value=\"14:00\""))
      let odd = await person.post(Self.new, Self.period([3: ("duty", "7:00"), 4: ("duty", "あ")]))
      #expect(odd.status == 422)
      #expect(odd.text.contains("終業を始業より後の時刻に"))
      #expect(try await office.count("flextime_period") == 0)
      let check = await person.post(Self.new, Self.period() + [("act", "check")])
      #expect(check.status == 200)
      #expect(check.text.contains("入力した合計は155:00です"))
      #expect(try await office.count("flextime_period") == 0)
      let late = await person.post(Self.new, Self.period(start: day("2026-06-01")))
      #expect(late.status == 422)
      #expect(late.text.contains("明日以後の月曜日"))
    }
  }

  @Test(arguments: Engine.available)
  func aDeclarationComesBackWithAReasonAndIsWrittenAnew(engine: Engine) async throws {
    try await Self.with(engine) { office in
      let person = try await office.visit(22)
      let head = try await office.visit(21)
      _ = await person.post(Self.new, Self.period())
      let id = try await office.newest("flextime_period")
      let path = "/schedules/flextime/\(id)"
      #expect(await head.post("\(path)/decision", Self.decision("returned", 1)).status == 422)
      let reasoned = Self.decision("returned", 1, "8日は会議のため")
      #expect(await head.post("\(path)/decision", reasoned).status == 303)
      #expect(await person.get(path).text.contains("8日は会議のため"))
      #expect(await head.post("\(path)/decision", Self.decision("allotted", 2)).status == 409)
      #expect(try await office.allotment(of: 22, on: Self.first).origin == .standard)
      let again = Self.period(Self.fourDays) + [("seen", "2"), ("reason", "会議に合わせた")]
      #expect(await person.post("\(path)/change", again).status == 303)
      #expect(await head.post("\(path)/decision", Self.decision("allotted", 3)).status == 303)
      #expect(try await office.allotment(of: 22, on: Self.first).kind == .duty(hours(8, span: 645)))
      #expect(try await office.count("flextime_version") == 4)
    }
  }

  @Test(arguments: Engine.available)
  func aLaterChangeIsANewVersionAndLeavesThePast(engine: Engine) async throws {
    try await Self.with(engine) { office in
      _ = await (try await office.visit(22)).post(Self.new, Self.period())
      let id = try await office.newest("flextime_period")
      let path = "/schedules/flextime/\(id)"
      #expect(
        await (try await office.visit(21)).post("\(path)/decision", Self.decision("allotted", 1)).status
          == 303
      )
      office.go(to: "2026-06-16")
      let head = try await office.visit(21)
      let why = [("seen", "2"), ("reason", "窓口の当番")]
      #expect(await head.get("\(path)/change").status == 200)
      let past = await head.post("\(path)/change", Self.period(Self.fourDays) + why)
      #expect(past.status == 422)
      #expect(past.text.contains("すでに来た日なので変えられません"))
      var ahead: [Int: (kind: String, end: String)] = [:]
      for (place, day) in Self.fourDays { ahead[place + 10] = day }
      #expect(await head.post("\(path)/change", Self.period(ahead) + why).status == 303)
      #expect(try await office.allotment(of: 22, on: day("2026-06-26")).kind == .unallotted)
      #expect(try await office.allotment(of: 22, on: day("2026-06-12")).isDuty)
      #expect(await head.post("\(path)/change", Self.period() + why).status == 409, "an old version was seen")
      let keeper = try await office.visit(23, as: .timeKeeper)
      let correction = Self.period(Self.fourDays) + [("seen", "3"), ("reason", "記録の訂正")]
      #expect(await keeper.post("\(path)/change", correction).status == 303)
      #expect(try await office.allotment(of: 22, on: day("2026-06-12")).kind == .unallotted)
      #expect(await (try await office.visit(22)).get(path).text.contains("記録の訂正"))
    }
  }

  @Test(arguments: Engine.available)
  func twoWhoDecideAtOnceMakeOneVersion(engine: Engine) async throws {
    try await Self.with(engine) { office in
      _ = await (try await office.visit(22)).post(Self.new, Self.period())
      let path = "/schedules/flextime/\(try await office.newest("flextime_period"))/decision"
      let visits = [try await office.visit(21), try await office.visit(11)]
      let answers = await withTaskGroup(of: Int.self) { group in
        group.addTask { await visits[0].post(path, Self.decision("allotted", 1)).status }
        group.addTask { await visits[1].post(path, Self.decision("returned", 1, "会議")).status }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.sorted() == [303, 409])
      #expect(try await office.count("flextime_version") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func aPeriodDoesNotOverlapAnotherUnlessThatWasTakenBack(engine: Engine) async throws {
    try await Self.with(engine) { office in
      let person = try await office.visit(22)
      _ = await person.post(Self.new, Self.period())
      let path = "/schedules/flextime/\(try await office.newest("flextime_period"))"
      let later = Self.period(start: day("2026-06-15"))
      let overlapping = await person.post(Self.new, later)
      #expect(overlapping.status == 422)
      #expect(overlapping.text.contains("単位期間と重なります"))
      #expect(await person.post("\(path)/decision", Self.decision("withdrawn", 1)).status == 303)
      #expect(await person.post(Self.new, later).status == 303)
      let again = Self.period() + [("seen", "2"), ("reason", "やはり")]
      #expect(await person.post("\(path)/change", again).status == 422)
    }
  }

  @Test(arguments: Engine.available)
  func nobodyOutsideSeesAPeriodAndNobodyAllotsOnesOwn(engine: Engine) async throws {
    try await Self.with(engine) { office in
      let head = try await office.visit(21)
      _ = await head.post(Self.new, Self.period())
      let path = "/schedules/flextime/\(try await office.newest("flextime_period"))"
      #expect(await head.post("\(path)/decision", Self.decision("allotted", 1)).status == 409)
      for outsider in [try await office.visit(22), try await office.visit(31), try await office.visit(41)] {
        #expect(await outsider.get(path).status == 404)
        #expect(await outsider.get("\(path)/change").status == 404)
        #expect(await outsider.post("\(path)/decision", Self.decision("withdrawn", 1)).status == 404)
        let change = Self.period() + [("seen", "1"), ("reason", "会議")]
        #expect(await outsider.post("\(path)/change", change).status == 404)
      }
      #expect(try await office.count("flextime_version") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func thePeriodBeforeIsCopiedHolidaysApartAndOnlyOnesOwn(engine: Engine) async throws {
    try await Self.with(engine) { office in
      let person = try await office.visit(22)
      _ = await person.post(Self.new, Self.period(Self.fourDays))
      let id = try await office.newest("flextime_period")
      let query = "start=2026-07-06&weeks=4&person=general&copy=\(id)"
      let copied = await person.get(Self.new, query: query).text
      #expect(copied.contains("name=\"day-2026-07-06-end\" value=\"18:45\""))
      #expect(
        copied.contains("name=\"day-2026-07-20-end\" value=\"18:15\""),
        "a holiday has the standard day"
      )
      #expect(!copied.contains("name=\"day-2026-07-20-end\" value=\"16:45\""))
      let others = await (try await office.visit(23)).get(Self.new, query: query).text
      #expect(!others.contains("18:45"))
    }
  }

  @Test(arguments: Engine.available)
  func carersChooseTheLengthOfTheirPeriod(engine: Engine) async throws {
    try await Self.with(engine) { office in
      let person = try await office.visit(22)
      let week = Self.period().filter { $0.0.hasPrefix("day-") && $0.0 < "day-2026-06-13" }
      let days = week + [("start", "2026-06-08"), ("weeks", "1")]
      let general = await person.post(Self.new, days + [("person", "general")])
      #expect(general.status == 422)
      #expect(general.text.contains("単位期間が1週です。4週とします"))
      #expect(await person.post(Self.new, days + [("person", "carer")]).status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func withoutTermsNothingCanBeDeclared(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let person = try await office.visit(22)
      #expect(await person.get("/schedules/flextime").text.contains("定め（コアタイムなど）が、まだありません"))
      #expect(await person.get(Self.new, query: "start=2026-06-08&weeks=4&person=general").status == 303)
      #expect(await person.post(Self.new, Self.period()).status == 409)
    }
  }
}
