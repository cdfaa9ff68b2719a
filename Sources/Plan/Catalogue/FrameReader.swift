import CivilTime

/// Reads the head of a plan.
struct FrameReader {
  let log: FaultLog
  let ledger: PlanLedger

  func read(_ root: PlanMapping) -> PlanFrame? {
    let format = root.required("format")?.integer(in: 1...1, log)
    let code = root.identifier("code")?.value
    let edition = root.required("edition")?.integer(in: 1...9_999, log)
    ledger.edition = root.optional("edition")?.place
    let title = root.text("title")
    let basis = root.filledList("legal_basis")?.compactMap(legalBasis)
    let employers = root.filledList("employers")?.compactMap(employer)
    let period = root.required("period").flatMap(period)
    let summary = root.optionalText("summary")
    let source = root.optional("source").flatMap(source)
    let parents = root.optionalList("parent_documents").compactMap(parentDocument)
    let themes = root.optionalList("themes").compactMap(theme)
    let links = root.optional("links").flatMap(links) ?? .none
    let revision = root.optional("revision").flatMap(RevisionReader(log: log, ledger: ledger).read)
    guard format != nil, let code, let edition, let title, let basis, let employers, let period else {
      return nil
    }
    return PlanFrame(
      code: code,
      edition: edition,
      title: title,
      summary: summary,
      legalBasis: basis,
      employers: employers,
      period: period,
      source: source,
      parentDocuments: parents,
      themes: themes,
      links: links,
      revision: revision
    )
  }

  private func links(_ value: PlanValue) -> PlanLinks? {
    guard let fields = PlanMapping(value, keys: ["plan", "recruiting"], log) else { return nil }
    let plan = fields.optional("plan").flatMap(secureAddress)
    let recruiting = fields.optional("recruiting").flatMap(secureAddress)
    return PlanLinks(plan: plan, recruiting: recruiting)
  }

  /// The public sites take addresses with `https://` only.
  private func secureAddress(_ value: PlanValue) -> String? {
    guard let text = value.text(log) else { return nil }
    if FrameReader.isWebAddress(text), text.utf8.starts(with: "https://".utf8) { return text }
    let remedy = "write an address that begins with https:// and is all ASCII"
    log.tell(value.place, "\(quoted(text)) is not a web address", remedy: remedy)
    return nil
  }

  private func legalBasis(_ value: PlanValue) -> LegalBasis? {
    guard let fields = PlanMapping(value, keys: ["act", "number", "article"], log) else { return nil }
    let act = fields.text("act")
    let number = fields.optionalText("number")
    let article = fields.text("article")
    guard let act, let article else { return nil }
    return LegalBasis(act: act, number: number, article: article)
  }

  private func employer(_ value: PlanValue) -> PlanEmployer? {
    guard let fields = PlanMapping(value, keys: ["code", "name", "issuer"], log) else { return nil }
    let code = fields.identifier("code")
    if let code { ledger.employers.append(code) }
    let name = fields.text("name")
    let issuer = fields.text("issuer")
    guard let code, let name, let issuer else { return nil }
    return PlanEmployer(code: code.value, name: name, issuer: issuer)
  }

  private func period(_ value: PlanValue) -> PlanPeriod? {
    guard let fields = PlanMapping(value, keys: ["from", "until"], log) else { return nil }
    let from = fields.optional("from")?.date(log)
    guard let last = fields.required("until"), let until = last.date(log) else { return nil }
    if let period = PlanPeriod(from: from, until: until) { return period }
    let remedy = "correct 'from' or 'until'"
    log.tell(last.place, "the period ends on \(until) before it starts", remedy: remedy)
    return nil
  }

  private func source(_ value: PlanValue) -> PlanSource? {
    guard let fields = PlanMapping(value, keys: ["title", "address"], log) else { return nil }
    let title = fields.text("title")
    guard let target = fields.required("address"), let address = target.text(log) else { return nil }
    guard FrameReader.isWebAddress(address) else {
      let remedy = "write an address that begins with https:// and is all ASCII"
      log.tell(target.place, "\(quoted(address)) is not a web address", remedy: remedy)
      return nil
    }
    return title.map { title in PlanSource(title: title, address: address) }
  }

  /// `https://` or `http://` and visible ASCII: pages make a link of it, so nothing else may pass.
  private static func isWebAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let schemes = ["https://", "http://"]
    let hasScheme = schemes.contains { scheme in
      bytes.count > scheme.utf8.count && bytes.starts(with: scheme.utf8)
    }
    let visible = UInt8(ascii: "!")...UInt8(ascii: "~")
    return hasScheme && bytes.allSatisfy(visible.contains)
  }

  private func parentDocument(_ value: PlanValue) -> ParentDocument? {
    guard let fields = PlanMapping(value, keys: ["title", "decided", "revised"], log) else { return nil }
    let title = fields.text("title")
    let decided = fields.required("decided")?.date(log)
    let revised = fields.optional("revised")?.date(log)
    guard let title, let decided else { return nil }
    return ParentDocument(title: title, decided: decided, revised: revised)
  }

  private func theme(_ value: PlanValue) -> PlanTheme? {
    guard let fields = PlanMapping(value, keys: ["id", "title", "diagnosis", "outcomes"], log) else {
      return nil
    }
    let id = fields.identifier("id")
    if let id { ledger.themes.append(id) }
    let title = fields.text("title")
    let diagnosis = fields.text("diagnosis")
    let outcomes = fields.optionalList("outcomes").compactMap { outcome in outcome.text(log) }
    guard let id, let title, let diagnosis else { return nil }
    return PlanTheme(id: id.value, title: title, diagnosis: diagnosis, outcomes: outcomes)
  }
}
