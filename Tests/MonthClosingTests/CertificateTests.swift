import CivilTime
import Store
import TestSupport
import Testing

@testable import MonthClosing
@testable import WorkingTime

/// A certificate tells what was said of its own content, not of what the month became.
@Suite struct CertificateTests {
  struct Told: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let number: Int
    let steps: [ClosingStep]
    let answer: CertifiedSteps.Answer
    /// The number of the step that is the check; nil for none.
    let check: Int64?

    /// Each step as its kind and what it has seen; the certificate is of "a".
    init(
      _ name: String,
      of number: Int = 1,
      _ steps: [(ClosingStep.Kind, String)],
      _ answer: CertifiedSteps.Answer,
      check: Int64? = nil
    ) {
      testDescription = name
      self.number = number
      self.steps = steps.enumerated().map { index, step in
        ClosingStep(
          id: RecordID(Int64(index)),
          employee: RecordID(1),
          month: ClosingOffice.october,
          kind: step.0,
          at: Instant(milliseconds: 0),
          by: .account(1, name: "職員"),
          standing: .appointed,
          words: "日付の誤り",
          seen: step.1
        )
      }
      self.answer = answer
      self.check = check
    }
  }

  static let cases = [
    Told("nobody did anything", [(.approved, "a")], .none),
    Told("as it should be", [(.confirmed, "a"), (.checked, "a"), (.approved, "a")], .confirmed, check: 1),
    Told("confirmed later", [(.approved, "a"), (.confirmed, "a")], .confirmed),
    Told("something else confirmed later", [(.approved, "a"), (.confirmed, "b")], .onlyOther),
    Told(
      "this and something else confirmed",
      [(.confirmed, "a"), (.approved, "a"), (.confirmed, "b")],
      .confirmed
    ),
    Told("changed after it was confirmed", [(.confirmed, "b"), (.approved, "a")], .changedAfter),
    Told(
      "changed, and confirmed as it was approved",
      [(.confirmed, "b"), (.approved, "a"), (.confirmed, "a")],
      .confirmed
    ),
    Told(
      "sent back and not confirmed anew",
      [(.confirmed, "a"), (.checked, "a"), (.returned, "a"), (.approved, "a")],
      .none
    ),
    Told(
      "sent back and checked anew",
      [(.checked, "b"), (.returned, "b"), (.confirmed, "a"), (.checked, "a"), (.approved, "a")],
      .confirmed,
      check: 3
    ),
    Told("an objection", [(.objected, "a"), (.approved, "a")], .objected("日付の誤り")),
    Told(
      "an objection to this, something else confirmed",
      [(.objected, "a"), (.approved, "a"), (.confirmed, "b")],
      .objected("日付の誤り")
    ),
    Told(
      "an objection before a change",
      [(.objected, "b"), (.approved, "a"), (.confirmed, "c")],
      .objected("日付の誤り")
    ),
    Told(
      "an objection to what came after",
      [(.confirmed, "a"), (.approved, "a"), (.objected, "b")],
      .objected("日付の誤り")
    ),
    Told(
      "the first of two",
      [(.confirmed, "a"), (.checked, "a"), (.approved, "a"), (.approved, "b")],
      .confirmed,
      check: 1
    ),
    Told(
      "a supplement",
      of: 2,
      [(.confirmed, "b"), (.checked, "b"), (.approved, "b"), (.approved, "a")],
      .changedAfter
    ),
  ]

  @Test(arguments: cases)
  func theStepsAreThoseOfTheContent(_ given: Told) {
    let told = CertifiedSteps(given.steps, approval: given.number) { $0.seen == "a" }
    #expect(told.answer == given.answer)
    #expect(told.check?.id.number == given.check)
    #expect(told.approval?.kind == .approved)
    #expect(told.approval?.seen == "a")
  }

  private func certificate(_ office: ClosingOffice, number: Int = 1) async throws -> String {
    try await office.visit(204).get(
      "/closing/people/204/2026-10/certificate",
      query: "number=\(number)"
    ).text
  }

  private func sweep(_ office: ClosingOffice) async throws {
    let sweep = ClosingSweep(database: office.database, ids: office.ids)
    _ = try await sweep.close(RecordID(1), ClosingOffice.october, by: .server, at: office.clock.now())
  }

  @Test(arguments: Engine.available)
  func whoConfirmedACorrectionHasNotConfirmedWhatItCorrects(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      office.now("2026-11-17")
      try await sweep(office)
      office.now("2026-11-20")
      for date in ["2026-10-20", "2026-10-21"] { try await office.declare(204, date, 90) }
      #expect(try await office.visit(204).confirm().status == 303)
      let first = try await certificate(office)
      #expect(!first.contains("確認済み"))
      #expect(first.contains("本人未確認") && first.contains("確定した後の別の内容を確認"))
      office.now("2026-11-21")
      try await office.visit(201).act(.approve, [204])
      let second = try await certificate(office, number: 2)
      #expect(second.contains("確認済み") && !second.contains("本人未確認"))
      #expect(second.contains("追加の確定には点検がありません"))
      #expect(!(try await certificate(office)).contains("確認済み"))
    }
  }

  @Test(arguments: Engine.available)
  func whatChangedAfterConfirmationAndCheckIsTold(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      #expect(try await office.visit(204).confirm().status == 303)
      try await office.visit(203).act(.check, [204])
      try await office.declare(204, "2026-10-20", 90)
      try await office.visit(201).act(.approve, [204])
      let page = try await certificate(office)
      #expect(!page.contains("確認済み"))
      #expect(page.contains("本人の確認の後に内容が変わりました"))
      #expect(page.contains("点検の後に内容が変わりました"))
      #expect(try await office.visit(204).confirm().status == 303)
      #expect(try await certificate(office).contains("確認済み"), "confirmed as it was approved")
    }
  }

  @Test(arguments: Engine.available)
  func aCheckThatWasSentBackIsNone(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      _ = try await office.visit(204).confirm()
      office.now("2026-11-06")
      try await office.visit(203).act(.check, [204])
      #expect(try await office.one(204).state.stage == .checked)
      office.now("2026-11-07")
      let head = try await office.visit(201)
      let mark = await head.get("/closing/people/204/2026-10").values("mark").first ?? ""
      let path = "/closing/people/204/2026-10/return"
      #expect(await head.post(path, [("reason", "20日"), ("mark", mark)]).status == 303)
      try await office.declare(204, "2026-10-20", 90)
      office.now("2026-12-10")
      try await sweep(office)
      let page = try await certificate(office)
      #expect(page.contains("点検を待たずに確定しました"))
      #expect(page.contains("本人未確認") && page.contains("期限切れによる処理"))
      #expect(!page.contains("11月6日"))
    }
  }
}
