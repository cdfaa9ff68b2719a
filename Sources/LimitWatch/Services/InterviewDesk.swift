internal import Access
internal import CivilTime
internal import People
internal import Store

/// 面接指導の記録: what the personnel authority did, and what the person asked for.
struct InterviewDesk: Sendable {
  let desk: RegisterDesk

  /// Records what the authority did about somebody else's month.
  ///
  /// - Throws: ``LimitWatchRefusal``; `OnceAct.Refusal`; `StoreError`.
  func record(
    _ step: InterviewRecord.Step,
    on day: CivilDate,
    exemption: InterviewRecord.Exemption?,
    of employee: RecordID<Employee>,
    in month: YearMonth,
    once: String?
  ) async throws {
    guard employee != desk.actor.employee else { throw LimitWatchRefusal.ownMatter }
    let record = record(step, on: day, exemption, of: employee, in: month)
    let account = desk.actor.account.number
    let parts = ["\(employee)", month.iso, step.rawValue, day.iso, exemption?.rawValue ?? ""]
    try await desk.perform(
      LimitWatchKinds.interviewRecorded,
      parts: parts,
      once: once
    ) { connection in
      let found = try InterviewQuery.cases(of: employee, in: month...month, on: connection).first
      // Out of concern for health a doctor may be seen whatever the overtime.
      if found == nil, step != .held || month > desk.today.yearMonth {
        throw LimitWatchRefusal.notNow("基準に達しない月は、今月までの月について、実施した面接指導だけを記録できます。")
      }
      let isHeld = found?.standing.contains { $0.step == .held } ?? false
      if step == .measured, !isHeld { throw LimitWatchRefusal.notNow("事後の措置は、実施を記録してから記録してください。") }
      if step == .exempt, isHeld { throw LimitWatchRefusal.notNow("すでに実施が記録されています。免除は記録できません。") }
      try InterviewRecords.insert(record, by: account, on: connection)
      return ActTrace(unit: nil, payload: [("record", "\(record.id)")])
    }
  }

  /// Records that the visitor asks for an interview about a month of their own.
  ///
  /// - Throws: ``LimitWatchRefusal``; `OnceAct.Refusal`; `StoreError`.
  func request(_ month: YearMonth, for employee: RecordID<Employee>, once: String?) async throws {
    let record = record(.requested, on: desk.today, nil, of: employee, in: month)
    let account = desk.actor.account.number
    try await desk.perform(
      LimitWatchKinds.ownRequest,
      parts: ["interview", "\(employee)", month.iso],
      once: once
    ) { connection in
      let found = try InterviewQuery.cases(of: employee, in: month...month, on: connection).first
      guard found?.state == .mayRequest else {
        throw LimitWatchRefusal.notNow("この月は申出の必要がないか、すでに申し出ています。画面を開き直して確かめてください。")
      }
      try InterviewRecords.insert(record, by: account, on: connection)
      return ActTrace(unit: nil, payload: [("record", "\(record.id)")])
    }
  }

  /// Takes back a record of a month: the authority its own steps, the person the request.
  ///
  /// - Throws: ``LimitWatchRefusal``; `OnceAct.Refusal`; `StoreError`.
  func takeBack(
    _ id: RecordID<InterviewRecord>,
    of employee: RecordID<Employee>,
    in month: YearMonth,
    once: String?
  ) async throws {
    let isOwn = employee == desk.actor.employee
    let (account, now) = (desk.actor.account.number, desk.now)
    do {
      try await desk.perform(
        isOwn ? LimitWatchKinds.ownRequest : LimitWatchKinds.interviewTakenBack,
        parts: ["interview-taken-back", "\(id)"],
        once: once
      ) { connection in
        let records = try InterviewRecords.records(of: [employee], in: month...month, on: connection)
        guard let record = records[employee]?.first(where: { $0.id == id && !$0.isCancelled }),
          (record.step == .requested) == isOwn
        else { throw LimitWatchRefusal.notFound }
        try InterviewRecords.cancel(id, at: now, by: account, on: connection)
        return ActTrace(unit: nil, payload: [("record", "\(id)")])
      }
    } catch StoreError.unique {
      throw LimitWatchRefusal.changedMeanwhile
    }
  }

  private func record(
    _ step: InterviewRecord.Step,
    on day: CivilDate,
    _ exemption: InterviewRecord.Exemption?,
    of employee: RecordID<Employee>,
    in month: YearMonth
  ) -> InterviewRecord {
    InterviewRecord(
      id: desk.ids.next(),
      employee: employee,
      month: month,
      step: step,
      doneOn: day,
      exemption: exemption,
      recordedAt: desk.now,
      isCancelled: false
    )
  }
}
