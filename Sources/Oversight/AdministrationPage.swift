internal import CivilTime
internal import Markup
internal import Site
internal import Store

/// The state of the system without anything personal.
struct SystemState: Sendable {
  let engine: SQLDialect
  let migrations: [(name: String, at: Instant)]
  let sessions: Int
  let seals: SealState

  static func read(on connection: any SQLConnection) throws -> SystemState {
    SystemState(
      engine: connection.dialect,
      migrations: try connection.rows("SELECT name, applied_at FROM schema_migration ORDER BY name").map {
        row in
        (name: try row.value(0), at: try row.value(1))
      },
      sessions: try connection.value("SELECT COUNT(*) FROM session") ?? 0,
      seals: try SealState.read(on: connection)
    )
  }
}

/// システムの状態.
struct AdministrationPage: Sendable {
  let state: SystemState
  let now: Instant

  var content: PageContent {
    PageContent(
      title: "システムの状態",
      lead: lead,
      body: """
        \(Panels.keyValues([
          (term: "データベース", value: state.engine == .sqlite ? "SQLite" : "PostgreSQL"),
          (term: "開いているセッション", value: "\(state.sessions)"),
          (term: "封印の回数", value: "\(state.seals.seals)"),
          (term: "最後の封印", value: "\(state.seals.newest.map { OfficeZone.dateTimeText($0) } ?? "まだありません")"),
        ]))\
        \(DataTable.draw(
          id: "migrations", caption: "データベースの版",
          columns: [.init("名前", .rowHeader), .init("適用した時", .word)],
          rows: state.migrations.map { [.text($0.name), .text(OfficeZone.dateTimeText($0.at))] }))
        """
    )
  }

  private var lead: HTML {
    guard let newest = state.seals.newest else { return "記録の封印はまだ行われていません。" }
    return now - newest > 10 * 60 * 1000 ? "10分以上、記録を封印していません（新しい記録がないか、封印が止まっています）。" : "正常に動いています。"
  }
}
