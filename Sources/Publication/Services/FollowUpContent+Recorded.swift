internal import Indicators
internal import Plan

extension FollowUpContent {
  /// The figures of an employer that the report itself holds, frozen with it: the files never say anything else.
  func recorded(of employer: String) -> [String: RecordedFigure] {
    let told = Dictionary(targets.flatMap(\.byEmployer).compactMap { recorded($0, of: employer) }) {
      first,
      _ in first
    }
    let counted = figures.compactMap { line in recorded(line, of: employer) }
    return told.merging(counted) { $1 }
  }

  private func recorded(_ line: FigureLine, of employer: String) -> (String, RecordedFigure)? {
    let place = line.places.first { place in
      if case .employer(let code, _) = place.place { code.utf8.elementsEqual(employer.utf8) } else { false }
    }
    guard let place, let asOf = line.asOf else { return nil }
    let figure = RecordedFigure(
      ratio: place.tally?.ratio,
      form: Indicator.Form(line.form),
      asOf: asOf,
      isProvisional: line.isProvisional
    )
    return (line.id, figure)
  }

  /// A share that stands at a target; other forms are held in the units of targets there.
  private func recorded(_ figure: ReportedFigure, of employer: String) -> (String, RecordedFigure)? {
    guard figure.origin == .computed, figure.year == year,
      figure.place.employerCode?.utf8.elementsEqual(employer.utf8) ?? false
    else { return nil }
    let ratio: Ratio?
    switch figure.amount {
    case .ratio(let share): ratio = share
    case .withheld: ratio = nil
    case .value: return nil
    }
    let recorded = RecordedFigure(
      ratio: ratio,
      form: .share,
      asOf: figure.asOf,
      isProvisional: figure.isProvisional
    )
    return (figure.source, recorded)
  }
}

extension Indicator.Form {
  /// The form of a figure as a report holds it.
  fileprivate init(_ form: ReportedForm) {
    switch form {
    case .share: self = .share
    case .count: self = .count
    case .averageYears: self = .average(.years)
    case .averageHours: self = .average(.hours)
    case .averageDays: self = .average(.days)
    }
  }
}
