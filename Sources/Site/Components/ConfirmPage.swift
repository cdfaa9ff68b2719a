public import Markup

/// The page that asks before an act which cannot simply be undone (確認).
public enum ConfirmPage: Sendable {
  /// A question, the facts it is about, and two ways on.
  ///
  /// `submit` posts to `action`, やめる leads to `cancelPath`. `hidden` are the values that go with the act.
  public static func page(
    title: String,
    question: String,
    facts: [(term: String, value: HTML)],
    warning: String? = nil,
    action: String,
    token: String,
    once: String? = nil,
    submit: String,
    cancelPath: String,
    hidden: [(name: String, value: String)] = [],
    breadcrumbs: [Breadcrumb] = []
  ) -> PageContent {
    let remark: HTML = warning.map { Panels.notice(.warning, $0) } ?? .empty
    let values = HTML(hidden.map { Fields.hidden($0.name, value: $0.value) })
    let form = Forms.form(
      action: action,
      token: token,
      once: once,
      actions: [Buttons.submit(submit), Buttons.link("やめる", to: cancelPath)],
      content: values
    )
    return PageContent(
      title: title,
      breadcrumbs: breadcrumbs,
      lead: "\(question)",
      body: "\(remark)\(Panels.keyValues(facts))\(form)"
    )
  }
}
