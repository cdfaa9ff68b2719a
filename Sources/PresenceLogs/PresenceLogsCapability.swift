internal import Access
public import Site
internal import Store

/// 客観的な記録 (人事院規則15―14運用通知): PC logs, presence, and gaps between presence and claims.
public enum PresenceLogsCapability: Sendable {
  /// What it brings to the house.
  public static let capability = Capability(
    name: "presence-logs",
    migrations: PresenceLogsMigrations.all,
    navigation: [
      // The others come here from the pages of a day and of units.
      NavigationItem("申告の傾向", PresencePaths.patterns, allow: .anyOf([.auditor])),
      NavigationItem("PC記録の取込", PresencePaths.logs, allow: .anyOf([.administrator])),
    ],
    routes: PresenceLogsRoutes.all
  )

  /// The line of home: how many of one's days wait for a reason.
  public static let homeEntry: HomeEntry = { request in
    guard let employee = request.actor.employee else { return nil }
    let today = request.today
    let days = try await request.database.glance { connection in
      try OwnGaps.days(of: employee, today: today, on: connection)
    }
    let open = days?.count { $0.status.isOpen } ?? 0
    guard open > 0 else { return nil }
    return Panels.Entry(
      "在庁時間と申告の差",
      to: PresencePaths.own,
      text: "理由を待っている日が\(open)日あります",
      mark: StatusTag.draw("理由なし \(open)件", tone: .attention)
    )
  }
}
