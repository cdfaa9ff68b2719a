internal import CivilTime
internal import Indicators
internal import Plan

/// 比べる項目 – what of a report is held against another one.
public enum ReportDetail: String, Sendable, Hashable, CaseIterable {
  /// 状態
  case status
  /// 対象: how many duties arose.
  case owed
  /// 済み
  case fulfilled
  /// 対象外
  case excused
  /// 期限超過
  case overdue
  /// 報告の件数
  case cases
  /// 報告した数
  case quantity
  /// 報告した組織
  case units
  /// 実施したこと
  case done
  /// 次の取組
  case next
  /// 判定
  case verdict
  /// 数値
  case figure
  /// 理由
  case reason
  /// 分析
  case analysis

  /// Its name on pages.
  public var japanese: String {
    switch self {
    case .status: "状態"
    case .owed: "対象"
    case .fulfilled: "済み"
    case .excused: "対象外"
    case .overdue: "期限超過"
    case .cases: "報告の件数"
    case .quantity: "報告した数"
    case .units: "報告した組織"
    case .done: "実施したこと"
    case .next: "次の取組"
    case .verdict: "判定"
    case .figure: "数値"
    case .reason: "達成・未達成の理由"
    case .analysis: "分析と対応"
    }
  }
}

/// One fact of a report: which, of what, and its value as text.
struct ReportedFact: Sendable, Hashable {
  struct Key: Sendable, Hashable {
    /// The id of the measure, target or indicator.
    let subject: String
    let detail: ReportDetail
    /// The place and the way of counting of a figure; nil for what has none.
    let place: String?
  }

  let key: Key
  let value: String
}

extension FollowUpContent {
  /// All facts in the report's order; days and words of distance are left out, since they move by themselves.
  var facts: [ReportedFact] {
    measures.flatMap(\.facts) + targets.flatMap { $0.facts(in: year) } + figures.flatMap(\.facts)
  }
}

extension MeasureLine {
  fileprivate var facts: [ReportedFact] {
    var facts: [ReportedFact] = []
    func add(_ detail: ReportDetail, _ value: String?) {
      guard let value else { return }
      facts.append(
        ReportedFact(key: .init(subject: id.text, detail: detail, place: nil), value: value)
      )
    }
    add(.status, status.japanese)
    add(.owed, coverage.map { "\($0.owed)" })
    add(.fulfilled, coverage.map { "\($0.fulfilled)" })
    add(.excused, coverage.map { "\($0.excused)" })
    add(.overdue, coverage.map { "\($0.overdue)" })
    add(.cases, evidence.map { "\($0.cases)" })
    add(.quantity, evidence.flatMap(\.quantityText))
    add(.units, units.map { "\($0.numerator)/\($0.denominator)" })
    add(.done, done)
    add(.next, next)
    return facts
  }
}

extension MeasureEvidence {
  fileprivate var quantityText: String? {
    quantity.map { quantity in quantityOf.map { "\(quantity)/\($0)" } ?? "\(quantity)" }
  }
}

extension TargetLine {
  fileprivate func facts(in year: FiscalYear) -> [ReportedFact] {
    let verdicts = [fact(.verdict, verdict.japanese)]
    let figures = ([judged].compactMap { $0 } + others + byEmployer).map { figure in
      ReportedFact(
        key: .init(
          subject: id.text,
          detail: .figure,
          place: figure.place(in: year)
        ),
        value: figure.amount.factText
      )
    }
    let words = [reason.map { fact(.reason, $0) }, analysis.map { fact(.analysis, $0) }]
    return verdicts + figures + words.compactMap { $0 }
  }

  private func fact(_ detail: ReportDetail, _ value: String) -> ReportedFact {
    ReportedFact(key: .init(subject: id.text, detail: detail, place: nil), value: value)
  }
}

extension ReportedFigure {
  /// Whose figure it is and how it was counted; a year is named only where it is not the report's own, so that the
  /// same figure of two reports can be compared.
  fileprivate func place(in reported: FiscalYear) -> String {
    let other = year == reported ? "" : " \(year.startYear)"
    return "\(place.employerCode ?? "all") \(definition)\(other)"
  }
}

extension ReportedAmount {
  /// The amount without rounding.
  fileprivate var factText: String {
    switch self {
    case .withheld: "非表示"
    case .ratio(let ratio): "\(ratio.numerator)/\(ratio.denominator)"
    case .value(let milli, let ratio):
      ratio.map { "\(Self.decimal(milli)) (\($0.numerator)/\($0.denominator))" } ?? Self.decimal(milli)
    }
  }

  /// Thousandths as a decimal without needless digits: 1500 as 1.5.
  static func decimal(_ milli: Int) -> String {
    let sign = milli < 0 ? "-" : ""
    let (whole, thousandths) = milli.magnitude.quotientAndRemainder(dividingBy: 1000)
    guard thousandths > 0 else { return "\(sign)\(whole)" }
    var digits = Array(String(1000 + thousandths).utf8.dropFirst())
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return "\(sign)\(whole).\(String(decoding: digits, as: UTF8.self))"
  }
}

extension FigureLine {
  fileprivate var facts: [ReportedFact] {
    places.map { line in
      let code = line.place.employerCode.map { "\($0) " } ?? ""
      let place = line.place.bureauName ?? line.place.japanese
      return ReportedFact(
        key: .init(subject: id, detail: .figure, place: "\(code)\(place)"),
        value: line.tally.map { "\($0.ratio.numerator)/\($0.ratio.denominator)" } ?? "非表示"
      )
    }
  }
}
