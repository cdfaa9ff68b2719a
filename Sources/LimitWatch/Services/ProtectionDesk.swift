internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store
internal import WorkingTimeRules

/// 制限の請求と確認: the person asks and ends, somebody else confirms or declines; nothing is written over.
struct ProtectionDesk: Sendable {
  let desk: RegisterDesk

  /// Records a request of the visitor's own; a late one is kept too.
  ///
  /// - Throws: ``LimitWatchRefusal``; `OnceAct.Refusal`; `StoreError`.
  func ask(
    _ kind: Protection.Kind,
    during period: ClosedRange<CivilDate>,
    for employee: RecordID<Employee>,
    once: String?
  ) async throws {
    let request = ProtectionRequest(
      id: desk.ids.next(),
      employee: employee,
      kind: kind,
      asked: period,
      receivedOn: desk.today,
      endedOn: nil,
      state: .waiting,
      revision: 0
    )
    let (account, now) = (desk.actor.account.number, desk.now)
    let parts = ["protection", "\(employee)", kind.rawValue, period.lowerBound.iso, period.upperBound.iso]
    try await desk.perform(LimitWatchKinds.ownRequest, parts: parts, once: once) { connection in
      let known = try ProtectionRecords.requests(of: [employee], on: connection)
      if known.contains(where: { $0.bars(kind, during: period) }) { throw LimitWatchRefusal.overlapping }
      try ProtectionRecords.insert(request, at: now, by: account, on: connection)
      return ActTrace(unit: nil, payload: [("record", "\(request.id)")])
    }
  }

  /// Confirms or declines somebody else's request.
  ///
  /// - Throws: ``LimitWatchRefusal``; `OnceAct.Refusal`; `StoreError`.
  func decide(
    _ request: ProtectionRequest,
    declining ground: ProtectionRequest.Ground?,
    seen: Int,
    once: String?
  ) async throws {
    guard request.employee != desk.actor.employee else { throw LimitWatchRefusal.ownMatter }
    guard ground == nil || request.kind.mayBeDeclined else {
      throw LimitWatchRefusal.notNow("この請求は断ることができません。内容を確かめて確認してください。")
    }
    let step: ProtectionRequest.Step = ground == nil ? .confirmed : .declined
    try await append(
      step,
      ground: ground,
      endedOn: nil,
      to: request,
      seen: seen,
      LimitWatchKinds.protectionDecided,
      once: once
    ) { standing in
      guard standing.state == .waiting else { throw LimitWatchRefusal.changedMeanwhile }
    }
  }

  /// Ends the visitor's own protection earlier; a day before its beginning takes the request back.
  ///
  /// - Throws: ``LimitWatchRefusal``; `OnceAct.Refusal`; `StoreError`.
  func end(_ request: ProtectionRequest, on day: CivilDate, seen: Int, once: String?) async throws {
    guard request.employee == desk.actor.employee else { throw LimitWatchRefusal.notFound }
    try await append(
      .ended,
      ground: nil,
      endedOn: day,
      to: request,
      seen: seen,
      LimitWatchKinds.ownRequest,
      once: once
    ) { standing in
      guard standing.state == .waiting || standing.state == .confirmed else {
        throw LimitWatchRefusal.notNow("この請求はすでに終わっています。")
      }
      // A later day would lie across what was asked for since.
      guard day <= standing.lastDay else {
        throw LimitWatchRefusal.notNow("終わりを延ばすときは、改めて請求してください。")
      }
    }
  }

  private func append(
    _ step: ProtectionRequest.Step,
    ground: ProtectionRequest.Ground?,
    endedOn: CivilDate?,
    to request: ProtectionRequest,
    seen: Int,
    _ kind: JournalKind,
    once: String?,
    _ check: @escaping @Sendable (ProtectionRequest) throws -> Void
  ) async throws {
    let (account, now, id) = (desk.actor.account.number, desk.now, request.id)
    let parts = ["\(id)", step.rawValue, ground?.rawValue ?? "", endedOn?.iso ?? "", "\(seen)"]
    do {
      try await desk.perform(kind, parts: parts, once: once) { connection in
        guard let standing = try ProtectionRecords.request(id, on: connection), standing.revision == seen
        else {
          throw LimitWatchRefusal.changedMeanwhile
        }
        try check(standing)
        try ProtectionRecords.append(
          step,
          ground: ground,
          endedOn: endedOn,
          revision: seen + 1,
          to: id,
          at: now,
          by: account,
          on: connection
        )
        return ActTrace(unit: nil, payload: [("record", "\(id)")])
      }
    } catch StoreError.unique {
      throw LimitWatchRefusal.changedMeanwhile
    }
  }
}
