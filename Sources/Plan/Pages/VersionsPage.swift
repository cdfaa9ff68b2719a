internal import CivilTime
internal import Markup
internal import Site

/// 計画の版: every edition of the plan, why it was made, from when it holds, and what became of its measures.
struct VersionsPage: Sendable {
  /// The editions, the newest first.
  let editions: [EditionLine]
  let today: CivilDate

  var content: PageContent {
    PageContent(
      title: "計画の版",
      breadcrumbs: [Breadcrumb("取組と指標", Paths.home)],
      lead: "登録された計画の版です。過ぎた年度は、その年度の版のまま見ることができます。",
      body: HTML(editions.map(section))
    )
  }

  private func section(_ line: EditionLine) -> HTML {
    let plan = line.version.plan
    let from = plan.period.from.map(\.japaneseWithoutWeekday) ?? ""
    let facts: [(term: String, value: HTML)] = [
      (term: "表題", value: "\(plan.title)"),
      (term: "計画期間", value: "\(from)〜\(plan.period.until.japaneseWithoutWeekday)"),
      (term: "この版で見る年度", value: "\(line.firstYear.map { "\($0.japanese)から" } ?? "最初から")"),
      (term: "改めた理由", value: "\(line.reason ?? "最初の版です。")"),
      (term: "登録した日時", value: "\(OfficeZone.dateTimeText(line.version.loadedAt))"),
      (term: "取組と目標", value: "\(plan.originals.count)の取組、\(plan.targets.count)の目標"),
      (term: "計画データの要約値", value: "<code>\(line.version.digest.description)</code>"),
    ]
    return Panels.section(
      "第\(plan.edition)版",
      id: "edition-\(plan.edition)",
      body: Panels.keyValues(facts) + changes(line)
    )
  }

  private func changes(_ line: EditionLine) -> HTML {
    guard let before = line.before else { return .empty }
    let difference = EditionDifference(plan: line.version.plan, before: before)
    let lines = line.mappings.map(\.japanese) + difference.lines
    guard !lines.isEmpty else { return "<p>前の版と取組の番号は変わりません。</p>" }
    let items = lines.map { text -> HTML in "<li>\(text)</li>" }
    return "<h3>前の版との違い</h3><ul>\(items)</ul>"
  }
}

/// One edition with what is known of it.
struct EditionLine: Sendable {
  let version: PlanVersion
  let firstYear: FiscalYear?
  let reason: String?
  /// The plan of the edition before; nil for the first.
  let before: ActionPlan?
  let mappings: [MappingLine]
}

/// What an edition changed besides what its mapping says.
struct EditionDifference {
  let plan: ActionPlan
  let before: ActionPlan

  var lines: [String] {
    let mapped = Set(plan.revision?.mapping.flatMap(Self.continued) ?? [])
    let new = plan.originals.filter { before.measure($0.id) == nil && !mapped.contains($0.id) }
    let renamed = plan.originals.filter { measure in
      guard let old = before.measure(measure.id)?.ownContent else { return false }
      return old.title != measure.ownContent?.title
    }
    let redefined = plan.targets.filter { target in
      before.target(target.id).map { $0.definition != target.definition } ?? false
    }
    let targets = plan.targets.filter { before.target($0.id) == nil }
    let dropped = before.targets.filter { plan.target($0.id) == nil }
    return new.map { "新しい取組：\($0.id) \($0.ownContent?.title ?? "")" }
      + renamed.map { "表題を改めた取組：\($0.id) \($0.ownContent?.title ?? "")" }
      + targets.map { "新しい目標：\($0.id) \($0.title)" }
      + redefined.map { "数え方を改めた目標：\($0.id) \($0.title)（定義の版\($0.definition)）" }
      + dropped.map { "終わった目標：\($0.id) \($0.title)" }
  }

  private static func continued(_ entry: MeasureMapping) -> [MeasureID] {
    guard case .continued(let ids) = entry.fate else { return [] }
    return ids
  }
}
