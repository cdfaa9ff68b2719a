internal import CivilTime
internal import Markup
internal import Schedules
internal import Site
internal import Store
internal import WorkingTimeRules

/// 月次勤務表: one row a day, the totals, and how far the limits are.
struct MonthPage: Sendable {
  /// Whose month it is, as the viewer stands to it.
  enum Reader: Sendable, Hashable {
    /// One's own month: days lead to forms.
    case owner
    /// A superior, time-keeper or personnel officer: reads only, days as well.
    case other
  }

  let shown: PersonMonth
  let today: CivilDate
  let reader: Reader

  private var month: YearMonth { shown.month.month }

  var content: PageContent {
    PageContent(
      title: reader == .owner ? "\(month.japanese)の勤務表" : "\(shown.person.name) \(month.japanese)の勤務表",
      breadcrumbs: reader == .owner
        ? [Breadcrumb("今日の勤務", Paths.today)] : [Breadcrumb("組織の勤務時間", Paths.units)],
      lead: lead,
      printing: .portrait,
      body: """
        \(neighbours)\(stats)\(sheet)\
        \(Panels.section("超過勤務の上限", body: limits.summary))
        """
    )
  }

  private var limits: LimitsPart {
    LimitsPart(limits: shown.limits, today: today, whyPath: Paths.limits(month, of: shown.person.id))
  }

  private var lead: HTML {
    let overtime = shown.month.overtime
    let gaps = shown.month.wideGaps
    let odd = shown.month.oddDays
    let state =
      gaps + odd == 0 ? "確認の必要な日はありません。" : "理由の確認が必要な日が\(gaps)日、記録の確認が必要な日が\(odd)日あります。"
    return "超過勤務は\(overtime.japanese)です。\(state)"
  }

  private var neighbours: HTML {
    let path = { (other: YearMonth) in
      reader == .owner ? Paths.ownMonth(other) : Paths.month(other, of: shown.person.id)
    }
    var links = [
      Buttons.link("前の月", to: path(month.adding(months: -1)), size: .small),
      Buttons.link("次の月", to: path(month.adding(months: 1)), size: .small),
    ]
    if reader == .owner {
      links.append(Buttons.link("まとめて入力する", to: Paths.sheet(month), size: .small))
      links.append(Buttons.link("CSVで保存", to: Paths.ownMonthFile(month), size: .small))
    }
    return Panels.actions(links)
  }

  private var stats: HTML {
    Panels.stats([
      .init("超過勤務", value: "\(shown.month.overtime)", unit: "時間:分"),
      .init("記録のある日", value: "\(shown.month.recordedDays)", unit: "日"),
      .init("理由の確認が必要", value: "\(shown.month.wideGaps)", unit: "日"),
    ])
  }

  private var sheet: HTML {
    DataTable.draw(
      id: "month-sheet",
      caption: "\(month.japanese)の勤務",
      columns: [
        .init("日", .rowHeader), .init("勤務", .word), .init("始業", .number), .init("終業", .number),
        .init("休憩", .number), .init("超過勤務", .number), .init("差", .number), .init("確認", .text),
      ],
      rows: shown.month.days.map(row),
      totals: [total],
      note: """
        \(regularHours)時刻と長さは時:分で、25:30は翌日の1:30です。\
        休日の正規の勤務時間の勤務は休日給の対象で、超過勤務に数えません。\
        「差」は正規の勤務時間の外にいた時間から申告した超過勤務を引いたものです。在庁時間がそのまま超過勤務になるのではありません。\
        \(WorkingDay.gapAsksReason.count)分以上の差は理由を確認します（このシステムの基準です）。
        """,
      density: .dense
    )
  }

  /// The usual hours, told once; days with others bear theirs.
  private var regularHours: String {
    let usual = shown.month.days.first { $0.allotment.origin == .standard && $0.allotment.hours != nil }
    guard let hours = usual?.allotment.hours else { return "" }
    let pauses = hours.breaks.map { "\($0.lowerBound)から\($0.upperBound)" }.joined(separator: "、")
    return "正規の勤務時間は、時刻を記した日のほかは\(hours.span.lowerBound)から\(hours.span.upperBound)まで（休憩\(pauses)）です。"
  }

  private func row(_ day: WorkingDay) -> DataTable.Row {
    let label = "\(day.date.day)日（\(day.date.weekday.japanese)）"
    return DataTable.Row(
      [
        .link(label, to: path(day.date)),
        .text(MonthWords.allotment(day.allotment)),
        MonthWords.time(day.arrival), MonthWords.time(day.departure),
        day.breakLength == .zero ? .none : .text("\(day.breakLength)"),
        day.overtime.map { .text("\($0)\(day.isSpecial ? "（特例）" : "")") } ?? .none,
        day.gap.map { .text("\($0)") } ?? .none,
        .html(MonthWords.checks(day)),
      ],
      tone: tone(day)
    )
  }

  private func path(_ date: CivilDate) -> String {
    reader == .owner ? Paths.day(date) : Paths.day(date, of: shown.person.id)
  }

  private func tone(_ day: WorkingDay) -> DataTable.Row.Tone {
    if day.hasWideGap || !day.oddities.isEmpty { return .attention }
    return day.allotment.isDuty ? .plain : .quiet
  }

  private var total: DataTable.Row {
    [
      .text("合計"), .none, .none, .none, .none, .text("\(shown.month.overtime)"), .none, .none,
    ]
  }
}

/// The words of a day in a sheet.
enum MonthWords {
  /// The day in words, with its hours where they are not the usual ones.
  static func allotment(_ allotment: DayAllotment) -> String {
    allotment.origin == .standard ? allotment.japanese : hours(allotment)
  }

  /// The day in words with its hours.
  static func hours(_ allotment: DayAllotment) -> String {
    guard let hours = allotment.hours?.span else { return allotment.japanese }
    return "\(allotment.japanese) \(hours.lowerBound)–\(hours.upperBound)"
  }

  static func time(_ time: ClockTime?) -> DataTable.Cell {
    time.map { .text("\($0)") } ?? .none
  }

  static func checks(_ day: WorkingDay) -> HTML {
    HTML(concerns(day).map { StatusTag.draw($0, tone: .attention) })
  }

  /// What is to be looked at on a day.
  static func concerns(_ day: WorkingDay) -> [String] {
    (day.hasWideGap ? ["要理由"] : []) + day.oddities.map(\.japanese)
  }
}
