internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// 組織の勤務の割振り: what waits for a decision, and the units within reach.
struct UnitSchedulesPage: Sendable {
  let waiting: [WaitingRecords.Entry]
  /// How many wait, shown or not.
  let count: Int
  let units: [(unit: OrganizationUnit, path: String)]
  let fixesRules: Bool

  static let mostWaiting = 200

  var content: PageContent {
    PageContent(
      title: "組織の勤務の割振り",
      lead: lead,
      body: actions + list
        + Panels.section(
          "組織",
          body: Panels.entries(
            units.map { .init($0.unit.name, to: SchedulePaths.unit($0.unit.id), text: $0.path) }
          )
        )
    )
  }

  private var lead: HTML {
    guard count > 0 else { return "決定を待っている申出はありません。" }
    let rest = count > waiting.count ? "古いものから\(waiting.count)件を表示します。" : ""
    return "\(count)件の申出が決定を待っています。\(rest)"
  }

  private var actions: HTML {
    fixesRules ? Panels.actions([Buttons.link("勤務時間の定め", to: SchedulePaths.rules, size: .small)]) : .empty
  }

  private var list: HTML {
    guard !waiting.isEmpty else { return .empty }
    return DataTable.draw(
      id: "waiting",
      caption: "決定を待っている申出（古い順）",
      columns: [.init("氏名", .rowHeader), .init("内容"), .init("申出の日時", .word)],
      rows: waiting.map { entry in
        [
          .link(entry.name, to: path(entry)), .text(entry.kind.japanese),
          .text(OfficeZone.dateTimeText(entry.since)),
        ]
      },
      narrow: .stacks
    )
  }

  private func path(_ entry: WaitingRecords.Entry) -> String {
    switch entry.kind {
    case .pattern, .move: SchedulePaths.person(entry.employee)
    case .flextime: SchedulePaths.period(RecordID(entry.record))
    case .telework: SchedulePaths.telework(of: entry.employee)
    }
  }
}

/// One unit: its people by the days of a week.
struct UnitSchedulePage: Sendable {
  let shown: UnitSchedule
  let today: CivilDate

  var content: PageContent {
    PageContent(
      title: "\(shown.unit.name)の勤務の割振り",
      breadcrumbs: [Breadcrumb("組織の勤務の割振り", SchedulePaths.units)],
      lead: lead,
      printing: .landscape,
      body: actions + table
    )
  }

  private var lead: HTML {
    guard let place = shown.days.firstIndex(of: today) else {
      return "\(shown.path)の\(shown.lines.count)人の割振りです。"
    }
    let onDuty = shown.lines.count { $0.days[place].isDuty }
    return "\(shown.path)の\(shown.lines.count)人のうち、今日が勤務日の職員は\(onDuty)人です。"
  }

  private var actions: HTML {
    let monday = shown.days.first ?? today
    let path = SchedulePaths.unit(shown.unit.id)
    return Panels.actions([
      Buttons.link("前の週", to: "\(path)?day=\(monday.adding(days: -7).iso)", size: .small),
      Buttons.link("次の週", to: "\(path)?day=\(monday.adding(days: 7).iso)", size: .small),
      Buttons.link("テレワーク", to: SchedulePaths.telework(of: shown.unit.id, today.yearMonth), size: .small),
    ])
  }

  private var table: HTML {
    guard !shown.lines.isEmpty else {
      return Panels.emptyState("この組織に直接所属する職員はいません", "下位の組織を選んでください。")
    }
    return DataTable.draw(
      id: "unit-week",
      caption: "\(shown.days.first?.japaneseShort ?? "")からの1週間",
      columns: [.init("氏名", .rowHeader)]
        + shown.days.map { .init("\($0.month)/\($0.day)（\($0.weekday.japanese)）", .word) },
      rows: shown.lines.map { line in
        DataTable.Row(
          [.link(line.name, to: SchedulePaths.person(line.employee))] + line.days.map { .text(cell($0)) }
        )
      },
      note: "時刻だけの日は標準の勤務時間です。型・フレックスタイム制・振替による日には、その名前を添えます。",
      density: .dense
    )
  }

  private func cell(_ day: DayAllotment) -> String {
    guard day.isDuty, let hours = day.hours else { return day.japanese }
    let span = ScheduleWords.short(hours.span)
    return day.origin == .standard ? span : "\(span) \(ScheduleWords.origin(day))"
  }
}
