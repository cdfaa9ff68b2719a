import Duties
import Evidence
import Plan
import Testing

@Suite("What the ministry's plan asks, of whom, and how it is judged")
struct DutyCatalogueTests {
  private let plan: ActionPlan

  init() throws {
    plan = try PlanFiles.plan("soumu.yaml")
  }

  @Test func asksWhatWasDecidedRowByRow() {
    let found = plan.originals.flatMap { measure -> [String] in
      guard let content = measure.ownContent else { return [] }
      return ["\(measure.id) = \(Self.words(content.coverage))"] + content.duties.map(Self.words)
    }
    let wanted = DutyReference.rows.split(separator: "\n").map(String.init)
    #expect(found.count == wanted.count)
    for (row, expected) in zip(found, wanted) { #expect(row == expected) }
  }

  @Test func statesARuleForEveryMeasureAndASourceForEveryTarget() throws {
    let lines = try PlanFiles.text("soumu.yaml").split(separator: "\n")
    func count(_ start: String) -> Int { lines.count { $0.hasPrefix(start) } }
    #expect(count("            coverage: ") == plan.originals.count)
    for key in ["definition", "figure", "field"] { #expect(count("    \(key): ") == plan.targets.count) }
    let silent = plan.originals.filter { measure in
      guard let content = measure.ownContent else { return true }
      return content.duties.isEmpty && content.coverage != .figures
    }
    #expect(silent.isEmpty)
  }

  @Test func takesEveryTargetFromItsSource() {
    let found = plan.targets.map { target in
      "\(target.id) \(Self.words(target.source)) \(Self.words(target.judged)) \(target.field.rawValue)"
    }
    #expect(found == Self.sources)
  }

  @Test func usesOnlyNamesThatCapabilitiesDeclare() throws {
    let kinds = EvidenceKinds.all.map(\.id.rawValue) + ["committee.meeting", "plan.follow-up"]
    let events = PeopleEvents.all.map(\.kind.rawValue) + ["working-time.limit-exceeded"]
    let known = PlanVocabulary(evidenceKinds: Set(kinds), events: Set(events))
    for name in ["soumu.yaml", "example-city.yaml"] {
      if case .failure(let found) = PlanFile.read(try PlanFiles.text(name), known: known) {
        Issue.record("\(PlanCheck.report(found, file: name))")
      }
    }
  }

  @Test func tellsEveryDebtorWhatToDoInOneSentence() {
    for content in plan.originals.compactMap(\.ownContent) {
      for duty in content.duties {
        #expect(duty.task?.hasSuffix("。") == true || duty.task?.hasSuffix("）。") == true)
        #expect(duty.task?.contains("\n") == false)
      }
    }
  }

  /// The secretariat and units are asked by the sweep under these keys for as long as the plan lives.
  @Test func givesEveryDutyAKeyOfItsOwn() {
    let keys = plan.originals.flatMap { measure in
      measure.ownContent?.duties.map { "\(measure.id)/\($0.name)" } ?? []
    }
    #expect(Set(keys).count == keys.count)
    #expect(keys.count == 96)
  }

  private static let sources = [
    "T01 workforce.women-hired-general workforce.women-hired-general-april workforce.women-hired-exams value hiring",
    "T02 workforce.women-hired-ordinary workforce.women-hired-ordinary-april workforce.women-hired-exams value hiring",
    "T03 workforce.women-hired-technical workforce.women-hired-technical-april value hiring",
    "T04 workforce.women-director-march workforce.women-director-july value promotion",
    "T05 workforce.women-deputy-director-march workforce.women-deputy-director-july value promotion",
    "T06 workforce.women-chief-march workforce.women-chief-july value promotion",
    "T07 workforce.women-new-chief-march workforce.women-new-chief-july value promotion",
    "T08 imported value continuity", "T09 imported value continuity", "T10 imported value continuity",
    "T11 imported value continuity", "T12 imported value hours", "T13 duties.share-III-1-1-1 share-100 hours",
    "T14 duties.coverage-II-1-3ii-2 share-100 continuity", "T15 duties.held-II-1-2-1 value promotion",
    "T16 duties.coverage-II-1-2-2 value promotion", "T17 duties.coverage-II-1-1-3 value other",
    "T18 duties.units-without-II-2-3-5 value other", "T19 duties.share-III-2-1-a complete hours",
    "T20 duties.held-V-3-b value other", "T21 duties.held-V-4-a value other", "T22 imported value hours",
  ]

  private static func words(_ source: TargetSource) -> String {
    source == .imported ? "imported" : source.indicators.joined(separator: " ")
  }

  private static func words(_ judgement: TargetJudgement) -> String {
    switch judgement {
    case .value: "value"
    case .complete: "complete"
    case .share(let percent): "share-\(percent)"
    }
  }

  private static func words(_ rule: CoverageRule) -> String {
    switch rule {
    case .share: "share"
    case .figures: "figures"
    case .unitsWithAny: "units-with-any"
    case .held(let least): "held=\(least)"
    case .inPlace(let months): "in_place=\(months)"
    }
  }

  private static func words(_ duty: MeasureDuty) -> String {
    let occasion =
      switch duty.occasion {
      case .every(let cycle): cycle.rawValue
      case .on(let event): event.rawValue
      }
    let due =
      switch duty.due {
      case .endOfPeriod: "eop"
      case .daysAfter(let days): "d\(days)"
      case .monthsAfter(let months): "m\(months)"
      }
    let evidence = duty.evidence.rawValue + (duty.isBulkSafe ? "!" : "")
    return "  \(duty.name) \(words(duty.debtor)) \(occasion) \(due) \(evidence)"
  }

  private static func words(_ debtor: Debtor) -> String {
    switch debtor {
    case .each(let group): "each-\(group.rawValue)"
    case .superior(of: let group): "superior:\(group.rawValue)"
    case .head(of: let group): "head:\(group.rawValue)"
    case .office(let office): office.rawValue
    }
  }
}
