import CivilTime
import Indicators
import Store
import TestOffice

@testable import FollowUps
@testable import Plan

/// A report with every kind of fact, hard texts among them.
enum SampleReport {
  static let year = FiscalYear(startYear: 2026)
  static let hard = "一行目\n二行目\tタブ\r\n\\n は改行ではない＝\u{FA19}\"<b>|*"

  static func version() throws -> PlanVersion {
    let text = try PlannedOffice.planText()
    return PlanVersion(
      id: RecordID(7),
      plan: try PlanFile.read(text).get(),
      digest: PlanDigest(of: text),
      loadedAt: Instant(milliseconds: 1_780_000_000_000)
    )
  }

  static func content(
    fulfilled: Int = 38,
    done: String = hard,
    judged: ReportedAmount = .ratio(Ratio(31, of: 287)),
    tally: ReportedTally? = ReportedTally(ratio: Ratio(4321, of: 5000), people: 4998),
    distance: String = "目標まであと2.7ポイント"
  ) throws -> FollowUpContent {
    let version = try version()
    let measures = version.plan.originals.map { measure in
      measure.id.text == "II-1-1-1"
        ? line(measure.id, fulfilled: fulfilled, done: done)
        : MeasureLine(id: measure.id, status: .notStarted)
    }
    let targets = version.plan.targets.map { target in
      target.id.text == "T04"
        ? line(target.id, judged, distance)
        : TargetLine(id: target.id, judged: nil, verdict: .unknown, distance: "－")
    }
    return FollowUpContent(
      version: version,
      year: year,
      asOf: PlannedOffice.day("2027-03-31"),
      madeOn: PlannedOffice.day("2027-05-01"),
      measures: measures,
      targets: targets,
      figures: [figure(tally)]
    )
  }

  private static func line(_ id: MeasureID, fulfilled: Int, done: String) -> MeasureLine {
    MeasureLine(
      id: id,
      status: .late,
      coverage: Coverage(
        owed: 412,
        fulfilled: fulfilled,
        excused: 3,
        overdue: 29,
        people: 412,
        asOf: PlannedOffice.day("2027-03-31")
      ),
      evidence: MeasureEvidence(cases: 17, quantity: 60, quantityOf: nil, lastHeldOn: nil),
      units: Ratio(21, of: 22),
      lastActivity: PlannedOffice.day("2027-03-02"),
      isStale: true,
      stopped: "-",
      done: done,
      next: ""
    )
  }

  private static func line(_ id: TargetID, _ amount: ReportedAmount, _ distance: String) -> TargetLine {
    TargetLine(
      id: id,
      judged: reported(.all, amount),
      others: [reported(.all, .value(milli: 16_300, of: nil), year: year.advanced(by: -1))],
      byEmployer: [
        reported(.employer(code: "soumu", name: "総\t務省"), .ratio(Ratio(30, of: 270))),
        reported(.employer(code: "fdma", name: "消防庁"), .withheld),
        reported(.employer(code: "kouchoi", name: "委員会"), .value(milli: -5, of: nil)),
      ],
      verdict: .missed,
      distance: distance,
      reason: hard,
      analysis: "T\\t"
    )
  }

  private static func reported(
    _ place: ReportedPlace,
    _ amount: ReportedAmount,
    year: FiscalYear = year
  ) -> ReportedFigure {
    ReportedFigure(
      place: place,
      year: year,
      asOf: PlannedOffice.day("2027-03-31"),
      isProvisional: true,
      amount: amount,
      origin: .imported,
      source: "人事\t台帳",
      definition: "課室長級の在職者",
      definitionVersion: 2
    )
  }

  private static func figure(_ tally: ReportedTally?) -> FigureLine {
    FigureLine(
      id: "working-time.objective-record",
      title: "客観的な記録",
      numerator: "打刻のある日",
      denominator: "勤務した日",
      source: "打刻の記録",
      form: .share,
      methodVersion: 3,
      asOf: PlannedOffice.day("2027-03-30"),
      isProvisional: false,
      places: [
        PlaceLine(place: .all, tally: tally),
        PlaceLine(place: .employer(code: "soumu", name: "総務省"), tally: nil),
        PlaceLine(
          place: .bureau(employer: "soumu", name: "統計局"),
          tally: ReportedTally(ratio: Ratio(7, of: 9), people: 12)
        ),
        PlaceLine(place: .otherBureaus(employer: "soumu", count: 2), tally: nil),
      ]
    )
  }
}
