internal import CivilTime
internal import Markup
internal import Site

/// One day of somebody else's, for superiors, time-keepers and personnel officers: it reads only.
struct PersonDayPage: Sendable {
  let shown: PersonDay

  private var date: CivilDate { shown.records.date }

  var content: PageContent {
    PageContent(
      title: "\(shown.person.name) \(date.japanese)の勤務",
      breadcrumbs: [
        Breadcrumb("組織の勤務時間", Paths.units),
        Breadcrumb("\(date.yearMonth.japanese)の勤務表", Paths.month(date.yearMonth, of: shown.person.id)),
      ],
      lead: shown.records.lead,
      body: """
        \(Panels.section("打刻", body: shown.records.punchTable(else: "記録されると、ここに表示します。")))\
        \(Panels.section("超過勤務", body: overtime))
        """
    )
  }

  private var overtime: HTML {
    guard shown.records.declarations.isEmpty else { return shown.records.overtimeTable }
    return Panels.emptyState("この日の超過勤務の申告はありません", "本人が申告すると、業務の内容とともに、ここに表示します。")
  }
}
