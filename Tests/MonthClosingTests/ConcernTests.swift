import CivilTime
import Store
import TestSupport
import Testing

@testable import MonthClosing
@testable import WorkingTime

@Suite struct ConcernTests {
  static let planned = MonthConcern.Kind("test.planned", "計画との差")

  /// Says something of person 205.
  static let source = MonthConcernSource { employees, month, _, _ in
    let asked = employees.filter { $0 == RecordID(205) }
    return Dictionary(
      asked.map { ($0, [MonthConcern(planned, day: month.firstDay, words: "計画より<多い>", path: "/somewhere")]) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  @Test(arguments: Engine.available)
  func whatOtherCapabilitiesFindNeedsATickOfItsOwn(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine, concerns: [Self.source]) { office in
      try await office.fillOctober([204, 205])
      for person in [Int64(204), 205] { _ = try await office.visit(person).confirm() }
      let keeper = try await office.visit(203)
      let list = await keeper.get("/closing/units/2/2026-10")
      #expect(list.text.contains("計画との差 1日"))
      let review = await keeper.review(.check, [204, 205])
      #expect(review.values("person").map { $0.hasPrefix("204-") } == [true])
      #expect(review.values("warned").map { $0.hasPrefix("205-") } == [true])
      #expect(review.text.contains("計画との差 1日"))
      let smuggled = await keeper.post(
        "/closing/units/2/2026-10/decide",
        [("act", "check")] + (review.values("person") + review.values("warned")).map { ("person", $0) }
      )
      #expect(smuggled.told.contains("1人の点検"))
      #expect(try await office.one(205).state.stage == .answered)
      let person = await keeper.get("/closing/people/205/2026-10").text
      #expect(person.contains("/somewhere"))
      #expect(person.contains("計画より&lt;多い"))
    }
  }

  @Test(arguments: Engine.available)
  func aCheckIsNotAskedAboutItselfButAnApprovalIs(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      _ = try await office.visit(204).confirm()
      office.now("2026-11-10")
      let head = try await office.visit(201)
      #expect(await head.review(.check, [204]).values("person").count == 1)
      let approval = await head.review(.approve, [204])
      #expect(approval.values("person").isEmpty)
      #expect(approval.text.contains("点検の期限"))
      let own = try await office.visit(204).get("/closing/months/2026-10").text
      #expect(!own.contains("点検の期限（"))
    }
  }

  @Test(arguments: Engine.available)
  func recordsClaimsAndLimitsAreLookedAt(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober([204])
      try await office.punch(205, "2026-10-01", .arrival, 9, 30)
      for date in ["2026-10-05", "2026-10-06", "2026-10-07", "2026-10-08"] {
        try await office.declare(205, date, 700, special: date == "2026-10-05")
      }
      let keeper = try await office.visit(203)
      #expect(!(await keeper.get("/closing/people/204/2026-10").text.contains("記録の不備")))
      let other = await keeper.get("/closing/people/205/2026-10").text
      for word in ["退勤の記録なし", "記録なし", "特例業務として申告", "上限超過", "第16条の2の2"] {
        #expect(other.contains(word), "\(word)")
      }
    }
  }
}
