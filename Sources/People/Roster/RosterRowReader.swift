internal import CivilTime
internal import DelimitedText

/// Makes typed rows of cells.
struct RosterRowReader {
  private let header: RosterHeader
  private let unitKinds = RosterWords<UnitKind>()
  private let rankBands = RosterWords<RankBand>()
  private let assignmentKinds = RosterWords<AssignmentKind>()
  private let sexes = RosterWords<Sex>()
  private let staffCategories = RosterWords<StaffCategory>()
  private let examCategories = RosterWords<ExamCategory>()

  init(header: RosterHeader) {
    self.header = header
  }

  /// The row, or nil where it is empty or anything in it is wrong; the faults are added.
  func row(_ cells: DelimitedRow, faults: inout [RosterFault]) -> RosterRow? {
    var cells = RosterCells(cells, header: header)
    if cells.isEmpty { return nil }
    let code = cells.text(.employerCode).map(DigitFolding.folded)
    let employerName = cells.optionalText(.employer)
    let person = person(&cells)
    let placement = placement(&cells)
    if let person, let placement { checkService(person, placement, &cells) }
    faults += cells.faults
    guard cells.faults.isEmpty, let code, let person else { return nil }
    return RosterRow(
      line: cells.line,
      employerCode: code,
      employerName: employerName,
      person: person,
      placement: placement
    )
  }

  private func person(_ cells: inout RosterCells) -> RosterPerson? {
    let number = cells.text(.employeeNumber).map(DigitFolding.folded)
    let familyName = cells.text(.familyName)
    let givenName = cells.text(.givenName)
    let familyKana = cells.text(.familyKana).map(KanaFolding.katakana)
    let givenKana = cells.text(.givenKana).map(KanaFolding.katakana)
    let formerFamilyName = cells.optionalText(.formerFamilyName)
    let sex = cells.word(.sex, sexes)
    let hiredOn = cells.date(.hiredOn)
    let leftOn = cells.optionalDate(.leftOn)
    let staffCategory = cells.word(.staffCategory, staffCategories)
    let examCategory = cells.optionalWord(.examCategory, examCategories) ?? .none
    let isTechnical = cells.flag(.technical)
    if let hiredOn, let leftOn, leftOn < hiredOn { cells.add(.leftBeforeHired, at: .leftOn) }
    guard let number, let familyName, let givenName, let familyKana, let givenKana, let sex, let hiredOn,
      let staffCategory
    else { return nil }
    return RosterPerson(
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

  /// The assignment; nil also where the row names none at all.
  private func placement(_ cells: inout RosterCells) -> RosterPlacement? {
    let naming: [RosterColumn] = [.unit, .post, .rankBand, .assignedOn, .assignedUntil]
    if naming.allSatisfy({ cells.isEmpty($0) }) { return nil }
    let path = unitNames(&cells)
    let unitKind = cells.optionalWord(.unitKind, unitKinds)
    let title = cells.text(.post)
    let rankBand = cells.word(.rankBand, rankBands)
    let isManagerial = cells.flag(.managerial)
    let isExecutive = cells.flag(.executive)
    let isHead = cells.flag(.head)
    let kind = cells.optionalWord(.assignmentKind, assignmentKinds) ?? .primary
    let from = cells.date(.assignedOn)
    let to = cells.optionalDate(.assignedUntil)
    if let from, let to, to < from { cells.add(.endBeforeStart, at: .assignedUntil) }
    guard let path, let title, let rankBand, let from else { return nil }
    return RosterPlacement(
      path: path,
      unitKind: unitKind,
      title: title,
      rankBand: rankBand,
      isManagerial: isManagerial,
      isExecutive: isExecutive,
      isHead: isHead,
      kind: kind,
      from: from,
      to: to
    )
  }

  private func unitNames(_ cells: inout RosterCells) -> [String]? {
    guard let text = cells.text(.unit) else { return nil }
    let names = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "／" || $0 == "/" }
      .map { CellText.trimmed(String($0)) }
    if names.contains("") {
      cells.add(.emptyUnitName, at: .unit)
      return nil
    }
    return names
  }

  private func checkService(
    _ person: RosterPerson,
    _ placement: RosterPlacement,
    _ cells: inout RosterCells
  ) {
    if let leftOn = person.leftOn, leftOn < person.hiredOn { return }
    if placement.from < person.hiredOn || person.leftOn.map({ $0 < placement.from }) ?? false {
      cells.add(.assignedOutsideService, at: .assignedOn)
    }
  }
}
