internal import CivilTime
internal import Indicators
internal import Plan

/// Reads the canonical text of a report back into the report.
///
/// It is read strictly: a text that would not be written again byte for byte is refused.
struct SnapshotReader {
  private var measures: [MeasureParts] = []
  private var targets: [TargetParts] = []
  private var figures: [FigureParts] = []

  /// The edition of the plan that a snapshot names, and what it holds.
  static func content(_ text: String, version: PlanVersion) throws(FollowUpError) -> FollowUpContent {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    var reader = SnapshotReader()
    var rows = lines.enumerated().map { SnapshotFields($1, line: $0 + 1) }[...]
    guard rows.popLast().map(Self.isEmpty) == true, rows.popLast().map(Self.isEnd) == true else {
      throw .damaged(line: lines.count)
    }
    let head = try reader.head(&rows, version: version)
    for row in rows { try reader.take(row) }
    let content = FollowUpContent(
      version: version,
      year: head.year,
      asOf: head.asOf,
      madeOn: head.madeOn,
      measures: reader.measures.map(\.line),
      targets: reader.targets.map(\.line),
      figures: reader.figures.map(\.line)
    )
    guard SnapshotWriter.text(content).utf8.elementsEqual(text.utf8) else { throw .damaged(line: 1) }
    return content
  }

  private static func isEmpty(_ row: SnapshotFields) -> Bool {
    var row = row
    return (try? row.raw())?.isEmpty == true
  }

  private static func isEnd(_ row: SnapshotFields) -> Bool {
    var row = row
    return (try? row.raw()) == "end"
  }

  private func head(
    _ rows: inout ArraySlice<SnapshotFields>,
    version: PlanVersion
  ) throws(FollowUpError) -> (year: FiscalYear, asOf: CivilDate?, madeOn: CivilDate) {
    guard var format = rows.popFirst(), var plan = rows.popFirst(), var year = rows.popFirst() else {
      throw .damaged(line: 1)
    }
    guard try format.raw() == "format", try format.number() == SnapshotWriter.format else {
      throw format.damage
    }
    guard try plan.raw() == "plan", try plan.text() == version.plan.code,
      try plan.number() == version.plan.edition, try plan.raw() == "\(version.digest)"
    else { throw plan.damage }
    guard try year.raw() == "year" else { throw year.damage }
    return (FiscalYear(startYear: try year.number()), try year.optionalDay(), try year.day())
  }

  private mutating func take(_ row: SnapshotFields) throws(FollowUpError) {
    var row = row
    let name = try row.raw()
    switch name {
    case "measure": measures.append(try MeasureParts(&row))
    case "coverage", "evidence", "units", "stopped", "done", "next":
      guard let last = measures.indices.last, try row.measure() == measures[last].id else { throw row.damage }
      try measures[last].take(name, &row)
    case "target": targets.append(try TargetParts(&row))
    case "judged", "other", "employer", "method-change", "reason", "analysis":
      guard let last = targets.indices.last, try row.target() == targets[last].id else { throw row.damage }
      try targets[last].take(name, &row)
    case "figure": figures.append(try FigureParts(&row))
    case "place":
      guard let last = figures.indices.last, try row.text() == figures[last].id else { throw row.damage }
      figures[last].places.append(PlaceLine(place: try row.place(), tally: try row.tally()))
    default: throw row.damage
    }
    try row.end()
  }
}
