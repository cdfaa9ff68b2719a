internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 待っていること – what of the limits waits for a visitor: requests to decide, interviews and analyses that are owed.
enum LimitWatchHome {
  /// Requests for protection that wait for the visitor, as the list of protections shows them.
  static func protections(_ request: SignedInRequest) async throws -> Panels.Entry? {
    guard ProtectionRoutes.deciders.admits(request.actor) else { return nil }
    let (actor, units, today) = (request.actor, request.units, request.today)
    let count = try await request.database.glance { connection in
      let waiting = try ProtectionRecords.waiting(asOf: today, on: connection)
      guard !waiting.isEmpty else { return 0 }
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      return waiting.count { one in
        one.employee != actor.employee
          && (one.kind.mayBeDeclined ? reach.answersFor(one.unit) : reach.administers(one.unit))
      }
    }
    guard count > 0 else { return nil }
    return Panels.Entry(
      "勤務の制限のある職員",
      to: LimitWatchPaths.protections,
      text: "勤務の制限の請求\(count)件が確認を待っています",
      mark: StatusTag.draw("確認待ち \(count)件", tone: .attention)
    )
  }

  /// Doctor's interviews whose day has passed, for the personnel authority.
  static func interviews(_ request: SignedInRequest) async throws -> Panels.Entry? {
    let (employers, today) = (request.actor.personnelEmployers, request.today)
    guard InterviewRoutes.keepers.admits(request.actor), !employers.isEmpty else { return nil }
    let late = try await request.database.glance { connection in
      try InterviewQuery.late(of: employers, today: today, on: connection)
    }
    guard let oldest = late.map(\.verdict.month).min() else { return nil }
    return Panels.Entry(
      "面接指導の対象者",
      to: LimitWatchPaths.interviews(oldest),
      text: "医師の面接指導\(late.count)件が、期限を過ぎて実施されていません",
      mark: StatusTag.draw("期限超過 \(late.count)件", tone: .alarm)
    )
  }

  /// Analyses of the year that is over which the visitor's own units owe.
  static func analyses(_ request: SignedInRequest) async throws -> Panels.Entry? {
    let (units, today) = (request.actor.headedUnits, request.today)
    guard AnalysisRoutes.writers.admits(request.actor), !units.isEmpty else { return nil }
    let year = today.fiscalYear.advanced(by: -1)
    let open = try await request.database.glance { connection in
      let owing = try ExceededMonths.counts(of: units, in: year, through: year.lastMonth, on: connection)
      return try owing.keys.filter { unit in
        try !LimitAnalysisRecords.isSubmitted(by: unit, in: year, on: connection)
      }.count
    }
    guard open > 0 else { return nil }
    let due = LimitAnalysis.dueDay(of: year)
    return Panels.Entry(
      "要因の分析",
      to: LimitWatchPaths.analyses(year),
      text: "\(year.japanese)に上限を超えた要因の分析が、\(open)つの組織で未提出です。期限は\(due.japanese)です",
      mark: due < today
        ? StatusTag.draw("期限超過", tone: .alarm) : StatusTag.draw("未提出 \(open)件", tone: .attention)
    )
  }
}
