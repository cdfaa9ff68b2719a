import Duties

/// Who owes a duty, as the plan file writes it.
enum DebtorCode: String, CaseIterable {
  case eachStaff = "each-staff"
  case eachManager = "each-manager"
  case eachExecutive = "each-executive"
  case eachSectionHead = "each-section-head"
  case eachAssistantDirector = "each-assistant-director"
  case eachUnitChief = "each-unit-chief"
  case superior
  case head
  case personnel
  case secretariat
  case committee
  case timeKeeper = "time-keeper"

  /// The debtor that the code alone says, or nil when `of` has to say more.
  var debtor: Debtor? {
    switch self {
    case .eachStaff: .each(.staff)
    case .eachManager: .each(.manager)
    case .eachExecutive: .each(.executive)
    case .eachSectionHead: .each(.sectionHead)
    case .eachAssistantDirector: .each(.assistantDirector)
    case .eachUnitChief: .each(.unitChief)
    case .superior, .head: nil
    case .personnel: .office(.personnel)
    case .secretariat: .office(.secretariat)
    case .committee: .office(.committee)
    case .timeKeeper: .office(.timeKeeper)
    }
  }
}

/// About whom a superior owes, as the plan file writes it.
enum SubjectCode: String, CaseIterable {
  case staff
  case manager
  case assistantDirector = "assistant-director"
  case unitChief = "unit-chief"
  case subject

  var group: PersonGroup {
    switch self {
    case .staff: .staff
    case .manager: .manager
    case .assistantDirector: .assistantDirector
    case .unitChief: .unitChief
    case .subject: .eventSubject
    }
  }
}

/// True or false, as the plan file writes it.
enum TruthCode: String, CaseIterable {
  case yes = "true"
  case no = "false"
}
