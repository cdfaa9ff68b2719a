import CivilTime
import Duties
import Plan
import Testing

/// The sound plan with duties, coverage rules and sources of figures.
let dutyPlan =
  soundPlan
  .replacing(
    "            evidence: 面談の日。\n",
    with: """
                  evidence: 面談の日。
                  indicators: [a.b]
                  duties:
                    - name: a
                      task: 話した日を記録します。
                      owed_by: superior
                      of: staff
                      every: half
                      due: {days: 30}
                      evidence: hand.date
                      bulk: true
                    - name: b
                      owed_by: head
                      of: divisions
                      every: month
                      evidence: hand.share
                    - name: c
                      owed_by: personnel
                      on: people.transfer
                      due: {months: 2}
                      evidence: hand.report
                  coverage: units-with-any

      """
  )
  .replacing(
    "    deadline: {fiscal_year: 2025}\n",
    with: """
          deadline: {fiscal_year: 2025}
          definition: 2
          figure: {coverage: A-1-3}
          judged: {share: 80}
          field: hours

      """
  )
  .replacing(
    "period:\n",
    with: """
      links:
        plan: https://example.jp/plan
      revision:
        reason: 改めました。
        first_fiscal_year: 2025
        mapping:
          - {from: B-1, to: [A-1-1]}
          - {from: B-2, ended: 終わりました。}
      period:

      """
  )

@Suite("Faults of duties, coverage, figures and revisions")
struct DutyFaultTests {
  private static func of(
    _ name: String,
    _ old: String,
    _ new: String,
    at place: String,
    _ message: String
  ) -> FaultCase {
    FaultCase(name: name, old: old, new: new, standsAt: place, message: message)
  }

  static let duties: [FaultCase] = [
    of("unknown key", "task: 話した", "job: 話した", at: "job:", "unknown key 'job'"),
    of("ill-formed name", "name: b", "name: B", at: "name: B", "not a well-formed name of a duty"),
    of(
      "name twice",
      "name: b",
      "name: a",
      at: "- name: a\n                owed_by: head",
      "have the name 'a'"
    ),
    of("unknown debtor", "owed_by: personnel", "owed_by: boss", at: "owed_by: boss", "unknown debtor 'boss'"),
    of("group missing", "of: staff\n", "\n", at: "- name: a", "missing key 'of'"),
    of(
      "unknown persons",
      "of: staff",
      "of: bureaus",
      at: "of: bureaus",
      "unknown group of persons 'bureaus'"
    ),
    of(
      "unknown units",
      "of: divisions",
      "of: staff",
      at: "                of: staff\n                every: month",
      "unknown group of units"
    ),
    of(
      "group of an office",
      "owed_by: personnel",
      "owed_by: personnel\n                of: staff",
      at: "of: staff\n                on:",
      "'of' has no meaning"
    ),
    of("neither cycle nor event", "every: month\n", "\n", at: "- name: b", "needs either 'every' or 'on'"),
    of(
      "cycle and event",
      "every: half",
      "every: half\n                on: people.hire",
      at: "- name: a",
      "needs either 'every' or 'on'"
    ),
    of("unknown cycle", "every: half", "every: week", at: "every: week", "unknown cycle 'week'"),
    of(
      "ill-formed event",
      "on: people.transfer",
      "on: transfer",
      at: "on: transfer",
      "is not the name of an event"
    ),
    of("event without a day", "due: {months: 2}\n", "\n", at: "- name: c", "missing key 'due'"),
    of(
      "event with a period",
      "due: {months: 2}",
      "due: end-of-period",
      at: "due: end-of-period",
      "no period that could end"
    ),
    of("unknown due", "due: {days: 30}", "due: soon", at: "due: soon", "unknown due 'soon'"),
    of(
      "days and months",
      "due: {days: 30}",
      "due: {days: 30, months: 1}",
      at: "due: {days",
      "either days or months"
    ),
    of("too many days", "due: {days: 30}", "due: {days: 401}", at: "days: 401", "401 is out of range"),
    of("no months", "due: {months: 2}", "due: {months: 0}", at: "months: 0", "0 is out of range"),
    of(
      "ill-formed evidence",
      "evidence: hand.share",
      "evidence: share",
      at: "evidence: share",
      "is not the name of a kind of evidence"
    ),
    of("bulk of a report", "evidence: hand.date", "evidence: hand.report", at: "bulk: true", "a day alone"),
    of("bulk in words", "bulk: true", "bulk: はい", at: "bulk: はい", "unknown choice"),
    of("subject of a cycle", "of: staff", "of: subject", at: "of: subject", "only an event has a subject"),
    of(
      "unit of a cycle",
      "of: divisions",
      "of: unit",
      at: "of: unit",
      "only an event has a subject and a unit"
    ),
    of(
      "group at an event",
      "every: month",
      "on: people.hire\n                due: {days: 1}",
      at: "of: divisions",
      "an event concerns one unit"
    ),
    of(
      "staff at an event",
      "every: half",
      "on: people.hire",
      at: "of: staff",
      "an event concerns one person"
    ),
  ]

  static let rules: [FaultCase] = [
    of(
      "unknown coverage rule",
      "coverage: units-with-any",
      "coverage: all",
      at: "coverage: all",
      "unknown coverage rule 'all'"
    ),
    of(
      "two coverage rules",
      "coverage: units-with-any",
      "coverage: {held: 1, in_place: 2}",
      at: "coverage: {held",
      "either 'held' or 'in_place'"
    ),
    of("held never", "coverage: units-with-any", "coverage: {held: 0}", at: "held: 0", "0 is out of range"),
    of(
      "share of nothing",
      "evidence: 宣言の文。",
      "evidence: 宣言の文。\n            coverage: share",
      at: "coverage: share",
      "needs duties"
    ),
    of(
      "figures of nothing",
      "evidence: 宣言の文。",
      "evidence: 宣言の文。\n            coverage: figures",
      at: "coverage: figures",
      "names no indicators"
    ),
    of(
      "no duty of units",
      "owed_by: head\n                of: divisions",
      "owed_by: secretariat",
      at: "coverage: units-with-any",
      "no duty of this measure is owed by units"
    ),
    of("definition nought", "definition: 2", "definition: 0", at: "definition: 0", "0 is out of range"),
    of(
      "two sources",
      "figure: {coverage: A-1-3}",
      "figure: {coverage: A-1-3, held: A-1-3}",
      at: "figure: {",
      "exactly one source"
    ),
    of("no source", "figure: {coverage: A-1-3}", "figure: {}", at: "figure: {}", "exactly one source"),
    of(
      "unknown source",
      "figure: {coverage: A-1-3}",
      "figure: guessed",
      at: "guessed",
      "unknown figure 'guessed'"
    ),
    of("figure of an alias", "{coverage: A-1-3}", "{held: A-1-2}", at: "figure: {held", "which is an alias"),
    of(
      "figure of an unknown measure",
      "{coverage: A-1-3}",
      "{held: Z}",
      at: "figure: {held",
      "unknown measure id 'Z'"
    ),
    of(
      "figure without duties",
      "{coverage: A-1-3}",
      "{coverage: A-1-1}",
      at: "figure: {coverage",
      "which has none"
    ),
    of(
      "unknown judgement",
      "judged: {share: 80}",
      "judged: mostly",
      at: "mostly",
      "unknown judgement 'mostly'"
    ),
    of(
      "judged beyond all",
      "judged: {share: 80}",
      "judged: {share: 101}",
      at: "share: 101",
      "101 is out of range"
    ),
    of("unknown field", "field: hours", "field: fun", at: "field: fun", "unknown field 'fun'"),
    of(
      "link without s",
      "plan: https://example.jp",
      "plan: http://example.jp",
      at: "plan: http:",
      "is not a web address"
    ),
    of("reason missing", "reason: 改めました。\n", "\n", at: "first_fiscal_year: 2025", "missing key 'reason'"),
    of("mapped twice", "{from: B-2, ended", "{from: B-1, ended", at: "{from: B-1, ended", "is mapped twice"),
    of(
      "mapped and ended",
      "to: [A-1-1]}",
      "to: [A-1-1], ended: x}",
      at: "ended: x}",
      "either 'to' or 'ended'"
    ),
    of("mapped to an alias", "to: [A-1-1]}", "to: [A-1-2]}", at: "to: [A-1-2]", "which is an alias"),
    of("mapped to nothing", "to: [A-1-1]}", "to: [Z]}", at: "to: [Z]", "unknown measure id 'Z'"),
  ]

  @Test func findsNoneInASoundPlan() {
    #expect(faults(in: dutyPlan).isEmpty, "\(faults(in: dutyPlan))")
  }

  @Test(arguments: duties + rules)
  func tellsOneFaultAtItsLine(_ example: FaultCase) throws {
    let parts = dutyPlan.split(separator: example.old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "the text to spoil is not there")
    let text = parts.joined(separator: example.new)
    let found = faults(in: text)
    try #require(found.count == 1, "\(found)")
    #expect(found[0].message.contains(example.message), "\(found[0].message)")
    let before = try #require(text.split(separator: example.standsAt, maxSplits: 1).first)
    #expect(found[0].line == before.count { $0 == "\n" } + 1)
    #expect(!found[0].remedy.isEmpty)
  }

  @Test func tellsOfNamesThatNoCapabilityDeclares() {
    let known = PlanVocabulary(indicators: ["x.y"], evidenceKinds: ["hand.date"], events: ["people.hire"])
    guard case .failure(let found) = PlanFile.read(dutyPlan, known: known) else {
      Issue.record("the names were taken as known")
      return
    }
    #expect(
      found.faults.map(\.message) == [
        "unknown indicator 'a.b'", "unknown kind of evidence 'hand.share'", "unknown event 'people.transfer'",
        "unknown kind of evidence 'hand.report'",
      ]
    )
    #expect(found.faults[1].remedy == "use one of hand.date")
    #expect((try? PlanFile.read(dutyPlan, known: PlanVocabulary()).get()) != nil)
  }

  @Test func readsWhatStandsThere() throws {
    let plan = try PlanFile.read(dutyPlan).get()
    let measure = try #require(MeasureID("A-1-3"))
    let content = try #require(plan.content(of: measure))
    #expect(content.coverage == .unitsWithAny)
    #expect(content.duties.map(\.name) == ["a", "b", "c"])
    #expect(
      content.duties.map(\.debtor) == [.superior(of: .staff), .head(of: .divisions), .office(.personnel)]
    )
    #expect(
      content.duties.map(\.occasion) == [
        .every(.half), .every(.month), .on(DutyEventKind(rawValue: "people.transfer")),
      ]
    )
    #expect(content.duties.map(\.due) == [.daysAfter(30), .endOfPeriod, .monthsAfter(2)])
    #expect(content.duties.map(\.isBulkSafe) == [true, false, false])
    let target = try #require(plan.targets.first)
    #expect(target.definition == 2)
    #expect(target.source == .coverage(measure))
    #expect(target.judged == .share(percent: 80))
    #expect(target.field == .hours)
    #expect(plan.links == PlanLinks(plan: "https://example.jp/plan", recruiting: nil))
    #expect(plan.revision?.firstYear.startYear == 2025)
    #expect(plan.revision?.mapping.count == 2)
  }

  /// Texts that were stored before any of this could be written must go on being read.
  @Test func takesAPlanThatSaysNothingOfAllThis() throws {
    let plan = try PlanFile.read(soundPlan).get()
    #expect(plan.originals.allSatisfy { $0.ownContent?.duties.isEmpty == true })
    #expect(plan.originals.allSatisfy { $0.ownContent?.coverage == .held(least: 1) })
    #expect(plan.targets.map(\.source) == [.imported])
    #expect(plan.targets.map(\.judged) == [.value])
    #expect(plan.revision == nil)
  }

  /// Whatever is cut out of a plan or doubled in it, reading ends with a plan or with faults that have a line.
  @Test func endsOnMutatedText() {
    let bytes = Array(dutyPlan.utf8)
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<2_000 {
      var text = bytes
      let start = next(text.count)
      let end = min(text.count, start + next(12))
      switch next(3) {
      case 0: text.removeSubrange(start..<end)
      case 1: text.insert(contentsOf: bytes[start..<end], at: start)
      default: text[start] = UInt8(next(128))
      }
      guard case .failure(let found) = PlanFile.read(utf8: text) else { continue }
      #expect(!found.faults.isEmpty)
      #expect(found.faults.allSatisfy { $0.line >= 1 })
    }
  }
}
