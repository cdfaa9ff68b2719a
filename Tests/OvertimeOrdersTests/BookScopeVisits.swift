import Access
import CivilTime
import People
import Schedules
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import OvertimeOrders
@testable import WorkingTime

/// Whom a unit's book tells about, and what of days at its edges.
@Suite struct BookScopeVisits {
  private static let path = "/overtime/units/2/book/2026-11"

  @Test(arguments: Engine.available)
  func somebodyOfAnotherEmployerIsSeenByWhoLeadsThem(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.database.write { connection in
        let post = Post(id: RecordID(900), unit: RecordID(2), title: "併任", rankBand: .clerk)
        try PostRecords.insert([post], on: connection)
        let held = OrdersOffice.assignment(402, to: 900, .concurrent)
        try AssignmentRecords.insert([held], on: connection)
      }
      let claim = DayCorrection.Entry.overtime(length: Minutes(97), isSpecial: false, reason: "消防の業務")
      try await office.claim(claim, on: "2026-11-17", by: 402)
      let personnel = try await office.visit(102, as: .hr)
      for (visit, isSeen) in [(try await office.visit(201), true), (personnel, false)] {
        for path in [Self.path, "\(Self.path)/csv"] {
          let text = await visit.get(path).text
          #expect(text.contains("402号") == isSeen, "\(path)")
          #expect(text.contains("1:37") == isSeen, "\(path)")
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func whatWaitsForAnOrderIsToldInTheBook(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      _ = await RequestVisits.send(try await office.visit(202))
      #expect(await (try await office.visit(201)).get(Self.path).text.contains("命令待ち"))
    }
  }

  private func pay(_ amount: OvertimeDeclaration.Amount, on date: String, isManagerial: Bool) -> PersonPay {
    let claim = OvertimeDeclaration(
      id: RecordID(1),
      date: day(date),
      amount: amount,
      isSpecial: false,
      reason: "答弁",
      recordedAt: OrdersOffice.now
    )
    return PersonPay(
      OrdersOffice.month,
      claims: [claim],
      allotments: Allotments(),
      firstArrivals: [:],
      isManagerial: { _ in isManagerial }
    )
  }

  @Test func whatAManagerWorksAfterTheMonthsLastMidnightIsToldWithItsDay() throws {
    let night = try OvertimeDeclaration.Amount.stretches(worked(1440..<1560), overtime: Minutes(120))
    #expect(pay(night, on: "2026-11-30", isManagerial: true).unpaid == Minutes(120))
    #expect(pay(night, on: "2026-11-30", isManagerial: false).unpaid == .zero)
  }

  @Test func aLengthThatReachesTheNextMorningGoesOnInItsEvening() {
    // From 18:15 to 9:30 are 15:15; the rest follows after 18:15 of the next day.
    let long = pay(.length(Minutes(hours: 16)), on: "2026-11-17", isManagerial: false)
    #expect(long.total.overtime == Minutes(hours: 16))
    #expect(long.total[.overtime150Night] == Minutes(hours: 7))
  }
}
