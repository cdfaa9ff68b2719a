internal import CivilTime
internal import Duties
package import Indicators
internal import People
internal import Store

/// 計画がつくる指標: the figures that a plan makes from its own duties and reports, for targets and for states.
package enum DutyIndicators: Sendable {
  /// The ids of the figures to read for a source, the judged one first; empty for imported figures.
  package static func id(of source: TargetSource) -> [String] { source.indicators }

  /// The id of the figure that counts the units which have not reported a measure.
  package static func unitsWithout(_ measure: MeasureID) -> String {
    TargetSource.unitsWithout(measure).indicators.first ?? ""
  }

  /// One indicator for each source that a target names, and one for each measure that every unit has to report.
  package static func indicators(for plan: ActionPlan) -> [Indicator] {
    var made: [Indicator] = []
    var ids: Set<String> = []
    let sources =
      plan.targets.map { target in (target.source, target.judged == .complete) }
      + plan.originals.filter { $0.ownContent?.coverage == .unitsWithAny }.map {
        (.unitsWithout($0.id), false)
      }
    for (source, isNewestAlone) in sources {
      guard let indicator = indicator(source, isNewestAlone: isNewestAlone, plan) else { continue }
      if ids.insert(indicator.definition.id).inserted { made.append(indicator) }
    }
    return made
  }

  private static func indicator(
    _ source: TargetSource,
    isNewestAlone: Bool,
    _ plan: ActionPlan
  ) -> Indicator? {
    guard let id = source.indicators.first, let measure = source.measure,
      let content = plan.content(of: measure)
    else { return nil }
    let place = MeasurePlace(plan: plan.code, measure: measure, headCount: content.headCount)
    let title = "\(measure) \(content.title)"
    switch source {
    case .indicators, .imported: return nil
    case .coverage: return coverage(id, title, place, content.tellsOfPeople)
    case .held: return held(id, title, place)
    case .share: return isNewestAlone ? newestShare(id, title, place) : share(id, title, place)
    case .unitsWithout: return unitsWithout(id, title, place)
    }
  }

  private static func coverage(
    _ id: String,
    _ title: String,
    _ place: MeasurePlace,
    _ tellsOfPeople: Bool
  ) -> Indicator {
    let definition = Indicator.Definition(
      id: id,
      title: "\(title)：実施割合",
      numerator: "年度中に求められたもののうち、済んだものの数",
      denominator: "年度中に求められたものの数（理由を付けて免除したものを除く）",
      form: .share,
      source: "取組の義務の記録",
      methodVersion: 1,
      guardKind: tellsOfPeople ? .people : .shares
    )
    return Indicator(definition, listing: DutyRowRecords.coverage(place)) { year, _, connection in
      try DutyFigureRecords.coverage(place, in: year, on: connection)
    }
  }

  private static func held(_ id: String, _ title: String, _ place: MeasurePlace) -> Indicator {
    let definition = Indicator.Definition(
      id: id,
      title: "\(title)：実施した回数",
      numerator: "年度中に実施したという報告の数",
      denominator: "年度中に求められた報告の数",
      form: .count,
      source: "取組の報告と義務の記録",
      methodVersion: 1,
      guardKind: place.headCount == .named ? .shares : .people,
      unit: "回"
    )
    return Indicator(definition) { year, _, connection in
      try DutyFigureRecords.held(place, in: year, on: connection)
    }
  }

  private static func share(_ id: String, _ title: String, _ place: MeasurePlace) -> Indicator {
    let definition = shareDefinition(id, title, counted: "年度中の報告の件数の合計", of: "年度中の報告の対象の件数の合計")
    return Indicator(definition, listing: DutyRowRecords.share(place)) { year, _, connection in
      try DutyFigureRecords.share(place, in: year, on: connection)
    }
  }

  private static func newestShare(_ id: String, _ title: String, _ place: MeasurePlace) -> Indicator {
    let definition = shareDefinition(id, title, counted: "最も新しい報告の件数", of: "最も新しい報告の対象の件数")
    return Indicator(definition, listing: DutyRowRecords.newestShare(place))
  }

  private static func shareDefinition(
    _ id: String,
    _ title: String,
    counted: String,
    of whole: String
  ) -> Indicator.Definition {
    Indicator.Definition(
      id: id,
      title: "\(title)：報告された割合",
      numerator: counted,
      denominator: whole,
      form: .share,
      source: "取組の報告",
      methodVersion: 1
    )
  }

  private static func unitsWithout(_ id: String, _ title: String, _ place: MeasurePlace) -> Indicator {
    let definition = Indicator.Definition(
      id: id,
      title: "\(title)：報告のない組織",
      numerator: "年度中に一度も報告していない組織の数",
      denominator: "報告を求められた組織の数",
      form: .count,
      source: "取組の報告と義務の記録",
      methodVersion: 1,
      guardKind: place.headCount == .named ? .shares : .people,
      unit: "組織"
    )
    return Indicator(definition, listing: DutyRowRecords.unitsWithout(place))
  }
}

/// A measure of a plan.
struct MeasurePlace: Hashable, Sendable {
  let plan: String
  let measure: MeasureID
  /// How the people are counted of whom its duties tell.
  let headCount: DutyHeadCount
}
