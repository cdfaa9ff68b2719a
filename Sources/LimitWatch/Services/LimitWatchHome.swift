internal import Access
internal import CivilTime
internal import Markup
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
      let reach = LimitReach(actor, in: try units.tree(asOf: today, on: connection))
      return try ProtectionRecords.waiting(in: reach.scope, asOf: today, on: connection).count { one in
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

  /// Analyses of the year that is over which the visitor's own units owe, with those that have passed to them.
  static func analyses(_ request: SignedInRequest) async throws -> Panels.Entry? {
    let (actor, shelf, today) = (request.actor, request.units, request.today)
    guard AnalysisRoutes.writers.admits(actor), !actor.headedUnits.isEmpty else { return nil }
    let year = today.fiscalYear.advanced(by: -1)
    let standings = try await request.database.glance { connection in
      let reach = LimitReach(actor, in: try shelf.tree(asOf: today, on: connection))
      // Who still holds the post of a unit that stands no more leads nothing by it.
      let standing = actor.headedUnits.intersection(reach.led)
      let former = try FormerUnits.passed(to: standing, beside: reach.tree, on: connection)
      let units = standing.union(former.ids)
      let owed = try ExceededMonths.owed(by: units, in: year, through: year.lastMonth, on: connection)
      guard !owed.isEmpty else { return [AnalysisStanding]() }
      let answers = try LimitAnalysisRecords.answers(of: Set(owed.keys), in: year, on: connection)
      return owed.map { unit, months in
        AnalysisStanding(owed: months, answer: answers[unit], isDraft: false, in: year)
      }
    }
    return entry(standings, in: year, today: today)
  }

  private static func entry(
    _ standings: [AnalysisStanding],
    in year: FiscalYear,
    today: CivilDate
  ) -> Panels.Entry? {
    let due = LimitAnalysis.dueDay(of: year)
    var (open, added, unconfirmed, isReopened) = (0, 0, 0, false)
    for standing in standings {
      switch standing {
      case .open: open += 1
      case .incomplete(let missing, let wasFinal):
        added += missing
        isReopened = isReopened || wasFinal
      case .provisional: unconfirmed += 1
      case .notOwed, .done: break
      }
    }
    let waiting = standings.count { $0 != .done && $0 != .notOwed }
    guard waiting > 0 else { return nil }
    let parts = [
      open > 0 ? "分析が、\(open)つの組織で未提出です" : nil,
      added > 0 ? "分析に、提出の後に加わった\(added)人月がありません" : nil,
      unconfirmed > 0 ? "分析が、\(unconfirmed)つの組織で年度の途中に提出したままです。もう一度提出して確認してください" : nil,
    ].compactMap { $0 }.joined(separator: "。")
    let mark: HTML =
      if waiting == unconfirmed {
        StatusTag.draw("確認待ち \(waiting)件", tone: .attention)
      } else if due < today {
        StatusTag.draw("期限超過", tone: .alarm)
      } else if isReopened {
        StatusTag.draw("未分析の月 \(added)人月", tone: .alarm)
      } else {
        StatusTag.draw("未提出 \(waiting)件", tone: .attention)
      }
    return Panels.Entry(
      "要因の分析",
      to: LimitWatchPaths.analyses(year),
      text: "\(year.japanese)に上限を超えた要因の\(parts)。期限は\(due.japanese)です",
      mark: mark
    )
  }
}
