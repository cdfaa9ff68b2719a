internal import CivilTime
internal import Duties
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 要因の整理・分析・検証: one unit's months beyond the limits of a fiscal year, and why it came to them.
struct AnalysisSheet: Sendable {
  let unit: RecordID<OrganizationUnit>
  let path: String
  let year: FiscalYear
  let months: [ExceededMonth]
  let analysis: LimitAnalysis?
  /// What was submitted last.
  let answer: LimitAnalysis.Answer?
  let history: [(at: Instant, author: String, isSubmitted: Bool)]
  let duties: [Duty]
  let mayWrite: Bool
  let today: CivilDate
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty
  /// Whether somebody else has saved since the visitor began to write.
  var isOvertaken = false

  private var due: CivilDate { LimitAnalysis.dueDay(of: year) }

  /// Whether the year is over, so that a submission can name all its months.
  private var isOver: Bool { today > year.lastDay }

  private var standing: AnalysisStanding {
    AnalysisStanding(owed: Set(months.map(\.key)), answer: answer, isDraft: analysis != nil, in: year)
  }

  var content: PageContent {
    PageContent(
      title: "\(path)の上限超過の分析（\(year.japanese)）",
      breadcrumbs: [
        Breadcrumb("超過勤務の上限", LimitWatchPaths.home), Breadcrumb("要因の分析", LimitWatchPaths.analyses(year)),
      ],
      lead: lead,
      faults: faults,
      body: duty + table + overtaken + form + reading + past
    )
  }

  private var lead: HTML {
    let isLate = due < today
    let state: String =
      switch standing {
      case .notOwed: "上限を超えた職員はいません。"
      case .open: isLate ? "期限の\(due.japanese)を過ぎて、まだ提出されていません。" : "まだ提出されていません。期限は\(due.japanese)です。"
      case .incomplete(let missing, _):
        "提出の後に上限を超えた月が加わり、\(missing)人月の分析がありません。"
          + (isLate ? "期限の\(due.japanese)を過ぎています。" : "加えて提出してください。期限は\(due.japanese)です。")
      case .provisional: isOver ? "年度の途中に提出したままで、確認がまだです。" : "これまでの月の分を提出済みです。"
      case .done: "提出済みです。"
      }
    return "\(state)上限を超えたのは、延べ\(months.count)人月（\(Set(months.map(\.key.employee)).count)人）です。"
  }

  private var duty: HTML {
    guard answer != nil else { return .empty }
    let open = duties.filter(\.state.isOpen)
    let links = open.map { "<li><a\(href: "/duties/\($0.id)")>計画の義務</a></li>" as HTML }
    let list: HTML = open.isEmpty ? .empty : "<ul>\(links)</ul>"
    guard isOver else {
      let next = year.lastDay.adding(days: 1)
      return Panels.notice(
        .information,
        "年度が終わるまで、上限を超えた月が加わることがあります。\(next.japanese)以後に、もう一度提出して確認してください。計画の義務は、そのときに済みになります。",
        body: list
      )
    }
    if standing == .provisional {
      return Panels.notice(
        .warning,
        "提出は年度の途中のものです。すべての月が入っていることを確かめ、もう一度提出してください。",
        body: confirmation + list
      )
    }
    guard !open.isEmpty else { return .empty }
    return Panels.notice(.information, "計画の義務はまだ済んでいません。組織の長がもう一度提出すると済みになります。", body: list)
  }

  /// What was submitted, to be submitted again as it is.
  private var confirmation: HTML {
    guard mayWrite, let analysis, analysis.isSubmitted else { return .empty }
    let factors = months.flatMap { month in
      (analysis.factors[month.key] ?? []).enumerated().flatMap {
        slot,
        share -> [(name: String, value: String)] in
        [
          (AnalysisReading.factorField(month.key, slot), share.factor.rawValue),
          (AnalysisReading.minutesField(month.key, slot), share.minutes.map { "\($0)" } ?? ""),
        ]
      }
    }
    let texts = [
      (name: "act", value: "submit"), (name: "seen", value: "\(analysis.revision)"),
      (name: "staffing", value: analysis.staffing), (name: "measures", value: analysis.measures),
    ]
    return Forms.button(
      "このまま提出して確認する",
      action: LimitWatchPaths.analysis(unit, year),
      token: token,
      once: "\(once)-c",
      style: .primary,
      size: .medium,
      hidden: texts + factors
    )
  }

  private var table: HTML {
    guard !months.isEmpty else {
      return Panels.emptyState(
        "分析する月はありません",
        "この組織には、\(year.japanese)に上限を超えた職員がいません。上限を超えると、ここに月と理由を表示します。"
      )
    }
    return DataTable.draw(
      id: "exceeded",
      caption: "上限を超えた月",
      columns: [
        .init("氏名", .rowHeader), .init("月", .word), .init("超過勤務", .number, unit: "時間:分"),
        .init("特例業務", .word), .init("超えた上限", .text),
      ],
      rows: months.map { month in
        [
          .link(month.name, to: Paths.limits(month.key.month, of: month.key.employee)),
          .text(month.key.month.japanese), .text("\(month.overtime)"), .text(month.isSpecial ? "あり" : "－"),
          .text(month.findings.map(\.test.japanese).joined(separator: "、")),
        ]
      },
      narrow: .stacks
    )
  }

  private var form: HTML {
    guard mayWrite, !months.isEmpty else { return .empty }
    let parts = months.map(factors)
    let body = Forms.form(
      action: LimitWatchPaths.analysis(unit, year),
      token: token,
      once: once,
      actions: [Buttons.submit("提出する", name: "act", value: "submit")]
        + (analysis?.isSubmitted ?? false
          ? [] : [Buttons.submit("下書きを保存する", style: .secondary, name: "act", value: "draft")]),
      content: Fields.hidden("seen", value: seen)
        + HTML(parts) + texts
    )
    return Panels.section(
      analysis?.isSubmitted ?? false ? "書き直して提出する" : "要因を記録する",
      id: "record",
      body: "<p>提出すると、推進委員会と事務局が、氏名を除いて要因の数と下の二つの文章を読みます。</p>" + body
    )
  }

  /// The revision that the form follows; once the visitor has been shown what came between, that.
  private var seen: String {
    let newest = "\(analysis?.revision ?? 0)"
    return isOvertaken ? newest : entered.first("seen") ?? newest
  }

  /// What somebody else saved meanwhile.
  private var overtaken: HTML {
    guard isOvertaken, let analysis else { return .empty }
    let when = OfficeZone.dateTimeText(analysis.writtenAt)
    return Panels.section(
      "\(analysis.author)が\(when)に\(analysis.isSubmitted ? "提出" : "保存")した内容",
      body: content(of: analysis)
    )
  }

  private func factors(_ month: ExceededMonth) -> HTML {
    let standing = analysis?.factors[month.key] ?? []
    let choices =
      [Fields.Choice("", "－")] + OvertimeFactor.allCases.map { Fields.Choice($0.rawValue, $0.japanese) }
    let slots = (0..<AnalysisReading.slots).map { slot -> HTML in
      let known = standing.indices.contains(slot) ? standing[slot] : nil
      let factor = AnalysisReading.factorField(month.key, slot)
      let minutes = AnalysisReading.minutesField(month.key, slot)
      return Fields.select(
        factor,
        label: "要因\(slot + 1)",
        choices: choices,
        need: .unmarked,
        value: entered.first(factor) ?? known?.factor.rawValue ?? "",
        faults: faults
      )
        + Fields.text(
          minutes,
          label: "要因\(slot + 1)の時間（わかる場合）",
          need: .unmarked,
          value: entered.first(minutes) ?? known?.minutes.map { "\($0)" } ?? "",
          faults: faults,
          input: .digits,
          width: .short,
          autocomplete: "off"
        )
    }
    // What is filled in or faulty stays in sight.
    let isUsed = (1..<AnalysisReading.slots).contains { slot in
      let factor = AnalysisReading.factorField(month.key, slot)
      let minutes = AnalysisReading.minutesField(month.key, slot)
      return standing.indices.contains(slot)
        || [factor, minutes].contains { !(entered.first($0) ?? "").utf8.isEmpty }
    }
    let more = HTML(Array(slots.dropFirst()))
    return Forms.group(
      "\(month.key.month.japanese) \(month.name)（\(month.overtime)）",
      content: slots[0] + (isUsed ? more : Panels.details("ほかの要因を足す", body: more))
    )
  }

  private var texts: HTML {
    Fields.textArea(
      "staffing",
      label: "人員の状況",
      hint: "定員、実員、欠員や休業の状況。人の名前や、だれかわかることは書かないでください。",
      value: entered.first("staffing") ?? analysis?.staffing ?? "",
      faults: faults,
      rows: 4
    )
      + Fields.textArea(
        "measures",
        label: "講じた措置と今後の対策",
        hint: "業務の見直し、応援、分担の変更など。人の名前や、だれかわかることは書かないでください。",
        value: entered.first("measures") ?? analysis?.measures ?? "",
        faults: faults,
        rows: 6
      )
  }

  /// What stands, for those who do not write, and where no month is left to write of.
  private var reading: HTML {
    guard !mayWrite || months.isEmpty, let analysis else { return .empty }
    return content(of: analysis)
  }

  private func content(of analysis: LimitAnalysis) -> HTML {
    let rows = months.map { month -> DataTable.Row in
      let words = (analysis.factors[month.key] ?? []).map { share in
        share.factor.japanese + (share.minutes.map { "（\($0)）" } ?? "")
      }
      return [
        .text(month.name), .text(month.key.month.japanese),
        .text(words.isEmpty ? "未記入" : words.joined(separator: "、")),
      ]
    }
    let factors = DataTable.draw(
      id: "factors",
      caption: "要因",
      columns: [.init("氏名", .rowHeader), .init("月", .word), .init("要因", .text)],
      rows: rows,
      narrow: .stacks
    )
    return (rows.isEmpty ? .empty : factors)
      + Panels.keyValues([
        (term: "人員の状況", value: "\(analysis.staffing)"), (term: "措置と対策", value: "\(analysis.measures)"),
      ])
  }

  private var past: HTML {
    guard !history.isEmpty else { return .empty }
    return Panels.section(
      "履歴",
      body: Panels.history(
        history.map { one in
          Panels.Event(
            when: OfficeZone.date(of: one.at).japanese,
            who: one.author,
            what: one.isSubmitted ? "提出" : "下書きを保存"
          )
        }
      )
    )
  }
}
