internal import Access
internal import CivilTime
internal import People
internal import Store

/// The people of a unit with what a week asks of them.
struct UnitSchedule: Sendable {
  struct Line: Sendable {
    let employee: RecordID<Employee>
    let name: String
    let title: String
    let days: [DayAllotment]
  }

  let unit: OrganizationUnit
  let path: String
  let days: [CivilDate]
  let lines: [Line]
}

enum UnitScheduleQuery {
  /// The week of a day in a unit that the actor leads, keeps or administers; nil for any other.
  static func week(
    of unit: RecordID<OrganizationUnit>,
    around day: CivilDate,
    for actor: Actor,
    _ tree: UnitTree,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> UnitSchedule? {
    guard actor.visibleUnits(in: tree).contains(unit), let found = tree.unit(unit) else { return nil }
    let members = try MemberRecords.members(
      of: [unit],
      in: actor.workingTimeScope(in: tree),
      asOf: today,
      on: connection
    )
    let days = day.monday...day.monday.adding(days: 6)
    let allotments = try AllotmentRecords.allotments(of: members.map(\.employee), in: days, on: connection)
    var seen: Set<RecordID<Employee>> = []
    let lines = members.filter { seen.insert($0.employee).inserted }.map { member in
      let own = allotments[member.employee] ?? Allotments()
      return UnitSchedule.Line(
        employee: member.employee,
        name: member.name,
        title: member.title,
        days: days.map { own[$0] }
      )
    }
    return UnitSchedule(unit: found, path: tree.path(of: unit) ?? found.name, days: Array(days), lines: lines)
  }
}
