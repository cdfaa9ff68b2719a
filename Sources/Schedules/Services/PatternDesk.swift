internal import Access
internal import CivilTime
internal import People
internal import Store

/// 型の申出と決定.
extension ScheduleDesk {
  /// The employee asks for a pattern from today on.
  func ask(_ wish: PatternWish, once: String?) async throws {
    let id: RecordID<PatternRequest> = ids.next()
    let note = Note(
      kind: ScheduleKinds.patternAsked,
      employee: actor.employee,
      payload: [("request", "\(id)")]
    )
    try await perform(note, wish.parts, once: once) { connection in
      let person = try own(on: connection)
      let request = PatternRequest(
        id: id,
        employee: person.id,
        pattern: try pattern(wish, of: person, on: connection),
        from: wish.from,
        to: wish.to,
        reason: wish.reason,
        at: now,
        decision: nil
      )
      try check(wish, mayCorrectPast: false)
      try PatternRequestRecords.append(request, account: account, on: connection)
      try WaitingRecords.add(.pattern, id.number, of: person.id, at: now, on: connection)
    }
  }

  /// A superior, time-keeper or personnel officer sets a pattern for somebody else.
  func choose(_ wish: PatternWish, for employee: RecordID<Employee>, once: String?) async throws {
    let note = Note(kind: ScheduleKinds.patternChosen, employee: employee, payload: [])
    try await record(note, as: "choice", ["\(employee)"] + wish.parts, once: once) { id, connection in
      let person = try led(employee, on: connection)
      let pattern = try pattern(wish, of: person, on: connection)
      try check(wish, mayCorrectPast: mayCorrectPast(of: employee, on: connection))
      try record(wish, pattern, as: id, for: employee, on: connection)
    }
  }

  /// Grants or refuses a request, or takes one's own back.
  ///
  /// - Returns: the first day that follows it, where that is later than was asked for; nil otherwise.
  @discardableResult
  func decide(
    _ id: RecordID<PatternRequest>,
    _ outcome: RequestOutcome,
    reason: String,
    once: String?
  ) async throws -> CivilDate? {
    let payload: [(StaticString, String)] = [("request", "\(id)"), ("outcome", outcome.rawValue)]
    let asked = try await database.read { try PatternRequestRecords.request(id, on: $0) }
    let note = Note(kind: ScheduleKinds.patternDecided, employee: asked?.employee, payload: payload)
    try await first {
      try await perform(note, ["\(id)", outcome.rawValue, reason], once: once) { connection in
        guard let request = try PatternRequestRecords.request(id, on: connection) else {
          throw ScheduleRefusal.notFound
        }
        try mayDecide(request.employee, outcome, reason: reason, on: connection)
        if request.decision != nil { throw ScheduleRefusal.decidedBefore }
        try PatternRequestRecords.decide(id, outcome, reason, at: now, account: account, on: connection)
        try WaitingRecords.remove(id.number, on: connection)
        guard outcome == .granted else { return }
        // What was asked for may have begun while it waited; the past stays as it was.
        let from = request.start(asOf: today)
        if let to = request.to, to < from {
          throw ScheduleRefusal.fault("outcome", "申出の期間は過ぎています。「認めない」を選び、理由を入力してください。")
        }
        let wish = PatternWish(pattern: nil, from: from, to: request.to, reason: request.reason)
        try record(wish, request.pattern, as: ids.next(), for: request.employee, on: connection)
      }
    }
    guard let asked, outcome == .granted, asked.from < today else { return nil }
    return asked.start(asOf: today)
  }

  /// Only the person takes a request back; everybody else decides on it, and refuses with a reason.
  func mayDecide(
    _ employee: RecordID<Employee>,
    _ outcome: RequestOutcome,
    reason: String,
    on connection: any SQLConnection
  ) throws {
    if outcome == .withdrawn {
      guard employee == actor.employee else { throw ScheduleRefusal.notFound }
      return
    }
    try led(employee, on: connection)
    if outcome == .refused, reason.utf8.isEmpty {
      throw ScheduleRefusal.fault("reason", "認めない理由を入力してください。本人に表示します。")
    }
  }

  private func record(
    _ wish: PatternWish,
    _ pattern: WorkPattern?,
    as id: RecordID<PatternChoice>,
    for employee: RecordID<Employee>,
    on connection: any SQLConnection
  ) throws {
    let choice = PatternChoice(
      id: id,
      pattern: pattern,
      from: wish.from,
      to: wish.to,
      reason: wish.reason,
      recordedAt: now
    )
    try keepMoves(of: employee, in: choice, on: connection)
    try PatternRecords.append(choice, of: employee, account: account, on: connection)
    try hoursChanged(of: employee, on: connection)
  }

  /// What was moved before stays as it was arranged.
  private func keepMoves(
    of employee: RecordID<Employee>,
    in choice: PatternChoice,
    on connection: any SQLConnection
  ) throws {
    let days = choice.from...(choice.to ?? .distantFuture)
    let allotments = try AllotmentRecords.allotments(of: employee, in: days, on: connection)
    let disturbed = allotments.disturbedMoves(by: allotments.with(choice), in: days)
    guard let first = disturbed.min(by: { $0.date < $1.date }) else { return }
    let otherwise = "この日を除いて、その前と後の期間に分けて記録してください"
    throw ScheduleRefusal.fault("from", first.japanese(asOf: today, otherwise: otherwise))
  }

  /// The pattern wished, which the person's employer must offer.
  private func pattern(
    _ wish: PatternWish,
    of person: Employee,
    on connection: any SQLConnection
  ) throws -> WorkPattern? {
    guard let id = wish.pattern else { return nil }
    let offers = try PatternRecords.offers(of: [person.employer], on: connection)
    guard let offer = offers.first(where: { $0.pattern.id == id && $0.isOpen }) else {
      throw ScheduleRefusal.fault("pattern", "この型は、いまは選べません。別の型を選んでください。")
    }
    return offer.pattern
  }

  private func check(_ wish: PatternWish, mayCorrectPast: Bool) throws {
    if let to = wish.to, to < wish.from {
      throw ScheduleRefusal.fault("to", "終わりの日は、始まりの日以後の日にしてください。")
    }
    guard wish.from < today else { return }
    guard mayCorrectPast else {
      throw ScheduleRefusal.fault("from", "今日以後の日を入力してください。過ぎた日の訂正は、勤務時間管理員か人事担当が行います。")
    }
    if wish.to == nil {
      throw ScheduleRefusal.fault("to", "過ぎた日を訂正するときは、終わりの日も入力してください。")
    }
  }
}
