/// 職員名簿の列 – a column of the staff list.
public enum RosterColumn: String, Sendable, Hashable, CaseIterable {
  /// 特定事業主コード.
  case employerCode = "employer_code"
  /// 特定事業主.
  case employer
  /// 所属: the names of the units from the top, between ／.
  case unit
  /// 組織区分 of the last unit of 所属.
  case unitKind = "unit_kind"
  /// 官職.
  case post
  /// 職位区分.
  case rankBand = "rank_band"
  /// 管理職.
  case managerial
  /// 幹部職.
  case executive
  /// 組織の長.
  case head
  /// 発令区分.
  case assignmentKind = "assignment_kind"
  /// 発令日.
  case assignedOn = "assigned_on"
  /// 発令終了日.
  case assignedUntil = "assigned_until"
  /// 職員番号.
  case employeeNumber = "employee_number"
  /// 氏.
  case familyName = "family_name"
  /// 名.
  case givenName = "given_name"
  /// 氏カナ.
  case familyKana = "family_kana"
  /// 名カナ.
  case givenKana = "given_kana"
  /// 旧姓.
  case formerFamilyName = "former_family_name"
  /// 性別.
  case sex
  /// 採用日.
  case hiredOn = "hired_on"
  /// 退職日.
  case leftOn = "left_on"
  /// 職員区分.
  case staffCategory = "staff_category"
  /// 採用区分.
  case examCategory = "exam_category"
  /// 技術系.
  case technical

  /// The header that exports write.
  public var japanese: String {
    switch self {
    case .employerCode: "特定事業主コード"
    case .employer: "特定事業主"
    case .unit: "所属"
    case .unitKind: "組織区分"
    case .post: "官職"
    case .rankBand: "職位区分"
    case .managerial: "管理職"
    case .executive: "幹部職"
    case .head: "組織の長"
    case .assignmentKind: "発令区分"
    case .assignedOn: "発令日"
    case .assignedUntil: "発令終了日"
    case .employeeNumber: "職員番号"
    case .familyName: "氏"
    case .givenName: "名"
    case .familyKana: "氏カナ"
    case .givenKana: "名カナ"
    case .formerFamilyName: "旧姓"
    case .sex: "性別"
    case .hiredOn: "採用日"
    case .leftOn: "退職日"
    case .staffCategory: "職員区分"
    case .examCategory: "採用区分"
    case .technical: "技術系"
    }
  }

  /// Whether a file must have the column; the other ones may be left out, and then change nothing.
  public var isRequired: Bool {
    switch self {
    case .employerCode, .unit, .post, .rankBand, .assignedOn, .employeeNumber, .familyName, .givenName,
      .familyKana, .givenKana, .sex, .hiredOn, .staffCategory:
      true
    case .employer, .unitKind, .managerial, .executive, .head, .assignmentKind, .assignedUntil,
      .formerFamilyName, .leftOn, .examCategory, .technical:
      false
    }
  }

  /// What kind of value stands in the column.
  public var valueKind: RosterValueKind {
    switch self {
    case .assignedOn, .assignedUntil, .hiredOn, .leftOn: .date
    case .unitKind: .word(UnitKind.choices)
    case .rankBand: .word(RankBand.choices)
    case .assignmentKind: .word(AssignmentKind.choices)
    case .sex: .word(Sex.choices)
    case .staffCategory: .word(StaffCategory.choices)
    case .examCategory: .word(ExamCategory.choices)
    case .managerial, .executive, .head, .technical: .yesOrNo
    case .unit: .text(limit: 400)
    case .employerCode, .employeeNumber: .text(limit: 40)
    case .employer, .post, .familyName, .givenName, .familyKana, .givenKana, .formerFamilyName:
      .text(limit: 100)
    }
  }

  /// The column of a header as it is typed, in either language; spaces, width and case do not matter.
  init?(header: String) {
    guard let column = Self.byHeader[SearchFolding.folded(header)] else { return nil }
    self = column
  }

  private static let byHeader: [String: RosterColumn] = {
    var columns: [String: RosterColumn] = [:]
    for column in allCases {
      columns[SearchFolding.folded(column.japanese)] = column
      columns[SearchFolding.folded(column.rawValue)] = column
    }
    return columns
  }()
}

/// 値の種類 – what kind of value a column holds.
public enum RosterValueKind: Sendable, Hashable {
  /// A text of at most so many characters.
  case text(limit: Int)
  /// A day.
  case date
  /// One of some words.
  case word([String])
  /// はい or いいえ.
  case yesOrNo

  /// The name shown to people.
  public var japanese: String {
    switch self {
    case .text: "文字"
    case .date: "日付"
    case .word: "区分"
    case .yesOrNo: "はい・いいえ"
    }
  }
}
