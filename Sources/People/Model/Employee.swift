public import CivilTime
public import Store

/// 職員 – a member of staff.
///
/// Names are kept as typed, byte for byte.
public struct Employee: Sendable {
  /// The identifier.
  public let id: RecordID<Employee>
  /// The employer.
  public let employer: RecordID<Employer>
  /// 職員番号: a text, for leading zeros count; unique within the employer.
  public let number: String
  /// 氏.
  public let familyName: String
  /// 名.
  public let givenName: String
  /// 氏カナ, in full-width katakana, for sorting and search.
  public let familyKana: String
  /// 名カナ, in full-width katakana, for sorting and search.
  public let givenKana: String
  /// 旧姓, where it is used.
  public let formerFamilyName: String?
  /// 性別, as it is published in figures.
  public let sex: Sex
  /// 採用日.
  public let hiredOn: CivilDate
  /// 退職日: the last day in service.
  public let leftOn: CivilDate?
  /// 職員区分.
  public let staffCategory: StaffCategory
  /// 採用区分.
  public let examCategory: ExamCategory
  /// 技術系: whether hired for technical work.
  public let isTechnical: Bool

  /// A member of staff.
  public init(
    id: RecordID<Employee>,
    employer: RecordID<Employer>,
    number: String,
    familyName: String,
    givenName: String,
    familyKana: String,
    givenKana: String,
    formerFamilyName: String? = nil,
    sex: Sex,
    hiredOn: CivilDate,
    leftOn: CivilDate? = nil,
    staffCategory: StaffCategory = .regular,
    examCategory: ExamCategory = .none,
    isTechnical: Bool = false
  ) {
    self.id = id
    self.employer = employer
    self.number = number
    self.familyName = familyName
    self.givenName = givenName
    self.familyKana = familyKana
    self.givenKana = givenKana
    self.formerFamilyName = formerFamilyName
    self.sex = sex
    self.hiredOn = hiredOn
    self.leftOn = leftOn
    self.staffCategory = staffCategory
    self.examCategory = examCategory
    self.isTechnical = isTechnical
  }

  /// The name as it is shown, 髙橋 花子.
  public var displayName: String { familyName + " " + givenName }

  /// The reading as it is shown, タカハシ ハナコ.
  public var displayKana: String { familyKana + " " + givenKana }

  /// Whether in service on a day.
  public func isInService(on date: CivilDate) -> Bool {
    hiredOn <= date && leftOn.map { date <= $0 } ?? true
  }

  /// What search compares, folded, a line each: name and reading, which everybody may seek, then former name and
  /// number, which only the personnel authority may.
  var searchText: String {
    let names = [familyName + givenName, familyKana + givenKana, formerFamilyName ?? "", number]
    return names.map(SearchFolding.folded).joined(separator: "\n")
  }
}
