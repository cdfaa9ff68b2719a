internal import CivilTime
internal import Indicators
internal import Plan

/// The lines of one measure while they are read.
struct MeasureParts {
  let id: MeasureID
  private let status: MeasureStatus
  private let isStale: Bool
  private let lastActivity: CivilDate?
  private var coverage: Coverage?
  private var evidence: MeasureEvidence?
  private var units: Ratio?
  private var words: [String: String] = [:]

  init(_ row: inout SnapshotFields) throws(FollowUpError) {
    id = try row.measure()
    status = try row.word()
    isStale = try row.isFirst("stale", or: "fresh")
    lastActivity = try row.optionalDay()
  }

  mutating func take(_ name: String, _ row: inout SnapshotFields) throws(FollowUpError) {
    switch name {
    case "coverage":
      coverage = Coverage(
        owed: try row.number(),
        fulfilled: try row.number(),
        excused: try row.number(),
        overdue: try row.number(),
        people: try row.number(),
        asOf: try row.day()
      )
    case "evidence":
      evidence = MeasureEvidence(
        cases: try row.number(),
        quantity: try row.optionalNumber(),
        quantityOf: try row.optionalNumber(),
        lastHeldOn: try row.optionalDay()
      )
    case "units": units = Ratio(try row.number(), of: try row.number())
    default: words[name] = try row.text()
    }
  }

  var line: MeasureLine {
    MeasureLine(
      id: id,
      status: status,
      coverage: coverage,
      evidence: evidence,
      units: units,
      lastActivity: lastActivity,
      isStale: isStale,
      stopped: words["stopped"],
      done: words["done"],
      next: words["next"]
    )
  }
}

/// The lines of one target while they are read.
struct TargetParts {
  let id: TargetID
  private let verdict: TargetVerdict
  private let distance: String
  private var judged: ReportedFigure?
  private var others: [ReportedFigure] = []
  private var byEmployer: [ReportedFigure] = []
  private var words: [String: String] = [:]

  init(_ row: inout SnapshotFields) throws(FollowUpError) {
    id = try row.target()
    verdict = try row.word()
    distance = try row.text()
  }

  mutating func take(_ name: String, _ row: inout SnapshotFields) throws(FollowUpError) {
    switch name {
    case "judged": judged = try row.figure()
    case "other": others.append(try row.figure())
    case "employer": byEmployer.append(try row.figure())
    default: words[name] = try row.text()
    }
  }

  var line: TargetLine {
    TargetLine(
      id: id,
      judged: judged,
      others: others,
      byEmployer: byEmployer,
      verdict: verdict,
      distance: distance,
      methodChange: words["method-change"],
      reason: words["reason"],
      analysis: words["analysis"]
    )
  }
}

/// The lines of one figure while they are read.
struct FigureParts {
  let id: String
  var places: [PlaceLine] = []
  private let form: ReportedForm
  private let methodVersion: Int
  private let asOf: CivilDate?
  private let isProvisional: Bool
  private let title: String
  private let numerator: String
  private let denominator: String
  private let source: String

  init(_ row: inout SnapshotFields) throws(FollowUpError) {
    id = try row.text()
    form = try row.word()
    methodVersion = try row.number()
    asOf = try row.optionalDay()
    isProvisional = try row.isFirst("provisional", or: "final")
    title = try row.text()
    numerator = try row.text()
    denominator = try row.text()
    source = try row.text()
  }

  var line: FigureLine {
    FigureLine(
      id: id,
      title: title,
      numerator: numerator,
      denominator: denominator,
      source: source,
      form: form,
      methodVersion: methodVersion,
      asOf: asOf,
      isProvisional: isProvisional,
      places: places
    )
  }
}
