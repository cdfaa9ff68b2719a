internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// テレワークの希望、命令、取消し.
extension ScheduleDesk {
  /// Days at home as they were entered.
  struct TeleworkWish: Sendable {
    let dates: [CivilDate]
    let extent: Telework.Extent

    var parts: [String] {
      guard case .part(let range) = extent else { return dates.map(\.iso) }
      return dates.map(\.iso) + [ScheduleWords.short(range)]
    }
  }

  /// The employee wishes for some days.
  func wish(_ wish: TeleworkWish, once: String?) async throws {
    let teleworks: [RecordID<Telework>] = wish.dates.map { _ in ids.next() }
    let payload: [(StaticString, String)] = [("days", "\(wish.dates.count)")]
    let note = Note(kind: ScheduleKinds.teleworkAsked, employee: actor.employee, payload: payload)
    try await perform(note, wish.parts, once: once) { connection in
      let person = try own(on: connection)
      try check(wish, of: person.id, on: connection)
      for (id, date) in zip(teleworks, wish.dates) {
        try append(id, date, wish.extent, of: person.id, on: connection)
        try WaitingRecords.add(.telework, id.number, of: person.id, at: now, on: connection)
      }
    }
  }

  /// A superior, time-keeper or personnel officer orders some days that nobody had asked for.
  ///
  /// Days that have passed, which were ordered by word of mouth, are recorded by those who keep the books, with a reason.
  func order(
    _ wish: TeleworkWish,
    for employee: RecordID<Employee>,
    reason: String,
    once: String?
  ) async throws {
    let teleworks: [RecordID<Telework>] = wish.dates.map { _ in ids.next() }
    let payload: [(StaticString, String)] = [("days", "\(wish.dates.count)"), ("outcome", "ordered")]
    let note = Note(kind: ScheduleKinds.teleworkDecided, employee: employee, payload: payload)
    try await perform(note, ["\(employee)", reason] + wish.parts, once: once) { connection in
      try led(employee, on: connection)
      try check(wish, of: employee, on: connection, late: .by(reason))
      for (id, date) in zip(teleworks, wish.dates) {
        try append(id, date, wish.extent, of: employee, on: connection)
        try TeleworkRecords.decide(id, .ordered, reason, at: now, account: account, on: connection)
      }
    }
  }

  /// Orders or refuses what somebody wished for; all of it or nothing.
  func decide(
    _ wishes: [RecordID<Telework>],
    of employee: RecordID<Employee>,
    _ outcome: Telework.Outcome,
    reason: String,
    once: String?
  ) async throws {
    let payload: [(StaticString, String)] = [("days", "\(wishes.count)"), ("outcome", outcome.rawValue)]
    let note = Note(kind: ScheduleKinds.teleworkDecided, employee: employee, payload: payload)
    let parts = ["\(employee)", outcome.rawValue, reason] + wishes.map { "\($0)" }
    try await first {
      try await perform(note, parts, once: once) { connection in
        try led(employee, on: connection)
        if outcome == .refused, reason.utf8.isEmpty {
          throw ScheduleRefusal.fault("reason", "認めない理由を入力してください。本人に表示します。")
        }
        for id in wishes {
          guard let found = try TeleworkRecords.telework(id, on: connection), found.employee == employee
          else { throw ScheduleRefusal.notFound }
          guard found.isWaiting else { throw ScheduleRefusal.decidedBefore }
          try TeleworkRecords.decide(id, outcome, reason, at: now, account: account, on: connection)
          try WaitingRecords.remove(id.number, on: connection)
        }
      }
    }
  }

  /// Takes a day back: the person before it has come, those who lead also afterwards, for the allowance counts it.
  func cancel(_ id: RecordID<Telework>, reason: String, once: String?) async throws {
    let known = try await database.read { try TeleworkRecords.telework(id, on: $0) }
    let payload: [(StaticString, String)] = [("telework", "\(id)")]
    let note = Note(kind: ScheduleKinds.teleworkCancelled, employee: known?.employee, payload: payload)
    try await first {
      try await perform(note, ["\(id)", reason], once: once) { connection in
        guard let found = try TeleworkRecords.telework(id, on: connection) else {
          throw ScheduleRefusal.notFound
        }
        let isOwn = found.employee == actor.employee
        if !isOwn { try led(found.employee, on: connection) }
        guard found.isAlive else { throw ScheduleRefusal.decidedBefore }
        if isOwn, found.date <= today {
          throw ScheduleRefusal.fault("reason", "当日からの取消しは、上司か勤務時間管理員に伝えてください。")
        }
        try TeleworkRecords.cancel(id, reason, at: now, account: account, on: connection)
        try WaitingRecords.remove(id.number, on: connection)
      }
    }
  }

  private func append(
    _ id: RecordID<Telework>,
    _ date: CivilDate,
    _ extent: Telework.Extent,
    of employee: RecordID<Employee>,
    on connection: any SQLConnection
  ) throws {
    let telework = Telework(
      id: id,
      employee: employee,
      date: date,
      extent: extent,
      at: now,
      decision: nil,
      cancellation: nil
    )
    try TeleworkRecords.append(telework, account: account, on: connection)
  }

  /// Whether days may have passed.
  private enum Late {
    case never
    /// For those who keep the books, who say why.
    case by(String)
  }

  private func check(
    late: Late,
    _ first: CivilDate,
    of employee: RecordID<Employee>,
    on connection: any SQLConnection
  ) throws {
    guard first < today else { return }
    guard case .by(let reason) = late, try mayCorrectPast(of: employee, on: connection) else {
      throw ScheduleRefusal.fault("days", "今日以後の日を選んでください。過ぎた日の命令は、勤務時間管理員か人事担当が記録します。")
    }
    if reason.utf8.isEmpty {
      throw ScheduleRefusal.fault("order-reason", "過ぎた日の命令を記録する理由を入力してください。本人に表示します。")
    }
  }

  /// Duty days that are not taken yet, a part lying within their hours; from today on unless `late` allows for more.
  private func check(
    _ wish: TeleworkWish,
    of employee: RecordID<Employee>,
    on connection: any SQLConnection,
    late: Late = .never
  ) throws {
    guard let first = wish.dates.min(), let last = wish.dates.max() else {
      throw ScheduleRefusal.fault("days", "日を1日以上選んでください。")
    }
    try check(late: late, first, of: employee, on: connection)
    let allotments = try AllotmentRecords.allotments(of: employee, in: first...last, on: connection)
    let taken = try TeleworkRecords.all(of: employee, from: first, on: connection).filter(\.isAlive).map(
      \.date
    )
    for date in wish.dates {
      guard allotments[date].isDuty, let hours = allotments[date].hours else {
        throw ScheduleRefusal.fault("days", "\(date.japanese)は勤務日ではありません。勤務日を選んでください。")
      }
      if taken.contains(date) {
        throw ScheduleRefusal.fault("days", "\(date.japanese)は、すでに希望または命令があります。")
      }
      if case .part(let range) = wish.extent, range.clamped(to: hours.span) != range {
        let span = ScheduleWords.short(hours.span)
        throw ScheduleRefusal.fault("part-start", "\(date.japanese)の勤務時間は\(span)です。その中の時間帯にしてください。")
      }
    }
  }
}
