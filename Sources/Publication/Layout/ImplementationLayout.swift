internal import CivilTime
internal import DelimitedText
internal import Indicators
internal import Plan

/// 実施状況 – the file for the government's site with the goals of the plan and how far they are reached.
///
/// The headings of the site were not at hand when this was written: they stand here alone.
enum ImplementationLayout {
  /// So many goals of a field have columns.
  static let mostGoals = 3
  /// The most characters (Unicode scalars) of a measure.
  static let longestMeasure = 100
  /// The most characters (Unicode scalars) of a goal's item; not confirmed by the site.
  static let longestItem = 60

  static let goalColumns = [
    "目標項目", "目標値", "目標の時期", "最新値", "最新値の時点", "目標設定時の値", "目標設定時の時点", "取組1", "取組2",
  ]

  /// One row an employer.
  static func table(_ material: PublicationMaterial) -> PublicTable {
    let headings = DisclosureField.allCases.flatMap { field in
      (1...mostGoals).flatMap { number in goalColumns.map { column(field, number, $0) } }
    }
    return PublicTable(
      columns: ["団体名", "計画へのリンク"] + headings + ["公表年月"],
      rows: material.employers.map { employer in row(employer, material) }
    )
  }

  /// The heading of a goal's column, such as ア採用1_目標項目.
  static func column(_ field: DisclosureField, _ number: Int, _ name: String) -> String {
    "\(letter(field))\(field.japanese)\(number)_\(name)"
  }

  /// The targets of a field in the plan's order; those beyond ``mostGoals`` have no columns.
  static func targets(_ field: DisclosureField, _ plan: ActionPlan) -> [Target] {
    plan.targets.filter { target in target.field == field }
  }

  private static func letter(_ field: DisclosureField) -> String {
    switch field {
    case .hiring: "ア"
    case .continuity: "イ"
    case .hours: "ウ"
    case .promotion: "エ"
    case .other: "オ"
    }
  }

  private static func row(_ employer: EmployerMaterial, _ material: PublicationMaterial) -> [DelimitedField] {
    let plan = material.content.plan
    let goals = DisclosureField.allCases.flatMap { field -> [DelimitedField] in
      let targets = targets(field, plan).prefix(mostGoals)
      let filled = targets.flatMap { target in
        PublishedGoal(target, of: employer, in: material).texts.map { DelimitedField.freeText($0) }
      }
      let empty = (mostGoals - targets.count) * goalColumns.count
      return filled + Array(repeating: .value(""), count: empty)
    }
    let link = PublicLinks(employer, material).plan ?? ""
    return [.freeText(employer.name), .freeText(link)] + goals + [.value(employer.settings.month?.iso ?? "")]
  }
}

/// 公表する目標 – one goal in one employer's row.
struct PublishedGoal {
  let target: Target
  let figure: ReportedFigure?
  let baseline: EmployerMaterial.Baseline?
  let measures: [String]

  init(_ target: Target, of employer: EmployerMaterial, in material: PublicationMaterial) {
    let content = material.content
    self.target = target
    let line = content.target(target.id)
    let own = line?.byEmployer.first { $0.place.employerCode == employer.code }
    // The figure of all is the employer's own where nobody else shares the plan.
    figure = own ?? (content.plan.employers.count == 1 ? line?.judged : nil)
    baseline = employer.baselines[target.id]
    measures = target.measures.prefix(2).compactMap { content.plan.content(of: $0)?.title }
  }

  /// The texts of the nine columns.
  var texts: [String] {
    [
      target.title, target.value.japanese, target.deadline.japanese,
      figure.map { GoalWords.text($0.amount, target) } ?? "", figure.map { GoalWords.day($0.asOf) } ?? "",
      baseline.map { GoalWords.text($0.amount, target) } ?? "", baseline.map { GoalWords.day($0.asOf) } ?? "",
      measures.first ?? "", measures.count > 1 ? measures[1] : "",
    ]
  }
}

/// The figure of a target in words, with its unit.
enum GoalWords {
  static func day(_ day: CivilDate) -> String { day.iso }

  static func text(_ amount: ReportedAmount, _ target: Target) -> String {
    let unit = target.value.unit
    switch amount {
    case .withheld: return PayGapWords.withheld
    case .ratio(let ratio) where isShare(target): return words(PublishedNumber.share(ratio), unit: "％")
    case .ratio(let ratio): return words(PublishedNumber.average(ratio, parts: 1), unit: unit.japanese)
    // A rate from a file comes with its group, and of a small one there is no rate.
    case .value(_, let ratio?) where isShare(target): return words(PublishedNumber.share(ratio), unit: "％")
    case .value(let milli, _) where unit == .milestone: return milli > 0 ? "実施" : "未実施"
    case .value(let milli, _): return FileNumber.milli(milli) + unit.japanese
    }
  }

  static let tooFew = "n<10"

  private static func words(_ amount: PublishedNumber.Amount, unit: String) -> String {
    switch amount {
    case .percent(let permille): FileNumber.text(permille, decimals: 1) + unit
    case .value(let milli): FileNumber.milli(milli) + unit
    case .count(let count): "\(count)" + unit
    case .withheld: PayGapWords.withheld
    case .tooFew, .nobody: tooFew
    }
  }

  /// Whether the figure is a share: by its unit, or because cases are held against a floor one by one.
  private static func isShare(_ target: Target) -> Bool {
    switch (target.value.unit, target.judged) {
    case (.percent, _), (.permille, _), (_, .share), (_, .complete): true
    case (_, .value): false
    }
  }
}
