internal import CivilTime

/// One row of the staff list, read and found sound by itself.
struct RosterRow: Sendable {
  /// The line of the file, 1 for the header.
  let line: Int
  let employerCode: String
  /// Nil where the file does not name the employer.
  let employerName: String?
  let person: RosterPerson
  /// Nil for a person without an assignment.
  let placement: RosterPlacement?
}

/// What a row tells about the person.
struct RosterPerson: Sendable {
  let number: String
  let familyName: String
  let givenName: String
  let familyKana: String
  let givenKana: String
  let formerFamilyName: String?
  let sex: Sex
  let hiredOn: CivilDate
  let leftOn: CivilDate?
  let staffCategory: StaffCategory
  let examCategory: ExamCategory
  let isTechnical: Bool
}

/// What a row tells about the assignment.
struct RosterPlacement: Sendable {
  let path: [String]
  let unitKind: UnitKind?
  let title: String
  let rankBand: RankBand
  let isManagerial: Bool
  let isExecutive: Bool
  let isHead: Bool
  let kind: AssignmentKind
  let from: CivilDate
  let to: CivilDate?

  func overlaps(_ other: RosterPlacement) -> Bool {
    (to.map { other.from <= $0 } ?? true) && (other.to.map { from <= $0 } ?? true)
  }
}
