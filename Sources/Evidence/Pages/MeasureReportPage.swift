internal import Duties
internal import Markup
internal import Site

/// The form in which a unit or an employer reports about a measure without being asked.
struct MeasureReportPage {
  private let measure: ReportableMeasure
  private let places: [MeasureReportRoutes.Place]
  private let fields: EvidenceFormFields
  private let request: SignedInRequest

  init(
    measure: ReportableMeasure,
    places: [MeasureReportRoutes.Place],
    fields: EvidenceFormFields,
    _ request: SignedInRequest
  ) {
    self.measure = measure
    self.places = places
    self.fields = fields
    self.request = request
  }

  var content: PageContent {
    PageContent(
      title: "取組の実施を報告する",
      breadcrumbs: [
        Breadcrumb("取組と指標", Paths.plan), Breadcrumb(measure.title, Paths.measure(measure.id)),
      ],
      lead: "\(measure.summary)",
      faults: fields.faults,
      body: facts + ReportForm.chooseAgain(request, fields) + form
    )
  }

  private var facts: HTML {
    Panels.keyValues([
      (term: "取組", value: "\(measure.title)（\(measure.id)）"),
      (term: "報告の種類", value: "\(fields.kind.title)"),
    ])
  }

  private var form: HTML {
    let place = Fields.select(
      EvidenceField.place,
      label: "どこの報告か",
      choices: places.map { Fields.Choice($0.code, $0.name) },
      value: fields.typed.first(EvidenceField.place) ?? "",
      faults: fields.faults
    )
    return Forms.form(
      action: Paths.measureReport(measure.id),
      token: request.formToken,
      once: ReportForm.once(request),
      takesFiles: fields.takesFiles,
      actions: [Buttons.submit("報告する"), Buttons.link("やめる", to: Paths.measure(measure.id))],
      content: place + fields.html
    )
  }
}
