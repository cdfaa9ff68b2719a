internal import CivilTime
internal import DisclosureRules
internal import Site

/// The form with what an employer sets: its fields as stored or as typed, and what must be mended in them.
struct SettingForm: Sendable {
  static let month = "month"
  static let planLink = "plan-link"
  static let recruitingLink = "recruiting-link"
  static let mainGroup = "main-group"
  static let tenureItem = "tenure-item"
  static let rankDay = "rank-day"

  static let seen = "seen"

  static func reason(_ item: DisclosureItem) -> String { "reason-\(item.rawValue.lowercased())" }

  private let fields: FormFields
  let faults: [FormFault]
  /// What was typed, as settings; empty where something must be mended.
  let values: [(PublicationSetting, String)]
  /// What others have set meanwhile, when the form is drawn again.
  var overtaken: [(PublicationSetting, SettingChange)] = []

  /// The fields as they are stored.
  init(_ settings: EmployerSettings) {
    fields = FormFields(
      [
        (Self.month, settings.entry(.month)), (Self.planLink, settings.entry(.planLink)),
        (Self.recruitingLink, settings.entry(.recruitingLink)),
        (Self.mainGroup, settings.entry(.mainGroup)), (Self.tenureItem, settings.entry(.tenureItem)),
        (Self.rankDay, settings.entry(.rankDay)),
      ] + DisclosureItem.allCases.map { (Self.reason($0), settings.entry(.blankReason($0))) }
    )
    faults = []
    values = []
  }

  /// The fields as they were posted.
  init(posted: FormFields, year: FiscalYear) {
    var reader = FormReader(posted)
    var values: [(PublicationSetting, String)] = [
      (.month, Self.month(&reader, year)), (.planLink, Self.link(&reader, Self.planLink, "計画へのリンク")),
      (.recruitingLink, Self.link(&reader, Self.recruitingLink, "採用ページへのリンク")),
      (.mainGroup, reader.optionalText(Self.mainGroup, label: "基幹的な職員のまとまり", most: 60) ?? ""),
    ]
    let tenure = reader.choice(Self.tenureItem, label: "継続勤務年数・離職率", as: TenureItem.self)
    let day = reader.choice(Self.rankDay, label: "役職段階の時点", as: RankDay.self)
    values += [(.tenureItem, tenure?.rawValue ?? ""), (.rankDay, day?.rawValue ?? "")]
    for item in DisclosureItem.allCases {
      let reason = reader.optionalText(Self.reason(item), label: "\(item.code)の理由", most: 200)
      values.append((.blankReason(item), reason ?? ""))
    }
    fields = posted
    faults = reader.faults
    self.values = reader.faults.isEmpty ? values : []
  }

  func value(_ field: String) -> String { fields.first(field) ?? "" }

  /// The name of a setting on the page.
  static func label(_ setting: PublicationSetting) -> String {
    switch setting {
    case .planLink: "計画へのリンク"
    case .recruitingLink: "採用ページへのリンク"
    case .mainGroup: "基幹的な職員のまとまり"
    case .tenureItem: "継続勤務年数・離職率のどちらで公表するか"
    case .rankDay: "役職段階と管理的地位の時点"
    case .month: "公表年月"
    case .blankReason(let item): "\(item.code) \(item.japanese)"
    case .payGapRelease(let row): row.japanese
    }
  }

  /// A stored value in the words of the page.
  static func words(_ setting: PublicationSetting, _ value: String) -> String {
    switch setting {
    case .tenureItem: TenureItem(rawValue: value)?.japanese ?? value
    case .rankDay: RankDay(rawValue: value)?.japanese ?? value
    default: value.utf8.isEmpty ? "（空）" : value
    }
  }

  private static func month(_ reader: inout FormReader, _ year: FiscalYear) -> String {
    guard let text = reader.optionalText(month, label: "公表年月", most: 20) else { return "" }
    guard let month = YearMonth(iso: DigitFolding.folded(text)) else {
      reader.add(Self.month, "公表年月を「2026-06」のように入力してください。")
      return ""
    }
    if month < year.firstMonth { reader.add(Self.month, "\(year.japanese)以後の年月を入力してください。") }
    return month.iso
  }

  private static func link(_ reader: inout FormReader, _ field: String, _ label: String) -> String {
    guard let text = reader.optionalText(field, label: label, most: 2_000) else { return "" }
    if !PublicLinks.isSound(text) { reader.add(field, "\(label)を「https://」で始まる、空白のないアドレスで入力してください。") }
    return text
  }
}
