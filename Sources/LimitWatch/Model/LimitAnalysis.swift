internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// 要因 – why overtime went beyond a limit, by the codes in which analyses are counted.
package enum OvertimeFactor: String, SQLStorable, Hashable, CaseIterable {
  case diet
  case legislation
  case budget
  case negotiation
  case disaster
  case personnel
  case inquiries
  case understaffing
  case other

  var japanese: String {
    switch self {
    case .diet: "国会対応"
    case .legislation: "法令立案"
    case .budget: "予算・会計"
    case .negotiation: "国際交渉"
    case .disaster: "災害対応"
    case .personnel: "人事・給与"
    case .inquiries: "他律的な照会"
    case .understaffing: "人員不足"
    case .other: "その他"
    }
  }
}

/// 要因の整理・分析・検証 – a unit's answer to the months of a fiscal year beyond a limit (人事院規則15―14 第16条の2の2第3項).
struct LimitAnalysis: Sendable, Hashable {
  /// A factor of a person's month, with its part of the overtime where it is known.
  struct Share: Sendable, Hashable {
    let factor: OvertimeFactor
    let minutes: Minutes?
  }

  /// A person's month.
  struct PersonMonth: Sendable, Hashable {
    let employee: RecordID<Employee>
    let month: YearMonth
  }

  let unit: RecordID<OrganizationUnit>
  let year: FiscalYear
  let revision: Int
  let isSubmitted: Bool
  let factors: [PersonMonth: [Share]]
  /// 人員の状況.
  let staffing: String
  /// 講じた措置・今後の対策.
  let measures: String
  let writtenAt: Instant
  let author: String

  /// 提出: the months that a submitted analysis names, and when it was submitted.
  struct Answer: Sendable, Hashable {
    let months: Set<PersonMonth>
    let on: CivilDate

    /// Whether no month of the year could come after it.
    func isFinal(of year: FiscalYear) -> Bool { on > year.lastDay }
  }

  /// Until when the causes are to be analysed: half a year after the end of the fiscal year.
  static func dueDay(of year: FiscalYear) -> CivilDate {
    year.lastMonth.adding(months: OvertimeCaps.verification.newest.amount).lastDay
  }
}

/// 上限を超えた人月 – a person's month beyond at least one limit.
struct ExceededMonth: Sendable {
  let key: LimitAnalysis.PersonMonth
  let name: String
  let overtime: Minutes
  let findings: [OvertimeFinding]

  /// Whether special work stands behind all of it.
  var isSpecial: Bool { findings.allSatisfy { $0.verdict != .exceeded } }
}
