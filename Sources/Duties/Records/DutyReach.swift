internal import Access
internal import CivilTime
internal import People
internal import Store

/// Whose duties somebody may see and work on.
struct DutyReach: Sendable {
  let actor: Actor
  /// The employers of the units whose time the person keeps.
  let timeKept: Set<RecordID<Employer>>

  init(_ actor: Actor, on connection: any SQLConnection) throws {
    self.actor = actor
    guard actor.has(.timeKeeper), !actor.keptUnits.isEmpty else {
      timeKept = []
      return
    }
    let units = actor.keptUnits.sorted()
    timeKept = Set(
      try connection.rows("SELECT DISTINCT employer FROM unit WHERE id IN (\(list: units)) ORDER BY employer")
        .map { row in try row.value(0) }
    )
  }

  /// Whether the person sits where the duty lies.
  func owns(_ owner: DutyOwner) -> Bool {
    switch owner {
    case .person(let id): actor.employee == id
    case .head(let unit): actor.headedUnits.contains(unit)
    case .office(.personnel, let employer): actor.personnelEmployers.contains(employer)
    case .office(.secretariat, _): actor.has(.secretariat)
    case .office(.committee, _): actor.has(.committee)
    case .office(.timeKeeper, let employer): timeKept.contains(employer)
    }
  }

  /// Whether the person watches over the duties of an employer: secretariat, and its personnel authority.
  func watches(_ employer: RecordID<Employer>) -> Bool {
    actor.has(.secretariat) || actor.personnelEmployers.contains(employer)
  }

  /// True for the duties `d` that lie with the person.
  var owned: SQLText {
    var seats: [SQLText] = []
    if let employee = actor.employee { seats.append("d.owner_employee = \(employee)") }
    if !actor.headedUnits.isEmpty { seats.append("d.owner_unit IN (\(list: actor.headedUnits.sorted()))") }
    if !actor.personnelEmployers.isEmpty {
      let employers = actor.personnelEmployers.sorted()
      seats.append("(d.owner_office = \(Office.personnel) AND d.employer IN (\(list: employers)))")
    }
    if actor.has(.secretariat) { seats.append("d.owner_office = \(Office.secretariat)") }
    if actor.has(.committee) { seats.append("d.owner_office = \(Office.committee)") }
    if !timeKept.isEmpty {
      seats.append("(d.owner_office = \(Office.timeKeeper) AND d.employer IN (\(list: timeKept.sorted())))")
    }
    return seats.isEmpty ? "FALSE" : "(\(fragment: .joined(seats, separator: " OR ")))"
  }
}
