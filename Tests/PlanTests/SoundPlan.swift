import Plan
import Testing

/// A small plan without a fault, to be spoiled one line at a time.
let soundPlan = """
  # A plan for tests.
  format: 1
  code: small
  edition: 1
  title: 小さな計画
  legal_basis:
    - act: 次世代育成支援対策推進法
      article: 第19条
  employers:
    - code: office
      name: 役所
      issuer: 長
  period:
    from: 2024-04-01
    until: 2026-03-31
  source:
    title: 公表ページ
    address: https://example.jp/plan
  themes:
    - id: growth
      title: 成長
      diagnosis: 成長の実感が低めです。
  chapters:
    - id: A
      title: 章
      items:
        - id: A-1
          title: 項目
          theme: growth
          measures:
            - id: A-1-1
              title: 宣言
              summary: 宣言します。
              owners: [manager, staff]
              phase: phase-2
              cadence: yearly
              evidence: 宣言の文。
              related: [A-1-3]
            - id: A-1-2
              alias_of: A-1-1
            - id: A-1-3
              title: 面談
              summary: 面談します。
              owners: [superior]
              phase: continuing
              cadence: event
              evidence: 面談の日。
  targets:
    - id: T01
      title: 宣言した人
      measures: [A-1-1]
      numerator: 宣言した人
      denominator: 管理職
      counting: 年度で数えます。
      value: 100
      unit: percent
      direction: at-least
      deadline: {fiscal_year: 2025}

  """

/// The sound plan with one text in it replaced.
func spoiled(_ old: String, _ new: String) -> String {
  let parts = soundPlan.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
  return parts.joined(separator: new)
}

/// The faults found in a text, none when it is a plan.
func faults(in text: String) -> [PlanFault] {
  guard case .failure(let found) = PlanFile.read(text) else { return [] }
  return found.faults
}

/// The line of the first occurrence, from 1.
func line(of part: String, in text: String) -> Int? {
  text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { line in line.contains(part) }.map
  { $0 + 1 }
}
