import Plan
import Testing

@Suite("Faults of a plan file")
struct PlanFaultTests {
  @Test func findsNoneInASoundPlan() {
    #expect(faults(in: soundPlan).isEmpty)
  }

  @Test(arguments: FaultCases.shape + FaultCases.values + FaultCases.references)
  func tellsOneFaultAtItsLine(_ example: FaultCase) throws {
    let text = spoiled(example.old, example.new)
    try #require(text != soundPlan)
    let found = faults(in: text)
    try #require(found.count == 1, "\(found)")
    #expect(found[0].message.contains(example.message), "\(found[0].message)")
    #expect(found[0].line == line(of: example.standsAt, in: text))
    #expect(!found[0].remedy.isEmpty)
    if let path = example.path { #expect(found[0].path == path) }
  }

  @Test func tellsTheColumn() throws {
    let fault = try #require(faults(in: spoiled("[manager, staff]", "[manager, foo]")).first)
    #expect(fault.column == 31)
  }

  @Test func tellsAllFaultsAtOnceInTheOrderOfTheFile() {
    var text = spoiled("[manager, staff]", "[manager, foo]")
    for (old, new) in [
      ("until: 2026-03-31", "until: 2026-13-01"), ("unit: percent", "unit: x"), ("edition: 1", "edition: 0"),
    ] {
      text = text.split(separator: old, maxSplits: 1).joined(separator: new)
    }
    text = text.split(separator: "measures: [A-1-1]", maxSplits: 1).joined(separator: "measures: [Z]")
    let found = faults(in: text)
    #expect(found.map(\.line) == [4, 15, 34, 51, 56])
    let words = ["0 is out of range", "2026-13-01", "'foo'", "'Z'", "'x'"]
    for (fault, word) in zip(found, words) { #expect(fault.message.contains(word)) }
  }

  @Test func tellsEachMemberOfACircle() {
    let text = spoiled(
      "alias_of: A-1-1",
      "alias_of: A-1-4\n          - id: A-1-4\n            alias_of: A-1-2"
    )
    let messages = faults(in: text).map(\.message)
    #expect(
      messages == [
        "aliases run in a circle: A-1-2 → A-1-4 → A-1-2", "aliases run in a circle: A-1-4 → A-1-2 → A-1-4",
      ]
    )
  }

  @Test func reportsEachFaultOnOneLine() throws {
    guard case .failure(let found) = PlanFile.read(spoiled("phase: phase-2", "phase: \"a\\nb\"")) else {
      Issue.record("the fault was not found")
      return
    }
    let report = PlanCheck.report(found, file: "plans/x.yaml")
    let codes = "continuing-from-phase-1, phase-2, phase-3, continuing"
    #expect(report == "plans/x.yaml:35:20: unknown phase 'a\u{FFFD}b' — use one of \(codes)\n")
  }

  @Test func sumsUpASoundPlan() throws {
    let plan = try PlanFile.read(soundPlan).get()
    let summary = PlanCheck.summary(plan, file: "x.yaml")
    #expect(summary == "x.yaml: no faults; small edition 1: 3 rows (2 measures, 1 aliases), 1 targets\n")
  }
}
