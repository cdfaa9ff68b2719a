internal import CivilTime
internal import Duties
internal import Markup
internal import Site

/// The form in which whoever owes a duty reports that it is done.
struct DutyReportPage {
  private let sheet: DutySheet
  private let fields: EvidenceFormFields
  private let request: SignedInRequest

  init(sheet: DutySheet, fields: EvidenceFormFields, _ request: SignedInRequest) {
    self.sheet = sheet
    self.fields = fields
    self.request = request
  }

  var content: PageContent {
    PageContent(
      title: "取組の実施を報告する",
      breadcrumbs: [
        Breadcrumb("担当の取組", Paths.duties), Breadcrumb(sheet.title, Paths.duty(sheet.duty.id)),
      ],
      lead: "\(sheet.task)",
      faults: fields.faults,
      body: facts + already + ReportForm.chooseAgain(request, fields) + form + none
    )
  }

  private var facts: HTML {
    Panels.keyValues([
      (term: "取組", value: "\(sheet.title)（\(sheet.duty.rule.measure)）"),
      (term: "対象", value: "\(sheet.about)"),
      (term: "期限", value: "\(sheet.duty.dueOn.japanese)"),
      (term: "報告の種類", value: "\(fields.kind.title)"),
    ])
  }

  private var already: HTML {
    guard !sheet.duty.state.isOpen else { return .empty }
    return Panels.notice(
      .information,
      "この取組は、すでに済みになっています。",
      body: "<p>ここで報告すると、前の報告のそばに残ります。済みの日は変わりません。</p>"
    )
  }

  private var form: HTML {
    Forms.form(
      action: Paths.dutyReport(sheet.duty.id),
      token: request.formToken,
      once: ReportForm.once(request),
      takesFiles: fields.takesFiles,
      actions: [Buttons.submit("報告する"), Buttons.link("やめる", to: Paths.duty(sheet.duty.id))],
      content: fields.html
    )
  }

  /// Only for what is asked of a unit or an employer: a person is told of, or is not.
  private var none: HTML {
    if case .employee = sheet.duty.subject { return .empty }
    guard sheet.duty.state.isOpen else { return .empty }
    let button = Forms.button(
      "該当なしと報告する",
      action: Paths.dutyNone(sheet.duty.id),
      token: request.formToken,
      once: request.freshOnce(),
      size: .medium
    )
    return Panels.section(
      "該当がないとき",
      body: "<p class=\"running\">行うことがなかったときは、該当なしと報告できます。件数には数えません。</p>\(button)"
    )
  }
}

/// What the forms of reports have in common.
enum ReportForm {
  /// The key of the form: the same one as long as the same form is mended.
  static func once(_ request: SignedInRequest) -> String { request.once ?? request.freshOnce() }

  /// A browser forgets which files were chosen when a page comes back.
  static func chooseAgain(_ request: SignedInRequest, _ fields: EvidenceFormFields) -> HTML {
    guard !fields.faults.isEmpty, !request.files.isEmpty else { return .empty }
    return Panels.notice(
      .information,
      "添付ファイルは、もう一度選んでください。",
      body: "<p>ほかの入力はそのまま残っています。ファイルはまだ保存していません。</p>"
    )
  }
}
