internal import CivilTime
internal import DelimitedText
internal import Indicators
internal import Plan

/// 数値のCSV – the figures of a report, one a line, in the order of the plan.
///
/// A number that may not be shown and one that does not exist are both blank; the note tells them apart.
enum ReportCSV {
  static let header = [
    "kind", "id", "title", "employer", "unit_name", "fiscal_year", "as_of", "value", "numerator",
    "denominator", "n", "reached", "definition", "source", "method_version", "note",
  ]
  private static let withheld = "非表示"
  private static let provisional = "途中"

  static func bytes(_ content: FollowUpContent) throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(header)
    for line in content.measures {
      let title = content.plan.content(of: line.id)?.title ?? ""
      writer.write(fields: measure(line, title, content).fields)
    }
    for target in content.plan.targets {
      for row in targets(target, content.target(target.id)) { writer.write(fields: row.fields) }
    }
    for figure in content.figures {
      for place in figure.places { writer.write(fields: row(figure, place, content.year).fields) }
    }
    return writer.bytes
  }

  private static func measure(_ line: MeasureLine, _ title: String, _ content: FollowUpContent) -> FigureRow {
    var row = FigureRow(kind: "measure", id: line.id.text, title: title, year: content.year)
    row.note = line.status.japanese
    guard let coverage = line.coverage else { return row }
    row.asOf = coverage.asOf.iso
    row.numerator = "\(coverage.ratio.numerator)"
    row.denominator = "\(coverage.ratio.denominator)"
    row.count = row.denominator
    row.value = ReportedWords.rate(coverage.ratio) ?? ""
    row.note += "、対象外\(coverage.excused)、期限超過\(coverage.overdue)"
    return row
  }

  private static func targets(_ target: Target, _ line: TargetLine?) -> [FigureRow] {
    guard let line else { return [] }
    let judged = line.judged.map { figure -> FigureRow in
      var row = row("target", target, figure)
      row.reached = line.verdict.code
      return row
    }
    let first = judged ?? FigureRow(kind: "target", id: target.id.text, title: target.title, year: nil)
    return [first] + line.byEmployer.map { row("target-employer", target, $0) }
      + line.others.map { row("target-other", target, $0) }
  }

  private static func row(_ kind: String, _ target: Target, _ figure: ReportedFigure) -> FigureRow {
    var row = FigureRow(kind: kind, id: target.id.text, title: target.title, year: figure.year)
    row.employer = figure.place.employerCode ?? ""
    row.asOf = figure.asOf.iso
    row.definition = figure.definition
    row.source = figure.source
    row.methodVersion = "\(figure.definitionVersion)"
    row.note = figure.isProvisional ? provisional : ""
    switch figure.amount {
    case .withheld: row.note = withheld
    case .ratio(let ratio):
      row.take(ratio)
      row.value = ReportedWords.value(ratio, of: target) ?? ""
    case .value(let milli, let ratio):
      if let ratio { row.take(ratio) }
      row.value = ReportedWords.thousandths(milli)
    }
    return row
  }

  private static func row(_ figure: FigureLine, _ line: PlaceLine, _ year: FiscalYear) -> FigureRow {
    var row = FigureRow(kind: "indicator", id: figure.id, title: figure.title, year: year)
    row.employer = line.place.employerCode ?? ""
    row.unitName = line.place.bureauName ?? ""
    row.asOf = figure.asOf?.iso ?? ""
    row.definition = "\(figure.numerator)／\(figure.denominator)"
    row.source = figure.source
    row.methodVersion = "\(figure.methodVersion)"
    row.note = figure.isProvisional ? provisional : ""
    guard let tally = line.tally else {
      row.note = withheld
      return row
    }
    row.take(tally.ratio)
    row.value = ReportedWords.value(tally.ratio, figure.form) ?? ""
    return row
  }
}

/// One line of the file.
private struct FigureRow {
  let kind: String
  let id: String
  let title: String
  let year: FiscalYear?
  var employer = ""
  var unitName = ""
  var asOf = ""
  var value = ""
  var numerator = ""
  var denominator = ""
  var count = ""
  var reached = ""
  var definition = ""
  var source = ""
  var methodVersion = ""
  var note = ""

  init(kind: String, id: String, title: String, year: FiscalYear?) {
    self.kind = kind
    self.id = id
    self.title = title
    self.year = year
  }

  mutating func take(_ ratio: Ratio) {
    numerator = "\(ratio.numerator)"
    denominator = "\(ratio.denominator)"
    count = denominator
  }

  var fields: [DelimitedField] {
    let place: [DelimitedField] = [
      .value(kind), .value(id), .freeText(title), .value(employer), .freeText(unitName),
      .value(year.map { "\($0.startYear)" } ?? ""), .value(asOf),
    ]
    let numbers: [DelimitedField] = [
      .value(value), .value(numerator), .value(denominator), .value(count), .value(reached),
    ]
    return place + numbers + [
      .freeText(definition), .freeText(source), .value(methodVersion), .freeText(note),
    ]
  }
}

extension TargetVerdict {
  /// The verdict for machines: 1 reached, 0 missed, blank unknown.
  fileprivate var code: String {
    switch self {
    case .reached: "1"
    case .missed: "0"
    case .unknown: ""
    }
  }
}
