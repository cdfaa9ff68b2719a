public import CivilTime
internal import Journal
public import People
public import Store

/// A deputy as an operator sees one.
public struct NamedDeputy: Sendable, Hashable {
  /// The employer's code.
  public let employer: String
  /// The unit's code.
  public let unit: String
  /// The employee's number.
  public let employee: String
  /// The first day.
  public let from: CivilDate
  /// The last day; nil until further notice.
  public let to: CivilDate?
}

/// Naming who stands in for the head of a unit.
extension AccountAdministration {
  /// Names a deputy of a unit for a period, both in the same employer.
  ///
  /// - Parameters:
  ///   - unitCode: the unit's code; it must be in force on the first day.
  ///   - number: the employee's number.
  /// - Throws: ``AccessError/unknownUnit(_:)``, ``AccessError/unknownEmployee(_:)`` also for somebody who is not in
  ///   service over the period, ``AccessError/unsuitablePeriod``.
  public func nameDeputy(
    unitCode: String,
    number: String,
    employer: RecordID<Employer>,
    from: CivilDate,
    until: CivilDate
  ) async throws {
    let today = OfficeZone.date(of: clock.now())
    guard from <= until, until >= today else { throw AccessError.unsuitablePeriod }
    let id: RecordID<Deputy> = ids.next()
    let (entryID, now) = (ids.next(JournalEntry.self), clock.now())
    try await database.write { connection in
      let unit = try UnitRecords.tree(asOf: from, on: connection).ordered.first { unit in
        unit.employer == employer && unit.code.utf8.elementsEqual(unitCode.utf8)
      }
      guard let unit else { throw AccessError.unknownUnit(unitCode) }
      let person = try EmployeeRecords.employee(
        number: number,
        employer: employer,
        in: .everyone,
        asOf: from,
        on: connection
      )
      guard let person, person.hiredOn <= from, person.leftOn.map({ until <= $0 }) ?? true else {
        throw AccessError.unknownEmployee(number)
      }
      let deputy = Deputy(id: id, unit: unit.id, employee: person.id, from: from, to: until)
      try DeputyRecords.insert(deputy, on: connection)
      let entry = JournalEntry(
        id: entryID,
        at: now,
        actor: .commandLine,
        kind: AccessKinds.deputyNamed,
        employee: person.id,
        unit: unit.id,
        payload: JournalPayload([("deputy", "\(id)"), ("from", from.iso), ("until", until.iso)])
      )
      try JournalRecords.append(entry, on: connection)
    }
  }

  /// The deputies of all units who are in force today or will be later.
  public func deputies() async throws -> [NamedDeputy] {
    let today = OfficeZone.date(of: clock.now())
    return try await database.read { connection in
      try connection.rows(
        """
        SELECT o.code, u.code, e.number, d.valid_from, d.valid_to
        FROM deputy d JOIN unit u ON u.id = d.unit JOIN employer o ON o.id = u.employer
        JOIN employee e ON e.id = d.employee
        WHERE d.valid_to IS NULL OR d.valid_to >= \(today) ORDER BY o.code, u.code, d.valid_from, d.id
        """
      ).map { row in
        NamedDeputy(
          employer: try row.value(0),
          unit: try row.value(1),
          employee: try row.value(2),
          from: try row.value(3),
          to: try row.optional(4)
        )
      }
    }
  }
}
