/// 情報公表の項目 – what a public employer may or must publish for those who choose their work.
///
/// 女性活躍推進法第21条; the items stand in the Cabinet Office Ordinance of 2015 No. 61 (府令), Article 6.
public enum DisclosureItem: String, Sendable, Hashable, CaseIterable {
  /// 採用した職員に占める女性の割合
  case hires = "A1"
  /// 採用試験の受験者に占める女性の割合
  case examinees = "A2"
  /// 職員に占める女性の割合
  case staff = "A3"
  /// 管理的地位にある職員に占める女性の割合
  case managers = "A4"
  /// 各役職段階にある職員に占める女性の割合
  case ranks = "A5"
  /// 中途採用の男女別の実績
  case midCareer = "A6"
  /// 職員の給与の男女の差異
  case payGap = "A7"
  /// 継続勤務年数または離職率の男女の差異
  case tenure = "B1"
  /// 男女別の育児休業取得率と取得期間の分布
  case childcareLeave = "B2"
  /// 男性の配偶者出産休暇等の取得率と日数の分布
  case birthLeave = "B3"
  /// 超過勤務
  case overtime = "B4"
  /// 年次休暇の取得
  case annualLeave = "B5"
  /// 約10年前に採用した職員の継続任用割合: a column of the site whose place in today's ordinance is not confirmed.
  case retention

  /// Which of the two lists of the ordinance it stands in.
  public enum Group: Sendable, Hashable, CaseIterable {
    /// 職業生活に関する機会の提供 (府令第6条第1項第1号)
    case opportunity
    /// 職業生活と家庭生活との両立 (府令第6条第1項第2号)
    case balance

    /// Its name on pages.
    public var japanese: String {
      switch self {
      case .opportunity: "職業生活に関する機会の提供"
      case .balance: "職業生活と家庭生活との両立"
      }
    }
  }

  /// The list in which the ordinance names it; nil where its place is not confirmed, so that it counts for none.
  public var group: Group? {
    switch self {
    case .hires, .examinees, .staff, .managers, .ranks, .midCareer, .payGap: .opportunity
    case .tenure, .childcareLeave, .birthLeave, .overtime, .annualLeave: .balance
    case .retention: nil
    }
  }

  /// The code under which tables name it, such as `A1`; for the one that stands in neither list the site's letter.
  public var code: String { self == .retention ? "オ" : rawValue }

  /// The letters of its columns on the government's site (見える化サイト); the pay gap has a table of its own.
  public var siteCode: String? {
    switch self {
    case .hires: "ア"
    case .examinees: "イ"
    case .staff: "ウ"
    case .tenure: "エ"
    case .retention: "オ"
    case .childcareLeave: "カ"
    case .birthLeave: "キ"
    case .overtime: "クケ"
    case .annualLeave: "コ"
    case .managers: "サ"
    case .ranks: "シ"
    case .midCareer: "ス"
    case .payGap: nil
    }
  }

  /// Its name on pages and in files.
  public var japanese: String {
    switch self {
    case .hires: "採用した職員に占める女性職員の割合"
    case .examinees: "採用試験の受験者の総数に占める女性の割合"
    case .staff: "職員に占める女性職員の割合"
    case .managers: "管理的地位にある職員に占める女性職員の割合"
    case .ranks: "各役職段階にある職員に占める女性職員の割合"
    case .midCareer: "中途採用の男女別の実績"
    case .payGap: "職員の給与の男女の差異"
    case .tenure: "継続勤務年数または離職率の男女の差異"
    case .childcareLeave: "男女別の育児休業取得率と取得期間の分布"
    case .birthLeave: "男性職員の配偶者出産休暇等の取得率と日数の分布"
    case .overtime: "職員の超過勤務の状況"
    case .annualLeave: "年次休暇の取得の状況"
    case .retention: "約10年前に採用した職員の男女別の継続任用割合"
    }
  }

  /// Its place in the ordinance in words; nil where that is not confirmed.
  public var citation: String? {
    switch self {
    case .hires: "府令第6条第1項第1号イ"
    case .examinees: "府令第6条第1項第1号ロ"
    case .staff: "府令第6条第1項第1号ハ"
    case .managers: "府令第6条第1項第1号ニ"
    case .ranks: "府令第6条第1項第1号ホ"
    case .midCareer: "府令第6条第1項第1号ヘ"
    case .payGap: "府令第6条第1項第1号ト"
    case .tenure: "府令第6条第1項第2号イ"
    case .childcareLeave: "府令第6条第1項第2号ロ"
    case .birthLeave: "府令第6条第1項第2号ハ"
    case .overtime, .annualLeave: "府令第6条第1項第2号"
    case .retention: nil
    }
  }

  /// The items that stand in a list of the ordinance.
  public static func items(of group: Group) -> [DisclosureItem] {
    allCases.filter { item in item.group == group }
  }
}
