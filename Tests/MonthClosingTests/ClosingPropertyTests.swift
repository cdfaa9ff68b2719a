import CivilTime
import Store
import TestSupport
import Testing

@testable import MonthClosing
@testable import WorkingTime

@Suite struct ClosingPropertyTests {
  /// Whatever is entered and done in whatever order: what was approved never changes, and with the corrections put in
  /// it is what is recorded now.
  @Test(arguments: Engine.available, [UInt64](1...6))
  func whatWasApprovedAndTheCorrectionsAreThePresent(_ engine: Engine, _ seed: UInt64) async throws {
    try await ClosingOffice.with(engine) { office in
      var random = Randomness(seed: seed)
      var kept: [ClosedMonth] = []
      for step in 0..<40 {
        office.now(day("2026-11-02").adding(days: step).iso, Int.random(in: 9...20, using: &random))
        let done = try await act(office, &random)
        let one = try await office.one(204)
        #expect(Array(one.closed.prefix(kept.count)) == kept, "seed \(seed), step \(step): \(done)")
        kept = one.closed
        #expect(one.closed.allSatisfy { $0.isWhole })
        #expect(one.closed.map(\.number) == Array(1..<(kept.count + 1)))
        #expect(one.state.approvals == kept.count)
        let rebuilt = one.closed.last.map { $0.sheet.applying(one.corrections) } ?? one.present
        #expect(rebuilt == one.present, "seed \(seed), step \(step): \(done)")
        #expect(rebuilt.digest == one.present.digest)
      }
      #expect(!kept.isEmpty, "seed \(seed) approves at least once")
    }
  }

  private func act(_ office: ClosingOffice, _ random: inout Randomness) async throws -> String {
    let date = ClosingOffice.october.firstDay.adding(days: Int.random(in: 0..<31, using: &random)).iso
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2:
      let kind: Punch.Kind = Bool.random(using: &random) ? .arrival : .departure
      let (hour, minute) = (Int.random(in: 6...27, using: &random), Int.random(in: 0..<60, using: &random))
      try await office.punch(204, date, kind, hour, minute, why: "後から")
      return "\(kind) of \(date)"
    case 3...4:
      try await office.declare(
        204,
        date,
        Int.random(in: 0...240, using: &random),
        special: Bool.random(using: &random)
      )
      return "overtime of \(date)"
    case 5: return "confirm \(try await office.visit(204).confirm().status)"
    case 6: return "object \(try await office.visit(204).object("違う").status)"
    case 7: return "check \(try await office.visit(203).act(.check, [204]).status)"
    default: return "approve \(try await office.visit(201).act(.approve, [204]).status)"
    }
  }
}
