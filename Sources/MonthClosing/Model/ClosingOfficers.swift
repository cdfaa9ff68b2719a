package import CivilTime
package import People
package import Store

/// 担当者 – who leads and who keeps the time of units on a day.
package struct ClosingOfficers: Sendable, Hashable {
  package typealias Unit = RecordID<OrganizationUnit>
  package typealias Person = RecordID<Employee>

  /// By a post that heads the unit, acting and concurrent ones too.
  package var heads: [Unit: Set<Person>] = [:]
  /// As named deputies.
  package var deputies: [Unit: Set<Person>] = [:]
  /// As time-keepers.
  package var keepers: [Unit: Set<Person>] = [:]

  package init() {}

  /// Who heads a unit or stands in for its head.
  func leaders(of unit: Unit) -> Set<Person> {
    heads[unit, default: []].union(deputies[unit, default: []])
  }

  func leads(_ person: Person?, _ unit: Unit) -> Bool {
    isHead(person, unit) || isDeputy(person, unit)
  }

  func isHead(_ person: Person?, _ unit: Unit) -> Bool { Self.holds(heads, person, unit) }

  func isDeputy(_ person: Person?, _ unit: Unit) -> Bool { Self.holds(deputies, person, unit) }

  func keepsTime(_ person: Person?, _ unit: Unit) -> Bool { Self.holds(keepers, person, unit) }

  private static func holds(_ people: [Unit: Set<Person>], _ person: Person?, _ unit: Unit) -> Bool {
    person.map { people[unit]?.contains($0) ?? false } ?? false
  }
}

/// 所属 – where a person's month is checked and approved: the unit of the last day of it, or of the last in service.
package struct ClosingPlace: Sendable, Hashable {
  package let employer: RecordID<Employer>
  /// Nil for those who held no main post in the month.
  package let unit: RecordID<OrganizationUnit>?
  /// The units above, the nearest first.
  package let above: [RecordID<OrganizationUnit>]
  /// The units of earlier days of the month.
  package let former: Set<RecordID<OrganizationUnit>>
  /// The title of the post there.
  package let title: String
  package let rank: RankBand?

  /// The unit whose head approves: the first from below that is led by somebody else, and not headed by the person.
  package func approvingUnit(
    of person: RecordID<Employee>,
    _ officers: ClosingOfficers
  ) -> RecordID<OrganizationUnit>? {
    chain.first { unit in
      !officers.isHead(person, unit) && !officers.leaders(of: unit).subtracting([person]).isEmpty
    }
  }

  var chain: [RecordID<OrganizationUnit>] { (unit.map { [$0] } ?? []) + above }
}

/// 権限 – as what somebody may act on a person's month; nobody acts on their own.
package struct ClosingAuthority: Sendable {
  package let officers: ClosingOfficers
  package let place: ClosingPlace
  package let person: RecordID<Employee>
  package let dues: ClosingDues

  package init(
    officers: ClosingOfficers,
    place: ClosingPlace,
    person: RecordID<Employee>,
    dues: ClosingDues
  ) {
    self.officers = officers
    self.place = place
    self.person = person
    self.dues = dues
  }

  /// As what somebody may act on a day; nil where it is not theirs.
  package func standing(
    of actor: RecordID<Employee>?,
    personnelOf employers: Set<RecordID<Employer>>,
    for act: ClosingAct,
    on today: CivilDate
  ) -> ClosingStep.Standing? {
    let isOwn = actor == person
    switch act {
    case .confirm, .object: return isOwn ? .appointed : nil
    case .check: return isOwn ? nil : checking(actor, employers, today)
    case .approve: return isOwn ? nil : approving(actor, employers, today)
    case .sendBack:
      return isOwn ? nil : checking(actor, employers, today) ?? approving(actor, employers, today)
    }
  }

  /// The time-keeper; in their place, when their days have passed or there is none, who leads the unit or keeps the
  /// time of one above; then who leads a unit above, and the employer's personnel officers.
  private func checking(
    _ actor: RecordID<Employee>?,
    _ employers: Set<RecordID<Employer>>,
    _ today: CivilDate
  ) -> ClosingStep.Standing? {
    guard let unit = place.unit else { return personnel(employers, today, isNobody: true) }
    if officers.keepsTime(actor, unit) { return .appointed }
    let nobodyElse = officers.keepers[unit, default: []].subtracting([person]).isEmpty
    guard nobodyElse || today > dues.check else { return nil }
    if officers.leads(actor, unit) || place.above.contains(where: { officers.keepsTime(actor, $0) }) {
      return .deputy
    }
    if place.above.contains(where: { officers.leads(actor, $0) }), nobodyElse || today > dues.approve {
      return .unitAbove
    }
    return personnel(employers, today, isNobody: false)
  }

  private func approving(
    _ actor: RecordID<Employee>?,
    _ employers: Set<RecordID<Employer>>,
    _ today: CivilDate
  ) -> ClosingStep.Standing? {
    guard let unit = place.approvingUnit(of: person, officers) else {
      return personnel(employers, today, isNobody: true)
    }
    if officers.isHead(actor, unit) { return .appointed }
    if officers.isDeputy(actor, unit) { return .deputy }
    let higher = place.chain.drop { $0 != unit }.dropFirst()
    if today > dues.approve, higher.contains(where: { officers.leads(actor, $0) }) { return .unitAbove }
    return personnel(employers, today, isNobody: false)
  }

  private func personnel(
    _ employers: Set<RecordID<Employer>>,
    _ today: CivilDate,
    isNobody: Bool
  ) -> ClosingStep.Standing? {
    guard employers.contains(place.employer) else { return nil }
    if isNobody { return .appointed }
    return today > dues.timeOut ? .timeOut : nil
  }
}
