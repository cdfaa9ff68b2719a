internal import CivilTime
internal import People
internal import Store

/// Finds the open duties whose owner has changed or whose subject has left.
struct Rehoming: Sendable {
  /// A duty that goes to another owner.
  struct Move: Sendable {
    let duty: RecordID<Duty>
    let from: DutyOwner
    let to: DutyOwner
  }

  let moves: [Move]
  /// Duties about people who have left, by person.
  let left: [RecordID<Employee>: [RecordID<Duty>]]

  init(_ roster: Roster, _ book: RuleBook, today: CivilDate, on connection: any SQLConnection) throws {
    let owners = OwnerRule(roster: roster, day: today)
    var moves: [Move] = []
    var left: [RecordID<Employee>: [RecordID<Duty>]] = [:]
    var superiors: [RecordID<Employee>: DutyOwner] = [:]
    try connection.forEachRow(OpenDuty.query) { row in
      let duty = try OpenDuty(row)
      let rule = book.rule(duty.rule)
      if rule != nil, let employee = duty.leaver(in: roster, by: today) {
        left[employee, default: []].append(duty.id)
        return
      }
      let target: DutyOwner
      if case .superior? = rule?.debtor, let employee = duty.subject.employee, !duty.isOwnedByHand {
        target = superiors[employee] ?? owners.superiorOwner(of: employee, duty.employer)
        superiors[employee] = target
      } else {
        target = duty.target(owners, rule)
      }
      if target != duty.owner { moves.append(Move(duty: duty.id, from: duty.owner, to: target)) }
    }
    self.moves = moves
    self.left = left
  }
}

/// As much of an open duty as re-homing asks for.
private struct OpenDuty {
  static let query: SQLText = """
    SELECT id, plan_code, measure, rule, occasion, employer, owner_kind, owner_employee, owner_unit, \
    owner_office, about_employee, about_unit, owned_by_hand FROM duty WHERE state = 'open' ORDER BY id
    """

  let id: RecordID<Duty>
  let rule: DutyRuleKey
  let occasion: String
  let employer: RecordID<Employer>
  let owner: DutyOwner
  let subject: DutySubject
  let isOwnedByHand: Bool

  init(_ row: SQLRow) throws {
    let employer: RecordID<Employer> = try row.value(5)
    self.employer = employer
    id = try row.value(0)
    rule = DutyRuleKey(plan: try row.value(1), measure: try row.value(2), name: try row.value(3))
    occasion = try row.value(4)
    owner = try DutyRecords.owner(row, at: 6, employer: employer)
    subject = try DutyRecords.subject(row, at: 10, employer: employer)
    isOwnedByHand = try row.value(12)
  }

  /// Who owes it today; what was handed over by hand, or what no rule asks for, stays as long as its owner is there.
  func target(_ owners: OwnerRule, _ rule: DutyRule?) -> DutyOwner {
    guard let rule, !isOwnedByHand else { return owners.mended(owner, employer) }
    return owners.owner(by: rule.debtor, subject, employer) ?? owners.mended(owner, employer)
  }

  /// The person whom it is about, if that person has left and the duty did not arise from it.
  func leaver(in roster: Roster, by today: CivilDate) -> RecordID<Employee>? {
    guard let employee = subject.employee, roster.hasLeft(employee, by: today) else { return nil }
    let parts = occasion.utf8.split(separator: UInt8(ascii: ":"))
    guard parts.count == 2, let day = CivilDate(iso: String(Substring(parts[1]))),
      let lastDay = roster.lastDay(of: employee)
    else { return employee }
    return lastDay <= day ? nil : employee
  }
}
