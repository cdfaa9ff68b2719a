import Access
import CivilTime
import Foundation
import Store
import TestSupport
import Testing

@testable import WorkingTime

/// Clock records of many people from a terminal, over HTTP.
@Suite struct TerminalTests {
  private static let path = "/api/v1/punches"
  private static let months = [
    YearMonth(index: 2026 * 12 + 2), WorkingTimeOffice.april, WorkingTimeOffice.may,
  ]

  /// 総務省's terminal at 2026-05-01, 9:10.
  private func with(
    _ engine: Engine,
    _ body: (WorkingTimeOffice, SheetVisit) async throws -> Void
  ) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      office.clock.set(instant("2026-05-01", 9, 10))
      try await body(office, try await office.terminal())
    }
  }

  private func answer(_ visit: SheetVisit, _ json: String) async throws -> TerminalAnswer {
    let answer = await visit.call(Self.path, json)
    #expect(answer.status == 200)
    return try JSONDecoder().decode(TerminalAnswer.self, from: Data(answer.text.utf8))
  }

  private func punch(_ number: String, _ at: String, _ kind: String) -> String {
    "{\"employee\":\"\(number)\",\"at\":\"\(at)\",\"kind\":\"\(kind)\"}"
  }

  private func batch(_ rows: [String], sent: String? = nil) -> String {
    let sent = sent.map { "\"sentAt\":\"\($0)\"," } ?? ""
    return "{\(sent)\"punches\":[\(rows.joined(separator: ","))]}"
  }

  @Test(arguments: Engine.available)
  func aBatchGoesToItsDaysInWhateverOrder(_ engine: Engine) async throws {
    try await with(engine) { office, terminal in
      // The end of a night of April is told before its beginning; 16:30 UTC is half past one in Tokyo.
      let rows = [
        punch("1", "2026-04-30T16:30:59Z", "out"), punch("1", "2026-04-30T09:20:00+09:00", "in"),
        punch("2", "2026-05-01T09:00:15", "in"), punch("3", "2026-05-01T09:05", "in"),
      ]
      let taken = try await answer(terminal, batch(rows))
      #expect(taken.rows.map(\.outcome) == ["taken", "taken", "taken", "taken"])
      #expect(taken.rows.map(\.workDate) == ["2026-04-30", "2026-04-30", "2026-05-01", "2026-05-01"])
      #expect(taken.rows.map(\.time) == ["25:30", "09:20", "09:00", "09:05"])
      #expect(taken.rows.allSatisfy { $0.doubt == nil })
      #expect(try await office.punches(of: 1).map(\.source) == [.card, .card])
      // A night that is told after the next morning is the night before all the same.
      let late = [punch("3", "2026-04-30T20:00:00", "in"), punch("3", "2026-05-01T02:00:00", "out")]
      #expect(try await answer(terminal, batch(late)).rows.map(\.time) == ["20:00", "26:00"])
      #expect(try await office.punches(of: 3).map(\.workDate.day) == [30, 30, 1])
      #expect(try await office.punches(of: 4).isEmpty, "the same number at another employer")
      for person in [1, 2, 3] as [Int64] {
        #expect(try await office.totalsAreRight(of: person, Self.months), "\(person)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func whatWasHandedInBeforeIsKnown(_ engine: Engine) async throws {
    try await with(engine) { office, terminal in
      let night = [
        punch("1", "2026-04-30T09:20:00+09:00", "in"), punch("1", "2026-05-01T01:30:00+09:00", "out"),
      ]
      _ = try await answer(terminal, batch(night))
      // Once more, the end of the night also by itself, and twice in one batch.
      let again = try await answer(
        terminal,
        batch(night + [night[1], punch("1", "2026-05-01T09:00:00", "in")])
      )
      #expect(again.rows.map(\.outcome) == ["known", "known", "known", "taken"])
      #expect((again.taken, again.known, again.refused) == (1, 3, 0))
      #expect(again.rows[1].workDate == "2026-04-30" && again.rows[1].time == "25:30")
      let alone = try await answer(terminal, batch([night[1]]))
      #expect(alone.rows.map(\.outcome) == ["known"])
      #expect(try await office.punches(of: 1).count == 3)
      // A file of the same terminal tells nothing new either.
      let report = try await office.importText(
        .punches,
        "職員番号,日付,時刻,区分,特定事業主コード\n1,2026-04-30,25:30,退勤,soumu\n2,2026-05-01,9:00,出勤,soumu\n"
      )
      #expect(report.added == 1 && report.known == 1)
      let after = try await answer(terminal, batch([punch("2", "2026-05-01T09:00:30", "in")]))
      #expect(after.rows.map(\.outcome) == ["known"])
      #expect(try await office.count("journal_entry WHERE kind = 'working-time.punches-received'") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func eachRowIsAnsweredByItself(_ engine: Engine) async throws {
    try await with(engine) { office, terminal in
      let rows = [
        punch("99", "2026-05-01T09:00:00", "in"), punch("1", "yesterday", "in"),
        punch("1", "2026-05-01T09:00:00", "lunch"), "{\"at\":\"2026-05-01T09:00:00\",\"kind\":\"in\"}",
        punch("1", "2026-02-30T09:00:00", "in"), punch("1", "2026-05-01T09:00:00", "in"),
        // Somebody who has left is kept, and marked by the pages.
        punch("5", "2026-04-30T09:00:00", "in"),
        // What no terminal should send refuses its row alone.
        "{\"employee\":1,\"at\":\"2026-05-01T09:00:00\",\"kind\":\"in\"}", "17",
        punch("1\\u0000", "2026-05-01T09:00:00", "in"), punch("1", "9998-12-31T09:00:00", "in"),
        punch("1", "0001-01-01T09:00:00", "in"),
      ]
      let told = try await answer(terminal, batch(rows))
      #expect(
        told.rows.map(\.outcome)
          == Array(repeating: "refused", count: 5) + ["taken", "taken"]
          + Array(repeating: "refused", count: 5)
      )
      #expect(told.rows.map(\.row) == Array(0..<12))
      #expect(told.rows[10].reason?.contains("2010 to 2098") == true)
      #expect(told.rows[0].reason?.contains("No single employee") == true)
      #expect(told.rows[1].reason?.contains("\"at\"") == true)
      #expect(told.rows[2].reason?.contains("\"kind\"") == true)
      #expect(told.rows[3].reason?.contains("\"employee\"") == true)
      #expect(try await office.count("punch") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func aWrongClockIsMarkedAndNotRefused(_ engine: Engine) async throws {
    try await with(engine) { office, terminal in
      let future = try await answer(terminal, batch([punch("1", "2026-05-01T09:13:00", "in")]))
      #expect(future.rows.map(\.doubt) == ["future"])
      let fast = try await answer(
        terminal,
        batch([punch("2", "2026-05-01T09:05:00", "in")], sent: "2026-05-01T09:22:30+09:00")
      )
      #expect(fast.rows.map(\.doubt) == ["clock"])
      let right = try await answer(
        terminal,
        batch([punch("3", "2026-05-01T09:05:00", "in")], sent: "2026-05-01T09:11:30+09:00")
      )
      #expect(right.rows.map(\.outcome) == ["taken"] && right.rows[0].doubt == nil)
      #expect(try await office.punches(of: 1).map(\.reason) == ["届いた時より3分後の時刻です"])
      #expect(try await office.punches(of: 2).map(\.reason) == ["端末の時計が12分進んでいます"])
      #expect(try await office.punches(of: 3).map(\.reason) == [nil])
      let page = await (try office.visit(1)).get("/working-time/days/2026-05-01").text
      #expect(page.contains("届いた時より3分後の時刻です") && page.contains("端末・取込"))
    }
  }

  @Test(arguments: Engine.available)
  func onlyTerminalsHandIn(_ engine: Engine) async throws {
    try await with(engine) { office, terminal in
      let call = batch([punch("1", "2026-05-01T09:00:00", "in")])
      let person = try await office.program("person1", [.punchesWrite])
      #expect(await person.call(Self.path, call).status == 403, "staff")
      let clock = try await office.terminal("gate-2", scopes: [.clockWrite])
      #expect(await clock.call(Self.path, call).status == 403, "another scope")
      let ended = try await office.terminal("gate-3", to: day("2026-04-30"))
      #expect(await ended.call(Self.path, call).status == 403, "a role that has ended")
      #expect(await (try office.visit(1)).post(Self.path, []).status == 415, "a form with a cookie")
      let wrong = SheetVisit(responder: office.responder(), secret: .random())
      #expect(await wrong.call(Self.path, call).status == 401)
      #expect(await terminal.call("/api/v1/clock", "{\"kind\":\"in\"}").status == 403)
      #expect(await terminal.call("/api/v1/months/2026-05", "").status == 405)
      #expect(try await office.count("punch") == 0)
      let other = try await office.terminal("gate-4", employer: 2)
      #expect(try await answer(other, call).rows.map(\.outcome) == ["refused"], "staff of another employer")
      let theirs = try await answer(other, batch([punch("3", "2026-05-01T09:00:00", "in")]))
      #expect(theirs.rows.map(\.outcome) == ["taken"])
      #expect(try await office.punches(of: 4).count == 1)
      #expect(try await office.punches(of: 3).isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func aCallThatIsNoBatchIsToldSo(_ engine: Engine) async throws {
    try await with(engine) { office, terminal in
      let one = punch("1", "2026-05-01T09:00:00", "in")
      for json in [
        "", "{}", "[]", batch([]), "{\"punches\":{}}", batch([one], sent: "now"),
        batch(Array(repeating: one, count: 1_001)),
      ] {
        #expect(await terminal.call(Self.path, json).status == 400, "\(json.prefix(60))")
      }
      let most = try await answer(terminal, batch(Array(repeating: one, count: 1_000)))
      #expect((most.taken, most.known) == (1, 999))
      #expect(try await office.count("punch") == 1)
    }
  }

  @Test(
    arguments: [
      ("2026-05-01T09:00:00+09:00", "2026-05-01T00:00:00.000Z"),
      ("2026-05-01T09:00", "2026-05-01T00:00:00.000Z"),
      ("2026-05-01T00:00:59.999Z", "2026-05-01T00:00:59.000Z"),
      ("2026-04-30T19:30:00-04:30", "2026-05-01T00:00:00.000Z"),
      ("2026-05-01T24:00:00", nil), ("2026-05-01T09:60:00", nil), ("2026-05-01T09:00:60", nil),
      ("2026-05-01", nil),
      ("2026-05-01 09:00:00", nil), ("2026-05-01T09:00:00+9", nil), ("2026-05-01T09:00:00.Z", nil), ("", nil),
      ("2026-05-01T09:00:", nil), ("2026-05-01T09:00:00Zulu", nil),
    ] as [(String, String?)]
  )
  func timesAreReadWithTheirZone(_ text: String, _ utc: String?) {
    #expect(TerminalTime.instant(text)?.utcText == utc)
  }
}

/// What the server says of a batch.
private struct TerminalAnswer: Decodable {
  struct Row: Decodable {
    let row: Int
    let outcome: String
    let workDate: String?
    let time: String?
    let doubt: String?
    let reason: String?
  }

  let taken: Int
  let known: Int
  let refused: Int
  let rows: [Row]
}

extension WorkingTimeOffice {
  /// A program with a token of an account.
  fileprivate func program(_ login: String, _ scopes: Set<APIScope>) async throws -> SheetVisit {
    let accounts = AccountAdministration(database: database, clock: clock, ids: ids)
    let secret = try await accounts.createToken(login: login, label: "端末", scopes: scopes, days: 1)
    return SheetVisit(responder: responder(), secret: secret)
  }

  /// A terminal of an employer.
  fileprivate func terminal(
    _ login: String = "gate-1",
    employer: Int64 = 1,
    to: CivilDate? = nil,
    scopes: Set<APIScope> = [.punchesWrite]
  ) async throws -> SheetVisit {
    let accounts = AccountAdministration(database: database, clock: clock, ids: ids)
    _ = try await accounts.createAccount(login: login, name: "打刻端末")
    let grant = RoleGrant(.terminal, employer: RecordID(employer), from: day("2026-04-01"), to: to)
    try await accounts.grant(grant, to: login)
    return try await program(login, scopes)
  }
}
