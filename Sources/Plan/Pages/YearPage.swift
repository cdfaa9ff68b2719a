internal import CivilTime
internal import Duties
internal import Markup
internal import Site

/// 年間の予定と状況: each measure in one row with its place in the year, in words and as a bar.
struct YearPage: Sendable {
  let overview: PlanOverview
  let words: DutyWords

  private var plan: ActionPlan { overview.plan }
  private var year: FiscalYear { overview.year }

  var content: PageContent {
    PageContent(
      title: "年間の予定と状況",
      breadcrumbs: [Breadcrumb("取組と指標", Paths.home(year))],
      lead:
        "\(year.japanese)に、いつ何を求めるかを並べています。棒の左端が4月1日、右端が3月31日です。点線は今日（\(overview.today.japaneseShort)）を示します。",
      printing: .landscape,
      body: PlanNotices.period(plan, in: year, today: overview.today) + choice
        + HTML(plan.chapters.map(chapter))
    )
  }

  private var choice: HTML {
    Forms.search(
      action: Paths.yearView,
      submit: "この年度を見る",
      content: YearField.draw(overview.years, chosen: year)
    )
  }

  private func chapter(_ chapter: Chapter) -> HTML {
    let table = DataTable.draw(
      id: "year-\(chapter.id)",
      caption: "第\(chapter.id)章の\(year.japanese)",
      columns: [
        .init("番号", .rowHeader), .init("取組", .text), .init("時期", .text), .init("4月から3月", .text),
        .init("期限", .text), .init("状態", .word), .init("更新", .word),
      ],
      rows: chapter.items.flatMap(\.measures).map(row),
      density: .dense,
      narrow: .stacks
    )
    return Panels.section("第\(chapter.id)章 \(chapter.title)", body: table)
  }

  private func row(_ measure: Measure) -> DataTable.Row {
    guard let content = plan.content(of: measure.id) else { return [] }
    let state = overview.state(of: measure.id)
    let spans = YearSpans(content: content, year: year)
    let bar = PeriodBar(spans: spans.places, today: YearSpans.place(of: overview.today, in: year))
    return [
      .link(measure.id.text, to: Paths.measure(measure.id, year)),
      .html(MeasureTitle.draw(measure, content, year)), .text(when(content)), .html(bar.svg),
      .text(spans.dueDays.isEmpty ? "－" : spans.dueDays.map(\.japaneseShort).joined(separator: "、")),
      .html(StateTag.draw(state)), state.lastActivity.map { .text($0.japaneseShort) } ?? .none,
    ]
  }

  private func when(_ content: MeasureContent) -> String {
    var seen: [String] = []
    for duty in content.duties {
      let text = words.occasion(duty.occasion)
      if !seen.contains(text) { seen.append(text) }
    }
    return seen.isEmpty ? content.cadence.japanese : seen.joined(separator: "、")
  }
}

/// When in a fiscal year a measure asks for something.
struct YearSpans {
  let content: MeasureContent
  let year: FiscalYear

  /// A bar ends a little before its period does, so that neighbouring periods stay apart.
  private static let gap = 6

  /// The periods in thousandths of the year; the whole year where events or daily work bring duties.
  var places: [ClosedRange<Int>] {
    let all = Set(periods.map(\.days))
    // A period that holds shorter ones is shown by them: bars do not lie on each other.
    let shortest = all.filter { one in
      !all.contains { $0 != one && one.contains($0.lowerBound) && one.contains($0.upperBound) }
    }
    let shown = shortest.isEmpty ? [year.firstDay...year.lastDay] : shortest
    return shown.sorted { $0.lowerBound < $1.lowerBound }.compactMap(place)
  }

  /// The last days on which what the cycles of the year ask for is due, each once, the earliest first.
  var dueDays: [CivilDate] {
    let days = content.duties.flatMap { duty -> [CivilDate] in
      guard case .every(let cycle) = duty.occasion else { return [] }
      return CycleCalendar.periods(of: cycle, in: year).map { duty.due.day(after: $0.days.upperBound) }
    }
    return Set(days).sorted()
  }

  private var periods: [CyclePeriod] {
    content.duties.flatMap { duty -> [CyclePeriod] in
      guard case .every(let cycle) = duty.occasion else { return [] }
      return CycleCalendar.periods(of: cycle, in: year)
    }
  }

  private func place(_ days: ClosedRange<CivilDate>) -> ClosedRange<Int>? {
    guard let first = Self.place(of: days.lowerBound, in: year),
      let last = Self.place(of: days.upperBound.adding(days: 1), in: year)
    else { return nil }
    return first...max(first, last - Self.gap)
  }

  /// The place of a day in the year, from 0 to 1000; nil outside of it.
  static func place(of day: CivilDate, in year: FiscalYear) -> Int? {
    let length = year.firstDay.distance(to: year.lastDay) + 1
    let passed = year.firstDay.distance(to: day)
    guard (0...length).contains(passed) else { return nil }
    return passed * 1000 / length
  }
}
