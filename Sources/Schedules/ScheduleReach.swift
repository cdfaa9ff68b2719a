internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// Who may see and decide whose schedule.
enum ScheduleReach {
  /// Everybody who works here.
  static let staff: AccessRule = .anyOf([.staff])
  /// Whoever leads, keeps or administers units.
  static let leaders: AccessRule = .anyOf([.superior, .timeKeeper, .hr])
  /// The personnel authorities, each for their own employers.
  static let personnel: AccessRule = .anyOf([.hr])

  /// Whose schedule somebody may see: one's own, those of the units led or kept, those of an authority's employers.
  static func scope(of actor: Actor, _ tree: UnitTree) -> PersonScope {
    if leaders.admits(actor) { return actor.workingTimeScope(in: tree) }
    return actor.employee.map { .own($0) } ?? .nobody
  }

  /// Whether the actor keeps the books of somebody, and so may correct days that have passed: a time-keeper of the
  /// person's units, or the personnel authority of the employer.
  static func keepsBooks(
    _ actor: Actor,
    of employee: RecordID<Employee>,
    _ tree: UnitTree,
    on connection: any SQLConnection
  ) throws -> Bool {
    let units = tree.descendants(of: actor.keptUnits)
    let kept: PersonScope = units.isEmpty ? .nobody : .units(units, own: nil)
    let staff: PersonScope =
      actor.personnelEmployers.isEmpty ? .nobody : .employers(actor.personnelEmployers)
    let scope: PersonScope = .either(staff, kept)
    return try EmployeeRecords.employee(employee, in: scope, asOf: tree.date, on: connection) != nil
  }

  static func employee(_ request: SignedInRequest) throws(SiteError) -> RecordID<Employee> {
    guard let employee = request.actor.employee else { throw .forbidden }
    return employee
  }

  /// Does something, and tells a refusal as the site does.
  static func told<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch ScheduleRefusal.notFound {
      throw SiteError.notFound
    } catch let refusal as ScheduleRefusal {
      throw SiteError.conflict(refusal.japanese)
    } catch let refusal as OnceAct.Refusal {
      throw SiteError.conflict(refusal.japanese)
    }
  }

  /// Does something; what must be mended comes back.
  static func mended(_ body: () async throws -> Void) async throws -> [FormFault] {
    try await told {
      do {
        try await body()
        return []
      } catch ScheduleRefusal.faults(let faults) {
        return faults
      }
    }
  }
}
