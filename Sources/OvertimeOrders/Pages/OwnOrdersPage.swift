internal import Access
internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 超過勤務の申告と命令: what waits for one's own word, what one declared, and the ways to all the rest.
struct OwnOrdersPage: Sendable {
  let employee: RecordID<Employee>
  let today: CivilDate
  /// This month's days and those beside it, in order.
  let days: [DayOrders]
  /// Units whose book the visitor may print, with their paths.
  let units: [(id: RecordID<OrganizationUnit>, path: String)]
  let roles: Set<Role>

  var content: PageContent {
    PageContent(
      title: "超過勤務の申告と命令",
      lead: lead,
      body: Panels.actions([Buttons.link("超過勤務を事前に申告する", to: OrderPaths.newRequest, style: .primary)])
        + toAnswer + requests + Panels.section("そのほか", body: Panels.entries(entries))
    )
  }

  private var asking: [DayOrders] { days.filter(\.asksOwner) }

  private var lead: HTML {
    let waiting = days.flatMap(\.requests).count { $0.decision == nil }
    return "命令を待っている申告は\(waiting)件、あなたの回答や理由を待っている日は\(asking.count)日です。"
  }

  private var toAnswer: HTML {
    guard !asking.isEmpty else { return .empty }
    let entries = asking.map { day -> Panels.Entry in
      var words: [String] = []
      if !day.openChanges.isEmpty { words.append("修正の申出に回答してください") }
      if day.claimState == .asked { words.append("上司の照会に回答してください") }
      if day.asksReason { words.append("命令と実績の差の理由を入力してください") }
      return Panels.Entry(
        day.date.japanese,
        to: OrderPaths.day(day.date, of: employee),
        text: words.joined(separator: "。")
      )
    }
    return Panels.section("回答を待っているもの", body: Panels.entries(entries))
  }

  private var requests: HTML {
    let all = days.flatMap(\.requests).sorted { ($1.date, $1.id) < ($0.date, $0.id) }
    let body =
      all.isEmpty
      ? Panels.emptyState("事前申告はまだありません", "申告すると、上司の命令とともに、先月から来月までの分をここに表示します。")
      : DayTables.requests(all)
    return Panels.section("事前申告", body: body)
  }

  private var entries: [Panels.Entry] {
    let month = today.yearMonth
    var entries = [
      Panels.Entry(
        "\(month.japanese)の超過勤務命令簿",
        to: OrderPaths.book(month, of: employee),
        text: "命令、実績、差、支給区分。印刷とCSV"
      ),
      Panels.Entry(
        "超勤代休時間",
        to: OrderPaths.timeOff(month.adding(months: -1), of: employee),
        text: "月60時間を超えた月の、手当の割増しに代わる休み"
      ),
    ]
    if roles.contains(.superior) {
      entries.append(.init("承認箱", to: OrderPaths.approvals, text: "事前申告の命令と、事後の確認"))
    }
    if !roles.isDisjoint(with: [.superior, .hr]) {
      entries.append(.init("超過勤務手当の予算", to: OrderPaths.budgets, text: "予算、支給、申告と不足"))
    }
    if !roles.isDisjoint(with: [.hr, .auditor]) {
      entries.append(.init("他者による下方の修正", to: OrderPaths.changes, text: "だれが、どれだけ、本人の異議"))
    }
    if roles.contains(.hr) {
      entries.append(.init("給与システムへの出力", to: OrderPaths.pay, text: "支給区分ごとの支給時間数（CSV）"))
    }
    let books = units.map { unit in
      Panels.Entry("\(unit.path)の命令簿", to: OrderPaths.book(month, of: unit.id), text: "\(month.japanese)")
    }
    return entries + books
  }
}
