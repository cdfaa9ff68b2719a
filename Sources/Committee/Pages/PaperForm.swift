internal import Attachments
internal import Markup
internal import Site

/// 資料: the papers of a meeting on its page, and the form that adds some.
struct PaperForm: Sendable {
  static let item = "paper-item"
  static let files = "papers"

  let page: MeetingPage

  /// Nothing where there is nothing to read and nothing to do.
  var section: HTML {
    guard !page.sheet.papers.isEmpty || mayAdd else { return .empty }
    let list =
      page.sheet.papers.isEmpty
      ? "<p>資料はまだありません。</p>" : table + Panels.actions([printed])
    return Panels.section("資料", id: "papers-section", body: mayAdd ? list + form : list)
  }

  private var mayAdd: Bool {
    page.isSecretariat && page.sheet.meeting.state != .cancelled && !page.sheet.items.isEmpty
  }

  private var printed: HTML {
    Buttons.link("配布資料一覧（印刷用）", to: CommitteePaths.papers(page.sheet.meeting.id), size: .small)
  }

  private var table: HTML {
    let mayRemove = page.isSecretariat && page.sheet.meeting.state == .planned
    let columns: [DataTable.Column] = [
      .init("資料", .rowHeader), .init("番号", .word), .init("種類と大きさ", .word), .init("操作", .word),
    ]
    let numbered = page.sheet.items.flatMap { $0.numbered(page.sheet.papers) }
    return DataTable.draw(
      id: "papers",
      caption: "配布資料",
      columns: mayRemove ? columns : Array(columns.dropLast()),
      rows: numbered.map { number, paper in
        let path = CommitteePaths.paper(paper.file.id, of: page.sheet.meeting.id)
        let cells: [DataTable.Cell] = [
          .link(paper.file.name, to: path), .text(number), .text(AttachmentLinks.facts(paper.file)),
        ]
        return DataTable.Row(mayRemove ? cells + [.html(removal(paper))] : cells)
      },
      narrow: .stacks
    )
  }

  private func removal(_ paper: Paper) -> HTML {
    Forms.button(
      "外す",
      action: CommitteePaths.papers(page.sheet.meeting.id),
      token: page.token,
      hidden: [(name: "remove", value: "\(paper.file.id)")]
    )
  }

  private var form: HTML {
    let items = page.sheet.items.map { Fields.Choice("\($0.id)", "\($0.position). \($0.title)") }
    let fields =
      Fields.select(
        Self.item,
        label: "議題",
        choices: items,
        value: page.entered.first(Self.item) ?? "",
        faults: page.faults
      )
      + Fields.file(
        Self.files,
        label: "資料のファイル",
        need: .required,
        hint: AttachmentLimits.hint,
        faults: page.faults
      )
    return Forms.form(
      action: CommitteePaths.papers(page.sheet.meeting.id),
      token: page.token,
      once: page.once,
      takesFiles: true,
      actions: [Buttons.submit("資料を付ける", style: .secondary)],
      content: fields
    )
  }
}
