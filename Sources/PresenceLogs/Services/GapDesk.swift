internal import Access
internal import CivilTime
internal import People
internal import Store

/// Why nothing was recorded of a gap.
enum GapRefusal: Error, Sendable, Hashable {
  /// There is nobody, or nobody whom the actor may know of.
  case notFound
  /// The day is not over, or lies outside the person's service.
  case notYet
  /// Nobody asks oneself.
  case oneself

  var japanese: String {
    switch self {
    case .notFound: "この職員は見つかりません。"
    case .notYet: "理由を記録できるのは、在職中の、昨日までの日です。その日が終わってから、もう一度操作してください。"
    case .oneself: "自分の日について確認を依頼することはできません。上位の組織の長に任せてください。"
    }
  }
}

/// 差の理由と確認: reasons by the person, questions by those who lead, keep or administer; nothing is overwritten.
extension PresenceDesk {
  /// Records a reason for a day of one's own, beside those before.
  ///
  /// - Throws: ``GapRefusal``; `OnceAct.Refusal`; `StoreError` from the engine.
  func explain(
    _ date: CivilDate,
    of employee: RecordID<Employee>,
    as code: GapReason.Code,
    _ words: String?
  ) async throws {
    let id: RecordID<GapReason> = ids.next()
    let (today, now, account) = (today, now, actor.account.number)
    let parts = [date.iso, code.rawValue, words ?? ""]
    try await act(PresenceKinds.reasonRecorded, parts, about: employee) { connection in
      guard
        let person = try PresencePeople.person(employee, in: .own(employee), today: today, on: connection),
        let day = try PresenceQuery.days(of: person, in: date...date, today: today, on: connection).first
      else { throw GapRefusal.notYet }
      let gap = max(day.gap ?? .zero, .zero)
      let reason = GapReason(id: id, date: date, code: code, words: words, gap: gap, at: now)
      try GapRecords.append(reason, of: employee, account: account, on: connection)
      return [("reason", "\(id)"), ("date", date.iso), ("code", code.rawValue), ("gap", "\(gap.count)")]
    }
  }

  /// Asks back about a day of somebody within the scope.
  ///
  /// - Throws: ``GapRefusal``; `OnceAct.Refusal`; `StoreError` from the engine.
  func ask(
    _ words: String,
    about employee: RecordID<Employee>,
    on date: CivilDate,
    in scope: PersonScope
  ) async throws {
    if employee == actor.employee { throw GapRefusal.oneself }
    let id: RecordID<GapQuestion> = ids.next()
    let (today, now, account) = (today, now, actor.account.number)
    let parts = ["\(employee)", date.iso, words]
    try await act(PresenceKinds.questionAsked, parts, about: employee) { connection in
      guard let person = try PresencePeople.person(employee, in: scope, today: today, on: connection)
      else { throw GapRefusal.notFound }
      guard person.service.contains(date), date < today else { throw GapRefusal.notYet }
      try GapRecords.append(
        question: id,
        words,
        about: employee,
        on: date,
        at: now,
        account: account,
        on: connection
      )
      return [("question", "\(id)"), ("date", date.iso)]
    }
  }

  /// Sets from which gap on an employer asks for a reason, from a day on.
  func set(_ threshold: GapThreshold) async throws {
    let id: RecordID<GapThreshold> = ids.next()
    let (now, account) = (now, actor.account.number)
    let parts = ["\(threshold.employer)", threshold.from.iso, "\(threshold.minutes.count)"]
    try await act(PresenceKinds.thresholdSet, parts) { connection in
      try GapRecords.append(threshold, id: id, at: now, account: account, on: connection)
      return [
        ("employer", "\(threshold.employer)"), ("from", threshold.from.iso),
        ("minutes", "\(threshold.minutes.count)"),
      ]
    }
  }
}
