internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 面接指導の記録: one person's month, for the personnel authority.
struct InterviewSheet: Sendable {
  let person: PersonHeading
  let month: YearMonth
  /// Nil where the month calls for nothing.
  let found: InterviewCase?
  /// Whether it is the visitor's own, which somebody else records.
  let isOwn: Bool
  let today: CivilDate
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var content: PageContent {
    PageContent(
      title: "\(person.name) \(month.japanese)の面接指導",
      breadcrumbs: [
        Breadcrumb("超過勤務の上限", LimitWatchPaths.home),
        Breadcrumb("面接指導の対象者", LimitWatchPaths.interviews(month)),
      ],
      lead: lead,
      faults: faults,
      body: body
    )
  }

  private var lead: HTML {
    guard let found else { return "この月は面接指導の対象ではありません。" }
    if case .due(let day) = found.state { return "医師の面接指導の期限は\(day.japanese)です。" }
    return "\(InterviewWords.word(found.state))です。"
  }

  private var body: HTML {
    guard let found else {
      return month > today.yearMonth
        ? Panels.emptyState("記録することはありません", "超過勤務が基準に達すると、ここから経過を記録できます。") : form
    }
    let facts = Panels.keyValues([
      (term: "理由", value: "\(found.verdict.explanation)"), (term: "根拠", value: "\(found.verdict.citation)"),
    ])
    return facts + recent(found) + form + InterviewWords.history(found.records) + takeBack(found)
  }

  private func recent(_ found: InterviewCase) -> HTML {
    guard let day = found.recentInterview, case .due = found.state else { return .empty }
    return Panels.notice(
      .information,
      "\(day.japanese)に面接指導を受けています。算定の日の前1か月以内のため、免除できます。"
    )
  }

  private var form: HTML {
    guard !isOwn else {
      return Panels.notice(.information, "自分の面接指導は記録できません。ほかの人事担当が記録します。")
    }
    let step = Fields.radios(
      "step",
      label: "行ったこと",
      choices: steps.map { Fields.Choice($0.rawValue, $0.japanese) },
      value: entered.first("step") ?? "",
      faults: faults
    )
    let exemption = Fields.select(
      "exemption",
      label: "免除の理由",
      choices: [Fields.Choice("", "－")]
        + InterviewRecord.Exemption.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
      need: .optional,
      hint: "免除したときだけ選びます（職職―97第1項(3)）。",
      value: entered.first("exemption") ?? "",
      faults: faults
    )
    let body = Forms.form(
      action: LimitWatchPaths.interview(person.id, month),
      token: token,
      once: once,
      actions: [Buttons.submit("経過を記録する")],
      content: step + Fields.date("day", label: "日", value: entered.first("day") ?? "", faults: faults)
        + exemption
    )
    return Panels.section(
      "経過を記録する",
      id: "record",
      body: health + "<p>診断、面接の内容、措置の中身は、このシステムには書きません。</p>" + body
    )
  }

  /// Below the thresholds nothing is offered or exempt: what was held is recorded.
  private var steps: [InterviewRecord.Step] { found == nil ? [.held] : InterviewRecord.Step.ofAuthority }

  private var health: HTML {
    found == nil ? "<p>基準に達しない月でも、健康への配慮から行った面接指導を記録できます。</p>" : .empty
  }

  private func takeBack(_ found: InterviewCase) -> HTML {
    let mine = isOwn ? [] : found.standing.filter { $0.step != .requested }
    guard !mine.isEmpty else { return .empty }
    let buttons = mine.map { record in
      Forms.button(
        "\(record.doneOn.japaneseShort)の「\(record.step.japanese)」を取り消す",
        action: LimitWatchPaths.interview(person.id, month),
        token: token,
        hidden: [("take-back", "\(record.id)")]
      )
    }
    return Panels.details("まちがえた記録を取り消す", body: HTML(buttons))
  }
}

/// 自分の面接指導: what the own overtime of the last twelve months calls for, and the request.
struct OwnInterviewsPage: Sendable {
  /// The newest month first.
  let cases: [InterviewCase]
  let today: CivilDate
  let token: String
  let once: String

  var content: PageContent {
    PageContent(
      title: "自分の面接指導",
      breadcrumbs: [Breadcrumb("超過勤務の上限", LimitWatchPaths.home)],
      lead: lead,
      body: cases.isEmpty ? empty : HTML(cases.map(part)) + privacy
    )
  }

  private var lead: HTML {
    if cases.contains(where: { if case .due = $0.state { true } else { false } }) {
      return "医師の面接指導を受ける月があります。"
    }
    if cases.contains(where: { $0.state == .mayRequest }) { return "申し出れば、医師の面接指導を受けられる月があります。" }
    return "いま受ける必要のある面接指導はありません。"
  }

  private var empty: HTML {
    Panels.emptyState(
      "この1年に対象となる月はありません",
      "1か月の超過勤務が80時間を超えると、申し出て医師の面接指導を受けられます。体調が気になるときは、いつでも健康管理の窓口に相談してください。"
    )
  }

  private var privacy: HTML {
    "<p>申出と面接の経過を見られるのは、あなたと人事担当です。上司には、申出がなくても行う面接指導の要否と実施だけを、時間を空けるために示します。</p>"
  }

  private func part(_ found: InterviewCase) -> HTML {
    let month = found.verdict.month
    let facts = Panels.keyValues([
      (term: "状態", value: InterviewWords.state(found, on: today)),
      (term: "理由", value: "\(found.verdict.explanation)"), (term: "根拠", value: "\(found.verdict.citation)"),
    ])
    return Panels.section(
      month.japanese,
      body: facts + act(found) + InterviewWords.history(found.records)
    )
  }

  private func act(_ found: InterviewCase) -> HTML {
    let month = found.verdict.month.iso
    let key = "\(once)-\(month)"
    if found.state == .mayRequest {
      return Forms.button(
        "面接指導を申し出る",
        action: LimitWatchPaths.ownInterviews,
        token: token,
        once: key,
        style: .primary,
        size: .medium,
        hidden: [("month", month)]
      )
    }
    guard case .due = found.state, let asked = found.standing.last(where: { $0.step == .requested }) else {
      return .empty
    }
    return Forms.button(
      "申出を取り消す",
      action: LimitWatchPaths.ownInterviews,
      token: token,
      once: key,
      hidden: [("month", month), ("take-back", "\(asked.id)")]
    )
  }
}
