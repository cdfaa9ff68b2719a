internal import Access
internal import Markup
public import Site
internal import Store

/// 超過勤務の命令 (勤務時間法 第13条第2項): declared beforehand, ordered, done; pay classes, time off and budget.
public enum OvertimeOrdersCapability: Sendable {
  /// What it brings to the house, where nobody keeps protections.
  public static let capability = capability(protections: .unasked)

  /// What it brings to the house, with whoever keeps people's protections from overtime.
  public static func capability(protections: ProtectionQuestion) -> Capability {
    Capability(
      name: "overtime-orders",
      migrations: OvertimeOrdersMigrations.all,
      navigation: [NavigationItem("承認箱", OrderPaths.approvals, allow: RequestRoutes.superiors)],
      routes: OvertimeOrdersRoutes.all(protections)
    )
  }

  /// The line of home: how many requests and claims wait for a superior, and how many of them are late.
  public static let homeEntry: HomeEntry = { request in
    guard RequestRoutes.superiors.admits(request.actor), request.actor.employee != nil else { return nil }
    let desk = try await OrdersDesk(request)
    let waiting = try await request.database.read { connection in
      let (subordinates, tree) = try desk.subordinates(on: connection)
      return try ApprovalsQuery(subordinates: subordinates, tree: tree, protections: .unasked)
        .waiting(on: connection)
    }
    let late = waiting.count { $0.due < request.today }
    return Panels.Entry(
      "承認箱",
      to: OrderPaths.approvals,
      text: waiting.isEmpty ? "未処理のものはありません" : "未処理\(waiting.count)件。事前申告の命令と、事後の確認です",
      mark: late == 0 ? .empty : StatusTag.draw("期限超過 \(late)件", tone: .alarm)
    )
  }

  /// The line of home: on how many days somebody's own word is missing; nil where nothing waits.
  public static let ownHomeEntry: HomeEntry = { request in
    guard let employee = request.actor.employee else { return nil }
    let today = request.today
    let waiting = try await request.database.glance { connection in
      try OverviewRoutes.days(of: employee, around: today, on: connection).count(where: \.asksOwner)
    }
    guard waiting > 0 else { return nil }
    return Panels.Entry(
      "超過勤務の申告と命令",
      to: OrderPaths.own,
      text: "修正の申出、照会、命令との差のうち、あなたの回答を待っている日が\(waiting)日あります"
    )
  }
}
