internal import Attachments
internal import CivilTime
internal import Markup
internal import Site

/// 配布資料一覧: what lies before the committee at a meeting, on a page to print and hand out.
struct PaperList: Sendable {
  let sheet: MeetingSheet

  var content: PageContent {
    let meeting = sheet.meeting
    return PageContent(
      title: "\(meeting.title) 配布資料一覧",
      breadcrumbs: [
        Breadcrumb("取組と指標", CommitteePaths.plan), Breadcrumb("推進委員会", CommitteePaths.meetings),
        Breadcrumb(meeting.title, CommitteePaths.meeting(meeting.id)),
      ],
      lead: "\(meeting.heldOn.japanese)　\(meeting.place)",
      body: table
    )
  }

  /// Items without papers are listed too, so that the page is the agenda at once.
  private var table: HTML {
    let meeting = sheet.meeting.id
    let rows = sheet.items.flatMap { item -> [DataTable.Row] in
      let title = "\(item.position). \(item.title)"
      let papers = item.numbered(sheet.papers)
      guard !papers.isEmpty else { return [[.text(title), .none, .text("資料はありません"), .none]] }
      return papers.map { number, paper in
        [
          .text(title), .text(number),
          .link(paper.file.name, to: CommitteePaths.paper(paper.file.id, of: meeting)),
          .text(AttachmentLinks.facts(paper.file)),
        ]
      }
    }
    return DataTable.draw(
      id: "papers",
      caption: "議題と資料",
      columns: [.init("議題", .rowHeader), .init("番号", .word), .init("資料"), .init("種類と大きさ", .word)],
      rows: rows,
      narrow: .stacks
    )
  }
}
