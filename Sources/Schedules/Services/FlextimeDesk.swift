internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// フレックスタイム制の申告、割振り、返戻、変更.
extension ScheduleDesk {
  /// The employee declares a period that is still ahead.
  func declare(_ period: FlextimePeriod, _ days: [FlextimeDay], once: String?) async throws {
    let parts = ["new", period.start.iso, "\(period.weeks)", period.person.word]
    let all = parts + days.map(FlextimeFields.mark)
    try await perform(step(.declared, period.id, of: period.employee), all, once: once) { connection in
      let person = try own(on: connection)
      guard person.id == period.employee else { throw ScheduleRefusal.notFound }
      guard period.start.weekday == .monday, today < period.start else {
        throw ScheduleRefusal.fault("start", "明日以後の月曜日から始まる期間を申告してください。")
      }
      let state = FlextimeState(period: period, versions: [])
      try unoccupied(period, on: connection)
      try fullTime(period, on: connection)
      try check(days, state, on: connection)
      try FlextimeRecords.append(period, at: now, account: account, on: connection)
      try append(.declared, days, to: state, reason: "", on: connection)
      try WaitingRecords.add(.flextime, period.id.number, of: person.id, at: now, on: connection)
    }
  }

  /// The employee declares a period anew: after it came back, or to change what was allotted.
  func redeclare(
    _ id: RecordID<FlextimePeriod>,
    _ days: [FlextimeDay],
    reason: String,
    seen: Int,
    once: String?
  ) async throws {
    try await step(.declared, id, days, reason: reason, seen: seen, once: once) { state, connection in
      guard state.period.employee == actor.employee else { throw ScheduleRefusal.notFound }
      if state.pending != nil { throw ScheduleRefusal.decidedBefore }
      try unoccupied(state.period, on: connection)
      try fullTime(state.period, on: connection)
      try unchangedPast(days, state, mayCorrect: false)
      try check(days, state, on: connection)
      try WaitingRecords.add(.flextime, id.number, of: state.period.employee, at: now, on: connection)
      return days
    }
  }

  /// The superior allots the days as declared; once some of them have come, those who keep the books, with a reason.
  func allot(_ id: RecordID<FlextimePeriod>, reason: String, seen: Int, once: String?) async throws {
    try await step(.allotted, id, [], reason: reason, seen: seen, once: once) { state, connection in
      try led(state.period.employee, on: connection)
      guard let pending = state.pending else { throw ScheduleRefusal.decidedBefore }
      try late(pending.days, state, reason: reason, on: connection)
      try fullTime(state.period, on: connection)
      try check(pending.days, state, on: connection)
      try keepMoves(pending.days, state, on: connection)
      try WaitingRecords.remove(id.number, on: connection)
      return pending.days
    }
  }

  /// The superior gives a declaration back with a reason.
  func giveBack(_ id: RecordID<FlextimePeriod>, reason: String, seen: Int, once: String?) async throws {
    try await step(.returned, id, [], reason: reason, seen: seen, once: once) { state, connection in
      try led(state.period.employee, on: connection)
      if state.pending == nil { throw ScheduleRefusal.decidedBefore }
      if reason.utf8.isEmpty { throw ScheduleRefusal.fault("reason", "返す理由を入力してください。本人に表示します。") }
      try WaitingRecords.remove(id.number, on: connection)
      return []
    }
  }

  /// The employee takes a declaration back before anybody has decided.
  func withdraw(_ id: RecordID<FlextimePeriod>, seen: Int, once: String?) async throws {
    try await step(.withdrawn, id, [], reason: "", seen: seen, once: once) { state, connection in
      guard state.period.employee == actor.employee else { throw ScheduleRefusal.notFound }
      if state.pending == nil { throw ScheduleRefusal.decidedBefore }
      try WaitingRecords.remove(id.number, on: connection)
      return []
    }
  }

  /// Somebody who leads changes what was allotted, with a reason.
  func change(
    _ id: RecordID<FlextimePeriod>,
    _ days: [FlextimeDay],
    reason: String,
    seen: Int,
    once: String?
  ) async throws {
    try await step(.changed, id, days, reason: reason, seen: seen, once: once) { state, connection in
      try led(state.period.employee, on: connection)
      guard state.inForce != nil else { throw ScheduleRefusal.notFound }
      if state.pending != nil { throw ScheduleRefusal.decidedBefore }
      try unchangedShortDays(days, state, on: connection)
      try unchangedPast(days, state, mayCorrect: mayCorrectPast(of: state.period.employee, on: connection))
      try check(days, state, on: connection)
      try keepMoves(days, state, on: connection)
      return days
    }
  }

  /// One more version of a period, unless somebody else has written one since `seen`.
  private func step(
    _ kind: FlextimeVersion.Step,
    _ id: RecordID<FlextimePeriod>,
    _ days: [FlextimeDay],
    reason: String,
    seen: Int,
    once: String?,
    _ body: @escaping @Sendable (FlextimeState, any SQLConnection) throws -> [FlextimeDay]
  ) async throws {
    let period = try await database.read { try FlextimeRecords.period(id, on: $0) }
    guard let period else { throw ScheduleRefusal.notFound }
    let parts = [kind.rawValue, "\(id)", "\(seen)", reason] + days.map(FlextimeFields.mark)
    try await first {
      try await perform(step(kind, id, of: period.employee), parts, once: once) { connection in
        let state = FlextimeState(
          period: period,
          versions: try FlextimeRecords.versions(of: id, on: connection)
        )
        let allotted = try body(state, connection)
        guard state.revision == seen else { throw ScheduleRefusal.decidedBefore }
        try append(kind, allotted, to: state, reason: reason, on: connection)
        if kind.isInForce { try hoursChanged(of: period.employee, on: connection) }
      }
    }
  }

  private func step(
    _ kind: FlextimeVersion.Step,
    _ id: RecordID<FlextimePeriod>,
    of employee: RecordID<Employee>
  ) -> Note {
    let payload: [(StaticString, String)] = [("period", "\(id)"), ("step", kind.rawValue)]
    return Note(kind: ScheduleKinds.flextimeStep, employee: employee, payload: payload)
  }

  private func append(
    _ kind: FlextimeVersion.Step,
    _ days: [FlextimeDay],
    to state: FlextimeState,
    reason: String,
    on connection: any SQLConnection
  ) throws {
    let version = FlextimeVersion(
      revision: state.revision + 1,
      step: kind,
      reason: reason,
      at: now,
      by: "",
      days: days
    )
    try FlextimeRecords.append(version, to: state.period.id, account: account, on: connection)
  }
}
