public import Store

/// What a person is to the system (役割).
///
/// Relations are found from assignments; the rest is granted with dates.
public enum Role: String, Sendable, Hashable, CaseIterable, SQLBindable, SQLReadable {
  /// Anyone employed (職員).
  case staff
  /// Head of a unit, or named deputy (上司); a relation.
  case superior
  /// In a managerial post (管理職); a relation.
  case manager
  /// In an executive post (幹部職); a relation.
  case executive
  /// Personnel authority of an employer (人事当局); granted.
  case hr
  /// Time-keeper of a unit (勤務時間管理員); granted.
  case timeKeeper = "time-keeper"
  /// Secretariat of the plan (推進事務局); granted.
  case secretariat
  /// Member of the committee (推進委員会); granted.
  case committee
  /// Auditor (監査); granted.
  case auditor
  /// Operator of the system (システム管理者), who sees no personal data; granted.
  case administrator
  /// Card reader or other terminal of an employer (打刻端末), which records and sees nothing; granted.
  case terminal

  /// Whether the role is granted by name, not found from assignments.
  public var isGranted: Bool {
    switch self {
    case .staff, .superior, .manager, .executive: false
    case .hr, .timeKeeper, .secretariat, .committee, .auditor, .administrator, .terminal: true
    }
  }

  /// Whether the role is granted for one employer.
  public var isOfEmployer: Bool { self == .hr || self == .terminal }

  /// The role in words of the user interface.
  public var japanese: String {
    switch self {
    case .staff: "職員"
    case .superior: "上司"
    case .manager: "管理職"
    case .executive: "幹部職"
    case .hr: "人事担当"
    case .timeKeeper: "勤務時間管理員"
    case .secretariat: "推進事務局"
    case .committee: "推進委員"
    case .auditor: "監査"
    case .administrator: "システム管理者"
    case .terminal: "打刻端末"
    }
  }
}
