internal import CivilTime
internal import Markup
internal import Site
internal import WorkingTime

/// 承認箱: what waits for a superior, with its due day and everything to look at, and what was done lately.
struct ApprovalsPage: Sendable {
  /// Which of it is shown.
  enum Filter: String, Sendable, CaseIterable {
    case waiting
    case overdue
    case done

    var japanese: String {
      switch self {
      case .waiting: "未処理"
      case .overdue: "期限超過"
      case .done: "済み（31日以内）"
      }
    }
  }

  static let perPage = 50
  /// How many are told of those that are done, and may be looked at together.
  static let most = 200

  let waiting: [ApprovalItem]
  let done: [ApprovalDone]
  let filter: Filter
  /// Counted from 1.
  let page: Int
  let today: CivilDate
  let isDeputy: Bool
  let faults: [FormFault]
  let token: String

  private var overdue: [ApprovalItem] { waiting.filter { $0.due < today } }

  var content: PageContent {
    PageContent(
      title: "承認箱",
      breadcrumbs: [Breadcrumb("超過勤務の申告と命令", OrderPaths.own)],
      lead: lead,
      faults: faults,
      body: tiles + search + list
    )
  }

  private var lead: HTML {
    let acting = isDeputy ? "代理として決定したものは「代決」と表示します。" : ""
    guard !waiting.isEmpty else { return "未処理のものはありません。\(acting)" }
    return "未処理は\(waiting.count)件です。うち注意のあるもの\(waiting.count { !$0.warnings.isEmpty })件は、1件ずつ確かめます。\(acting)"
  }

  private var tiles: HTML {
    Panels.stats([
      .init("未処理", value: "\(waiting.count)", unit: "件"), .init("期限超過", value: "\(overdue.count)", unit: "件"),
      .init("注意あり", value: "\(waiting.count { !$0.warnings.isEmpty })", unit: "件"),
    ])
  }

  private var search: HTML {
    let choices = Filter.allCases.map { Fields.Choice($0.rawValue, $0.japanese) }
    return Forms.search(
      action: OrderPaths.approvals,
      submit: "表示する",
      content: Fields.select("filter", label: "表示", choices: choices, need: .unmarked, value: filter.rawValue)
    )
  }

  private var list: HTML {
    switch filter {
    case .waiting: open(waiting, "未処理")
    case .overdue: open(overdue, "期限超過")
    case .done: doneTable
    }
  }

  private func open(_ items: [ApprovalItem], _ caption: String) -> HTML {
    guard !items.isEmpty else {
      return Panels.emptyState("\(caption)のものはありません", "新しい申告が届くと、ここに表示します。")
    }
    let first = min(max(page, 1) - 1, (items.count - 1) / Self.perPage) * Self.perPage
    let shown = items[first..<min(first + Self.perPage, items.count)]
    let table = DataTable.draw(
      id: "approvals",
      caption: caption,
      columns: [
        .init("職員", .rowHeader), .init("期限", .word), .init("種別", .word), .init("内容の要点", .text),
        .init("注意", .text), .init("選択", .word),
      ],
      rows: shown.map(row),
      note: """
        事前申告の期限はその日、事後の確認の期限は申告から\(ApprovalItem.daysForClaims)日（このシステムの目安）です。\
        変更して命令するとき、命令しないとき、照会するときは、職員の名前を開いて1件ずつ行います。
        """,
      narrow: .stacks
    )
    let path = "\(OrderPaths.approvals)?filter=\(filter.rawValue)"
    return table + together(items)
      + Pagination.links(
        page: first / Self.perPage + 1,
        perPage: Self.perPage,
        total: items.count,
        path: path
      )
  }

  /// Stands below the table, which needs the whole width; the boxes name it.
  private func together(_ items: [ApprovalItem]) -> HTML {
    let plain = min(items.count { $0.warnings.isEmpty }, Self.most)
    let all =
      plain == 0
      ? []
      : [Buttons.submit("注意のない\(plain)件をまとめて確かめる", style: .secondary, name: "all", value: filter.rawValue)]
    return """
      <form class="one-button" method="post"\(attribute: "id", Self.formID)\(action: OrderPaths.approvalsCheck)>\
      \(Fields.hidden(FormNames.token, value: token))\
      \(Panels.actions([Buttons.submit("選んだものを確かめる")] + all))</form>
      """
  }

  private static let formID = "together"

  private func row(_ item: ApprovalItem) -> DataTable.Row {
    DataTable.Row(
      [
        .link("\(item.person.name)　\(item.date.japaneseShort)", to: ApprovalWords.path(item)),
        .html(due(item)), .text(item.kind), .text("\(item.unitName)　\(item.gist)"),
        .html(ApprovalWords.warnings(item)), .html(tick(item)),
      ],
      tone: item.warnings.isEmpty ? .plain : .attention
    )
  }

  private func tick(_ item: ApprovalItem) -> HTML {
    """
    <div class="choice"><input type="checkbox" name="item"\(attribute: "form", Self.formID)\
    \(attribute: "id", item.key)\(attribute: "value", item.key)>\
    <label\(attribute: "for", item.key)>選ぶ<span class="hidden">：\(item.person.name) \(item.date.japaneseShort)</span></label></div>
    """
  }

  private func due(_ item: ApprovalItem) -> HTML {
    item.due < today
      ? "\(item.due.japaneseShort) \(StatusTag.draw("期限超過", tone: .alarm))" : "\(item.due.japaneseShort)"
  }

  private var doneTable: HTML {
    guard !done.isEmpty else { return Panels.emptyState("済みのものはありません", "決定すると、31日間ここに表示します。") }
    return DataTable.draw(
      id: "approvals-done",
      caption: "済み",
      columns: [
        .init("職員", .rowHeader), .init("日", .word), .init("種別", .word), .init("結果", .text),
        .init("決定した人と時", .text),
      ],
      rows: done.prefix(Self.most).map { one in
        [
          .link(one.person.name, to: OrderPaths.day(one.date, of: one.person.id)),
          .text(one.date.japaneseShort),
          .text(one.kind), .text([one.outcome, one.words].compactMap { $0 }.joined(separator: "：")),
          .text("\(one.by)　\(OfficeZone.dateTimeText(one.at))"),
        ]
      },
      narrow: .stacks
    )
  }
}

/// How something that waits is named.
enum ApprovalWords {
  static func path(_ item: ApprovalItem) -> String {
    switch item.subject {
    case .request(let request): OrderPaths.request(request.id)
    case .claim(let claim, _, _): OrderPaths.day(claim.date, of: item.person.id)
    }
  }

  static func warnings(_ item: ApprovalItem) -> HTML {
    HTML(item.warnings.map { StatusTag.draw($0, tone: .alarm) })
  }
}

/// 承認の確認: what was ticked, those with a warning apart, each with a tick of its own.
struct ApprovalsCheckPage: Sendable {
  let items: [ApprovalItem]
  let token: String
  let once: String

  private var plain: [ApprovalItem] { items.filter(\.warnings.isEmpty) }
  private var warned: [ApprovalItem] { items.filter { !$0.warnings.isEmpty } }

  var content: PageContent {
    PageContent(
      title: "選んだ\(items.count)件の確認",
      breadcrumbs: [Breadcrumb("承認箱", OrderPaths.approvals)],
      lead: "事前申告は申告のとおり命令し、事後の申告は確認します。まだ決定していません。",
      body: plainTable
        + Forms.form(
          action: OrderPaths.approvals,
          token: token,
          once: once,
          actions: [Buttons.submit("決定する"), Buttons.link("やめる", to: OrderPaths.approvals)],
          content: hidden + warnedPart
        )
    )
  }

  private var hidden: HTML { HTML(items.map { Fields.hidden("item", value: $0.key) }) }

  private var plainTable: HTML {
    guard !plain.isEmpty else { return .empty }
    return DataTable.draw(
      id: "plain",
      caption: "まとめて決定する\(plain.count)件",
      columns: [.init("職員", .rowHeader), .init("種別", .word), .init("内容の要点", .text)],
      rows: plain.map {
        [.text("\($0.person.name)　\($0.date.japaneseShort)"), .text($0.kind), .text($0.gist)]
      },
      narrow: .stacks
    )
  }

  private var warnedPart: HTML {
    guard !warned.isEmpty else { return .empty }
    let ticks = Fields.checkboxes(
      "aware",
      label: "注意のある\(warned.count)件（印を付けたものだけ決定します）",
      choices: warned.map { item in
        Fields.Choice(
          item.seenWarnings,
          "\(item.person.name)　\(item.date.japaneseShort)　\(item.kind)　\(item.gist)",
          hint: "注意：\(item.warnings.joined(separator: "、"))"
        )
      }
    )
    let text: HTML = "<p>上限を超えて命令できるのは、特例業務に従事する職員に、超える必要のある部分についてだけです（人事院規則15―14第16条の2の2第2項）。</p>"
    return text + ticks
  }
}
