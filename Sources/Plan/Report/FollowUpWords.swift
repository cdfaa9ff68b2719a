internal import CivilTime
package import Indicators

/// The numbers of a report in words, the same in all its forms.
package enum ReportedWords: Sendable {
  /// What a target came to: 35.2％（112／318）, 16.3日, 2, 非表示.
  package static func amount(_ amount: ReportedAmount, of target: Target) -> String {
    TargetFigureWords.amount(amount.targetAmount, of: target)
  }

  /// The rate of a target as a plain number with one decimal; nil where it may not be written.
  package static func rate(_ ratio: Ratio) -> String? {
    ratio.denominator < Tally.fewestForRate ? nil : ratio.percentText
  }

  /// What a quotient comes to in the target's own terms as a plain number; nil where it may not be written.
  package static func value(_ ratio: Ratio, of target: Target) -> String? {
    target.countsShare ? rate(ratio) : ratio.rounded(times: 1_000).map(thousandths)
  }

  /// A number of thousandths with as many decimals as it has: 16300 is 16.3.
  package static func thousandths(_ milli: Int) -> String {
    let (whole, rest) = milli.magnitude.quotientAndRemainder(dividingBy: 1000)
    var decimals = Array(String(rest + 1000).utf8.dropFirst())
    while decimals.last == UInt8(ascii: "0") { decimals.removeLast() }
    let sign = milli < 0 ? "-" : ""
    let fraction = decimals.isEmpty ? "" : "." + String(decoding: decimals, as: UTF8.self)
    return "\(sign)\(whole)\(fraction)"
  }

  /// The day of a figure, and whether it may still move.
  package static func day(_ figure: ReportedFigure) -> String {
    figure.asOf.japaneseShort + (figure.isProvisional ? "（途中）" : "")
  }

  /// How much of what was owed is settled: 97.4％（380／390）.
  package static func coverage(_ coverage: Coverage) -> String {
    let ratio = coverage.ratio
    guard ratio.denominator > 0 else { return "対象なし" }
    let parts = "\(FigureWords.grouped(ratio.numerator))／\(FigureWords.grouped(ratio.denominator))"
    return rate(ratio).map { "\($0)％（\(parts)）" } ?? "\(parts)（\(FigureWords.tooFewForRate)）"
  }

  /// What was reported: 3件（42／60）.
  package static func reports(_ line: MeasureLine) -> String {
    let cases = line.evidence.map { "\($0.cases)件\(quantity($0))" }
    let units = line.units.map { "組織 \($0.numerator)／\($0.denominator)" }
    let words = [cases, units].compactMap { $0 }
    return words.isEmpty ? "－" : words.joined(separator: "、")
  }

  private static func quantity(_ evidence: MeasureEvidence) -> String {
    guard let quantity = evidence.quantity else { return "" }
    let of = evidence.quantityOf.map { "／\(FigureWords.grouped($0))" } ?? ""
    return "（\(FigureWords.grouped(quantity))\(of)）"
  }

  /// The value of an indicator's tally without what it was counted of; nil where a rate may not be written.
  package static func value(_ ratio: Ratio, _ form: ReportedForm) -> String? {
    switch form {
    case .count: return "\(ratio.numerator)"
    case .share: return rate(ratio)
    case .averageYears: return average(ratio, partsOfOne: 12)
    case .averageHours: return average(ratio, partsOfOne: 60)
    case .averageDays: return average(ratio, partsOfOne: 1)
    }
  }

  /// The mean with one decimal, half up.
  private static func average(_ ratio: Ratio, partsOfOne: Int) -> String? {
    guard ratio.denominator >= Tally.fewestForRate, ratio.numerator >= 0 else { return nil }
    let below = ratio.denominator * partsOfOne
    let tenths = (ratio.numerator * 20 + below) / (2 * below)
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// The tables of a report's figures.
enum ReportedTables {
  /// A figure with its definition.
  static func figure(_ line: FigureLine) -> [ReportBlock] {
    let unit =
      switch line.form {
      case .share: "率（％）"
      case .count: "件数"
      case .averageYears: "平均（年）"
      case .averageHours: "平均（時間）"
      case .averageDays: "平均（日）"
      }
    let columns = ["分子", "分母（n）", unit, "職員数"]
    let table = ReportTable(
      caption: "\(line.id) \(line.title)",
      columns: [.words("特定事業主・組織")] + columns.map { .number($0) },
      rows: line.places.map { row($0, line.form) }
    )
    let day = line.asOf.map { $0.japaneseWithoutWeekday + (line.isProvisional ? "現在（年度の途中）" : "現在") }
    let definition = [
      ReportFact("分子", line.numerator), ReportFact("分母", line.denominator), ReportFact("出典", line.source),
      ReportFact("方法の版", "\(line.methodVersion)"), ReportFact("時点", day ?? "まだ計算していません"),
    ]
    return [.table(table), .facts(definition)]
  }

  private static func row(_ line: PlaceLine, _ form: ReportedForm) -> [ReportCell] {
    guard let tally = line.tally else {
      return [ReportCell(line.place.japanese)] + (0..<4).map { _ in ReportCell(FigureWords.withheld) }
    }
    let ratio = tally.ratio
    let value = ReportedWords.value(ratio, form) ?? FigureWords.tooFewForRate
    let cells = [
      FigureWords.grouped(ratio.numerator), FigureWords.grouped(ratio.denominator), value,
      FigureWords.grouped(tally.people),
    ]
    return [ReportCell(line.place.japanese)] + cells.map { ReportCell($0) }
  }
}
