import CivilTime
import Store
import TestSupport
import Testing

@testable import MonthClosing

@Suite struct ClosingStateTests {
  static let dues = ClosingDues(.usual, of: ClosingOffice.october)

  static func step(_ kind: ClosingStep.Kind, on date: String = "2026-11-02") -> ClosingStep {
    ClosingStep(
      id: RecordID(1),
      employee: RecordID(1),
      month: ClosingOffice.october,
      kind: kind,
      at: OfficeZone.instant(on: day(date), at: time(10)),
      by: .account(1, name: "職員"),
      standing: .appointed,
      words: "日付の誤り",
      seen: "0a"
    )
  }

  struct Reached: Sendable {
    let steps: [ClosingStep.Kind]
    let stage: ClosingState.Stage
    let answer: ClosingState.Answer
    let approvals: Int

    init(
      _ steps: [ClosingStep.Kind],
      _ stage: ClosingState.Stage,
      _ answer: ClosingState.Answer,
      approvals: Int = 0
    ) {
      self.steps = steps
      self.stage = stage
      self.answer = answer
      self.approvals = approvals
    }
  }

  @Test(arguments: [
    Reached([], .open, .none),
    Reached([.confirmed], .answered, .confirmed(seen: "0a")),
    Reached([.objected], .answered, .objected("日付の誤り")),
    Reached([.objected, .confirmed], .answered, .confirmed(seen: "0a")),
    Reached([.checked], .checked, .none),
    Reached([.confirmed, .checked], .checked, .confirmed(seen: "0a")),
    Reached([.confirmed, .checked, .objected], .checked, .objected("日付の誤り")),
    Reached([.confirmed, .returned], .open, .none),
    Reached([.confirmed, .checked, .returned, .confirmed], .answered, .confirmed(seen: "0a")),
    Reached([.checked, .approved], .approved, .none, approvals: 1),
    Reached([.checked, .approved, .objected], .approved, .objected("日付の誤り"), approvals: 1),
    Reached([.confirmed, .checked, .approved, .approved], .approved, .confirmed(seen: "0a"), approvals: 2),
  ])
  func theStepsSayWhereTheMonthStands(_ one: Reached) {
    let state = ClosingState(one.steps.map { Self.step($0) })
    #expect(state.stage == one.stage)
    #expect(state.answer == one.answer)
    #expect(state.approvals == one.approvals)
  }

  @Test func theReasonOfAReturnStandsUntilTheApproval() {
    let returned = ClosingState([.confirmed, .returned, .confirmed, .checked].map { Self.step($0) })
    #expect(returned.returned?.reason == "日付の誤り")
    let approved = ClosingState(
      [.confirmed, .returned, .confirmed, .checked, .approved].map { Self.step($0) }
    )
    #expect(approved.returned == nil)
  }

  struct Asked: Sendable {
    let steps: [ClosingStep.Kind]
    let act: ClosingAct
    let on: String
    let corrected: Bool
    let refusal: ClosingRefusal?

    init(
      _ steps: [ClosingStep.Kind],
      _ act: ClosingAct,
      on: String,
      corrected: Bool = false,
      _ refusal: ClosingRefusal?
    ) {
      self.steps = steps
      self.act = act
      self.on = on
      self.corrected = corrected
      self.refusal = refusal
    }
  }

  @Test(arguments: [
    Asked([], .confirm, on: "2026-10-30", .notOver(until: day("2026-10-31"))),
    Asked([], .confirm, on: "2026-10-31", nil),
    Asked([.confirmed], .confirm, on: "2026-11-02", .done),
    Asked([.objected], .confirm, on: "2026-11-02", nil),
    Asked([.confirmed, .returned], .confirm, on: "2026-11-02", nil),
    Asked([.checked, .approved], .confirm, on: "2027-11-02", nil),
    Asked([.confirmed], .object, on: "2026-11-02", nil),
    Asked([.confirmed], .check, on: "2026-10-31", .notOver(until: day("2026-10-31"))),
    Asked([.confirmed], .check, on: "2026-11-01", nil),
    Asked([.objected], .check, on: "2026-11-02", nil),
    Asked([], .check, on: "2026-11-05", .employeeFirst(until: day("2026-11-05"))),
    Asked([], .check, on: "2026-11-06", nil),
    Asked([.checked], .check, on: "2026-11-06", .done),
    Asked([.checked, .approved], .check, on: "2026-11-06", .done),
    Asked([.confirmed], .approve, on: "2026-11-09", .checkFirst(until: day("2026-11-09"))),
    Asked([.confirmed], .approve, on: "2026-11-10", nil),
    Asked([], .approve, on: "2026-11-10", nil),
    Asked([.checked], .approve, on: "2026-11-02", nil),
    Asked([.checked, .approved], .approve, on: "2026-11-02", .unchanged),
    Asked([.checked, .approved], .approve, on: "2026-11-02", corrected: true, nil),
    Asked([], .sendBack, on: "2026-11-02", .nothingToReturn),
    Asked([.confirmed], .sendBack, on: "2026-11-02", nil),
    Asked([.checked], .sendBack, on: "2026-11-02", nil),
    Asked([.checked, .approved], .sendBack, on: "2026-11-02", .approved),
  ])
  func anActIsPossibleOnlyInItsTurn(_ one: Asked) {
    let rules = ClosingRules(
      state: ClosingState(one.steps.map { Self.step($0) }),
      dues: Self.dues,
      lastDay: ClosingOffice.october.lastDay,
      hasCorrections: one.corrected
    )
    #expect(rules.refusal(of: one.act, on: day(one.on)) == one.refusal)
  }

  @Test func theLastDayOfALeaverEndsTheMonth() {
    let rules = ClosingRules(
      state: .open,
      dues: Self.dues,
      lastDay: day("2026-10-09"),
      hasCorrections: false
    )
    #expect(rules.refusal(of: .confirm, on: day("2026-10-08")) == .notOver(until: day("2026-10-09")))
    #expect(rules.refusal(of: .confirm, on: day("2026-10-09")) == nil)
  }

  /// Whatever is done in whatever order, nothing stands still for ever: after the last day the month can be approved.
  @Test(arguments: [UInt64](1...50))
  func noOrderOfActsStopsTheMonth(_ seed: UInt64) {
    var random = Randomness(seed: seed)
    var steps: [ClosingStep] = []
    for place in 0..<12 {
      let today = day("2026-11-02").adding(days: place * 2)
      let state = ClosingState(steps)
      let dues = ClosingDues(.usual, of: ClosingOffice.october, returnedOn: state.returned?.on)
      let rules = ClosingRules(
        state: state,
        dues: dues,
        lastDay: day("2026-10-31"),
        hasCorrections: Bool.random(using: &random)
      )
      let possible = ClosingAct.allCases.filter { rules.refusal(of: $0, on: today) == nil }
      #expect(possible.contains(.object), "an objection is never refused")
      if today > dues.timeOut, state.stage != .approved { #expect(possible.contains(.approve)) }
      guard let act = possible.randomElement(using: &random) else { continue }
      let before = ClosingState(steps).approvals
      steps.append(Self.step(act.step, on: today.iso))
      let after = ClosingState(steps)
      #expect(after.approvals == before + (act == .approve ? 1 : 0))
      if before > 0 { #expect(after.stage == .approved, "what is approved stays so") }
    }
  }
}
