internal import Indicators
internal import People
internal import Plan

extension FollowUpContent {
  /// The families of figures of which the report holds a number that is not shown so today.
  ///
  /// What may be shown beside it was then judged by other numbers: nobody knows what today's would tell beside those of
  /// a frozen report.
  func changedFamilies(in figures: some Sequence<IndicatorFigure>) -> Set<String> {
    let told = Dictionary(grouping: numbers, by: \.indicator)
    let changed = figures.filter { figure in
      (told[figure.definition.id] ?? []).contains { number in
        number.ratio != figure.ratio(of: number.employer)
      }
    }
    return Set(changed.compactMap { $0.definition.family?.name })
  }

  /// A number that the report shows of an employer, or of all.
  fileprivate struct Number {
    let indicator: String
    let employer: String?
    let ratio: Ratio
  }

  private var numbers: [Number] {
    let lines = figures.flatMap { line in line.places.compactMap { Number(line.id, $0) } }
    let told = targets.flatMap { target in
      ([target.judged].compactMap { $0 } + target.others + target.byEmployer).filter { $0.year == year }
    }
    return lines + told.compactMap { Number($0) }
  }
}

extension FollowUpContent.Number {
  init?(_ indicator: String, _ line: PlaceLine) {
    guard line.place.isWhole, let tally = line.tally else { return nil }
    self.init(indicator: indicator, employer: line.place.employerCode, ratio: tally.ratio)
  }

  init?(_ figure: ReportedFigure) {
    guard figure.origin == .computed, figure.place.isWhole else { return nil }
    switch figure.amount {
    case .ratio(let ratio), .value(_, of: let ratio?):
      self.init(indicator: figure.source, employer: figure.place.employerCode, ratio: ratio)
    case .withheld, .value(_, of: nil): return nil
    }
  }
}

extension ReportedPlace {
  /// Whether it is an employer or all of them, not a part of one.
  fileprivate var isWhole: Bool {
    switch self {
    case .all, .employer: true
    case .bureau, .otherBureaus: false
    }
  }
}

extension IndicatorFigure {
  /// What is shown today of an employer or of all; nil where nothing may be.
  fileprivate func ratio(of code: String?) -> Ratio? {
    guard let code else { return total.ratio }
    return employers.first { $0.employer.code.utf8.elementsEqual(code.utf8) }?.figure.ratio
  }
}

extension Figure {
  fileprivate var ratio: Ratio? {
    if case .shown(let tally) = self { tally.ratio } else { nil }
  }
}
