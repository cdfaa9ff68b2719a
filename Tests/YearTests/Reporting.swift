import CivilTime
import Evidence
import Indicators
import Plan
import Store
import TestSupport
import Testing

@testable import Access
@testable import FollowUps
@testable import Roof

/// What the secretariat does about the report of the year, written down on both sides.
extension Simulation {
  static let year = FiscalYear(startYear: 2026)

  var reporting: FollowUpReporting {
    FollowUpReporting(
      database: office.database,
      clock: office.clock,
      ids: office.ids,
      indicators: House.indicators
    )
  }

  private var assembly: FollowUpAssembly { FollowUpAssembly(definitions: House.indicators.map(\.definition)) }

  /// The births of the year as personnel counts them, until a part of the program records them.
  mutating func importBirths() async throws {
    let births = ledger.ministry.births
    var lines = ["指標,特定事業主コード,年度,時点,値,分子,分母,出典,方法,注記"]
    for employer in ["", "soumu", "shobo"] {
      let own = births.filter { employer.isEmpty || $0.employer == employer }
      if own.isEmpty { continue }
      let took = own.filter(\.tookMonth).count
      lines.append("T08,\(employer),2026,2027-03-31,,\(took),\(own.count),人事の集計,1か月以上,")
    }
    let files = FigureFiles(
      database: office.database,
      clock: office.clock,
      ids: office.ids,
      indicators: House.indicators
    )
    let bytes = Array(lines.joined(separator: "\r\n").utf8)
    let report = try await files.importFigures(bytes, isDryRun: false)
    #expect(report.outcome == .applied, "\(report.faults)")
  }

  /// The words about a measure and a target.
  mutating func writeWords() async throws {
    let writing = ReportWriting(database: office.database, ids: office.ids, assembly: assembly)
    let drafts: [(subject: String, fields: [ReportField])] = [
      ("measure:V-1-a", [.done, .next]), ("target:T04", [.reason, .analysis]),
    ]
    for (key, fields) in drafts {
      let outcome = try await writing.write(
        fields.map { TextDraft(field: $0, text: "\($0.japanese)です。", seen: 0) },
        about: try #require(ReportSubject(key: key)),
        in: Self.year,
        by: try await actor("secretariat"),
        at: office.clock.now()
      )
      #expect(outcome == .written)
    }
  }

  /// One stage on.
  mutating func step(_ seen: Int) async throws -> ReportStage {
    let stepping = ReportStepping(
      database: office.database,
      ids: office.ids,
      reading: ReportReading(assembly: assembly)
    )
    let stage = try await stepping.step(
      StepOrder(move: .forward, day: today, note: nil, seenSteps: seen),
      in: Self.year,
      by: try await actor("secretariat"),
      at: office.clock.now()
    )
    if stage == .published { writeDownPublication() }
    return stage
  }

  /// To publish settles the duty of each employer, and is one report of the first.
  private mutating func writeDownPublication() {
    for duty in ledger.duties.values where duty.owed.kind == "plan.follow-up" && duty.owed.year == 2026 {
      ledger.settle(duty.owed.name, .fulfilled(today))
    }
    ledger.write(
      LedgerReport(
        id: RecordID(1),
        duty: nil,
        measure: "V-4-a",
        year: 2026,
        employer: "soumu",
        bureau: "",
        unit: nil,
        kind: "plan.follow-up",
        heldOn: today,
        quantity: nil,
        quantityOf: nil
      )
    )
  }
}
