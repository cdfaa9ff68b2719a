internal import CivilTime
internal import DisclosureRules

/// 公表の設定 – what an employer decides about its publication, by name.
enum PublicationSetting: Hashable {
  /// Where the plan stands on the employer's own site; https only.
  case planLink
  /// The recruiting page; https only.
  case recruitingLink
  /// 基幹的な職員のまとまり: the name of the main group of staff; without one all stand under その他.
  case mainGroup
  /// Whether B1 is told by tenure or by leaving.
  case tenureItem
  /// Whether ranks are told as of 1 July or 31 March.
  case rankDay
  /// 公表年月 of the year, `YYYY-MM`.
  case month
  /// Why an item is left blank in the year.
  case blankReason(DisclosureItem)
  /// That a row of the pay gap is published though it tells of few; the value names the very figure.
  case payGapRelease(PayGapRow)

  /// The name under which it is stored.
  var name: String {
    switch self {
    case .planLink: "plan-link"
    case .recruitingLink: "recruiting-link"
    case .mainGroup: "main-group"
    case .tenureItem: "tenure-item"
    case .rankDay: "rank-day"
    case .month: "month"
    case .blankReason(let item): "blank-reason.\(item.rawValue)"
    case .payGapRelease(let row): "pay-gap-release.\(row.table.rawValue).\(row.key)"
    }
  }

  /// Whether it goes on in later years until it is set anew; the others are for their year alone.
  var isLasting: Bool {
    switch self {
    case .planLink, .recruitingLink, .mainGroup, .tenureItem, .rankDay, .payGapRelease: true
    case .month, .blankReason: false
    }
  }

  /// The names of those that go on.
  static let lastingNames: Set<String> = {
    let rows = PayGapRow.everyRow.map { PublicationSetting.payGapRelease($0) }
    let settings = [planLink, .recruitingLink, .mainGroup, .tenureItem, .rankDay] + rows
    return Set(settings.filter(\.isLasting).map(\.name))
  }()
}

/// B1 – what the difference between women and men is told by.
enum TenureItem: String, CaseIterable {
  /// 平均継続勤務年数
  case tenure
  /// 離職率
  case leaving

  var japanese: String {
    switch self {
    case .tenure: "平均継続勤務年数"
    case .leaving: "離職率"
    }
  }
}

/// A5 – the day on which ranks are told.
enum RankDay: String, CaseIterable {
  /// 7月1日
  case july
  /// 3月31日
  case march

  var japanese: String {
    switch self {
    case .july: "7月1日"
    case .march: "3月31日"
    }
  }
}

/// 特定事業主の設定 – all settings of one employer as they hold for one year.
package struct EmployerSettings: Sendable, Hashable {
  private let values: [String: String]
  /// The number of the last change to any of them; 0 before the first.
  let lastChange: Int64

  /// Settings by their stored names; an empty value counts as not set.
  package init(_ values: [String: String], lastChange: Int64 = 0) {
    self.values = values.filter { !$0.value.utf8.isEmpty }
    self.lastChange = lastChange
  }

  subscript(_ setting: PublicationSetting) -> String? { values[setting.name] }

  /// What stands in the field of a setting: a choice is never empty.
  func entry(_ setting: PublicationSetting) -> String {
    switch setting {
    case .tenureItem: tenureItem.rawValue
    case .rankDay: rankDay.rawValue
    default: self[setting] ?? ""
    }
  }

  var tenureItem: TenureItem { self[.tenureItem].flatMap { TenureItem(rawValue: $0) } ?? .tenure }
  var rankDay: RankDay { self[.rankDay].flatMap { RankDay(rawValue: $0) } ?? .july }
  var month: YearMonth? { self[.month].flatMap { YearMonth(iso: $0) } }
}
