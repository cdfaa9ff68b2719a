internal import Attachments
internal import CivilTime
internal import Markup
internal import Site

/// 資料: the papers of a meeting on its page, and the form that adds some.
struct PaperForm: Sendable {
  static let item = "paper-item"
  static let files = "papers"
  static let removed = "remove"
  static let reason = "remove-reason"

  let page: MeetingPage

  /// Nothing where there is nothing to read and nothing to do.
  var section: HTML {
    guard !page.sheet.papers.isEmpty || !page.sheet.removedPapers.isEmpty || mayAdd else { return .empty }
    let list =
      page.sheet.papers.isEmpty
      ? "<p>資料はまだありません。</p>" : table + Panels.actions([printed])
    return Panels.section(
      "資料",
      id: "papers-section",
      body: list + removedTable + (mayAdd ? form + lateRemoval : .empty)
    )
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
      hidden: [(name: Self.removed, value: "\(paper.file.id)")]
    )
  }

  /// What was handed out stays in the record even when it is taken off.
  private var lateRemoval: HTML {
    guard page.sheet.meeting.state == .held, !page.sheet.papers.isEmpty else { return .empty }
    let papers = page.sheet.papers.map { Fields.Choice("\($0.file.id)", $0.file.name) }
    let fields =
      Fields.select(
        Self.removed,
        label: "外す資料",
        choices: [Fields.Choice("", "選んでください")] + papers,
        value: page.entered.first(Self.removed) ?? "",
        faults: page.faults
      )
      + Fields.textArea(
        Self.reason,
        label: "外す理由",
        hint: "例：別の会議の資料を付けたため。500文字まで",
        value: page.entered.first(Self.reason) ?? "",
        faults: page.faults,
        rows: 2
      )
    let form = Forms.form(
      action: CommitteePaths.papers(page.sheet.meeting.id),
      token: page.token,
      actions: [Buttons.submit("資料を外す", style: .secondary)],
      content: "<p>外した資料は開けなくなります。名前と理由は、この画面に残ります。</p>" + fields
    )
    let isFaulty = page.faults.contains { [Self.removed, Self.reason].contains($0.field) }
    return isFaulty ? form : Panels.details("誤って付けた資料を外す", body: form)
  }

  private var removedTable: HTML {
    guard !page.sheet.removedPapers.isEmpty else { return .empty }
    return DataTable.draw(
      id: "removed-papers",
      caption: "開催の後に外した資料",
      columns: [.init("資料", .rowHeader), .init("外した日時", .word), .init("外した人", .word), .init("理由")],
      rows: page.sheet.removedPapers.map { paper in
        [
          .text(paper.name), .text(OfficeZone.dateTimeText(paper.at)),
          .text(page.isSecretariat ? paper.by : "推進事務局"), .text(paper.reason),
        ]
      },
      narrow: .stacks
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
      once: "\(page.once)-papers",
      takesFiles: true,
      actions: [Buttons.submit("資料を付ける", style: .secondary)],
      content: fields
    )
  }
}
