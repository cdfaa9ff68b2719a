internal import CivilTime
internal import Journal
internal import Markup
internal import Site
internal import Store

/// How far the journal is sealed.
struct SealState: Sendable {
  let seals: Int
  let newest: Instant?

  static func read(on connection: any SQLConnection) throws -> SealState {
    SealState(
      seals: try connection.value("SELECT COUNT(*) FROM journal_seal") ?? 0,
      newest: try connection.value("SELECT MAX(sealed_at) FROM journal_seal")
    )
  }
}

/// 記録の監査: the newest entries.
///
/// They name people by number only.
struct JournalPage: Sendable {
  static let length = 100

  let entries: [JournalEntry]
  let state: SealState

  var content: PageContent {
    PageContent(
      title: "記録の監査",
      lead: lead,
      printing: .landscape,
      body: table + more + verification
    )
  }

  private var lead: HTML {
    guard let newest = state.newest else { return "記録はまだ封印されていません。" }
    return "\(OfficeZone.dateTimeText(newest))までの記録を\(state.seals)回に分けて封印しています。"
  }

  private var table: HTML {
    guard !entries.isEmpty else { return Panels.emptyState("記録はありません", "操作があると、ここに新しい順に並びます。") }
    return DataTable.draw(
      id: "entries",
      caption: "新しい記録",
      columns: [
        .init("時刻", .rowHeader), .init("種類", .word), .init("行った利用者", .word), .init("職員", .word),
        .init("組織", .word), .init("内容", .text),
      ],
      rows: entries.map { entry in
        [
          .text(time(entry.at)), .text(entry.kind.name), .text(actor(entry.actor)),
          entry.employee.map { .text("\($0)") } ?? .none, entry.unit.map { .text("\($0)") } ?? .none,
          .text(entry.payload.text),
        ]
      },
      note: "氏名は載せません。番号で表します。",
      density: .dense
    )
  }

  /// Short, for the column stays in sight on a phone.
  private func time(_ instant: Instant) -> String {
    "\(OfficeZone.date(of: instant).japaneseShort) \(OfficeZone.time(of: instant))"
  }

  private func actor(_ actor: JournalActor) -> String {
    switch actor {
    case .account(let number): "\(number)"
    case .commandLine: "運用コマンド"
    case .system: "システム"
    }
  }

  private var more: HTML {
    guard entries.count == Self.length, let last = entries.last else { return .empty }
    return Panels.actions([Buttons.link("これより前の記録", to: "/journal?before=\(last.id)")])
  }

  private var verification: HTML {
    Panels.section(
      "改ざんの検査",
      body: """
        <p>サーバーで <code>hataraki journal verify</code> を実行すると、封印の鎖を最初から確かめ、変えられた記録、消された記録、\
        差し込まれた記録があれば、その番号を示します。最後に表示される値を別の場所に控えておくと、後から全体を確かめられます。</p>
        """
    )
  }
}
