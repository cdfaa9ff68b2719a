internal import CivilTime
internal import People
internal import Store

/// The gaps of a unit and the units below it in a month.
struct UnitGaps: Sendable {
  struct Line: Sendable {
    let person: PresencePerson
    let days: [DayPresence]
  }

  let unit: OrganizationUnit
  let path: String
  let lines: [Line]
}

/// Reads a unit within the viewer's reach; nil for a unit that the viewer may not see person by person.
enum UnitGapsQuery {
  static func gaps(
    of unit: RecordID<OrganizationUnit>,
    in month: YearMonth,
    visible: Set<RecordID<OrganizationUnit>>,
    tree: UnitTree,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> UnitGaps? {
    guard visible.contains(unit), let found = tree.unit(unit) else { return nil }
    let people = try people(of: tree.descendants(of: unit), asOf: min(today, month.lastDay), on: connection)
    var lines: [UnitGaps.Line] = []
    try PresenceQuery.forEach(people, in: month.days, today: today, on: connection) { person, days in
      lines.append(UnitGaps.Line(person: person, days: days))
    }
    return UnitGaps(unit: found, path: tree.path(of: unit) ?? found.name, lines: lines)
  }

  /// Those who work in the units on a day, each once, in the order of the organisation.
  ///
  /// Whoever asks has shown that the units are within reach.
  static func people(
    of units: Set<RecordID<OrganizationUnit>>,
    asOf day: CivilDate,
    on connection: any SQLConnection
  ) throws -> [PresencePerson] {
    var seen: Set<RecordID<Employee>> = []
    let members = try MemberRecords.members(of: units, in: .everyone, asOf: day, on: connection)
    let order = members.map(\.employee).filter { seen.insert($0).inserted }
    var people: [RecordID<Employee>: PresencePerson] = [:]
    for start in stride(from: 0, to: order.count, by: 500) {
      let part = order[start..<min(start + 500, order.count)]
      let found = try PresencePeople.people(part, in: .everyone, today: day, on: connection)
      people.merge(found) { first, _ in first }
    }
    return order.compactMap { people[$0] }
  }
}
