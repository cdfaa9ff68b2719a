internal import Markup
internal import Site

/// The form in which a report is corrected; the old one stays beside the new one.
struct CorrectionPage {
  private let sheet: EvidenceSheetRoutes.Sheet
  private let fields: EvidenceFormFields
  private let request: SignedInRequest

  init(sheet: EvidenceSheetRoutes.Sheet, fields: EvidenceFormFields, _ request: SignedInRequest) {
    self.sheet = sheet
    self.fields = fields
    self.request = request
  }

  var content: PageContent {
    let id = sheet.evidence.id
    let form = Forms.form(
      action: Paths.correction(id),
      token: request.formToken,
      once: ReportForm.once(request),
      takesFiles: fields.takesFiles,
      actions: [Buttons.submit("訂正する"), Buttons.link("やめる", to: Paths.evidence(id))],
      content: fields.html
    )
    return PageContent(
      title: "報告を訂正する",
      breadcrumbs: EvidenceFacts.breadcrumbs(sheet) + [Breadcrumb("取組の報告", Paths.evidence(id))],
      lead: "訂正前の報告は消さずに残り、件数には訂正後の報告だけを数えます。",
      faults: fields.faults,
      body: EvidenceFacts.list(sheet) + ReportForm.chooseAgain(request, fields) + form
    )
  }
}

/// The form in which a report is taken back, with its reason.
struct WithdrawalPage {
  private let sheet: EvidenceSheetRoutes.Sheet
  private let typed: FormFields
  private let faults: [FormFault]
  private let request: SignedInRequest

  init(
    sheet: EvidenceSheetRoutes.Sheet,
    typed: FormFields,
    faults: [FormFault],
    _ request: SignedInRequest
  ) {
    self.sheet = sheet
    self.typed = typed
    self.faults = faults
    self.request = request
  }

  var content: PageContent {
    let id = sheet.evidence.id
    let reason = Fields.textArea(
      EvidenceField.reason,
      label: "取り下げる理由",
      hint: "例：別の取組の報告だったため。500文字まで",
      value: typed.first(EvidenceField.reason) ?? "",
      faults: faults,
      rows: 3
    )
    let form = Forms.form(
      action: Paths.withdrawal(id),
      token: request.formToken,
      once: ReportForm.once(request),
      actions: [Buttons.submit("取り下げる"), Buttons.link("やめる", to: Paths.evidence(id))],
      content: reason
    )
    return PageContent(
      title: "報告を取り下げる",
      breadcrumbs: EvidenceFacts.breadcrumbs(sheet) + [Breadcrumb("取組の報告", Paths.evidence(id))],
      lead: "取り下げた報告は残りますが、件数には数えません。済みになった取組を戻すには、推進事務局に連絡してください。",
      faults: faults,
      body: EvidenceFacts.list(sheet) + form
    )
  }
}
