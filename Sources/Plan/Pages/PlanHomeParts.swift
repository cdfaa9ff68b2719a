internal import CivilTime
internal import Duties
internal import Indicators
internal import Markup
internal import Site

/// A state in its frame.
enum StateTag {
  static func draw(_ state: MeasureState) -> HTML {
    let tag = StatusTag.draw(state.japanese, tone: tone(state.status))
    guard state.isStale else { return tag }
    return "\(tag) \(StatusTag.draw("更新が90日以上ありません", tone: .neutral))"
  }

  static func tone(_ status: MeasureStatus) -> StatusTag.Tone {
    switch status {
    case .done: .success
    case .onTrack, .computed: .ongoing
    case .attention: .attention
    case .late: .alarm
    case .notStarted, .stopped: .neutral
    }
  }
}

/// How many of a few measures stand how, each status in its frame, what needs a look first.
struct StatusCounts {
  static let order: [MeasureStatus] = [.late, .attention, .onTrack, .done, .computed, .notStarted, .stopped]

  private let states: [MeasureStatus]

  init(_ states: [MeasureStatus]) { self.states = states }

  var tags: HTML {
    HTML(
      Self.order.compactMap { status in
        let count = states.count { $0 == status }
        guard count > 0 else { return nil }
        return StatusTag.draw("\(status.japanese) \(count)", tone: StateTag.tone(status))
      }
    )
  }
}

/// How far a measure has come, in words.
enum StateWords {
  /// What is settled of what was owed: 87.5％（35／40）, and what was excused beside it.
  static func coverage(_ state: MeasureState) -> String? {
    if let units = state.units, units.denominator > 0 {
      return "報告した組織 \(FigureWords.grouped(units.numerator))／\(FigureWords.grouped(units.denominator))"
    }
    return state.coverage.map(coverage)
  }

  static func coverage(_ coverage: Coverage) -> String {
    let excused = coverage.excused > 0 ? "、免除\(FigureWords.grouped(coverage.excused))" : ""
    guard coverage.ratio.denominator > 0 else { return "すべて免除（\(FigureWords.grouped(coverage.excused))）" }
    return FigureWords.line(share(coverage.ratio), .share) + excused
  }

  private static func share(_ ratio: Ratio) -> Figure { .shown(Tally(ratio: ratio, people: 0)) }

  /// Reports by hand, and what was counted in them.
  static func reports(_ evidence: MeasureEvidence) -> String {
    let cases = "報告\(FigureWords.grouped(evidence.cases))件"
    switch (evidence.quantity, evidence.quantityOf) {
    case (let quantity?, let whole?):
      return "\(cases)、\(FigureWords.line(share(Ratio(quantity, of: whole)), .share))"
    case (let quantity?, nil): return "\(cases)、数の合計\(FigureWords.grouped(quantity))"
    case (nil, _): return cases
    }
  }
}

/// What stands above the pages of a year.
enum PlanNotices {
  /// That the plan's period is over or has not begun, on the last day that the page tells of; nothing within it.
  static func period(_ plan: ActionPlan, in year: FiscalYear, today: CivilDate) -> HTML {
    let day = min(today, year.lastDay)
    if plan.period.until < day {
      let text =
        "計画期間は\(plan.period.until.japaneseWithoutWeekday)に終わりました。次の計画が登録されるまで、同じ取組を続けて記録しています。"
      return Panels.notice(.information, "計画期間が終わっています", body: "<p>\(text)</p>")
    }
    guard let from = plan.period.from, day < from else { return .empty }
    let text = "計画期間は\(from.japaneseWithoutWeekday)に始まります。"
    return Panels.notice(.information, "計画期間の前です", body: "<p>\(text)</p>")
  }
}

/// A choice of fiscal years.
enum YearField {
  static func draw(_ years: [FiscalYear], chosen: FiscalYear) -> HTML {
    Fields.select(
      "year",
      label: "年度",
      choices: years.map { .init("\($0.startYear)", $0.japanese) },
      need: .unmarked,
      value: "\(chosen.startYear)"
    )
  }
}

/// A row's title, with a way to the original of an alias.
enum MeasureTitle {
  static func draw(_ measure: Measure, _ content: MeasureContent, _ year: FiscalYear) -> HTML {
    guard let original = measure.aliasOf else { return "\(content.title)" }
    let link: HTML = "<a class=\"word\"\(href: Paths.measure(original, year))>\(original.text)</a>"
    return "\(content.title)（\(link)の再掲）"
  }
}
