internal import CivilTime
internal import People
internal import Store

/// Who owes a duty on a day, as the rule of its debtor says.
struct OwnerRule: Sendable {
  let roster: Roster
  let day: CivilDate

  /// Who answers for a person.
  enum Superior: Sendable, Hashable {
    /// Whoever leads a unit.
    case head(RecordID<OrganizationUnit>)
    /// Nobody: the person heads the top unit.
    case nobody
    /// No unit above has anybody who leads it.
    case vacant
  }

  /// The nearest unit that has a head or deputy other than the person; units that the person heads are passed by.
  func superior(
    of employee: RecordID<Employee>,
    in unit: RecordID<OrganizationUnit>?,
    on day: CivilDate
  ) -> Superior {
    let near = unit.flatMap { roster.units.nearestInForce($0, on: day) }
    let chain = near.map { roster.units.chain(from: $0, on: day) } ?? []
    for unit in chain {
      let leaders = roster.leaders(of: unit, on: day)
      if leaders.contains(where: { $0.employee == employee && $0.isHead }) { continue }
      if leaders.contains(where: { $0.employee != employee }) { return .head(unit) }
    }
    let isAtTop = chain.last.map { top in
      roster.leaders(of: top, on: day).contains { $0.employee == employee && $0.isHead }
    }
    return isAtTop == true ? .nobody : .vacant
  }

  /// The owner of a duty about a person, owed by the superior.
  func superiorOwner(of employee: RecordID<Employee>, _ employer: RecordID<Employer>) -> DutyOwner {
    let unit = roster.unit(of: employee, on: day)
    switch superior(of: employee, in: unit, on: day) {
    case .head(let unit): return .head(unit)
    case .nobody, .vacant: return .office(.personnel, employer)
    }
  }

  /// The owner of a duty of a unit.
  func headOwner(of unit: RecordID<OrganizationUnit>, _ employer: RecordID<Employer>) -> DutyOwner {
    roster.units.nearestInForce(unit, on: day).map { .head($0) } ?? .office(.personnel, employer)
  }

  /// The owner by the rule's debtor; nil where such a debtor owes nothing about such a subject.
  func owner(by debtor: Debtor, _ subject: DutySubject, _ employer: RecordID<Employer>) -> DutyOwner? {
    switch (debtor, subject) {
    case (.each, .employee(let employee)): .person(employee)
    case (.superior, .employee(let employee)): superiorOwner(of: employee, employer)
    case (.head, .unit(let unit)): headOwner(of: unit, employer)
    case (.office(let office), _): .office(office, employer)
    case (.each, _), (.superior, _), (.head, _): nil
    }
  }

  /// The owner itself as long as it is there, else the nearest seat that is.
  func mended(_ owner: DutyOwner, _ employer: RecordID<Employer>) -> DutyOwner {
    switch owner {
    case .person(let employee):
      guard roster.hasLeft(employee, by: day) else { return owner }
      let unit = roster.unit(of: employee, on: day)
      return unit.map { headOwner(of: $0, employer) } ?? .office(.personnel, employer)
    case .head(let unit): return headOwner(of: unit, employer)
    case .office: return owner
    }
  }
}
