internal import CivilTime
internal import DisclosureRules
internal import Indicators
internal import People
internal import Plan
internal import Store

/// 公表の材料の読み取り – reads what employers publish besides the follow-up; nothing is computed.
struct PublicationReading: Sendable {
  private let figures: FigureReading
  private let targets: TargetReading

  init(definitions: [Indicator.Definition]) {
    figures = FigureReading(definitions: definitions)
    targets = TargetReading(definitions: definitions)
  }

  /// The employers that share the plan and are known to the database, in the plan's order.
  func employers(
    of content: FollowUpContent,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [EmployerMaterial] {
    let year = content.year
    let known = try EmployerRecords.all(on: connection)
    let employers = content.plan.employers.compactMap { planned in
      known.first { $0.code.utf8.elementsEqual(planned.code.utf8) }
    }
    let settings = try SettingRecords.settings(in: year, on: connection)
    let reported = Self.reported(content)
    let read = try figures.figures(
      Self.indicators.union(reported),
      alone: Self.indicators.subtracting(reported),
      in: year,
      today: today,
      detail: .employers,
      on: connection
    )
    let changed = content.changedFamilies(in: read.values)
    let recorded = read.filter { id, _ in Self.indicators.contains(id) }
    let supplied = try supplied(year, on: connection)
    let payGaps = try PayGapRecords.shown(in: year, on: connection)
    let baselines = try baselines(of: content, today: today, on: connection)
    return employers.map { employer in
      EmployerMaterial(
        code: employer.code,
        name: employer.name,
        settings: settings[employer.id] ?? EmployerSettings([:]),
        figures: Self.figures(recorded, of: employer, without: changed).merging(
          content.recorded(of: employer.code)
        ) {
          // A target holds an average in its own unit.
          $0.form == $1.form ? $1 : $0
        },
        supplied: Self.supplied(supplied, of: employer, isAlone: employers.count == 1),
        payGap: payGaps[employer.id]?.shown,
        payGapBefore: payGaps[employer.id]?.before,
        baselines: baselines[employer.id] ?? [:]
      )
    }
  }

  /// The indicators of all columns, whatever employers have set.
  private static let indicators: Set<String> = {
    let choices = [("tenure", "july"), ("leaving", "march")].map { tenure, day in
      EmployerSettings([
        PublicationSetting.tenureItem.name: tenure, PublicationSetting.rankDay.name: day,
      ])
    }
    let cells = choices.flatMap { settings in
      DisclosureItem.allCases.flatMap { DisclosureCells.cells(of: $0, settings) }
    }
    return Set(
      cells.flatMap { cell -> [String] in
        switch cell.source {
        case .indicator(let id), .above(let id), .rest(let id): [id]
        case .difference(let left, let right): [left, right]
        case .nothing, .payGap: []
        }
      }
    )
  }()

  /// The indicators whose sum over all employers is public too, so that one employer's could be subtracted from it.
  private static func reported(_ content: FollowUpContent) -> Set<String> {
    let measures = content.plan.originals.flatMap { content.plan.content(of: $0.id)?.indicators ?? [] }
    return Set(content.plan.targets.flatMap(\.source.indicators) + measures + content.figures.map(\.id))
  }

  /// The figures of an employer as they stand today; none is shown of the families that have changed.
  private static func figures(
    _ figures: [String: IndicatorFigure],
    of employer: Employer,
    without changed: Set<String>
  ) -> [String: RecordedFigure] {
    figures.compactMapValues { figure in
      guard let run = figure.run, let own = figure.employers.first(where: { $0.employer == employer }) else {
        return nil
      }
      var ratio: Ratio?
      if case .shown(let tally) = own.figure, !figure.definition.isOf(changed) { ratio = tally.ratio }
      return RecordedFigure(
        ratio: ratio,
        form: figure.definition.form,
        asOf: run.asOf,
        isProvisional: run.isProvisional
      )
    }
  }

  /// Figures from files for the year or the year before it, oldest first.
  private func supplied(_ year: FiscalYear, on connection: any SQLConnection) throws -> [ImportedFigure] {
    try ImportedFigureRecords.latest(
      keys: Set(PublicationKeys.cells.map(\.fileKey)),
      years: year.advanced(by: -1)...year,
      on: connection
    )
  }

  private static func supplied(
    _ figures: [ImportedFigure],
    of employer: Employer,
    isAlone: Bool
  ) -> [String: SuppliedFigure] {
    var newest: [String: ImportedFigure] = [:]
    for figure in figures where figure.employer == employer.id || (isAlone && figure.employer == nil) {
      let earlier = newest[figure.key]
      if earlier.map({ ($0.year, $0.id) <= (figure.year, figure.id) }) ?? true { newest[figure.key] = figure }
    }
    return newest.mapValues { figure in
      SuppliedFigure(
        milli: figure.valueMilli,
        ratio: figure.ratio,
        asOf: figure.asOf,
        source: "\(figure.source)、\(figure.method)"
      )
    }
  }

  /// The first known figure of each target before the year, employer by employer.
  private func baselines(
    of content: FollowUpContent,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employer>: [TargetID: EmployerMaterial.Baseline]] {
    var found: [RecordID<Employer>: [TargetID: EmployerMaterial.Baseline]] = [:]
    for year in try yearsBefore(content, on: connection) {
      let standings = try targets.standings(of: content.plan, in: year, today: today, on: connection)
      for (target, standing) in standings {
        for figure in standing.byEmployer where figure.year < content.year {
          guard let employer = figure.employer, found[employer.id]?[target] == nil else { continue }
          let baseline = EmployerMaterial.Baseline(amount: Self.amount(figure.amount), asOf: figure.asOf)
          found[employer.id, default: [:]][target] = baseline
        }
      }
    }
    return found
  }

  private static func amount(_ amount: TargetAmount) -> ReportedAmount {
    switch amount {
    case .ratio(let ratio): .ratio(ratio)
    case .value(let milli, let ratio): .value(milli: milli, of: ratio)
    case .withheld: .withheld
    }
  }

  /// The years before the one reported in which any target has a figure, the earliest first.
  private func yearsBefore(
    _ content: FollowUpContent,
    on connection: any SQLConnection
  ) throws -> [FiscalYear] {
    let plan = content.plan
    let counted = try StoredFigureRecords.history(
      of: Set(plan.targets.flatMap(\.source.indicators)),
      on: connection
    ).values.flatMap { points in points.map(\.year) }
    let imported = try ImportedFigureRecords.latest(
      keys: Set(plan.targets.map { $0.key(in: plan) }),
      years: content.year.advanced(by: -11)...content.year,
      on: connection
    ).map(\.year)
    return Set(counted + imported).filter { $0 < content.year }.sorted()
  }
}

extension Indicator.Definition {
  fileprivate func isOf(_ families: Set<String>) -> Bool {
    family.map { families.contains($0.name) } ?? false
  }
}
