/// 公表の分野: the field of the yearly disclosure (実施状況の公表) under which a target is published.
public enum DisclosureField: String, CaseIterable, Hashable, Sendable {
  /// ア 採用
  case hiring
  /// イ 継続就業及び仕事と家庭の両立
  case continuity
  /// ウ 長時間勤務
  case hours
  /// エ 配置・育成・教育訓練及び評価・登用
  case promotion
  /// オ その他
  case other

  /// The field's name for pages and files.
  public var japanese: String {
    switch self {
    case .hiring: "採用"
    case .continuity: "継続就業及び仕事と家庭の両立"
    case .hours: "長時間勤務"
    case .promotion: "配置・育成・教育訓練及び評価・登用"
    case .other: "その他"
    }
  }
}
