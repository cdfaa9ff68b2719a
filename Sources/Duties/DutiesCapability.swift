internal import Access
internal import Markup
public import Site
internal import Store

/// Duties (担当の取組): what measures of the plan ask of people, units and offices, and what became of it.
public enum DutiesCapability: Sendable {
  /// What it brings to the house; the sources give events their names on pages, and lists are saved as `file` says.
  public static func capability(sources: [DutyEventSource], file: @escaping DutyFile) -> Capability {
    Capability(
      name: "duties",
      migrations: DutiesMigrations.all,
      navigation: [NavigationItem("担当の取組", DutyPaths.inbox, allow: DutyRoutes.owners)],
      routes: DutyRoutes(words: DutyWords(sources), file: file).all
    )
  }

  /// The line of home: how many duties wait for the visitor, and how many of them are late.
  public static let homeEntry: HomeEntry = { request in
    guard DutyRoutes.owners.admits(request.actor) else { return nil }
    let (actor, today) = (request.actor, request.today)
    let counts = try await request.database.read { connection in
      try DutyQuery.openCount(of: actor, today: today, on: connection)
    }
    return Panels.Entry(
      "担当の取組",
      to: DutyPaths.inbox,
      text: counts.open == 0 ? "いま未了の取組はありません" : "未了\(counts.open)件。うち今週が期限のものは\(counts.week)件です",
      mark: counts.overdue == 0 ? .empty : StatusTag.draw("期限超過 \(counts.overdue)件", tone: .alarm)
    )
  }
}
