internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 月次の確定: one's own months, and the units for which one acts.
struct ClosingHomePage: Sendable {
  /// One of one's own months.
  struct OwnMonth: Sendable {
    let one: ClosingCase
    /// Whether the visitor should confirm it or object.
    let waits: Bool
  }

  /// A unit that the visitor leads or whose time the visitor keeps.
  struct UnitLine: Sendable {
    let unit: OrganizationUnit
    let tally: StageTally
  }

  let own: [OwnMonth]
  let units: [UnitLine]
  /// The month that units close now.
  let month: YearMonth
  let isPersonnel: Bool

  var content: PageContent {
    PageContent(title: "月次の確定", lead: lead, body: ownList + unitList + personnel)
  }

  private var lead: HTML {
    let waiting = own.count(where: \.waits)
    let mine = waiting == 0 ? "確認を待つ自分の月はありません。" : "確認を待つ自分の月が\(waiting)か月あります。"
    let open = units.reduce(0) { $0 + $1.tally.open }
    return units.isEmpty
      ? "\(mine)" : "\(mine)\(month.japanese)は、担当する組織の\(open)人が確定していません。"
  }

  private var ownList: HTML {
    guard !own.isEmpty else {
      return Panels.emptyState("確認する月はまだありません", "月の最後の勤務が終わると、ここから確認できます。")
    }
    let entries = own.map { own -> Panels.Entry in
      let month = own.one.present.month
      let text =
        own.waits
        ? "\(own.one.dues.confirm.japanese)が期限です。確認してください。"
        : own.one.corrections.isEmpty ? "" : "確定した後の訂正が\(own.one.corrections.count)日分あります。"
      return Panels.Entry(
        "\(month.japanese)",
        to: ClosingPaths.own(month),
        text: text,
        mark: ClosingWords.tag(own.one)
      )
    }
    return Panels.section("自分の月", body: Panels.entries(entries))
  }

  private var unitList: HTML {
    guard !units.isEmpty else { return .empty }
    let entries = units.map { line -> Panels.Entry in
      let tally = line.tally
      let count = { (stage: ClosingState.Stage) in tally.stages[stage, default: 0] }
      let late = tally.late.values.reduce(0, +)
      return Panels.Entry(
        line.unit.name,
        to: ClosingPaths.unit(line.unit.id, month),
        text:
          "本人待ち\(count(.open))人、点検待ち\(count(.answered))人、確定待ち\(count(.checked))人、確定済み\(count(.approved))人",
        mark: late == 0 ? .empty : StatusTag.draw("期限超過 \(late)人", tone: .alarm)
      )
    }
    return Panels.section("\(month.japanese)の担当する組織", body: Panels.entries(entries))
  }

  private var personnel: HTML {
    guard isPersonnel else { return .empty }
    let entry = Panels.Entry(
      "\(month.japanese)の進み",
      to: ClosingPaths.overview(month),
      text: "組織ごとの人数、滞っている人と段階、期限の定めを見ます。"
    )
    return Panels.section("特定事業主の全体", body: Panels.entries([entry]))
  }
}
