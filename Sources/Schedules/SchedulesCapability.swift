internal import Access
internal import CivilTime
internal import Markup
internal import People
public import Site
internal import Store

/// 勤務の割振り (勤務時間法 第6条–第8条): regular hours, patterns, flextime, moved days and telework.
public enum SchedulesCapability: Sendable {
  /// What it brings to the house.
  public static let capability = Capability(
    name: "schedules",
    migrations: SchedulesMigrations.all,
    routes: SchedulesRoutes.all
  )

  /// The line of home: how many requests wait for the visitor's decision; nil where none does.
  public static let homeEntry: HomeEntry = { request in
    guard ScheduleReach.leaders.admits(request.actor) else { return nil }
    let (actor, today, units) = (request.actor, request.today, request.units)
    let waiting = try await request.database.glance { connection in
      let scope = try ScheduleReach.scope(of: actor, units.tree(asOf: today, on: connection))
      return try WaitingRecords.count(in: scope, besides: actor.employee, asOf: today, on: connection)
    }
    guard waiting > 0 else { return nil }
    return Panels.Entry(
      "勤務の割振り",
      to: SchedulePaths.units,
      text: "早出遅出、振替、フレックスタイム制、テレワークの申出\(waiting)件が決定を待っています"
    )
  }
}
