internal import CivilTime
internal import Indicators
internal import Plan
internal import Site

/// 報告のJSON – everything a report says, for programs; what may not be shown is null with `withheld` true.
enum ReportJSON {
  /// The stage of the version at hand: an older one is neither a draft nor what stands now.
  private static func stage(_ report: ReadReport) -> String {
    guard let snapshot = report.snapshot else { return ReportStage.draft.rawValue }
    return snapshot.id == report.standing.snapshot ? report.standing.stage.rawValue : "superseded"
  }

  static func bytes(_ report: ReadReport) -> [UInt8] {
    let content = report.content
    let plan = JSONText.object([
      ("code", .text(content.plan.code)), ("edition", .number(Int64(content.plan.edition))),
      ("title", .text(content.plan.title)), ("sha256", .text("\(content.version.digest)")),
    ])
    return JSONText.object([
      ("format", .number(1)), ("plan", .json(plan)), ("fiscal_year", .number(Int64(content.year.startYear))),
      ("as_of", day(content.asOf)), ("made_on", .text(content.madeOn.iso)),
      ("stage", .text(stage(report))),
      ("snapshot_sha256", optional(report.snapshot?.digestText)),
      ("measures", list(content.measures.map { measure($0, content) })),
      ("targets", list(content.plan.targets.compactMap { target($0, content) })),
      ("indicators", list(content.figures.map(figure))),
    ]).bytes
  }

  private static func measure(_ line: MeasureLine, _ content: FollowUpContent) -> JSONText {
    let aliases = content.plan.aliases(of: line.id).map { JSONText.Value.text($0.id.text) }
    return .object([
      ("id", .text(line.id.text)), ("title", .text(content.plan.content(of: line.id)?.title ?? "")),
      ("aliases", .json(.array(aliases))), ("status", .text(line.status.rawValue)),
      ("stale", .boolean(line.isStale)), ("last_activity", day(line.lastActivity)),
      ("coverage", line.coverage.map { .json(coverage($0)) } ?? .null),
      ("reports", line.evidence.map { .json(evidence($0)) } ?? .null),
      ("units", line.units.map { .json(ratio($0)) } ?? .null), ("stopped", optional(line.stopped)),
      ("done", optional(line.done)), ("next", optional(line.next)),
    ])
  }

  private static func coverage(_ coverage: Coverage) -> JSONText {
    .object([
      ("owed", number(coverage.owed)), ("fulfilled", number(coverage.fulfilled)),
      ("excused", number(coverage.excused)), ("overdue", number(coverage.overdue)),
      ("as_of", day(coverage.asOf)),
    ])
  }

  private static func evidence(_ evidence: MeasureEvidence) -> JSONText {
    .object([
      ("cases", number(evidence.cases)), ("quantity", number(evidence.quantity)),
      ("quantity_of", number(evidence.quantityOf)),
    ])
  }

  private static func target(_ target: Target, _ content: FollowUpContent) -> JSONText? {
    guard let line = content.target(target.id) else { return nil }
    return .object([
      ("id", .text(target.id.text)), ("title", .text(target.title)),
      ("definition_version", number(target.definition)), ("verdict", .text(line.verdict.rawValue)),
      ("distance", .text(line.distance)), ("judged", line.judged.map { .json(reported($0)) } ?? .null),
      ("by_employer", list(line.byEmployer.map(reported))), ("others", list(line.others.map(reported))),
      ("method_change", optional(line.methodChange)), ("reason", optional(line.reason)),
      ("analysis", optional(line.analysis)),
    ])
  }

  private static func reported(_ figure: ReportedFigure) -> JSONText {
    var members: [(String, JSONText.Value)] = [
      ("employer", optional(figure.place.employerCode)), ("year", number(figure.year.startYear)),
      ("as_of", day(figure.asOf)), ("provisional", .boolean(figure.isProvisional)),
      ("origin", .text(figure.origin.rawValue)), ("source", .text(figure.source)),
      ("definition", .text(figure.definition)), ("method_version", number(figure.definitionVersion)),
    ]
    let (value, counted, isWithheld): (Int?, Ratio?, Bool) =
      switch figure.amount {
      case .withheld: (nil, nil, true)
      case .ratio(let ratio): (nil, ratio, false)
      case .value(let milli, let ratio): (milli, ratio, false)
      }
    members.append(("value_thousandths", number(value)))
    members.append(("ratio", counted.map { .json(ratio($0)) } ?? .null))
    members.append(("withheld", .boolean(isWithheld)))
    return .object(members)
  }

  private static func figure(_ figure: FigureLine) -> JSONText {
    .object([
      ("id", .text(figure.id)), ("title", .text(figure.title)), ("form", .text(figure.form.rawValue)),
      ("numerator", .text(figure.numerator)), ("denominator", .text(figure.denominator)),
      ("source", .text(figure.source)), ("method_version", number(figure.methodVersion)),
      ("as_of", day(figure.asOf)), ("provisional", .boolean(figure.isProvisional)),
      ("places", list(figure.places.map(place))),
    ])
  }

  private static func place(_ line: PlaceLine) -> JSONText {
    .object([
      ("employer", optional(line.place.employerCode)), ("unit", optional(line.place.bureauName)),
      ("ratio", line.tally.map { .json(ratio($0.ratio)) } ?? .null), ("people", number(line.tally?.people)),
      ("withheld", .boolean(line.tally == nil)),
    ])
  }

  private static func ratio(_ ratio: Ratio) -> JSONText {
    .object([("numerator", number(ratio.numerator)), ("denominator", number(ratio.denominator))])
  }

  private static func list(_ texts: [JSONText]) -> JSONText.Value {
    .json(.array(texts.map { .json($0) }))
  }

  private static func number(_ number: Int?) -> JSONText.Value {
    number.map { .number(Int64($0)) } ?? .null
  }

  private static func optional(_ text: String?) -> JSONText.Value { text.map { .text($0) } ?? .null }

  private static func day(_ day: CivilDate?) -> JSONText.Value { optional(day?.iso) }
}
