internal import CivilTime
internal import Markup
internal import Site

/// 推進委員会: all meetings, and the form for the next one.
struct MeetingsPage: Sendable {
  let meetings: [Meeting]
  let isSecretariat: Bool
  let today: CivilDate
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var content: PageContent {
    let next = meetings.filter { $0.state == .planned && $0.heldOn >= today }.last
    let lead: HTML =
      next.map { "次の会議は\($0.heldOn.japanese)です。" } ?? "予定されている会議はありません。"
    return PageContent(
      title: "推進委員会",
      breadcrumbs: [Breadcrumb("取組と指標", CommitteePaths.plan)],
      lead: lead,
      faults: faults,
      body: links + table + form
    )
  }

  private var links: HTML {
    Panels.actions([
      Buttons.link("届いた声", to: CommitteePaths.voices, size: .small),
      Buttons.link("集中取組期間", to: CommitteePaths.intensive, size: .small),
    ])
  }

  private var table: HTML {
    guard !meetings.isEmpty else {
      return Panels.emptyState("会議はまだありません。", "会議を予定すると、議題の候補と議事録・決定をここから扱えます。")
    }
    return DataTable.draw(
      id: "meetings",
      caption: "会議",
      columns: [
        .init("会議", .rowHeader), .init("日", .word), .init("場所"), .init("状態", .word),
      ],
      rows: meetings.map { meeting in
        [
          .link(meeting.title, to: CommitteePaths.meeting(meeting.id)), .text(meeting.heldOn.japanese),
          .text(meeting.place), .html(MeetingTag.draw(meeting.state)),
        ]
      },
      narrow: .stacks
    )
  }

  private var form: HTML {
    guard isSecretariat else { return .empty }
    let fields =
      Fields.text("title", label: "会議の名前", value: entered.first("title") ?? "", faults: faults)
      + Fields.date("day", label: "開催日", value: entered.first("day") ?? "", faults: faults)
      + Fields.text(
        "place",
        label: "場所",
        need: .optional,
        value: entered.first("place") ?? "",
        faults: faults
      )
    let form = Forms.form(
      action: CommitteePaths.meetings,
      token: token,
      once: once,
      actions: [Buttons.submit("会議を予定する")],
      content: fields
    )
    return Panels.section("会議を予定する", id: "plan", body: form)
  }
}

/// The state of a meeting in its frame.
enum MeetingTag {
  static func draw(_ state: MeetingState) -> HTML {
    switch state {
    case .planned: StatusTag.draw(state.japanese, tone: .ongoing)
    case .held: StatusTag.draw(state.japanese, tone: .success)
    case .cancelled: StatusTag.draw(state.japanese, tone: .neutral)
    }
  }
}
