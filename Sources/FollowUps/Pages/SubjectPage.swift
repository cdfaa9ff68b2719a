internal import CivilTime
internal import Markup
internal import Plan
internal import Site

/// 報告の記入: what the secretariat writes about one measure or target.
struct SubjectPage: Sendable {
  let subject: ReportSubject
  let report: ReadReport
  let texts: ReportTexts
  let history: [(text: ReportText, by: String)]
  let token: String
  var faults: [FormFault] = []
  /// What was typed, when the page is drawn again.
  var entered = FormFields.empty
  /// What somebody else has written meanwhile.
  var overtaken: [ReportText] = []

  private var year: FiscalYear { report.content.year }

  var content: PageContent {
    PageContent(
      title: "\(id) \(title)の記入",
      breadcrumbs: [
        Breadcrumb("取組と指標", ReportPaths.plan(year)),
        Breadcrumb("\(year.japanese)の年次フォローアップ", ReportPaths.report(year)),
      ],
      lead: "報告にそのまま載ります。個人の名前や、個人がわかることは書かないでください。",
      faults: faults,
      body: clash + Panels.keyValues(facts) + form + past
    )
  }

  private var clash: HTML {
    guard !overtaken.isEmpty else { return .empty }
    let theirs = overtaken.map { text -> (term: String, value: HTML) in
      let who = history.first { $0.text == text }?.by ?? ""
      let when = OfficeZone.dateTimeText(text.at)
      return (term: "\(text.field.japanese)（\(who)、\(when)）", value: "\(text.text)")
    }
    return Panels.notice(
      .warning,
      "あなたが入力している間に、ほかの人が保存しました。あなたの文はまだ保存していません。",
      body: """
        <p>先に保存された文です。必要な部分を下の欄に写し、もう一度保存してください。どちらの文も履歴に残ります。</p>\
        \(Panels.keyValues(theirs))
        """
    )
  }

  private var form: HTML {
    guard report.standing.stage.allowsWriting else {
      return Panels.notice(.information, FollowUpError.locked(report.standing.stage).japanese)
    }
    let fields = subject.fields.map { field -> HTML in
      let known = texts.text(subject, field)
      let area = Fields.textArea(
        field.rawValue,
        label: field.japanese,
        need: .optional,
        hint: "\(ReportField.most)文字まで",
        value: entered.first(field.rawValue) ?? known?.text ?? "",
        faults: faults,
        rows: 6
      )
      return area + Fields.hidden("\(field.rawValue)-seen", value: "\(known?.revision ?? 0)")
    }
    return Forms.form(
      action: ReportPaths.subject(year, subject),
      token: token,
      actions: [Buttons.submit("保存する"), Buttons.link("報告に戻る", to: ReportPaths.report(year))],
      content: HTML(fields)
    )
  }

  private var past: HTML {
    guard !history.isEmpty else { return .empty }
    let events = history.map { entry in
      Panels.Event(
        when: OfficeZone.dateTimeText(entry.text.at),
        who: entry.by,
        what: "\(entry.text.field.japanese)：\(entry.text.text.isEmpty ? "（取り消し）" : entry.text.text)"
      )
    }
    return Panels.details("これまでの記入（\(history.count)件）", body: Panels.history(events))
  }

  private var id: String {
    switch subject {
    case .measure(let id): id.text
    case .target(let id): id.text
    }
  }

  private var title: String {
    switch subject {
    case .measure(let id): report.content.plan.content(of: id)?.title ?? ""
    case .target(let id): report.content.plan.target(id)?.title ?? ""
    }
  }

  private var facts: [(term: String, value: HTML)] {
    switch subject {
    case .measure(let id):
      guard let line = report.content.measure(id) else { return [] }
      let coverage = line.coverage.map(ReportedWords.coverage) ?? "－"
      return [
        (term: "状態", value: "\(line.status.japanese)"), (term: "実施", value: "\(coverage)"),
        (term: "報告", value: "\(ReportedWords.reports(line))"),
        (term: "取組", value: "<a\(href: ReportPaths.measure(id.text))>取組のページ</a>"),
      ]
    case .target(let id):
      guard let line = report.content.target(id), let target = report.content.plan.target(id) else {
        return []
      }
      let amount = line.judged.map { ReportedWords.amount($0.amount, of: target) } ?? "－"
      return [
        (term: "目標値", value: "\(target.value.japanese)（\(target.deadline.japanese)）"),
        (term: "実績", value: "\(amount)"), (term: "判定", value: "\(line.verdict.japanese)。\(line.distance)"),
        (term: "目標", value: "<a\(href: ReportPaths.target(id.text))>目標のページ</a>"),
      ]
    }
  }
}
