/// 担当: who owes a measure or takes part in it; the closed list of the plan file.
///
/// 上司 (superior) is a relation, whoever a person reports to, and wider than 管理職 (manager).
public enum OwnerRole: String, CaseIterable, Hashable, Sendable {
  /// 全職員: every member of staff.
  case staff
  /// 上司: whoever a person reports to, chiefs and assistant directors included.
  case superior
  /// 管理職: section and office heads and above (課室長級以上).
  case manager
  /// 幹部職: directors-general and their deputies (部長級以上).
  case executive
  /// 課長: heads of sections.
  case sectionHead = "section-head"
  /// 課長補佐級: assistant directors.
  case assistantDirector = "assistant-director"
  /// 課長補佐級以下: assistant directors and all below.
  case assistantDirectorAndBelow = "assistant-director-and-below"
  /// 係長級: unit chiefs.
  case unitChief = "unit-chief"
  /// 係長級以下: unit chiefs and all below.
  case unitChiefAndBelow = "unit-chief-and-below"
  /// 両立支援制度の利用者と希望者: who uses, or wants to use, systems for balancing work and family.
  case supportUser = "support-user"
  /// 人事当局: the personnel authority, another office in each employer.
  case personnel
  /// 定員担当: who asks for posts in the budget.
  case staffing
  /// 会計担当: who asks for and keeps the money.
  case accounting
  /// 共済担当: the mutual aid association's desk.
  case mutualAid = "mutual-aid"
  /// 秘書課: the secretariat of the plan.
  case secretariat
  /// 推進担当官: the officer named for the plan in each employer.
  case promotionOfficer = "promotion-officer"
  /// 推進委員会: the committee that steers the plan.
  case committee
  /// 部局: a bureau or department.
  case unit
  /// 課室（各職場）: each workplace.
  case workplace
  /// 国会担当: who handles business with the Diet.
  case dietLiaison = "diet-liaison"
  /// 勤務時間管理員: who keeps the records of working time.
  case timeKeeper = "time-keeper"
  /// LAN担当: who runs the office network and its tools.
  case lan

  /// The role's name for the pages.
  public var japanese: String {
    switch self {
    case .staff: "全職員"
    case .superior: "上司"
    case .manager: "管理職"
    case .executive: "幹部職"
    case .sectionHead: "課長"
    case .assistantDirector: "課長補佐級"
    case .assistantDirectorAndBelow: "課長補佐級以下"
    case .unitChief: "係長級"
    case .unitChiefAndBelow: "係長級以下"
    case .supportUser: "両立支援制度の利用者と希望者"
    case .personnel: "人事当局"
    case .staffing: "定員担当"
    case .accounting: "会計担当"
    case .mutualAid: "共済担当"
    case .secretariat: "秘書課"
    case .promotionOfficer: "推進担当官"
    case .committee: "推進委員会"
    case .unit: "部局"
    case .workplace: "各職場"
    case .dietLiaison: "国会担当"
    case .timeKeeper: "勤務時間管理員"
    case .lan: "LAN担当"
    }
  }
}
