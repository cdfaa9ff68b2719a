internal import CivilTime
internal import Markup
internal import Site
internal import WorkingTime

/// 確認事項の見せ方 – concerns of one kind stand together, with their days.
enum ConcernList {
  /// One line a kind with its days, for a table of many people; with the words of what is about the whole month.
  static func summary(_ concerns: [MonthConcern], withWords: Bool = false) -> HTML {
    HTML(
      grouped(concerns).map { group -> HTML in
        let days = group.concerns.compactMap(\.day).map { "\($0.day)日" }
        let text =
          days.isEmpty ? group.kind.japanese : "\(group.kind.japanese) \(days.joined(separator: "、"))"
        let words = withWords ? group.concerns.filter { $0.day == nil }.map(\.words).joined() : ""
        return "<p>\(StatusTag.draw(text, tone: .attention)) \(words)</p>"
      }
    )
  }

  /// Every concern with its words, for one person; the owner is led to the forms of the day.
  static func table(_ concerns: [MonthConcern], isOwner: Bool) -> HTML {
    DataTable.draw(
      id: "concerns",
      caption: isOwner ? "確認の前に見ておくこと" : "確定の前に見ておくこと",
      columns: [.init("区分", .rowHeader), .init("日", .word), .init("内容", .text)],
      rows: grouped(concerns).flatMap(\.concerns).map { concern in
        let day = concern.day?.japaneseShort ?? "月全体"
        let path = isOwner ? concern.day.map { Paths.day($0) } ?? concern.path : concern.path
        return [
          .text(concern.kind.japanese), path.map { .link(day, to: $0) } ?? .text(day), .text(concern.words),
        ]
      },
      note: "これらがあっても、確定や訂正を止めるものではありません。",
      narrow: .stacks
    )
  }

  private static func grouped(
    _ concerns: [MonthConcern]
  ) -> [(kind: MonthConcern.Kind, concerns: [MonthConcern])] {
    var groups: [(kind: MonthConcern.Kind, concerns: [MonthConcern])] = []
    for concern in concerns {
      if let place = groups.firstIndex(where: { $0.kind == concern.kind }) {
        groups[place].concerns.append(concern)
      } else {
        groups.append((concern.kind, [concern]))
      }
    }
    return groups
  }
}
