package import CivilTime
package import DisclosureRules
internal import Plan

/// 様式の確認 – holds the files against the limits of the site and the rules of law.
package enum LayoutCheck: Sendable {
  /// What must or should be mended in the two files, employer by employer.
  package static func findings(_ material: PublicationMaterial) -> [LayoutFinding] {
    material.employers.flatMap { employer in
      frame(employer, material) + DisclosureField.allCases.flatMap { goals($0, employer, material) }
        + disclosure(employer)
    }
  }

  /// What the law asks for beyond what an employer publishes.
  package static func verdict(
    _ employer: EmployerMaterial,
    on day: CivilDate
  ) -> [PublicationFinding] {
    PublicationRule.verdict(DisclosureLayout.rows(employer).map(\.entry), on: day)
  }

  private static func frame(
    _ employer: EmployerMaterial,
    _ material: PublicationMaterial
  ) -> [LayoutFinding] {
    var found: [LayoutFinding] = []
    let links = PublicLinks(employer, material)
    for (column, link) in [("計画へのリンク", links.plan), ("採用ページへのリンク", links.recruiting)] {
      if let link, !PublicLinks.isSound(link) {
        found.append(fault(employer, column, "https://で始まる、空白のないアドレスにしてください。"))
      }
      if link == nil { found.append(warning(employer, column, "設定されていません。")) }
    }
    switch employer.settings.month {
    case nil: found.append(fault(employer, "公表年月", "公表する年月を設定してください。"))
    case let month? where month < material.year.firstMonth:
      found.append(fault(employer, "公表年月", "\(material.year.japanese)より前の年月です。"))
    default: break
    }
    if employer.settings[.mainGroup] == nil {
      found.append(
        warning(employer, "基幹的な職員のまとまり", "設定がないため、すべて「その他」の欄に入れます。")
      )
    }
    return found
  }

  private static func goals(
    _ field: DisclosureField,
    _ employer: EmployerMaterial,
    _ material: PublicationMaterial
  ) -> [LayoutFinding] {
    let targets = ImplementationLayout.targets(field, material.content.plan)
    var found: [LayoutFinding] = []
    for (place, target) in targets.prefix(ImplementationLayout.mostGoals).enumerated() {
      found += goal(target, place + 1, employer, material)
    }
    let left = targets.dropFirst(ImplementationLayout.mostGoals)
    if !left.isEmpty {
      let titles = left.map { "「\($0.title)」" }.joined()
      let message = "この分野の目標は\(ImplementationLayout.mostGoals)件まで入ります。\(titles)は入りません。"
      found.append(warning(employer, field.japanese, message))
    }
    return found
  }

  private static func goal(
    _ target: Target,
    _ number: Int,
    _ employer: EmployerMaterial,
    _ material: PublicationMaterial
  ) -> [LayoutFinding] {
    let goal = PublishedGoal(target, of: employer, in: material)
    func column(_ name: String) -> String { ImplementationLayout.column(target.field, number, name) }
    var found: [LayoutFinding] = []
    found += length(target.title, ImplementationLayout.longestItem, employer, column("目標項目"))
    for (place, measure) in goal.measures.enumerated() {
      found += length(measure, ImplementationLayout.longestMeasure, employer, column("取組\(place + 1)"))
    }
    if target.field != .other, goal.figure == nil {
      found.append(warning(employer, column("最新値"), "「\(target.title)」の数値がまだありません。"))
    }
    if target.field != .other, goal.baseline == nil {
      found.append(warning(employer, column("目標設定時の値"), "「\(target.title)」の目標設定時の数値がありません。"))
    }
    return found
  }

  private static func length(
    _ text: String,
    _ most: Int,
    _ employer: EmployerMaterial,
    _ column: String
  ) -> [LayoutFinding] {
    let count = text.unicodeScalars.count
    guard count > most else { return [] }
    return [fault(employer, column, "\(most)文字までの欄に\(count)文字あります。短くしてください。")]
  }

  /// What stands in the second file without counting as published.
  private static func disclosure(_ employer: EmployerMaterial) -> [LayoutFinding] {
    DisclosureLayout.rows(employer).compactMap { row in
      let entry = row.entry
      guard entry.content != .nothing, let month = employer.settings.month,
        let fault = entry.fault(on: month.lastDay)
      else { return nil }
      return warning(employer, "\(row.item.code) \(row.item.japanese)", fault.japanese)
    }
  }

  private static func fault(
    _ employer: EmployerMaterial,
    _ column: String,
    _ message: String
  ) -> LayoutFinding {
    LayoutFinding(.fault, employer: employer.name, column: column, message)
  }

  private static func warning(
    _ employer: EmployerMaterial,
    _ column: String,
    _ message: String
  ) -> LayoutFinding {
    LayoutFinding(.warning, employer: employer.name, column: column, message)
  }
}
