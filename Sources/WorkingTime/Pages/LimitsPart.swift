package import CivilTime
package import Markup
internal import Site
internal import WorkingTimeRules

/// How far a person's month is from each limit: bars with words, or every test with its reason.
package struct LimitsPart: Sendable {
  let limits: PersonLimits
  let today: CivilDate
  let whyPath: String

  /// The part for a person's month, with the way to the page that tells every reason.
  package init(limits: PersonLimits, today: CivilDate, whyPath: String) {
    self.limits = limits
    self.today = today
    self.whyPath = whyPath
  }

  /// The tests that matter daily: month and year, and what remains.
  package var summary: HTML {
    guard !limits.assessments.isEmpty else {
      return Panels.emptyState("超過勤務の記録はまだありません", "申告すると、上限までの残りをここに表示します。")
    }
    let daily = limits.assessments.filter { $0.test == .month || $0.test == .year }
    return HTML(daily.enumerated().map { bar($1, id: "limit-\($0)") }) + exceededNotice + headingNotice
      + "<p class=\"on-screen\"><a\(href: whyPath)>すべての上限と、その理由を見る</a></p>"
  }

  private var exceededNotice: HTML {
    guard !limits.exceeded.isEmpty else { return .empty }
    let items = limits.exceeded.map { "<li>\($0.explanation)（\($0.citation)）</li>" as HTML }
    return Panels.notice(.warning, "上限を超えています", body: "<ul>\(items)</ul>")
  }

  /// The limits that the month will cross if it goes on like this.
  package var headingNotice: HTML {
    let heading = limits.outlooks(asOf: today).filter { $0.urgency == .heading }
    guard !heading.isEmpty else { return .empty }
    let items = heading.map { outlook -> HTML in
      "<li>\(OutlookWords.projection(outlook))（\(outlook.projected.citation)）</li>"
    }
    return Panels.notice(
      .information,
      "このまま進むと、上限を超える見込みです",
      body: "<ul>\(items)</ul><p>\(OutlookWords.convention)</p>"
    )
  }

  private func bar(_ finding: OvertimeFinding, id: String) -> HTML {
    Figures.limitBar(
      id: id,
      title: finding.test.japanese,
      value: finding.value,
      valueText: Minutes(finding.value).japanese,
      limit: LimitBar.Mark(finding.limit, "上限 \(Minutes(finding.limit).japanese)"),
      remark: "\(remark(finding))"
    )
  }

  private func remark(_ finding: OvertimeFinding) -> String {
    if finding.verdict.isExceeded { return "上限を超えています" }
    return finding.remaining.map { "あと\($0.japanese)" } ?? ""
  }

  /// Every test with value, limit, verdict and article.
  package var table: HTML {
    DataTable.draw(
      id: "limit-tests",
      caption: "\(limits.month.japanese)の判定",
      columns: [
        .init("上限", .rowHeader), .init("実績", .number), .init("上限値", .number), .init("判定", .word),
        .init("理由", .text), .init("根拠", .text),
      ],
      rows: limits.assessments.map { finding in
        DataTable.Row(
          [
            .text(finding.test.japanese), .text(value(finding, finding.value)),
            .text(value(finding, finding.limit)),
            .html(verdict(finding)), .text(finding.explanation), .text(finding.citation),
          ],
          tone: finding.verdict.isExceeded ? .attention : .plain
        )
      },
      note: "判定は記録を変えません。数値は申告された超過勤務の合計で、週休日の勤務を含み、休日の正規の勤務時間を含みません。",
      narrow: .stacks
    )
  }

  private func value(_ finding: OvertimeFinding, _ number: Int) -> String {
    finding.test == .monthsOver45 ? "\(number)か月" : "\(Minutes(number))"
  }

  private func verdict(_ finding: OvertimeFinding) -> HTML {
    switch finding.verdict {
    case .within: StatusTag.draw("上限内", tone: .success)
    case .exceeded: StatusTag.draw("超過", tone: .alarm)
    case .exceededSpecial: StatusTag.draw("超過（特例業務）", tone: .attention)
    }
  }
}

/// なぜその判定か: one person's month against every limit.
struct LimitsPage: Sendable {
  let person: PersonHeading
  let limits: PersonLimits
  let today: CivilDate
  let monthPath: String
  let reader: MonthPage.Reader

  var content: PageContent {
    PageContent(
      title: "\(person.name) \(limits.month.japanese)の超過勤務の上限",
      breadcrumbs: [
        reader == .owner ? Breadcrumb("今日の勤務", Paths.today) : Breadcrumb("組織の勤務時間", Paths.units),
        Breadcrumb("\(limits.month.japanese)の勤務表", monthPath),
      ],
      lead: lead,
      printing: .portrait,
      body: limits.assessments.isEmpty
        ? Panels.emptyState("判定する記録がありません", "この月までの超過勤務が記録されると、判定を表示します。")
        : part.headingNotice + part.table + history
    )
  }

  private var part: LimitsPart { LimitsPart(limits: limits, today: today, whyPath: "") }

  private var lead: HTML {
    if limits.assessments.isEmpty { return "この月の判定はありません。" }
    if !limits.exceeded.isEmpty { return "\(limits.exceeded.count)つの上限を超えています。" }
    let remaining = limits.remaining.map { "この月はあと\($0.japanese)です。" } ?? ""
    return "すべての上限に収まっています。\(remaining)"
  }

  private var history: HTML {
    DataTable.draw(
      id: "limit-history",
      caption: "判定に使った月",
      columns: [
        .init("月", .rowHeader), .init("超過勤務", .number, unit: "時間:分"), .init("部署", .word),
        .init("特例業務", .word),
      ],
      rows: limits.history.months.map { month in
        [
          .text(month.month.japanese), .text("\(month.overtime)"), .text(month.post.japanese),
          .text(month.isSpecialWork ? "あり" : "－"),
        ]
      }
    )
  }
}
