internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// 週休日の振替等の申出と決定.
extension ScheduleDesk {
  /// The employee asks to have a day moved.
  func ask(_ wish: MoveWish, reason: String, once: String?) async throws {
    let id: RecordID<MoveRequest> = ids.next()
    let note = Note(kind: ScheduleKinds.moveAsked, employee: actor.employee, payload: [("request", "\(id)")])
    try await perform(note, wish.parts + [reason], once: once) { connection in
      let person = try own(on: connection)
      _ = try planned(wish, for: person.id, on: connection)
      let request = MoveRequest(
        id: id,
        employee: person.id,
        wish: wish,
        reason: reason,
        at: now,
        decision: nil
      )
      try MoveRequestRecords.append(request, account: account, on: connection)
      try WaitingRecords.add(.move, id.number, of: person.id, at: now, on: connection)
    }
  }

  /// A superior, time-keeper or personnel officer moves a day of somebody else.
  func arrange(
    _ wish: MoveWish,
    for employee: RecordID<Employee>,
    reason: String,
    once: String?
  ) async throws {
    let payload: [(StaticString, String)] = [("worked", wish.worked.iso), ("freed", wish.freed.iso)]
    let note = Note(kind: ScheduleKinds.moveArranged, employee: employee, payload: payload)
    let parts = ["\(employee)"] + wish.parts + [reason]
    try await record(note, as: "move", parts, once: once) { id, connection in
      try led(employee, on: connection)
      try record(wish, as: id, for: employee, reason: reason, on: connection)
    }
  }

  /// Grants or refuses a request, or takes one's own back.
  func decide(
    _ id: RecordID<MoveRequest>,
    _ outcome: RequestOutcome,
    reason: String,
    once: String?
  ) async throws {
    let payload: [(StaticString, String)] = [("request", "\(id)"), ("outcome", outcome.rawValue)]
    let asked = try await database.read { try MoveRequestRecords.request(id, on: $0) }
    let note = Note(kind: ScheduleKinds.moveDecided, employee: asked?.employee, payload: payload)
    try await first {
      try await perform(note, ["\(id)", outcome.rawValue, reason], once: once) { connection in
        guard let request = try MoveRequestRecords.request(id, on: connection) else {
          throw ScheduleRefusal.notFound
        }
        try mayDecide(request.employee, outcome, reason: reason, on: connection)
        if request.decision != nil { throw ScheduleRefusal.decidedBefore }
        try MoveRequestRecords.decide(id, outcome, reason, at: now, account: account, on: connection)
        try WaitingRecords.remove(id.number, on: connection)
        guard outcome == .granted else { return }
        try record(
          request.wish,
          as: ids.next(),
          for: request.employee,
          reason: request.reason,
          on: connection
        )
      }
    }
  }

  /// Takes a moved day back before either of its days has come.
  func cancel(_ id: RecordID<MovedDay>, reason: String, once: String?) async throws {
    let entry = try await database.read { try MovedDayRecords.entry(id, on: $0) }
    let note = Note(
      kind: ScheduleKinds.moveCancelled,
      employee: entry?.moved.employee,
      payload: [("move", "\(id)")]
    )
    try await first {
      try await perform(note, ["\(id)", reason], once: once) { connection in
        guard let entry = try MovedDayRecords.entry(id, on: connection) else {
          throw ScheduleRefusal.notFound
        }
        try led(entry.moved.employee, on: connection)
        if entry.cancellation != nil { throw ScheduleRefusal.decidedBefore }
        if !entry.moved.isCancellable(asOf: today) {
          throw ScheduleRefusal.fault("reason", "振替などの取消しは、2つの日のうち早いほうの前日までです。")
        }
        if reason.utf8.isEmpty { throw ScheduleRefusal.fault("reason", "取り消す理由を入力してください。") }
        try MovedDayRecords.cancel(id, reason: reason, at: now, account: account, on: connection)
        try hoursChanged(of: entry.moved.employee, on: connection)
      }
    }
  }

  private func record(
    _ wish: MoveWish,
    as id: RecordID<MovedDay>,
    for employee: RecordID<Employee>,
    reason: String,
    on connection: any SQLConnection
  ) throws {
    let move = try planned(wish, for: employee, on: connection)
    let moved = MovedDay(id: id, employee: employee, move: move, worked: wish.worked, freed: wish.freed)
    try MovedDayRecords.append(
      moved,
      reason: reason,
      arrangedOn: today,
      at: now,
      account: account,
      on: connection
    )
    try hoursChanged(of: employee, on: connection)
  }

  private func planned(
    _ wish: MoveWish,
    for employee: RecordID<Employee>,
    on connection: any SQLConnection
  ) throws -> MovedDay.Move {
    let planning = try MovePlanning(employee, around: [wish.worked, wish.freed], today, on: connection)
    do {
      return try planning.move(wish)
    } catch {
      throw ScheduleRefusal.faults(error.faults.map { FormFault($0.field, $0.japanese) })
    }
  }
}

extension MovePlanning {
  /// Reads the days that bear on moving some.
  init(
    _ employee: RecordID<Employee>,
    around dates: [CivilDate],
    _ today: CivilDate,
    on connection: any SQLConnection
  ) throws {
    let first = (dates.min() ?? today).adding(days: -Self.margin)
    let days = first...(dates.max() ?? today).adding(days: Self.margin)
    allotments = try AllotmentRecords.allotments(of: employee, in: days, on: connection)
    self.today = today
  }
}
