import Access
import CivilTime
@testable import PresenceLogs
import Schedules
import Store
import TestSupport
import Testing
import WorkingTimeRules

@Suite struct PatternTests {
  /// From July to October a person is there until 21:15 from the 1st to the 24th, and claims three hours each, in
  /// October nothing.
  private func fall(_ person: Int64, _ office: PresenceOffice) async throws {
    for month in ["07", "08", "09", "10"] {
      for day in (1...24).map({ ($0 < 10 ? "0" : "") + "\($0)" }) {
        try await office.punch(person, "2026-\(month)-\(day)", time(9, 30), time(21, 15))
        if month != "10" { try await office.claim(person, "2026-\(month)-\(day)", Minutes(hours: 3)) }
      }
    }
  }

  @Test(arguments: Engine.available)
  func aSuddenFallReachesPersonnelAndTheAuditorAlone(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await fall(203, office)
      try await fall(402, office)
      let query = "unit=all"
      let hr = try await office.visit(101, as: .hr, of: 1)
      let page = await hr.get("/presence/patterns", query).text
      #expect(page.contains("確かめたい傾向のある人が1人います"))
      #expect(page.contains("職員 203号"))
      #expect(page.contains("どのような事情がありましたか"))
      #expect(!page.contains("402号"))
      let auditor = try await office.visit(nil, as: .auditor)
      let all = await auditor.get("/presence/patterns", query).text
      for name in ["職員 203号", "職員 402号"] { #expect(all.contains(name), "\(name)") }
      let other = try await office.visit(401, as: .hr, of: 2)
      #expect(!(await other.get("/presence/patterns", query).text.contains("203号")))
      #expect(await other.get("/presence/patterns/203").status == 404)
      #expect(await other.post("/presence/patterns/203/notes").status == 404)
      #expect(!(await other.get("/presence/patterns", "unit=2").text.contains("203号")), "a unit of others")
      for person in [201, 202, 203] as [Int64] {
        let line = try await office.visit(person)
        #expect(await line.get("/presence/patterns", query).status == 403)
        #expect(await line.get("/presence/patterns/203").status == 403)
        #expect(await line.get("/presence/match/csv", query).status == 403)
      }
    }
  }

  @Test(arguments: Engine.available)
  func nobodySeesOnesOwn(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await fall(203, office)
      let hr = try await office.visit(203, as: .hr, of: 1)
      #expect(!(await hr.get("/presence/patterns", "unit=all").text.contains("/presence/patterns/203")))
      #expect(await hr.get("/presence/patterns/203").status == 404)
      #expect(await hr.post("/presence/patterns/203/notes").status == 404)
      #expect(!(await hr.get("/presence/match/csv", "unit=all").text.contains("203号")))
    }
  }

  @Test(arguments: Engine.available)
  func filtersByUnitAndKindAndSavesAFile(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await fall(203, office)
      let hr = try await office.visit(101, as: .hr, of: 1)
      let finds = { (query: String) in await hr.get("/presence/patterns", query).text.contains("職員 203号") }
      #expect(await finds("unit=1"))
      #expect(await finds("unit=2&kind=fall"))
      #expect(!(await finds("unit=2&kind=same-share")))
      #expect(!(await finds("unit=3")))
      #expect(!(await finds("unit=2&month=2026-09&kind=fall")))
      let file = await hr.get("/presence/patterns/csv", "unit=2").text
      #expect(file.contains("\"203\",\"職員 203号\",\"申告の急な減少\",\"令和8年10月の超過勤務が"))
    }
  }

  @Test(arguments: Engine.available)
  func notesStandBesideEachOther(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await fall(203, office)
      let hr = try await office.visit(101, as: .hr, of: 1)
      let path = "/presence/patterns/203/notes"
      #expect(await hr.post(path).status == 422)
      let first = [("asked", "本人"), ("outcome", "pending"), ("words", "来週<聞く>")]
      let second = [("asked", "前任の課長"), ("outcome", "explained"), ("words", "異動の準備")]
      #expect(await hr.post(path, first, once: "once-0001").status == 303)
      #expect(await hr.post(path, first, once: "once-0001").status == 303)
      #expect(await hr.post(path, second, once: "once-0001").status == 409)
      #expect(await hr.post(path, second, once: "once-0002").status == 303)
      #expect(try await office.count("pattern_note") == 2)
      let page = await hr.get("/presence/patterns/203").text
      for word in ["来週&lt;聞く&gt;", "異動の準備", "前任の課長"] { #expect(page.contains(word), "\(word)") }
      #expect(await hr.get("/presence/patterns", "unit=2").text.contains("事情を確認した"))
      await #expect(throws: StoreError.self) {
        try await office.database.write { try $0.execute("DELETE FROM pattern_note") }
      }
    }
  }

  @Test(arguments: Engine.available)
  func theFileForAnIndependentCheckHoldsEveryDay(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await fall(203, office)
      try await office.importLog("職員番号,日時,種別,端末名\n203,2026-10-12 22:00,lock,PC-3\n")
      let hr = try await office.visit(101, as: .hr, of: 1)
      let file = await hr.get("/presence/match/csv", "unit=2&month=2026-10").text
      let lines = file.utf8.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      #expect(lines.count == 1 + 3 * 31)
      // The 12th was a holiday: its hours stay regular.
      let line = try #require(lines.first { $0.contains("\"203\"") && $0.contains("2026-10-12") })
      #expect(
        line.contains(
          "\"09:30\",\"21:15\",\"記録あり\",\"22:00\",\"22:00\",\"09:30\",\"22:00\",\"225\",\"\",\"225\""
        )
      )
      let none = try #require(lines.first { $0.contains("\"203\"") && $0.contains("2026-10-11") })
      #expect(none.contains("\"対象外\""))
    }
  }

  private static let person = PresencePerson(
    id: RecordID(1),
    employer: RecordID(1),
    number: "1",
    name: "職員",
    service: day("2020-04-01")...day("2030-04-01")
  )

  /// A day of duty.
  private func dutyDay(
    _ date: CivilDate,
    seenUntil end: ClockTime?,
    claimed: Minutes,
    until claimedEnd: ClockTime? = nil
  ) -> DayPresence {
    DayPresence(
      date: date,
      allotment: .init(day("2026-11-02"), .duty(.headOffice)),
      stretches: end.map { [time(7)..<$0] } ?? [],
      log: .notCovered,
      clock: nil,
      claimed: claimed,
      claimedEnd: claimedEnd,
      isManagerial: false,
      threshold: GapThreshold.usual,
      reason: nil,
      question: nil
    )
  }

  @Test func claimsOfEarlyWorkAreNoCliff() {
    let days = (2...13).map { date in
      dutyDay(
        day("2026-11-02").adding(days: date),
        seenUntil: time(19, 30),
        claimed: Minutes(150),
        until: time(9, 30)
      )
    }
    #expect(PersonPatterns(Self.person, days.map(\.measure)).patterns.isEmpty)
    let evenings = days.map {
      dutyDay($0.date, seenUntil: time(23), claimed: Minutes(225), until: time(22))
    }
    #expect(
      PersonPatterns(Self.person, evenings.map(\.measure)).patterns == [
        .cliff(at: time(22), days: 12, of: 12)
      ]
    )
  }

  /// Three months of two hours claimed a day, of whose days so many were seen, and one with nothing claimed.
  private func months(seen: Int) -> [DayPresence] {
    (0..<4).flatMap { month in
      (1...20).map { date in
        let isSeen = date <= seen || month == 3
        return dutyDay(
          YearMonth(index: 2026 * 12 + month).firstDay.adding(days: date),
          seenUntil: isSeen ? time(20, 15) : nil,
          claimed: month == 3 ? .zero : Minutes(120),
          until: month == 3 ? nil : time(20, 15)
        )
      }
    }
  }

  @Test(arguments: [(20, true), (14, true), (13, false), (1, false)])
  func aFallIsSoughtWherePresenceWasMeasured(_ seen: Int, _ isFound: Bool) {
    let found = PersonPatterns(Self.person, months(seen: seen).map(\.measure))
    #expect(found.kinds.contains(.fall) == isFound)
    #expect(found.months.count == 4, "all months are shown")
  }

  @Test func aCliffIsSeenThoughOnlyLengthsAreClaimed() throws {
    let days = (2...13).map { date in
      DayPresence(
        date: day("2026-11-\(date < 10 ? "0" : "")\(date)"),
        allotment: .init(day("2026-11-02"), .duty(.headOffice)),
        stretches: [time(9, 30)..<time(23)],
        log: .notCovered,
        clock: nil,
        claimed: Minutes(225),
        claimedEnd: nil,
        isManagerial: false,
        threshold: GapThreshold.usual,
        reason: nil,
        question: nil
      )
    }
    let found = PersonPatterns(Self.person, days.map(\.measure))
    #expect(found.patterns == [.cliff(at: time(22), days: 12, of: 12)])
    #expect(
      found.months == [
        ClaimedMonth(month: day("2026-11-01").yearMonth, presence: Minutes(3420), claimed: Minutes(2700))
      ]
    )
  }
}
