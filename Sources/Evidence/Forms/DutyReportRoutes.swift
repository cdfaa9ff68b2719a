internal import CivilTime
internal import Duties
internal import People
internal import Site
internal import Store

/// Reports about a duty, by whoever owes it.
struct DutyReportRoutes: Sendable {
  @Sendable func form(_ request: SignedInRequest) async throws -> Reply {
    let (sheet, kind) = try await owned(request)
    let typed = FormFields([(EvidenceField.heldOn, request.today.japaneseWithoutWeekday)])
    let fields = EvidenceFormFields(kind: kind, typed: typed, faults: [])
    return .page(DutyReportPage(sheet: sheet, fields: fields, request).content)
  }

  @Sendable func post(_ request: SignedInRequest) async throws -> Reply {
    let (sheet, kind) = try await owned(request)
    var reading = EvidenceFormReading(request, kind: kind)
    guard let filled = reading.filled() else {
      let fields = EvidenceFormFields(kind: kind, typed: request.form, faults: reading.faults)
      return .mend(DutyReportPage(sheet: sheet, fields: fields, request).content)
    }
    let report = try await report(sheet.duty, kind: kind, filled, request)
    return try await save(report, sheet.duty, remarks: filled.remarks, request)
  }

  /// 該当なし: nothing was to be done; the answer of today.
  @Sendable func none(_ request: SignedInRequest) async throws -> Reply {
    let (sheet, _) = try await owned(request)
    let filled = FilledEvidence(
      heldOn: request.today,
      quantity: nil,
      quantityOf: nil,
      text: EvidenceKinds.none.title,
      link: nil,
      files: [],
      kept: [],
      remarks: []
    )
    let report = try await report(sheet.duty, kind: EvidenceKinds.none, filled, request)
    return try await save(report, sheet.duty, remarks: [], request)
  }

  /// The way from a settled duty to what settled it.
  @Sendable func evidence(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<Duty> = try request.id("duty")
    let actor = request.actor
    let found = try await request.database.read { connection -> RecordID<EvidenceEntry>? in
      guard let sheet = try DutyQuery.sheet(id, for: actor, on: connection),
        case .fulfilled(_, let entry) = sheet.duty.state
      else { return nil }
      return try EvidenceRecords.of(entry: entry, on: connection)
    }
    guard let found else { throw SiteError.notFound }
    return .redirect(to: Paths.evidence(found))
  }

  /// The duty, if it lies with this visitor and is shown by hand.
  private func owned(_ request: SignedInRequest) async throws -> (DutySheet, EvidenceKind) {
    let id: RecordID<Duty> = try request.id("duty")
    let actor = request.actor
    let sheet = try await request.database.read { try DutyQuery.sheet(id, for: actor, on: $0) }
    guard let sheet else { throw SiteError.notFound }
    guard sheet.isOwner else { throw SiteError.forbidden }
    guard let kind = EvidenceKinds.kind(sheet.duty.evidence) else {
      throw SiteError.conflict("この取組は、手での報告ではなく、システムに残る記録から済みになります。")
    }
    return (sheet, kind)
  }

  private func report(
    _ duty: Duty,
    kind: EvidenceKind,
    _ filled: FilledEvidence,
    _ request: SignedInRequest
  ) async throws -> EvidenceReport {
    var person: RecordID<Employee>?
    if case .employee(let id) = duty.subject { person = id }
    return EvidenceReport(
      plan: duty.rule.plan,
      measure: duty.rule.measure,
      kind: kind.id,
      employer: duty.employer,
      unit: try await unit(of: duty, on: filled.heldOn, request),
      aboutEmployee: person,
      year: duty.year,
      heldOn: filled.heldOn,
      quantity: filled.quantity,
      quantityOf: filled.quantityOf,
      text: filled.text,
      link: filled.link,
      files: filled.files
    )
  }

  /// The unit that the duty is about, or whose head owes it, or where the person works whom it is about.
  private func unit(
    of duty: Duty,
    on day: CivilDate,
    _ request: SignedInRequest
  ) async throws -> RecordID<OrganizationUnit>? {
    if case .unit(let unit) = duty.subject { return unit }
    if case .head(let unit) = duty.owner { return unit }
    guard case .employee(let person) = duty.subject else { return nil }
    return try await request.database.read {
      try AssignmentRecords.primaryUnit(of: person, asOf: day, on: $0)
    }
  }

  private func save(
    _ report: EvidenceReport,
    _ duty: Duty,
    remarks: [String],
    _ request: SignedInRequest
  ) async throws -> Reply {
    let reported = try await EvidenceErrors.told {
      try await request.evidence.report(
        report,
        for: duty.id,
        by: request.actor,
        at: request.now,
        once: request.once
      )
    }
    let words = told(reported, report, duty) + remarks
    let kind: Notice.Kind = remarks.isEmpty ? .success : .warning
    let notice = Notice(kind, words.joined(separator: ""))
    return .redirect(to: Paths.evidence(reported.id), notice: notice)
  }

  private func told(_ reported: EvidenceService.Reported, _ report: EvidenceReport, _ duty: Duty) -> [String]
  {
    guard !reported.settled.isEmpty else {
      return ["報告を残しました。この取組は、先に済みになっています。"]
    }
    let late = report.heldOn > duty.dueOn ? "期限後の報告です。" : ""
    let early = report.heldOn < duty.startsOn ? "対象の期間より前の日付です。誤りのときは訂正してください。" : ""
    return ["報告を保存し、この取組を済みにしました。", late, early]
  }
}
