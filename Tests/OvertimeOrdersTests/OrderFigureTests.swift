import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import OvertimeOrders
@testable import WorkingTime

@Suite("Figures of orders and budgets")
struct OrderFigureTests {
  private static let year = FiscalYear(startYear: 2026)

  private static func values(
    _ indicator: Indicator,
    _ office: OrdersOffice,
    _ today: CivilDate = OrdersOffice.today
  ) async throws -> [Int64: IndicatorValue] {
    try await office.database.read { connection in
      let values = try indicator.values(year, today, connection)
      return Dictionary(uniqueKeysWithValues: values.map { ($0.unit?.number ?? 0, $0) })
    }
  }

  /// A declaration made beforehand at a moment, with what became of it.
  private static func request(
    _ person: Int64,
    _ date: String,
    sent: Instant,
    _ outcome: OrderOutcome?,
    _ office: OrdersOffice
  ) async throws {
    let request = OvertimeRequest(
      id: office.ids.next(),
      employee: RecordID(person),
      date: day(date),
      amount: .length(Minutes(60)),
      work: "答弁",
      reason: "国会",
      isSpecial: false,
      sentAt: sent,
      decision: nil
    )
    try await office.database.write { connection in
      try RequestRecords.insert(request, by: 1, on: connection)
      guard let outcome else { return }
      let isOrder = outcome == .ordered || outcome == .changed
      try RequestRecords.decide(
        request.id,
        outcome,
        isOrder ? request.amount : nil,
        reason: nil,
        as: .head,
        at: sent,
        by: (1, RecordID(201)),
        on: connection
      )
    }
  }

  private static func moment(_ date: String, _ hour: Int, _ minute: Int = 0) -> Instant {
    OfficeZone.instant(on: day(date), at: time(hour, minute))
  }

  /// What somebody claims of a day, and the declaration that was made for it.
  private struct Claim: Sendable {
    let date: String
    let amount: DayCorrection.Entry
    var request: (sent: Instant, outcome: OrderOutcome?)?
  }

  private static func hour(_ minutes: Int = 60) -> DayCorrection.Entry {
    .overtime(length: Minutes(minutes), isSpecial: false, reason: "業務")
  }

  private static func claims() throws -> [Claim] {
    let evening = DayCorrection.Entry.worked(
      try worked(1110..<1170, 1200..<1260),
      isSpecial: false,
      reason: "業務"
    )
    return [
      // Declared at 19:59, before the last stretch from 20:00; then at 20:00, which is too late.
      Claim(date: "2026-11-04", amount: evening, request: (moment("2026-11-04", 19, 59), .ordered)),
      Claim(date: "2026-11-05", amount: evening, request: (moment("2026-11-05", 20), .ordered)),
      // Only a length: on the day, also late in the evening; not on the day after.
      Claim(date: "2026-11-06", amount: hour(), request: (moment("2026-11-06", 23, 59), .changed)),
      Claim(date: "2026-11-09", amount: hour(), request: (moment("2026-11-10", 0), .ordered)),
      // Never ordered, in three ways.
      Claim(date: "2026-11-10", amount: hour(), request: (moment("2026-11-09", 12), .notOrdered)),
      Claim(date: "2026-11-11", amount: hour(), request: (moment("2026-11-10", 12), nil)),
      Claim(date: "2026-11-12", amount: hour()),
      // Taken back: no claim. Ordered and not done: none either.
      Claim(date: "2026-11-13", amount: hour(0), request: (moment("2026-11-12", 12), .ordered)),
    ]
  }

  @Test(arguments: Engine.available)
  func onlyWhatWasDeclaredAndOrderedBeforehandCounts(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      #expect(try await Self.values(OvertimeOrdersIndicators.declaredBeforehand, office).isEmpty)
      for claim in try Self.claims() {
        if let request = claim.request {
          try await Self.request(202, claim.date, sent: request.sent, request.outcome, office)
        }
        try await office.enter(claim.amount, on: claim.date, by: 202)
      }
      // A correction of one's own is the same day: still one item.
      try await office.enter(Self.hour(90), on: "2026-11-06", by: 202)
      // A manager's day, one of the other employer, one to come and one from a file.
      try await office.enter(Self.hour(), on: "2026-11-04", by: 201)
      try await office.enter(Self.hour(), on: "2026-11-04", by: 402)
      try await office.enter(Self.hour(), on: "2026-11-24", by: 203)
      let row = OvertimeRow(
        employee: RecordID(204),
        workDate: day("2026-11-04"),
        length: Minutes(60),
        isSpecial: false,
        work: "業務"
      )
      try await office.database.write { connection in
        try WorkingTimeBulk.insertOvertime([row], ids: office.ids, at: office.clock.now(), on: connection)
      }
      let found = try await Self.values(OvertimeOrdersIndicators.declaredBeforehand, office)
      #expect(found.mapValues(\.ratio) == [2: Ratio(2, of: 7), 4: Ratio(0, of: 1)])
      #expect(found.mapValues(\.people) == [2: 1, 4: 1])
      #expect(found[4]?.employer == RecordID(2))
      let listing = try #require(OvertimeOrdersIndicators.declaredBeforehand.listing)
      let rows = try await office.database.read { try listing.rows(Self.year, OrdersOffice.today, $0) }
      #expect(rows.first { $0.person == RecordID(202) }?.facts == [.number(5)])
    }
  }

  private static func budget(
    _ unit: Int64,
    _ hours: Int,
    _ office: OrdersOffice,
    year: FiscalYear = year
  ) async throws {
    let budget = OvertimeBudget(
      unit: RecordID(unit),
      year: year,
      amount: Minutes(hours: hours),
      note: "当初",
      at: office.clock.now(),
      by: ""
    )
    try await office.database.write { connection in
      try BudgetRecords.insert(budget, id: office.ids.next(), by: (1, RecordID(201)), on: connection)
    }
  }

  @Test(arguments: Engine.available)
  func claimsStandBesideTheTopmostBudget(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let indicator = OvertimeOrdersIndicators.claimedAgainstBudget
      try await office.enter(Self.hour(), on: "2026-11-04", by: 102)
      try await office.enter(Self.hour(90), on: "2026-11-05", by: 202)
      try await office.enter(Self.hour(30), on: "2026-11-05", by: 502)
      try await office.enter(Self.hour(600), on: "2026-11-05", by: 201)
      try await office.enter(Self.hour(600), on: "2026-11-05", by: 302)
      try await office.enter(Self.hour(15), on: "2026-11-05", by: 402)
      // Budgets of another year are none of this one.
      try await Self.budget(2, 9, office, year: Self.year.advanced(by: -1))
      #expect(try await Self.values(indicator, office).isEmpty)
      // 秘書課 with 第一係 below it; the manager 201 claims, but no allowance is due; 統計局 has no budget.
      try await Self.budget(2, 5, office)
      try await Self.budget(2, 10, office)
      try await Self.budget(4, 1, office)
      let below = try await Self.values(indicator, office)
      #expect(below.mapValues(\.ratio) == [2: Ratio(120, of: 600), 4: Ratio(15, of: 60)])
      // 202, 203, 204, 502 and 503.
      #expect(below.mapValues(\.people) == [2: 5, 4: 1])
      #expect(below[4]?.employer == RecordID(2))
      // A budget above takes in those below, which are not added to it.
      try await Self.budget(1, 20, office)
      let above = try await Self.values(indicator, office)
      #expect(above.mapValues(\.ratio) == [1: Ratio(180, of: 1200), 4: Ratio(15, of: 60)])
      #expect(above[1]?.people == 6)
      let listing = try #require(indicator.listing)
      let rows = try await office.database.read { try listing.rows(Self.year, OrdersOffice.today, $0) }
      #expect(rows.first?.facts == [.words(Minutes(1200).japanese), .words(Minutes(180).japanese)])
    }
  }
}
