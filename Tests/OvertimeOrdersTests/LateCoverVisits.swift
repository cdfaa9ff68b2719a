import CivilTime
import Store
import TestSupport
import Testing

@testable import OvertimeOrders
@testable import WorkingTime

/// Which claims of months ago still wait for the superior, beside orders of that time.
@Suite struct LateCoverVisits {
  /// What was ordered and claimed, in minutes from midnight; 20 July 2026 is a holiday, 18 June a Thursday.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let date: String
    let ordered: [Range<Int>]
    let claimed: Range<Int>
    let waits: Bool
  }

  static let cases = [
    Case(
      testDescription: "as ordered",
      date: "2026-06-18",
      ordered: [1095..<1215],
      claimed: 1095..<1215,
      waits: false
    ),
    Case(
      testDescription: "regular hours too",
      date: "2026-06-18",
      ordered: [1095..<1215],
      claimed: 1020..<1215,
      waits: false
    ),
    Case(
      testDescription: "longer",
      date: "2026-06-18",
      ordered: [1095..<1215],
      claimed: 1095..<1216,
      waits: true
    ),
    Case(
      testDescription: "at night",
      date: "2026-06-18",
      ordered: [1095..<1215],
      claimed: 1320..<1440,
      waits: true
    ),
    Case(
      testDescription: "a holiday's regular hours",
      date: "2026-07-20",
      ordered: [1095..<1215],
      claimed: 570..<1215,
      waits: true
    ),
    Case(
      testDescription: "two orders, of which the later counts",
      date: "2026-06-18",
      ordered: [1095..<1275, 1095..<1155],
      claimed: 1095..<1245,
      waits: true
    ),
  ]

  @Test(arguments: Engine.available, cases)
  func whatNoOrderCoversWaitsHoweverLongAgo(_ engine: Engine, _ one: Case) async throws {
    try await OrdersOffice.with(engine) { office in
      for times in one.ordered { try await order(times, on: one.date, office) }
      try await office.claim(
        .worked(try worked(one.claimed), isSpecial: false, reason: "遅れた申告"),
        on: one.date
      )
      let head = try await office.visit(201)
      #expect(await head.get("/overtime/approvals").text.contains("遅れた申告") == one.waits)
    }
  }

  private func order(_ times: Range<Int>, on date: String, _ office: OrdersOffice) async throws {
    let worked = try worked(times)
    let amount = OvertimeDeclaration.Amount.stretches(worked, overtime: worked.length)
    let request = OvertimeRequest(
      id: office.ids.next(),
      employee: RecordID(202),
      date: day(date),
      amount: amount,
      work: "答弁",
      reason: "通告",
      isSpecial: false,
      sentAt: office.clock.now(),
      decision: nil
    )
    try await office.database.write { connection in
      try RequestRecords.insert(request, by: 1, on: connection)
      try RequestRecords.decide(
        request.id,
        .ordered,
        amount,
        reason: nil,
        as: .head,
        at: office.clock.now(),
        by: (account: 1, employee: RecordID(201)),
        on: connection
      )
    }
  }
}
