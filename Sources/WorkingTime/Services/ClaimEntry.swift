internal import CivilTime
internal import People
internal import Schedules
internal import Store

/// Makes a declaration of what somebody entered for a day.
extension DayCorrection {
  /// Nil for an entry that declares no overtime.
  ///
  /// - Throws: ``Refusal/overlapping(_:_:)``.
  static func declaration(
    _ entry: Entry,
    _ id: RecordID<OvertimeDeclaration>,
    _ employee: RecordID<Employee>,
    _ date: CivilDate,
    _ now: Instant,
    _ account: Int64,
    on connection: any SQLConnection
  ) throws -> OvertimeDeclaration? {
    let made = { (amount: OvertimeDeclaration.Amount, isSpecial: Bool, reason: String) in
      OvertimeDeclaration(
        id: id,
        date: date,
        amount: amount,
        isSpecial: isSpecial,
        reason: reason,
        recordedAt: now,
        recordedBy: account
      )
    }
    switch entry {
    case .punch:
      return nil
    case .overtime(let length, let isSpecial, let reason):
      return made(.length(length), isSpecial, reason)
    case .worked(let stretches, let isSpecial, let reason):
      try checkNeighbours(stretches, employee, date, on: connection)
      let overtime = try overtime(of: stretches, employee, date, on: connection)
      return made(.stretches(stretches, overtime: overtime), isSpecial, reason)
    }
  }

  private static func overtime(
    of stretches: WorkedStretches,
    _ employee: RecordID<Employee>,
    _ date: CivilDate,
    on connection: any SQLConnection
  ) throws -> Minutes {
    let next = date.adding(days: 1)
    let allotments = try AllotmentRecords.allotments(of: employee, in: date...next, on: connection)
    return overtime(of: stretches, date, allotments)
  }

  /// What lies outside regular hours; the allotments hold the day and the next one.
  static func overtime(of stretches: WorkedStretches, _ date: CivilDate, _ allotments: Allotments) -> Minutes
  {
    stretches.outside(allotments[date].hours, next: allotments[date.adding(days: 1)].hours)
  }

  /// Nobody works twice at the same time: what counts for the days beside must lie apart.
  private static func checkNeighbours(
    _ stretches: WorkedStretches,
    _ employee: RecordID<Employee>,
    _ date: CivilDate,
    on connection: any SQLConnection
  ) throws {
    let days = date.adding(days: -1)...date.adding(days: 1)
    let declared = try OvertimeRecords.declarations(of: employee, in: days, on: connection)
    if let found = ClaimNeighbours(declared).overlapping(stretches, on: date) {
      throw Refusal.overlapping(found.day, found.worked)
    }
  }
}
