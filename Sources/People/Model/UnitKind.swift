public import Store

/// 組織区分 – what sort of unit one is.
public enum UnitKind: String, SQLStorable, Hashable, CaseIterable {
  /// 官房.
  case secretariat
  /// 局.
  case bureau
  /// 部.
  case department
  /// 課.
  case division
  /// 室.
  case office
  /// 係.
  case section
  /// 地方支分部局.
  case regionalBureau = "regional_bureau"
  /// 施設等機関.
  case institution
  /// 外局.
  case agency
  /// 事務局.
  case commissionSecretariat = "commission_secretariat"
  /// その他.
  case other

  /// The name shown to people.
  public var japanese: String {
    switch self {
    case .secretariat: "官房"
    case .bureau: "局"
    case .department: "部"
    case .division: "課"
    case .office: "室"
    case .section: "係"
    case .regionalBureau: "地方支分部局"
    case .institution: "施設等機関"
    case .agency: "外局"
    case .commissionSecretariat: "事務局"
    case .other: "その他"
    }
  }

  /// The kind that the end of a unit's name tells, such as 課 of 秘書課; `other` where it tells none.
  init(nameEnding name: String) {
    let scalars = Array(name.unicodeScalars)
    let tellers: [UnitKind] = [
      .commissionSecretariat, .secretariat, .bureau, .department, .division, .office, .section,
    ]
    self = tellers.first { scalars.ends(with: Array($0.japanese.unicodeScalars)) } ?? .other
  }
}

extension Array where Element: Equatable {
  fileprivate func ends(with ending: [Element]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
