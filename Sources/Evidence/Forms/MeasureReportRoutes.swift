internal import CivilTime
internal import Access
internal import Duties
internal import People
internal import Site
internal import Store

/// Reports about a measure without a duty, by those who answer for a unit or an employer.
struct MeasureReportRoutes: Sendable {
  let measures: MeasureRegister

  /// Where a report may stand.
  struct Place: Sendable, Hashable {
    let employer: RecordID<Employer>
    let unit: RecordID<OrganizationUnit>?
    let name: String

    /// What the form posts.
    var code: String { unit.map { "u\($0)" } ?? "p\(employer)" }
  }

  @Sendable func form(_ request: SignedInRequest) async throws -> Reply {
    let (measure, kind, places) = try await found(request)
    let typed = FormFields([
      (EvidenceField.heldOn, request.today.japaneseWithoutWeekday),
      (EvidenceField.place, places.first?.code ?? ""),
    ])
    let fields = EvidenceFormFields(kind: kind, typed: typed, faults: [])
    return .page(MeasureReportPage(measure: measure, places: places, fields: fields, request).content)
  }

  @Sendable func post(_ request: SignedInRequest) async throws -> Reply {
    let (measure, kind, places) = try await found(request)
    var reading = EvidenceFormReading(request, kind: kind)
    let filled = reading.filled()
    let chosen = request.form.first(EvidenceField.place) ?? ""
    let place = places.first { $0.code.utf8.elementsEqual(chosen.utf8) }
    guard let filled, let place else {
      let missing = FormFault(EvidenceField.place, "どこの報告かを選んでください。")
      let faults = (place == nil ? [missing] : []) + reading.faults
      let fields = EvidenceFormFields(kind: kind, typed: request.form, faults: faults)
      return .mend(MeasureReportPage(measure: measure, places: places, fields: fields, request).content)
    }
    let report = EvidenceReport(
      plan: measure.plan,
      measure: measure.id,
      kind: kind.id,
      employer: place.employer,
      unit: place.unit,
      heldOn: filled.heldOn,
      quantity: filled.quantity,
      quantityOf: filled.quantityOf,
      text: filled.text,
      link: filled.link,
      files: filled.files
    )
    let reported = try await EvidenceErrors.told {
      try await request.evidence.report(
        report,
        for: nil,
        by: request.actor,
        at: request.now,
        once: request.once
      )
    }
    let settled = reported.settled.isEmpty ? "" : "担当の取組\(reported.settled.count)件を済みにしました。"
    let words = ["報告を保存しました。", settled] + filled.remarks
    let notice = Notice(filled.remarks.isEmpty ? .success : .warning, words.joined())
    return .redirect(to: Paths.evidence(reported.id), notice: notice)
  }

  private func found(
    _ request: SignedInRequest
  ) async throws -> (ReportableMeasure, EvidenceKind, [Place]) {
    guard let id = request.parameters["id"] else { throw SiteError.notFound }
    let actor = request.actor
    let today = request.today
    let units = request.units
    let found = try await request.database.read { connection -> (ReportableMeasure, [Place])? in
      guard let measure = try measures.find(id, connection) else { return nil }
      let tree = try units.tree(asOf: today, on: connection)
      return (measure, Self.places(of: actor, in: tree, employers: try EmployerRecords.all(on: connection)))
    }
    guard let (measure, places) = found else { throw SiteError.notFound }
    guard !places.isEmpty else { throw SiteError.forbidden }
    return (measure, EvidenceKinds.kind(measure.kind) ?? EvidenceKinds.report, places)
  }

  /// The units headed, then the employers answered for.
  private static func places(of actor: Actor, in tree: UnitTree, employers: [Employer]) -> [Place] {
    let units = tree.ordered.filter { actor.headedUnits.contains($0.id) }.map { unit in
      Place(employer: unit.employer, unit: unit.id, name: tree.path(of: unit.id) ?? unit.name)
    }
    let answered = employers.filter { actor.has(.secretariat) || actor.personnelEmployers.contains($0.id) }
    return units + answered.map { Place(employer: $0.id, unit: nil, name: "\($0.name)全体") }
  }
}
