internal import CivilTime
internal import Markup
internal import Site

/// 在庁時間と申告の差: one's own days that wait for a reason, the newest first; made for a phone.
struct OwnGapsPage: Sendable {
  /// One's days of the last months, in order.
  let days: [DayPresence]
  let from: CivilDate
  /// Boards that the visitor may open.
  let links: [(title: String, path: String)]
  let token: String
  /// A key for each form, by day.
  let once: [CivilDate: String]

  private var open: [DayPresence] { days.filter(\.status.isOpen).reversed() }

  var content: PageContent {
    PageContent(
      title: "在庁時間と申告の差",
      lead: lead,
      body: HTML(open.map(panel)) + nothing + explained + missing + note + others
    )
  }

  private var lead: HTML {
    open.isEmpty
      ? "理由を待っている日はありません。" : "理由を待っている日が\(open.count)日あります。当てはまるものを1つ押してください。"
  }

  private func panel(_ day: DayPresence) -> HTML {
    let question: HTML =
      if case .asked(let question) = day.status {
        Panels.notice(.warning, "\(question.asker)からの確認の依頼", body: "<p>\(question.words)</p>")
      } else { .empty }
    let awaited: HTML =
      if case .claimAwaited = day.status {
        Panels.notice(.information, "業務でした。超過勤務の申告をしてください。")
      } else { .empty }
    return Panels.section(
      day.date.japanese,
      id: "day-\(day.date.iso)",
      body: """
        \(question)\(awaited)<p>\(sentence(day)) <a\(href: PresencePaths.day(day.date))>記録を見る</a></p>\
        \(DayParts.form(day, token: token, once: once[day.date] ?? "", faults: [], entered: .empty))
        """
    )
  }

  private func sentence(_ day: DayPresence) -> HTML {
    guard let outside = day.outside, let gap = day.gap else { return "在庁の記録はありません。" }
    let claimed = day.claimed?.japanese ?? "なし"
    return """
      在庁 \(DayParts.stretches(day.stretches))。正規の勤務時間の外に\(outside.japanese)、申告は\(claimed)、\
      差は<strong>\(gap.japanese)</strong>です。
      """
  }

  private var nothing: HTML {
    guard open.isEmpty else { return .empty }
    return Panels.emptyState(
      "いま、することはありません",
      "在庁時間が正規の勤務時間と申告した超過勤務より\(days.last?.threshold.japanese ?? GapThreshold.usual.japanese)以上長い日があると、ここに表示します。"
    )
  }

  private var explained: HTML {
    let told = days.reversed().filter { if case .explained = $0.status { true } else { false } }
    guard !told.isEmpty else { return .empty }
    let table = DataTable.draw(
      id: "explained",
      caption: "理由を記録した日",
      columns: [.init("日", .rowHeader), .init("差", .number), .init("理由", .text)],
      rows: told.map { day in
        [
          .link(day.date.japaneseShort, to: PresencePaths.day(day.date)), .text("\(day.gap ?? .zero)"),
          .html(DayParts(day: day).tag),
        ]
      },
      narrow: .stacks
    )
    return Panels.details("理由を記録した日（\(told.count)日）", body: table)
  }

  /// Days whose log is not believed: the person ought to know.
  private var missing: HTML {
    let doubtful = days.filter { if case .doubtful = $0.log { true } else { false } }
    guard !doubtful.isEmpty else { return .empty }
    let list = doubtful.map { "<li>\($0.date.japanese)　\($0.log.japanese)</li>" as HTML }
    return Panels.notice(.information, "時計が合っていない端末の記録は使っていません", body: "<ul>\(list)</ul>")
  }

  private var note: HTML {
    Panels.section("在庁時間とは", body: "<p>\(from.japanese)からの日と、それより前で確認の依頼がある日を表示しています。\(DayParts.note)</p>")
  }

  private var others: HTML {
    Panels.actions(links.map { Buttons.link($0.title, to: $0.path) })
  }
}
