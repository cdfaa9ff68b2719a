internal import CivilTime
internal import Duties
internal import Markup
internal import Site
internal import Store

/// 会議: its agenda, minutes and decisions.
struct MeetingPage: Sendable {
  let sheet: MeetingSheet
  let isSecretariat: Bool
  let token: String
  /// A fresh key, from which each form of the page makes its own.
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty
  /// The minutes that somebody else wrote while these were typed.
  var overtaken: Minutes?

  private var meeting: Meeting { sheet.meeting }

  var content: PageContent {
    PageContent(
      title: meeting.title,
      breadcrumbs: [
        Breadcrumb("取組と指標", CommitteePaths.plan), Breadcrumb("推進委員会", CommitteePaths.meetings),
      ],
      lead: "\(meeting.heldOn.japanese)　\(meeting.place)　\(MeetingTag.draw(meeting.state))",
      faults: faults,
      body: standing + agenda + PaperForm(page: self).section + decisions + proposals + decisionForm + minutes
    )
  }

  private var standing: HTML {
    guard isSecretariat, meeting.state == .planned else { return .empty }
    return Panels.actions([
      Forms.button(
        "開催したと記録する",
        action: CommitteePaths.held(meeting.id),
        token: token,
        style: .primary,
        size: .medium
      ),
      Forms.button("取りやめる", action: CommitteePaths.cancelled(meeting.id), token: token, size: .medium),
    ])
  }

  private var agenda: HTML {
    let canRemove = isSecretariat && meeting.state == .planned
    let decided = Set(sheet.decisions.map(\.item))
    let columns: [DataTable.Column] = [
      .init("議題", .rowHeader), .init("出どころ", .word), .init("説明"), .init("操作", .word),
    ]
    let table = DataTable.draw(
      id: "agenda",
      caption: "議題",
      columns: canRemove ? columns : Array(columns.dropLast()),
      rows: sheet.items.map { item in
        var cells: [DataTable.Cell] = [
          .text("\(item.position). \(item.title)"), .text(item.origin.japanese),
          item.note.isEmpty ? .none : .text(item.note),
        ]
        if canRemove { cells.append(decided.contains(item.id) ? .none : .html(removal(item))) }
        return DataTable.Row(cells)
      },
      narrow: .stacks
    )
    return Panels.section("議題", id: "agenda-section", body: table)
  }

  private func removal(_ item: AgendaItem) -> HTML {
    Forms.button(
      "外す",
      action: CommitteePaths.agenda(meeting.id),
      token: token,
      hidden: [(name: "remove", value: "\(item.id)")]
    )
  }

  private var decisions: HTML {
    guard !sheet.decisions.isEmpty else { return .empty }
    let table = DataTable.draw(
      id: "decisions",
      caption: "決定",
      columns: [
        .init("議題", .rowHeader), .init("決定"), .init("担当", .word), .init("期限", .word),
      ],
      rows: sheet.decisions.map(row),
      narrow: .stacks
    )
    return Panels.section("決定", id: "decisions-section", body: table)
  }

  private func row(_ decision: Decision) -> DataTable.Row {
    let item = sheet.items.first { $0.id == decision.item }
    let owner = decision.order.map { sheet.names[$0.owner] ?? "" }
    let duty: DataTable.Cell =
      switch (owner, decision.duty) {
      case (let owner?, let duty?) where isSecretariat: .link(owner, to: CommitteePaths.duty("\(duty)"))
      case (let owner?, _): .text(owner)
      case (nil, _): .none
      }
    return [
      .text(item.map { "\($0.position). \($0.title)" } ?? ""), .text(decision.text), duty,
      decision.order.map { .text($0.dueOn.japaneseWithoutWeekday) } ?? .none,
    ]
  }
}

extension MeetingPage {
  private var proposals: HTML {
    guard isSecretariat, meeting.state == .planned else { return .empty }
    let onAgenda = Set(sheet.items.map { "\($0.origin.rawValue):\($0.key)" })
    let open = sheet.proposals.filter { !onAgenda.contains($0.code) }
    let ticks: HTML =
      open.isEmpty
      ? "<p>いま議題の候補はありません。</p>"
      : Fields.checkboxes(
        "proposal",
        label: "議題の候補",
        choices: open.map { Fields.Choice($0.code, $0.title, hint: $0.origin.japanese) },
        values: entered.all("proposal"),
        faults: faults
      )
    let own =
      Fields.text(
        "own",
        label: "そのほかの議題",
        need: .optional,
        value: entered.first("own") ?? "",
        faults: faults
      )
      + Fields.textArea(
        "own-note",
        label: "議題の説明",
        need: .optional,
        value: entered.first("own-note") ?? "",
        faults: faults,
        rows: 2
      )
    let form = Forms.form(
      action: CommitteePaths.agenda(meeting.id),
      token: token,
      once: "\(once)-agenda",
      actions: [Buttons.submit("選んだものを議題に加える", style: .secondary)],
      content: ticks + own
    )
    return Panels.section("議題に加える", id: "proposals", body: form)
  }

  private var decisionForm: HTML {
    guard isSecretariat, meeting.state != .cancelled, !sheet.items.isEmpty else { return .empty }
    let items = sheet.items.map { Fields.Choice("\($0.id)", "\($0.position). \($0.title)") }
    let owners = [Fields.Choice("", "担当を決めない（義務にしない）")] + sheet.owners
    let fields = [
      Fields.select(
        "item",
        label: "議題",
        choices: items,
        value: entered.first("item") ?? "",
        faults: faults
      ),
      Fields.textArea(
        "decision",
        label: "決定の内容",
        hint: "「担当の取組」にそのまま載ります。個人の名前は書かないでください。",
        value: entered.first("decision") ?? "",
        faults: faults,
        rows: 3
      ),
      Fields.select(
        "owner",
        label: "担当",
        choices: owners,
        need: .optional,
        value: entered.first("owner") ?? "",
        faults: faults
      ),
      Fields.date("due", label: "期限", need: .optional, value: entered.first("due") ?? "", faults: faults),
    ]
    let form = Forms.form(
      action: CommitteePaths.decisions(meeting.id),
      token: token,
      once: "\(once)-decision",
      actions: [Buttons.submit("決定を記録する")],
      content: HTML(fields)
    )
    let advice: HTML = "<p>担当と期限を選ぶと、その担当の義務になります。</p>"
    return Panels.section("決定を記録する", id: "decide", body: advice + form)
  }

  private var minutes: HTML {
    let newest = sheet.minutes.first
    let body: HTML =
      isSecretariat && meeting.state != .cancelled
      ? clash + minutesForm(newest)
      : newest.map { "<div class=\"prose\">\(Self.lines($0.text))</div>" } ?? "<p>議事録はまだありません。</p>"
    return Panels.section("議事録", id: "minutes-section", body: body + past)
  }

  private var clash: HTML {
    guard let overtaken else { return .empty }
    return Panels.notice(
      .warning,
      "あなたが入力している間に、ほかの人が議事録を保存しました。あなたの文はまだ保存していません。",
      body: """
        <p>先に保存された文です。必要な部分を下の欄に写し、もう一度保存してください。どちらの文も履歴に残ります。</p>\
        \(Self.lines(overtaken.text))
        """
    )
  }

  private func minutesForm(_ newest: Minutes?) -> HTML {
    Forms.form(
      action: CommitteePaths.minutes(meeting.id),
      token: token,
      actions: [Buttons.submit("議事録を保存する", style: .secondary)],
      content: Fields.textArea(
        "minutes",
        label: "議事録",
        value: entered.first("minutes") ?? newest?.text ?? "",
        faults: faults,
        rows: 10
      ) + Fields.hidden("seen", value: "\(newest?.revision ?? 0)")
    )
  }

  private var past: HTML {
    guard sheet.minutes.count > 1 else { return .empty }
    let events = sheet.minutes.map { minutes in
      Panels.Event(
        when: "第\(minutes.revision)版 \(OfficeZone.dateTimeText(minutes.at))",
        who: isSecretariat ? minutes.by : "推進事務局",
        what: Self.lines(minutes.text)
      )
    }
    return Panels.details("議事録の履歴（\(sheet.minutes.count)版）", body: Panels.history(events))
  }

  /// A text with its line breaks kept.
  static func lines(_ text: String) -> HTML {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return HTML(lines.map { line in "\(String(Substring(line)))<br>" })
  }
}
