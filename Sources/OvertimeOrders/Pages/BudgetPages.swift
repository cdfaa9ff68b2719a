internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 超過勤務手当の予算の一覧: units with a budget, and one's own, each with all below it.
struct BudgetsPage: Sendable {
  /// A unit's line.
  struct Line: Sendable {
    let unit: RecordID<OrganizationUnit>
    let path: String
    let figures: BudgetFigures
  }

  let year: FiscalYear
  let lines: [Line]

  var content: PageContent {
    let short = lines.filter { $0.figures.expectedShortfall > .zero }
    return PageContent(
      title: "\(year.japanese)の超過勤務手当の予算",
      breadcrumbs: [Breadcrumb("超過勤務の申告と命令", OrderPaths.own)],
      lead: short.isEmpty ? "不足する見込みの組織はありません。" : "不足する見込みの組織は\(short.count)あります。不足しても、申告と支給は減らしません。",
      body: years + table
    )
  }

  private var years: HTML {
    Panels.actions([
      Buttons.link("前の年度", to: "\(OrderPaths.budgets)?year=\(year.startYear - 1)"),
      Buttons.link("次の年度", to: "\(OrderPaths.budgets)?year=\(year.startYear + 1)"),
    ])
  }

  private var table: HTML {
    guard !lines.isEmpty else {
      return Panels.emptyState("予算を入力した組織はありません", "組織の長か人事担当が入力すると、支給と申告とともにここに表示します。")
    }
    return DataTable.draw(
      id: "budgets",
      caption: "予算と申告（下の組織を含む）",
      columns: [
        .init("組織", .rowHeader), .init("予算", .number, unit: "時間:分"), .init("申告", .number, unit: "時間:分"),
        .init("不足", .number, unit: "時間:分"), .init("年度末の不足の見込み", .number, unit: "時間:分"),
      ],
      rows: lines.map { line in
        DataTable.Row(
          [
            .link(line.path, to: OrderPaths.budget(line.unit, year)),
            .text(line.figures.budget.map { "\($0)" } ?? "未入力"), .text("\(line.figures.claimed)"),
            .text("\(line.figures.shortfall)"), .text("\(line.figures.expectedShortfall)"),
          ],
          tone: line.figures.expectedShortfall > .zero ? .attention : .plain
        )
      },
      note: BudgetWords.note,
      narrow: .stacks
    )
  }
}

/// 1つの組織の予算: budget beside paid beside claimed, and the form.
struct BudgetPage: Sendable {
  /// 支給: what was paid until the last month.
  enum Paid: Sendable {
    case hours(Int)
    /// Not computed, since it takes long for many people.
    case onRequest
  }

  let unit: RecordID<OrganizationUnit>
  let path: String
  let year: FiscalYear
  let figures: BudgetFigures
  let paid: Paid
  /// In the order in which they were set.
  let budgets: [OvertimeBudget]
  let entered: FormFields
  let faults: [FormFault]
  let token: String
  let once: String

  var content: PageContent {
    PageContent(
      title: "\(path) \(year.japanese)の超過勤務手当の予算",
      breadcrumbs: [Breadcrumb("超過勤務手当の予算", "\(OrderPaths.budgets)?year=\(year.startYear)")],
      lead: lead,
      faults: faults,
      body: tiles + "<p class=\"note\">\(BudgetWords.note)</p>" + history + form
    )
  }

  private var lead: HTML {
    guard figures.budget != nil else { return "予算はまだ入力されていません。" }
    if figures.shortfall > .zero { return "申告が予算を\(figures.shortfall.japanese)超えています。上の組織の長と人事担当にも示しています。" }
    if figures.expectedShortfall > .zero {
      return "このまま進むと、年度末に\(figures.expectedShortfall.japanese)不足する見込みです。上の組織の長と人事担当にも示しています。"
    }
    return "予算に収まる見込みです。"
  }

  private var tiles: HTML {
    Panels.stats([
      .init("予算", value: figures.budget.map { "\($0.count / 60)" } ?? "－", unit: "時間"),
      paidTile,
      .init("申告（今日まで）", value: "\(figures.claimed)", unit: "時間:分"),
      .init("年度末の見込み", value: figures.yearEnd.map { "\($0)" } ?? "－", unit: "時間:分"),
    ])
  }

  private var paidTile: Panels.Stat {
    let name = "支給（先月まで）"
    switch paid {
    case .hours(let hours): return .init(name, value: "\(hours)", unit: "時間")
    case .onRequest:
      let link: HTML = "<a\(href: OrderPaths.paidBudget(unit, year))>支給の時間も計算する</a>"
      return .init(name, value: "－", note: "全員の手当を月ごとに計算するため、求められたときだけ計算します。職員が多いと数秒かかります。\(link)")
    }
  }

  private var history: HTML {
    guard !budgets.isEmpty else { return .empty }
    let events = budgets.reversed().map { budget in
      Panels.Event(
        when: OfficeZone.dateTimeText(budget.at),
        who: budget.by,
        what: "\(budget.amount.count / 60)時間　\(budget.note)"
      )
    }
    return Panels.section("予算の履歴", body: Panels.history(events))
  }

  private var form: HTML {
    let form = Forms.form(
      action: OrderPaths.budget(unit, year),
      token: token,
      once: once,
      actions: [Buttons.submit("予算を記録する")],
      content: """
        \(Fields.text(
          "hours", label: "予算の時間数", hint: "手当を支給できる時間数を、整数で。以前の値も残ります。", value: entered.first("hours") ?? "",
          faults: faults, input: .digits, width: .short))\
        \(Fields.text("note", label: "根拠", hint: "例：当初予算、補正後", value: entered.first("note") ?? "", faults: faults))
        """
    )
    return Panels.section("予算の入力", body: form)
  }
}

/// Words that both pages say.
enum BudgetWords {
  static let note: HTML = """
    申告と支給は、手当の対象となる職員の超過勤務です（休日給と管理職を除く）。予算は申告、命令、支給のどれも減らさず、止めません。\
    年度の途中で組織が変わったときは、それぞれの月にその組織の下にあった組織の分を数えます。\
    年度末の見込みは、終わった月の申告を同じ割合で延ばしたものです（このシステムの目安）。廃止した組織の行では、廃止の後を見込みません。\
    上の組織の見込みは、その下にあった組織の分も同じ割合で延ばします。
    """
}
