internal import CivilTime
internal import Indicators
internal import Plan

/// Writes the canonical text of a report: one fact a line, fields between tabs, in the plan's order.
///
/// The same facts always make the same bytes, so that a digest stands for the report.
struct SnapshotWriter {
  static let format = 1
  /// What stands for a value that is not there.
  static let nothing = "-"

  private var lines: [String] = []

  static func text(_ content: FollowUpContent) -> String {
    var writer = SnapshotWriter()
    writer.head(content)
    for line in content.measures { writer.measure(line) }
    for line in content.targets { writer.target(line) }
    for line in content.figures { writer.figure(line) }
    writer.line("end")
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func line(_ fields: String...) {
    add(fields)
  }

  private mutating func add(_ fields: [String]) {
    lines.append(fields.joined(separator: "\t"))
  }

  private mutating func head(_ content: FollowUpContent) {
    line("format", "\(Self.format)")
    line("plan", escaped(content.plan.code), "\(content.plan.edition)", "\(content.version.digest)")
    line("year", "\(content.year.startYear)", date(content.asOf), content.madeOn.iso)
  }

  private mutating func measure(_ measure: MeasureLine) {
    let id = measure.id.text
    let age = measure.isStale ? "stale" : "fresh"
    line("measure", id, measure.status.rawValue, age, date(measure.lastActivity))
    if let owed = measure.coverage {
      let counts = [owed.owed, owed.fulfilled, owed.excused, owed.overdue, owed.people]
      add(["coverage", id] + counts.map { "\($0)" } + [owed.asOf.iso])
    }
    if let evidence = measure.evidence {
      let counts = [evidence.cases, evidence.quantity, evidence.quantityOf].map(number)
      add(["evidence", id] + counts + [date(evidence.lastHeldOn)])
    }
    if let units = measure.units { line("units", id, "\(units.numerator)", "\(units.denominator)") }
    words("stopped", id, measure.stopped)
    words("done", id, measure.done)
    words("next", id, measure.next)
  }

  private mutating func target(_ target: TargetLine) {
    let id = target.id.text
    line("target", id, target.verdict.rawValue, escaped(target.distance))
    if let judged = target.judged { figure("judged", id, judged) }
    for other in target.others { figure("other", id, other) }
    for one in target.byEmployer { figure("employer", id, one) }
    words("method-change", id, target.methodChange)
    words("reason", id, target.reason)
    words("analysis", id, target.analysis)
  }

  private mutating func figure(_ role: String, _ id: String, _ figure: ReportedFigure) {
    let head = [role, id] + place(figure.place)
    let facts = [
      "\(figure.year.startYear)", figure.asOf.iso, provisional(figure.isProvisional), figure.origin.rawValue,
      escaped(figure.source), escaped(figure.definition), "\(figure.definitionVersion)",
    ]
    add(head + facts + amount(figure.amount))
  }

  private func amount(_ amount: ReportedAmount) -> [String] {
    switch amount {
    case .withheld: ["withheld"]
    case .ratio(let ratio): ["ratio", "\(ratio.numerator)", "\(ratio.denominator)"]
    case .value(let milli, let ratio):
      ["value", "\(milli)", number(ratio?.numerator), number(ratio?.denominator)]
    }
  }

  private mutating func figure(_ figure: FigureLine) {
    let run = ["\(figure.methodVersion)", date(figure.asOf), provisional(figure.isProvisional)]
    let words = [figure.title, figure.numerator, figure.denominator, figure.source].map(escaped)
    add(["figure", escaped(figure.id), figure.form.rawValue] + run + words)
    for one in figure.places {
      let tally =
        one.tally.map { ["shown", "\($0.ratio.numerator)", "\($0.ratio.denominator)", "\($0.people)"] }
        ?? ["withheld"]
      add(["place", escaped(figure.id)] + place(one.place) + tally)
    }
  }

  private func place(_ place: ReportedPlace) -> [String] {
    switch place {
    case .all: ["all", Self.nothing, Self.nothing]
    case .employer(let code, let name): ["employer", escaped(code), escaped(name)]
    case .bureau(let code, let name): ["bureau", escaped(code), escaped(name)]
    case .otherBureaus(let code, let count): ["others", escaped(code), "\(count)"]
    }
  }

  private mutating func words(_ name: String, _ id: String, _ text: String?) {
    if let text { line(name, id, escaped(text)) }
  }

  private func date(_ day: CivilDate?) -> String { day?.iso ?? Self.nothing }

  private func number(_ number: Int?) -> String { number.map { "\($0)" } ?? Self.nothing }

  private func provisional(_ isProvisional: Bool) -> String { isProvisional ? "provisional" : "final" }

  /// The text without tabs and line ends, which end fields and lines.
  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
      case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
