/// 特定事業主行動計画: the whole plan as data, proved whole when it was read.
///
/// In a plan from ``PlanFile`` every id is unique, every alias points to an original, and every measure, theme and
/// related row that is named exists.
public struct ActionPlan: Hashable, Sendable {
  /// The lasting code of the plan, such as `soumu`.
  public let code: String
  /// The edition of the data, from 1; raised with each revision.
  public let edition: Int
  /// The title in Japanese.
  public let title: String
  /// What the plan is for, in one Japanese sentence.
  public let summary: String?
  /// The articles that the plan is made under; at least one.
  public let legalBasis: [LegalBasis]
  /// The employers that share the plan; at least one.
  public let employers: [PlanEmployer]
  /// The days for which it holds.
  public let period: PlanPeriod
  /// Where the plan itself can be read.
  public let source: PlanSource?
  /// The documents that it follows.
  public let parentDocuments: [ParentDocument]
  /// The themes in their order.
  public let themes: [PlanTheme]
  /// Where the public finds the plan and the recruiting page.
  public let links: PlanLinks
  /// Why this edition replaces the one before it; nil for a first edition.
  public let revision: PlanRevision?
  /// The chapters in the plan's order; at least one.
  public let chapters: [Chapter]
  /// The targets in their order.
  public let targets: [Target]

  private let positions: [MeasureID: Int]

  /// All rows in the plan's order, aliases included.
  public let measures: [Measure]

  /// All rows that are not aliases, in the plan's order.
  public var originals: [Measure] {
    measures.filter { measure in measure.aliasOf == nil }
  }

  init(frame: PlanFrame, chapters: [Chapter], targets: [Target]) {
    code = frame.code
    edition = frame.edition
    title = frame.title
    summary = frame.summary
    legalBasis = frame.legalBasis
    employers = frame.employers
    period = frame.period
    source = frame.source
    parentDocuments = frame.parentDocuments
    themes = frame.themes
    links = frame.links
    revision = frame.revision
    self.chapters = chapters
    self.targets = targets
    measures = chapters.flatMap(\.items).flatMap(\.measures)
    let numbered = measures.enumerated().map { position, measure in (measure.id, position) }
    positions = Dictionary(numbered) { first, _ in first }
  }

  /// The row with this id, alias or original, or nil when the plan has none.
  public func measure(_ id: MeasureID) -> Measure? {
    positions[id].map { position in measures[position] }
  }

  /// The row that carries the progress of this one: itself, or the original of an alias.
  public func original(of id: MeasureID) -> Measure? {
    guard let row = measure(id) else { return nil }
    return row.aliasOf.flatMap(measure) ?? row
  }

  /// The content of this row, that of the original for an alias.
  public func content(of id: MeasureID) -> MeasureContent? {
    original(of: id)?.ownContent
  }

  /// The aliases that repeat this measure, in the plan's order.
  public func aliases(of id: MeasureID) -> [Measure] {
    measures.filter { measure in measure.aliasOf == id }
  }

  /// The target with this id, or nil when the plan has none.
  public func target(_ id: TargetID) -> Target? {
    targets.first { target in target.id == id }
  }

  /// The targets that belong to this measure, those of the original for an alias.
  public func targets(of id: MeasureID) -> [Target] {
    guard let original = original(of: id) else { return [] }
    return targets.filter { target in target.measures.contains(original.id) }
  }

  /// The employer with this code, or nil when it does not share the plan.
  public func employer(code: String) -> PlanEmployer? {
    employers.first { employer in employer.code == code }
  }
}

/// The head of a plan, before its chapters and targets are read.
struct PlanFrame {
  let code: String
  let edition: Int
  let title: String
  let summary: String?
  let legalBasis: [LegalBasis]
  let employers: [PlanEmployer]
  let period: PlanPeriod
  let source: PlanSource?
  let parentDocuments: [ParentDocument]
  let themes: [PlanTheme]
  let links: PlanLinks
  let revision: PlanRevision?
}
