internal import Access
public import Duties
public import Evidence
public import Indicators
public import Site

/// The plan (取組と指標): its measures and targets with what is known of them, unit by unit and year by year.
public enum PlanCapability: Sendable {
  /// What it brings to the house.
  ///
  /// - Parameters:
  ///   - indicators: those of all capabilities; the plan reads their stored figures.
  ///   - evidenceKinds: those of all capabilities, for their names.
  ///   - eventSources: those of all capabilities, for their names.
  public static func capability(
    indicators: [Indicator],
    evidenceKinds: [EvidenceKind] = EvidenceKinds.all,
    eventSources: [DutyEventSource] = PeopleEvents.all
  ) -> Capability {
    let words = DutyWords(kinds: evidenceKinds, events: eventSources)
    return Capability(
      name: "plan",
      migrations: PlanMigrations.all,
      navigation: [NavigationItem("取組と指標", Paths.home, allow: PlanRoutes.readers)],
      routes: PlanRoutes(indicators: indicators, words: words).all
    )
  }

  /// The measures as the form for reports knows them; a new register for each database.
  public static func measures() -> MeasureRegister {
    let current = CurrentPlan()
    return MeasureRegister { id, connection in
      guard let plan = try current.version(on: connection)?.plan, let id = MeasureID(id),
        let original = plan.original(of: id), let content = original.ownContent
      else { return nil }
      return ReportableMeasure(
        plan: plan.code,
        id: original.id.text,
        title: content.title,
        summary: content.summary,
        kind: content.handKind
      )
    }
  }
}

extension MeasureContent {
  /// The kind of evidence that a report without a duty takes: that of its first duty, when it is given by hand.
  fileprivate var handKind: EvidenceKindID {
    let kind = duties.first?.evidence
    let isByHand = kind.map { kind in EvidenceKinds.all.contains { $0.id == kind } } ?? false
    // A day alone says nothing of a report that nobody asked for.
    return isByHand && kind != EvidenceKinds.date.id
      ? kind ?? EvidenceKinds.report.id : EvidenceKinds.report.id
  }
}
