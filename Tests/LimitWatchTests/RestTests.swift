import CivilTime
import People
import Schedules
import Store
import TestSupport
import Testing
import WorkingTime
import WorkingTimeRules

@testable import LimitWatch

@Suite("Rest between duties")
struct RestTests {
  private static func punch(_ date: String, _ minute: Int, _ kind: Punch.Kind) -> Punch {
    Punch(
      id: RecordID(1),
      employee: RecordID(1),
      workDate: day(date),
      time: ClockTime(minutesFromMidnight: minute) ?? .midnight,
      kind: kind,
      source: .card,
      recordedAt: Instant(milliseconds: 0)
    )
  }

  private static func days(_ days: [(String, Int, Int)]) -> [Punch] {
    days.flatMap { [punch($0.0, $0.1, .arrival), punch($0.0, $0.2, .departure)] }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let first: (String, Int)
    let next: (String, Int)
    /// The length in minutes and whether it is short; nil where nothing is measured.
    let rest: (length: Int, isShort: Bool)?
  }

  static let cases = [
    Case(testDescription: "I01", first: ("2026-06-01", 1350), next: ("2026-06-02", 570), rest: (660, false)),
    Case(testDescription: "I02", first: ("2026-06-01", 1410), next: ("2026-06-02", 570), rest: (600, true)),
    Case(testDescription: "I03", first: ("2026-06-01", 1500), next: ("2026-06-02", 570), rest: (510, true)),
    Case(testDescription: "I05", first: ("2026-06-05", 1560), next: ("2026-06-08", 570), rest: (3330, false)),
    Case(testDescription: "I08", first: ("2024-03-29", 1410), next: ("2024-03-30", 570), rest: nil),
    Case(
      testDescription: "a long absence",
      first: ("2026-05-01", 1410),
      next: ("2026-06-08", 570),
      rest: nil
    ),
  ]

  @Test(arguments: cases)
  func isMeasuredFromEndToStart(_ one: Case) {
    let punches = Self.days([(one.first.0, 570, one.first.1), (one.next.0, one.next.1, 1095)])
    let record = RestRecord(punches, in: day(one.next.0).yearMonth)
    #expect(record.rests.map(\.length.count) == (one.rest.map { [$0.length] } ?? []))
    #expect(record.short.count == (one.rest?.isShort == true ? 1 : 0))
  }

  struct Next: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let end: (String, Int)
    let now: (String, Int)
    let earliest: String?
    let hours: String?
  }

  static let nexts = [
    Next(
      testDescription: "23:30, told the same night",
      end: ("2026-06-09", 1410),
      now: ("2026-06-09", 1420),
      earliest: "2026-06-10T10:30",
      hours: "10:30-19:15"
    ),
    Next(
      testDescription: "23:30, told in the morning",
      end: ("2026-06-09", 1410),
      now: ("2026-06-10", 540),
      earliest: "2026-06-10T10:30",
      hours: "10:30-19:15"
    ),
    Next(
      testDescription: "nothing is left to tell at noon",
      end: ("2026-06-09", 1410),
      now: ("2026-06-10", 720),
      earliest: nil,
      hours: nil
    ),
    Next(
      testDescription: "22:30",
      end: ("2026-06-09", 1350),
      now: ("2026-06-09", 1360),
      earliest: nil,
      hours: nil
    ),
    Next(
      testDescription: "on a Friday",
      end: ("2026-06-05", 1500),
      now: ("2026-06-06", 70),
      earliest: nil,
      hours: nil
    ),
    Next(
      testDescription: "too late to move a whole day",
      end: ("2026-06-09", 1650),
      now: ("2026-06-10", 240),
      earliest: "2026-06-10T14:30",
      hours: nil
    ),
  ]

  @Test(arguments: nexts)
  func leadsToAProposalOfTheNextStart(_ one: Next) throws {
    let punches = Self.days([(one.end.0, 570, one.end.1)])
    let now = WorkMoment(day(one.now.0), ClockTime(minutesFromMidnight: one.now.1) ?? .midnight)
    let next = NextStart(after: punches, allotments: Allotments(), now: now)
    #expect(next.map { "\($0.earliest)" } == one.earliest)
    #expect(next?.shift.map { "\($0.hours.lowerBound.time)-\($0.hours.upperBound.time)" } == one.hours)
  }

  @Test(arguments: Engine.available)
  func isShownToTheLineAndToOneselfAsAdviceAlone(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.punch(202, "2026-06-08", 570, 1410)
      try await office.punch(202, "2026-06-09", 570, 1410)
      let head = try await office.visit(201)
      let board = await head.get("/limits/units/2").text
      #expect(board.contains("1人で延べ1回") && board.contains("10:30から19:15まで") && board.contains("202号"))
      #expect(board.contains("違反ではありません"))
      #expect(await head.get("/limits/units").text.contains("1人で延べ1回"))
      #expect(await head.get("/limits/units/2/csv").text.contains("\"1\",\"1\",\"600\""))
      let own = await (try office.visit(202)).get("/limits").text
      #expect(own.contains("10:30から19:15まで"))
      for outsider in [Int64(301), 401] {
        let visit = try await office.visit(outsider)
        #expect(await visit.get("/limits/units/2").status == 404)
        #expect(await visit.get("/limits/units").text.contains("0人で延べ0回"))
      }
      let colleague = try await office.visit(203)
      #expect(await colleague.get("/limits/units/2").status == 403)
      #expect(await !colleague.get("/limits").text.contains("10:30"))
    }
  }
}
