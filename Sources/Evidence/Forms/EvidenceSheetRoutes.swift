internal import CivilTime
internal import Access
internal import Attachments
internal import Duties
internal import People
internal import Site
internal import Store

/// One report: its page, its correction, its withdrawal.
struct EvidenceSheetRoutes: Sendable {
  let measures: MeasureRegister

  /// A report with all that its page needs.
  struct Sheet: Sendable {
    let evidence: StoredEvidence
    let measureTitle: String?
    let employerName: String
    let unitName: String?
    let personName: String?
    let attached: [Attachment]
    let withdrawalReason: String?
    let mayChange: Bool
  }

  @Sendable func page(_ request: SignedInRequest) async throws -> Reply {
    .page(EvidencePage(sheet: try await sheet(request)).content)
  }

  @Sendable func correctionForm(_ request: SignedInRequest) async throws -> Reply {
    let sheet = try await sheet(request)
    try Self.requireChangeable(sheet)
    let fields = EvidenceFormFields(
      kind: Self.kind(sheet),
      typed: Self.typed(sheet),
      faults: [],
      attached: sheet.attached
    )
    return .page(CorrectionPage(sheet: sheet, fields: fields, request).content)
  }

  @Sendable func correct(_ request: SignedInRequest) async throws -> Reply {
    let sheet = try await sheet(request)
    let kind = Self.kind(sheet)
    var reading = EvidenceFormReading(request, kind: kind)
    guard let filled = reading.filled() else {
      try Self.requireChangeable(sheet)
      let fields = EvidenceFormFields(
        kind: kind,
        typed: request.form,
        faults: reading.faults,
        attached: sheet.attached
      )
      return .mend(CorrectionPage(sheet: sheet, fields: fields, request).content)
    }
    let correction = EvidenceCorrection(
      heldOn: filled.heldOn,
      quantity: filled.quantity,
      quantityOf: filled.quantityOf,
      text: kind == EvidenceKinds.none ? sheet.evidence.text : filled.text,
      link: filled.link,
      files: filled.files,
      kept: filled.kept
    )
    let act = OnceAct.correcting(sheet.evidence.id, with: correction)
    if let sent = try await sent(act, request) { return sent }
    try Self.requireChangeable(sheet)
    let id = try await EvidenceErrors.told {
      try await request.evidence.correct(
        sheet.evidence.id,
        with: correction,
        by: request.actor,
        at: request.now,
        once: request.once
      )
    }
    let words = ["訂正しました。訂正前の報告も残っています。"] + filled.remarks
    let notice = Notice(filled.remarks.isEmpty ? .success : .warning, words.joined())
    return .redirect(to: Paths.evidence(id), notice: notice)
  }

  @Sendable func withdrawalForm(_ request: SignedInRequest) async throws -> Reply {
    let sheet = try await sheet(request)
    try Self.requireChangeable(sheet)
    return .page(WithdrawalPage(sheet: sheet, typed: .empty, faults: [], request).content)
  }

  @Sendable func withdraw(_ request: SignedInRequest) async throws -> Reply {
    let sheet = try await sheet(request)
    var form = FormReader(request.form)
    guard let reason = form.text(EvidenceField.reason, label: "取り下げる理由", most: 500) else {
      try Self.requireChangeable(sheet)
      return .mend(WithdrawalPage(sheet: sheet, typed: request.form, faults: form.faults, request).content)
    }
    let act = OnceAct.withdrawing(sheet.evidence.id, reason: reason)
    if let sent = try await sent(act, request) { return sent }
    try Self.requireChangeable(sheet)
    try await EvidenceErrors.told {
      try await request.evidence.withdraw(
        sheet.evidence.id,
        reason: reason,
        by: request.actor,
        at: request.now,
        once: request.once
      )
    }
    let notice = Notice(.success, "報告を取り下げました。この報告で済みになった取組は、済みのまま変わりません。")
    return .redirect(to: Paths.evidence(sheet.evidence.id), notice: notice)
  }

  private func sheet(_ request: SignedInRequest) async throws -> Sheet {
    let id: RecordID<EvidenceEntry> = try request.id("evidence")
    let actor = request.actor
    let today = request.today
    let units = request.units
    let sheet = try await request.database.read { connection -> Sheet? in
      guard let stored = try EvidenceRecords.stored(id, on: connection),
        try EvidenceAccess.mayRead(stored, actor, today: today, on: connection)
      else { return nil }
      let tree = try units.tree(asOf: stored.heldOn, on: connection)
      let person = try stored.aboutEmployee.flatMap {
        try EmployeeRecords.employee($0, in: .everyone, asOf: today, on: connection)
      }
      let employers = try EmployerRecords.all(on: connection)
      return Sheet(
        evidence: stored,
        measureTitle: try measures.find(stored.measure, connection)?.title,
        employerName: employers.first { $0.id == stored.employer }?.name ?? "",
        unitName: stored.unit.flatMap { tree.path(of: $0) },
        personName: person.map { "\($0.familyName) \($0.givenName)" },
        attached: try EvidenceRecords.attachments(of: [id], on: connection)[id] ?? [],
        withdrawalReason: try EvidenceRecords.withdrawalReason(id, on: connection),
        mayChange: EvidenceAccess.mayChange(stored, actor)
      )
    }
    guard let sheet else { throw SiteError.notFound }
    return sheet
  }

  /// Where a form leads that was sent before: what it did then stands already, and may not be changed any more.
  private func sent(_ act: OnceAct, _ request: SignedInRequest) async throws -> Reply? {
    try await EvidenceErrors.told {
      try await request.evidence.done(act, request.once, by: request.actor).map {
        .redirect(to: Paths.evidence($0))
      }
    }
  }

  private static func kind(_ sheet: Sheet) -> EvidenceKind {
    EvidenceKinds.kind(sheet.evidence.kind) ?? EvidenceKinds.report
  }

  private static func requireChangeable(_ sheet: Sheet) throws(SiteError) {
    switch sheet.evidence.standing {
    case .corrected: throw SiteError.conflict(EvidenceRefusal.corrected.japanese)
    case .withdrawn: throw SiteError.conflict(EvidenceRefusal.withdrawn.japanese)
    case .current: break
    }
    guard sheet.mayChange else { throw SiteError.forbidden }
  }

  private static func typed(_ sheet: Sheet) -> FormFields {
    let evidence = sheet.evidence
    let fields = [
      (name: EvidenceField.heldOn, value: evidence.heldOn.japaneseWithoutWeekday),
      (name: EvidenceField.text, value: evidence.text),
      (name: EvidenceField.link, value: evidence.link ?? ""),
      (name: EvidenceField.quantity, value: evidence.quantity.map { "\($0)" } ?? ""),
      (name: EvidenceField.quantityOf, value: evidence.quantityOf.map { "\($0)" } ?? ""),
    ]
    return FormFields(fields + sheet.attached.map { (name: EvidenceField.kept, value: "\($0.id)") })
  }
}
