internal import CivilTime
internal import Markup
internal import Site
internal import WorkingTime

/// 事前申告: the form, below what is left under every limit; then the check of what it would make of them.
struct RequestFormPage: Sendable {
  /// What was entered and would be sent.
  struct Preview: Sendable {
    let expected: OrdersDesk.Expected
    let projection: LimitProjection
    /// What is ordered or waits on other days without a claim.
    let planned: Minutes
    let warnings: [String]
  }

  let limits: PersonLimits
  let projection: LimitProjection
  let whyPath: String
  let today: CivilDate
  let superiors: [String]
  let entered: FormFields
  let faults: [FormFault]
  /// Nil on the way in.
  let preview: Preview?
  let token: String
  let once: String

  private static let steps = ["入力", "確認"]

  var content: PageContent {
    PageContent(
      title: preview == nil ? "超過勤務の事前申告" : "事前申告の確認",
      breadcrumbs: [Breadcrumb("超過勤務の申告と命令", OrderPaths.own)],
      lead: lead,
      faults: faults,
      body: Panels.steps(Self.steps, current: preview == nil ? 1 : 2) + (preview.map(check) ?? entering)
    )
  }

  private var lead: HTML {
    guard let preview else {
      let left = projection.remaining.map {
        "\(projection.month.japanese)はあと\($0.japanese)です（すべての上限のうち最も小さい残り）。"
      }
      return "\(left ?? "")申告は\(answering)に届きます。"
    }
    let crossed = preview.projection.exceeded
    guard !crossed.isEmpty else { return "このとおり行っても、すべての上限に収まります。まだ申告していません。" }
    return "このとおり行うと、\(crossed.count)つの上限を超える見込みです。まだ申告していません。"
  }

  private var answering: String {
    superiors.isEmpty ? "上司" : superiors.map { "\($0)さん" }.joined(separator: "、")
  }

  private var entering: HTML {
    let summary = LimitsPart(limits: limits, today: today, whyPath: whyPath).summary
    // Folded, so that on a phone the form is in sight; the check shows every limit beside what would become of it.
    let every = Panels.details("上限ごとの残り", body: ProjectionTable.now(projection))
    return """
      \(Panels.section("上限までの残り", body: summary + every))\
      \(Panels.section("申告する内容", body: form))
      """
  }

  private func check(_ preview: Preview) -> HTML {
    let expected = preview.expected
    let warning: HTML =
      preview.warnings.isEmpty
      ? .empty
      : Panels.notice(
        .warning,
        "上司に注意として示されます",
        body: "<ul>\(preview.warnings.map { "<li>\($0)</li>" as HTML })</ul>"
      )
    let facts = Panels.keyValues([
      ("日", "\(expected.date.japanese)"), ("見込み", "\(expected.amount.japanese)"), ("業務", "\(expected.work)"),
      ("理由", "\(expected.reason)"), ("特例業務", expected.isSpecial ? "該当する" : "該当しない"),
    ])
    let planned =
      preview.planned == .zero
      ? "" : "この月のほかの日の申告と命令で実績がまだのもの\(preview.planned.japanese)も加えています。"
    let send = Forms.form(
      action: OrderPaths.requests,
      token: token,
      once: once,
      actions: [Buttons.submit("この内容で申告する")],
      content: hidden
    )
    return """
      \(warning)\(facts)\(ProjectionTable.after(preview.projection, added: planned))\(send)\
      \(Panels.details("内容を直す", body: form))
      """
  }

  private var hidden: HTML {
    let fields = entered.pairs.filter { !$0.name.utf8.starts(with: "_".utf8) }
    return HTML(fields.map { Fields.hidden($0.name, value: $0.value) })
      + Fields.hidden("checked", value: "yes")
  }

  private var form: HTML {
    let value = { (name: String) in entered.first(name) ?? "" }
    return Forms.form(
      action: OrderPaths.requests,
      token: token,
      actions: [Buttons.submit("上限への影響を確かめる", style: preview == nil ? .primary : .secondary)],
      content: """
        \(Fields.date("date", label: "超過勤務をする日", value: value("date"), faults: faults))\
        \(AmountFields.draw("見込みの時間帯", kept: entered, faults: faults))\
        \(Fields.text("work", label: "業務", hint: "例：国会答弁の作成", value: value("work"), faults: faults))\
        \(Fields.textArea(
          "reason", label: "超過勤務が必要な理由", hint: "200文字以内", value: value("reason"), faults: faults, rows: 3))\
        \(Fields.checkbox(
          "special", label: "特例業務に当たる",
          hint: "大規模災害への対応など、上限を超える必要があると認められた業務です（人事院規則15―14第16条の2の2第2項）。",
          value: "yes", isChecked: value("special").utf8.elementsEqual("yes".utf8)))
        """
    )
  }
}
