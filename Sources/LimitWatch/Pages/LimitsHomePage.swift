internal import Access
internal import CivilTime
internal import Markup
internal import Site
internal import WorkingTime
internal import WorkingTimeRules

/// 超過勤務の上限: the own rests, and the way to what the visitor may use.
struct LimitsHomePage: Sendable {
  let actor: Actor
  let today: CivilDate
  /// This month and the one before; empty for an account without an employee.
  let own: [RestQuery.Line]

  var content: PageContent {
    PageContent(title: "超過勤務の上限と休息", lead: lead, body: rest + entries)
  }

  private var lead: HTML {
    guard let current = own.first else { return "上限の管理に使う台帳と一覧です。" }
    if let next = current.next { return "\(next.words)" }
    let short = current.rest.short.count
    return short == 0
      ? "今月、目安の11時間を下回った休息はありません。" : "今月、目安の11時間を下回った休息が\(short)回あります。"
  }

  private var rest: HTML {
    guard let current = own.first else { return .empty }
    let rows = own.reversed().flatMap(\.rest.short).map { interval -> DataTable.Row in
      [
        .link("\(interval.start.date.japaneseShort)", to: Paths.day(interval.start.date)),
        .text(RestWords.moment(interval.end)), .text(RestWords.moment(interval.start)),
        .text("\(interval.length)"),
      ]
    }
    let table =
      rows.isEmpty
      ? Panels.emptyState("先月と今月、11時間を下回った休息はありません", "退勤から次の出勤までが目安の11時間を下回ると、ここに表示します。")
      : DataTable.draw(
        id: "own-rests",
        caption: "先月と今月、目安の11時間を下回った休息",
        columns: [
          .init("日", .rowHeader), .init("前の終業", .word), .init("始業", .word),
          .init("休息", .number, unit: "時間:分"),
        ],
        rows: rows,
        note: "11時間は目安です（人事院規則15―14第1条の2）。下回っても違反ではありません。遅くなった翌日は、始業を遅らせることを上司に相談できます。",
        narrow: .stacks
      )
    let proposal: HTML =
      current.next.map { next in
        Panels.notice(.information, "\(next.words)", body: "<p>\(next.interval.explanation)</p>")
      } ?? .empty
    return Panels.section("自分の休息", body: proposal + table)
  }

  private var entries: HTML {
    let shown = Self.all.filter { $0.allow.admits(actor) }.map(\.entry)
    return Panels.section("台帳と一覧", body: Panels.entries(shown))
  }

  private static let all: [(entry: Panels.Entry, allow: AccessRule)] = [
    (
      .init("自分の面接指導", to: LimitWatchPaths.ownInterviews, text: "長い超過勤務のあとの医師の面接を申し出ます。"),
      InterviewRoutes.everyone
    ),
    (
      .init("他律部署の台帳", to: LimitWatchPaths.designations, text: "どの組織に、どの上限が適用されるかを確かめます。"),
      DesignationRoutes.readers
    ),
    (
      .init("特例業務の台帳", to: LimitWatchPaths.specialWork, text: "上限を超えて命じる業務の記録と、確かめることです。"),
      WorkingTimeReach.unitReaders
    ),
    (
      .init("組織の休息", to: LimitWatchPaths.units, text: "勤務間インターバルと、遅くなった職員の翌日の始業です。"),
      WorkingTimeReach.unitReaders
    ),
    (.init("要因の分析", to: LimitWatchPaths.analyses, text: "上限を超えた月の要因を記録し、提出します。"), AnalysisRoutes.readers),
    (
      .init("要因の分析（共有）", to: LimitWatchPaths.sharedAnalyses, text: "組織が提出した分析を、氏名を除いて読みます。"),
      AnalysisRoutes.sharers
    ),
    (
      .init("自分の勤務の制限", to: LimitWatchPaths.ownProtections, text: "育児・介護・妊産婦の超過勤務や深夜勤務の制限を請求します。"),
      ProtectionRoutes.everyone
    ),
    (
      .init("勤務の制限のある職員", to: LimitWatchPaths.protections, text: "請求を確認し、命じられない勤務を見ます。"),
      ProtectionRoutes.deciders
    ),
    (.init("面接指導の対象者", to: LimitWatchPaths.interviews, text: "月ごとの対象者と経過を記録します。"), InterviewRoutes.keepers),
    (.init("超過勤務の概観", to: LimitWatchPaths.overview, text: "部局と職位の階層ごとに、月の推移を見ます。"), OverviewRoutes.readers),
  ]
}
