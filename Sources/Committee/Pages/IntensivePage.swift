internal import CivilTime
internal import Duties
internal import Markup
internal import People
internal import Plan
internal import Site
internal import Store

/// 集中取組期間: its days, what is done in it, and how the measures behind it stand.
struct IntensivePage: Sendable {
  /// The days of one employer.
  struct Period: Sendable {
    let employer: Employer
    let days: ClosedRange<CivilDate>
    /// The name that was given; nil where the usual days hold.
    let title: String?
    /// How often days were set; a form carries it along.
    let revision: Int
  }

  let year: FiscalYear
  let plan: ActionPlan
  let periods: [Period]
  let months: [MonthTable]
  let actions: [IntensiveAction]
  let states: [MeasureID: MeasureState]
  let isSecretariat: Bool
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty
  /// The days that somebody else set while these were typed.
  var overtaken: Period?

  /// The control that says which days of an employer the form was drawn from.
  static func seen(_ employer: RecordID<Employer>) -> String { "seen-\(employer)" }

  var content: PageContent {
    PageContent(
      title: "\(year.japanese)の集中取組期間",
      breadcrumbs: [Breadcrumb("取組と指標", CommitteePaths.plan)],
      lead: "夏の間、仕事の進め方の見直しに集中して取り組む期間です。",
      faults: faults,
      body: clash + days + table + comparison + dateForm + actionForm + years
    )
  }

  private var days: HTML {
    DataTable.draw(
      id: "periods",
      caption: "期間",
      columns: [.init("特定事業主", .rowHeader), .init("期間", .word), .init("名前")],
      rows: periods.map { period in
        [
          .text(period.employer.name), .text(period.words),
          .text(period.title ?? "（日を決めていないため、7月1日から8月31日とします）"),
        ]
      },
      narrow: .stacks
    )
  }

  private var table: HTML {
    guard !actions.isEmpty else {
      return Panels.emptyState("期間中に行うことはまだありません", "推進事務局が、期間中に行うことを取組ごとに登録すると、ここに並びます。")
    }
    return DataTable.draw(
      id: "actions",
      caption: "期間中に行うこと",
      columns: [
        .init("行うこと", .rowHeader), .init("特定事業主", .word), .init("取組"), .init("取組の状態", .word), .init("説明"),
      ],
      rows: actions.map(row),
      narrow: .stacks
    )
  }

  private func row(_ action: IntensiveAction) -> DataTable.Row {
    let id = MeasureID(action.measure)
    let title = id.flatMap { plan.content(of: $0)?.title } ?? ""
    let state = id.flatMap { states[$0] }?.japanese
    let employer = periods.first { $0.employer.id == action.employer }?.employer.name ?? ""
    return [
      .text(action.title), .text(employer),
      .link("\(action.measure) \(title)", to: CommitteePaths.measure(action.measure)),
      state.map { .text($0) } ?? .none, action.note.isEmpty ? .none : .text(action.note),
    ]
  }

  private var comparison: HTML {
    let body: HTML =
      months.isEmpty ? "<p>比べられる記録がまだありません。</p>" : HTML(months.map(\.html))
    return Panels.section("ほかの月との比較", id: "months", body: body)
  }

  private var clash: HTML {
    guard let overtaken else { return .empty }
    return Panels.notice(
      .warning,
      "あなたが入力している間に、ほかの人が期間を決めました。あなたの入力はまだ保存していません。",
      body: """
        <p>先に決められた期間は、\(overtaken.employer.name)の\(overtaken.words)（\(overtaken.title ?? "")）です。\
        変える必要があれば、下の欄を確かめて、もう一度保存してください。先の期間も記録に残ります。</p>
        """
    )
  }

  private var dateForm: HTML {
    guard isSecretariat else { return .empty }
    let fields = [
      employerField("dates-employer"),
      Fields.date("first", label: "初日", value: entered.first("first") ?? "", faults: faults),
      Fields.date("last", label: "最終日", value: entered.first("last") ?? "", faults: faults),
      Fields.text("name", label: "期間の名前", value: entered.first("name") ?? "", faults: faults),
    ]
    let form = Forms.form(
      action: CommitteePaths.dates,
      token: token,
      actions: [Buttons.submit("期間を決める", style: .secondary)],
      content: HTML(fields + seenRevisions) + hiddenYear
    )
    let advice: HTML = "<p>すでに担当に知らせた期限は、期間を変えても動きません。</p>"
    return Panels.section("期間を決める", id: "dates", body: advice + form)
  }

  private var actionForm: HTML {
    guard isSecretariat else { return .empty }
    let measures = plan.originals.map { measure in
      Fields.Choice(measure.id.text, "\(measure.id) \(measure.ownContent?.title ?? "")")
    }
    let fields = [
      employerField("action-employer"),
      Fields.select(
        "measure",
        label: "取組",
        choices: measures,
        value: entered.first("measure") ?? "",
        faults: faults
      ),
      Fields.text("title", label: "行うこと", value: entered.first("title") ?? "", faults: faults),
      Fields.textArea(
        "note",
        label: "説明",
        need: .optional,
        value: entered.first("note") ?? "",
        faults: faults,
        rows: 3
      ),
    ]
    let form = Forms.form(
      action: CommitteePaths.actions,
      token: token,
      once: once,
      actions: [Buttons.submit("加える", style: .secondary)],
      content: HTML(fields) + hiddenYear
    )
    return Panels.section("期間中に行うことを加える", id: "add", body: form)
  }

  private var seenRevisions: [HTML] {
    periods.map { Fields.hidden(Self.seen($0.employer.id), value: "\($0.revision)") }
  }

  private var hiddenYear: HTML { Fields.hidden("year", value: "\(year.startYear)") }

  private func employerField(_ name: String) -> HTML {
    Fields.select(
      name,
      label: "特定事業主",
      choices: periods.map { Fields.Choice("\($0.employer.id)", $0.employer.name) },
      value: entered.first(name) ?? "",
      faults: faults
    )
  }

  private var years: HTML {
    let before = year.advanced(by: -1)
    return Panels.actions([
      Buttons.link("\(before.japanese)", to: CommitteePaths.intensive(before), size: .small)
    ])
  }
}

extension IntensivePage.Period {
  /// The days in words.
  var words: String {
    "\(days.lowerBound.japaneseWithoutWeekday)〜\(days.upperBound.japaneseWithoutWeekday)"
  }
}
