internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// 組織の超過勤務: people by months with the verdicts, for those who lead or keep the unit.
struct UnitMonthsPage: Sendable {
  let shown: UnitMonths
  let month: YearMonth
  let order: UnitMonths.Order
  let visible: Set<RecordID<OrganizationUnit>>

  var content: PageContent {
    PageContent(
      title: "\(shown.unit.name)の超過勤務",
      breadcrumbs: [Breadcrumb("組織の勤務時間", Paths.units)],
      lead: lead,
      printing: .landscape,
      body: actions + heat + ahead + verdicts + below
    )
  }

  private var lead: HTML {
    let over = shown.lines.count { !$0.findings.isEmpty }
    let kind = shown.isExternal ? "他律部署" : "自律部署"
    let state = over == 0 ? "上限を超えた職員はいません。" : "\(over)人が上限を超えています。"
    return
      "\(shown.path)（\(kind)）の\(shown.lines.count)人です。\(month.fiscalYear.japanese)の\(month.month)月までに、\(state)"
  }

  private var actions: HTML {
    let other: UnitMonths.Order = order == .organization ? .overtime : .organization
    let label = other == .overtime ? "超過勤務の多い順に並べる" : "建制順に並べる"
    return Panels.actions([
      Buttons.link(label, to: "\(Paths.unit(shown.unit.id, month))&order=\(other.rawValue)", size: .small),
      Buttons.link("前の月まで", to: Paths.unit(shown.unit.id, month.adding(months: -1)), size: .small),
      Buttons.link("次の月まで", to: Paths.unit(shown.unit.id, month.adding(months: 1)), size: .small),
      Buttons.link("CSVで保存", to: Paths.unitFile(shown.unit.id, month), size: .small),
    ])
  }

  private var heat: HTML {
    guard !shown.lines.isEmpty else {
      return Panels.emptyState("この組織に直接所属する職員はいません", "下位の組織を選んでください。")
    }
    return HeatTable.draw(
      id: "unit-months",
      caption: "\(month.fiscalYear.japanese) 超過勤務",
      heading: "氏名",
      columns: shown.months.map { "\($0.month)月" } + ["合計"],
      unit: "時間:分",
      steps: UnitHeat.steps,
      rows: shown.lines.map { line in
        HeatTable.Row(
          line.member.name,
          to: Paths.month(month, of: line.member.employee),
          cells: shown.months.map { UnitHeat.cell(line, $0) } + [.total("\(line.sum)")]
        )
      },
      note: "△は45時間の8割（36時間）からの早めの印で、このシステムの基準です。■は45時間を超えた月、×は人事院規則15―14第16条の2の2の上限のいずれかを超えた月です。－は記録のない月です。"
    )
  }

  /// Whoever is near a limit this month, or will cross one if the month goes on like this; the most urgent first.
  private var ahead: HTML {
    let near = shown.lines.compactMap { line in line.ahead.map { (line.member, $0) } }
      .filter { $0.1.outlook.urgency == .near || $0.1.outlook.urgency == .heading }
    guard !near.isEmpty else { return .empty }
    let sorted = near.enumerated().sorted { left, right in
      let urgency = (left.element.1.outlook.urgency, right.element.1.outlook.urgency)
      return urgency.0 == urgency.1 ? left.offset < right.offset : urgency.0 > urgency.1
    }
    let table = DataTable.draw(
      id: "unit-ahead",
      caption: "今月、上限に近い職員",
      columns: [
        .init("氏名", .rowHeader), .init("残り", .number, unit: "時間:分"), .init("目安", .word), .init("見込み", .text),
        .init("根拠", .text),
      ],
      rows: sorted.map { _, person in row(person.0, person.1) },
      note: "残りは、すべての上限のうち最も早く届くものまでの時間です。\(OutlookWords.convention)",
      narrow: .stacks
    )
    return Panels.section("早めに確かめること", body: table)
  }

  private func row(_ member: Member, _ ahead: UnitMonths.Ahead) -> DataTable.Row {
    let urgency = ahead.outlook.urgency
    return DataTable.Row(
      [
        .link(member.name, to: Paths.limits(month, of: member.employee)),
        ahead.remaining.map { .text("\($0)") } ?? .none,
        .html(StatusTag.draw(OutlookWords.urgency(urgency), tone: .attention)),
        .text(OutlookWords.projection(ahead.outlook)), .text(ahead.outlook.projected.citation),
      ],
      tone: urgency == .heading ? .attention : .plain
    )
  }

  private var verdicts: HTML {
    let rows = shown.lines.flatMap { line in line.findings.map { (line.member, $0) } }
    guard !rows.isEmpty else { return .empty }
    let table = DataTable.draw(
      id: "unit-verdicts",
      caption: "上限を超えた月",
      columns: [
        .init("氏名", .rowHeader), .init("月", .word), .init("上限", .word), .init("理由", .text),
        .init("根拠", .text),
      ],
      rows: rows.map { member, finding in
        [
          .link(member.name, to: Paths.limits(finding.month, of: member.employee)),
          .text(finding.month.japanese),
          .text(finding.test.japanese), .text(finding.explanation), .text(finding.citation),
        ]
      },
      narrow: .stacks
    )
    return Panels.section("判定と理由", body: table)
  }

  private var below: HTML {
    let units = shown.below.filter { visible.contains($0.id) }
    guard !units.isEmpty else { return .empty }
    return Panels.section(
      "下位の組織",
      body: Panels.entries(units.map { .init($0.name, to: Paths.unit($0.id, month)) })
    )
  }
}

/// How strongly a month of a person stands out.
enum UnitHeat {
  /// 80 % of the 45 hours of an ordinary month: our own early mark.
  private static let early = OvertimeCaps.ordinaryMonth.newest.amount.count * 4 / 5
  private static let over45 = OvertimeCaps.ordinaryMonth.newest.amount.count

  static let steps: [HeatTable.Step] = [
    .init(.early, "36時間以上"), .init(.high, "45時間超"), .init(.over, "上限超過"),
  ]

  static func cell(_ line: UnitMonths.Line, _ month: YearMonth) -> HeatTable.Cell {
    guard let total = line.total(in: month) else { return .none }
    return .value("\(total.overtime)", level(line, month, total.overtime.count))
  }

  private static func level(_ line: UnitMonths.Line, _ month: YearMonth, _ minutes: Int) -> HeatTable.Level {
    if line.findings.contains(where: { $0.month == month }) { return .over }
    if minutes > over45 { return .high }
    return minutes >= early ? .early : .none
  }
}

/// The units that the viewer leads or keeps, or whose personnel authority the viewer is.
struct UnitsPage: Sendable {
  let entries: [(unit: OrganizationUnit, path: String)]
  /// What else of the units' working time the visitor may use.
  let more: [Panels.Entry]
  let month: YearMonth

  var content: PageContent {
    PageContent(
      title: "組織の勤務時間",
      lead: entries.isEmpty ? "表示できる組織はありません。" : "\(entries.count)つの組織の勤務時間を見られます。",
      body: (more.isEmpty ? .empty : Panels.entries(more)) + list
    )
  }

  private var list: HTML {
    entries.isEmpty
      ? Panels.emptyState("表示できる組織はありません", "組織の長や代理、勤務時間管理員になると、ここに組織を表示します。")
      : DataTable.draw(
        id: "units",
        caption: "組織",
        columns: [.init("組織", .rowHeader), .init("上位の組織", .text)],
        rows: entries.map { entry in
          [.link(entry.unit.name, to: Paths.unit(entry.unit.id, month)), .text(entry.path)]
        }
      )
  }
}
