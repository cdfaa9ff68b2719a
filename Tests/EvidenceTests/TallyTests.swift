import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import Evidence

@Suite("Tallies of reports")
struct TallyTests {
  /// A report as the test remembers it.
  private struct Known {
    let id: RecordID<EvidenceEntry>
    let unit: Int64?
    let isNone: Bool
    var day: CivilDate
    var quantity: Int?
    var quantityOf: Int?
    var counts = true
  }

  @Test(arguments: Engine.available)
  func equalACountFromTheStartAfterManyRandomActs(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      var chance = Steps(state: 42)
      var known: [Known] = []
      for _ in 0..<250 {
        let standing = known.indices.filter { known[$0].counts }
        let day = EvidenceOffice.day("2026-02-01").adding(days: chance.below(121))
        let quantity = chance.below(3) == 0 ? nil : chance.below(50)
        let quantityOf = quantity == nil ? nil : 1 + chance.below(40)
        switch chance.below(5) {
        case 0 where !standing.isEmpty:
          let old = standing[chance.below(standing.count)]
          let change = EvidenceCorrection(heldOn: day, quantity: quantity, quantityOf: quantityOf)
          let id = try await office.service.correct(
            known[old].id,
            with: change,
            by: office.actor(),
            at: EvidenceOffice.now,
            once: nil
          )
          known[old].counts = false
          known.append(
            Known(
              id: id,
              unit: known[old].unit,
              isNone: known[old].isNone,
              day: day,
              quantity: quantity,
              quantityOf: quantityOf
            )
          )
        case 1 where !standing.isEmpty:
          let old = standing[chance.below(standing.count)]
          try await office.service.withdraw(
            known[old].id,
            reason: "誤り",
            by: office.actor(),
            at: EvidenceOffice.now,
            once: nil
          )
          known[old].counts = false
        default:
          let unit = [nil, 1, 2, 3][chance.below(4)] as Int64?
          let isNone = chance.below(8) == 0
          let report = office.report(
            kind: isNone ? EvidenceKinds.none : EvidenceKinds.share,
            unit: unit,
            on: day.iso,
            quantity: quantity,
            of: quantityOf
          )
          let id = try await office.service.report(
            report,
            for: nil,
            by: office.actor(),
            at: EvidenceOffice.now,
            once: nil
          ).id
          known.append(
            Known(id: id, unit: unit, isNone: isNone, day: day, quantity: quantity, quantityOf: quantityOf)
          )
        }
      }
      for start in [2025, 2026] {
        let year = FiscalYear(startYear: start)
        #expect(try await office.tallies(year) == Self.expected(known, year))
      }
    }
  }

  /// 秘書課(2) lies below 大臣官房(1).
  private static func expected(_ known: [Known], _ year: FiscalYear) -> [EvidenceTally] {
    let counted = known.filter { $0.counts && !$0.isNone && $0.day.fiscalYear == year }
    let bureaus = Dictionary(grouping: counted) { $0.unit.map { $0 == 2 ? 1 : $0 } ?? 0 }
    return bureaus.keys.sorted().map { bureau in
      let group = bureaus[bureau] ?? []
      let quantities = group.compactMap(\.quantity)
      let wholes = group.compactMap(\.quantityOf)
      return EvidenceTally(
        year: year,
        plan: "soumu",
        measure: "M01",
        employer: RecordID(1),
        bureau: bureau == 0 ? nil : RecordID(bureau),
        cases: group.count,
        quantity: quantities.isEmpty ? nil : quantities.reduce(0, +),
        quantityOf: wholes.isEmpty ? nil : wholes.reduce(0, +),
        lastHeldOn: group.map(\.day).max()
      )
    }
  }
}

/// A small generator whose numbers are the same on every run.
struct Steps {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(limit, 1)))
  }
}
