internal import CivilTime
internal import Store

/// A value of a person as text, by the column it stands in.
struct RosterField {
  let column: RosterColumn
  let text: String?

  init(_ column: RosterColumn, _ text: String?) {
    self.column = column
    self.text = text
  }

  /// Whether both hold the same bytes.
  func isSame(as other: RosterField) -> Bool {
    text.map(ExactText.init) == other.text.map(ExactText.init)
  }
}

extension RosterPerson {
  /// What the database knows of a person.
  init(_ employee: Employee) {
    number = employee.number
    familyName = employee.familyName
    givenName = employee.givenName
    familyKana = employee.familyKana
    givenKana = employee.givenKana
    formerFamilyName = employee.formerFamilyName
    sex = employee.sex
    hiredOn = employee.hiredOn
    leftOn = employee.leftOn
    staffCategory = employee.staffCategory
    examCategory = employee.examCategory
    isTechnical = employee.isTechnical
  }

  /// The fields that may change, for comparing and for remembering what stood there before.
  var fields: [RosterField] {
    [
      RosterField(.familyName, familyName), RosterField(.givenName, givenName),
      RosterField(.familyKana, familyKana), RosterField(.givenKana, givenKana),
      RosterField(.formerFamilyName, formerFamilyName), RosterField(.sex, sex.rawValue),
      RosterField(.hiredOn, hiredOn.iso), RosterField(.leftOn, leftOn?.iso),
      RosterField(.staffCategory, staffCategory.rawValue),
      RosterField(.examCategory, examCategory.rawValue),
      RosterField(.technical, isTechnical ? "true" : "false"),
    ]
  }

  /// The same person, with what is stored for the columns that the file lacks.
  func completed(from stored: RosterPerson, columns: Set<RosterColumn>) -> RosterPerson {
    func has(_ column: RosterColumn) -> Bool { columns.contains(column) }
    return RosterPerson(
      number: number,
      familyName: familyName,
      givenName: givenName,
      familyKana: familyKana,
      givenKana: givenKana,
      formerFamilyName: has(.formerFamilyName) ? formerFamilyName : stored.formerFamilyName,
      sex: sex,
      hiredOn: hiredOn,
      leftOn: has(.leftOn) ? leftOn : stored.leftOn,
      staffCategory: staffCategory,
      examCategory: has(.examCategory) ? examCategory : stored.examCategory,
      isTechnical: has(.technical) ? isTechnical : stored.isTechnical
    )
  }

  /// The employee that this person is.
  func employee(id: RecordID<Employee>, employer: RecordID<Employer>) -> Employee {
    Employee(
      id: id,
      employer: employer,
      number: number,
      familyName: familyName,
      givenName: givenName,
      familyKana: familyKana,
      givenKana: givenKana,
      formerFamilyName: formerFamilyName,
      sex: sex,
      hiredOn: hiredOn,
      leftOn: leftOn,
      staffCategory: staffCategory,
      examCategory: examCategory,
      isTechnical: isTechnical
    )
  }
}
