import CivilTime
import Plan
import Testing

@Suite("The ministry's plan as data")
struct SoumuPlanTests {
  private let plan: ActionPlan

  init() throws {
    plan = try PlanFiles.plan("soumu.yaml")
  }

  @Test func holdsAllRowsInThePlansOrder() {
    #expect(plan.measures.map(\.id.text) == CatalogueReference.rows)
    #expect(plan.measures.count == 105)
    #expect(plan.originals.count == 96)
  }

  @Test func pointsEveryRepeatedRowToItsOriginal() {
    let aliases = plan.measures.filter { measure in measure.aliasOf != nil }
    #expect(aliases.count == 9)
    let pairs = aliases.map { measure in (measure.id.text, measure.aliasOf?.text ?? "") }
    #expect(Dictionary(uniqueKeysWithValues: pairs) == CatalogueReference.aliases)
  }

  @Test func setsEveryMeasureInItsPhase() {
    var named: Set<String> = []
    for (phase, rows) in CatalogueReference.phases {
      let found = plan.originals.filter { measure in measure.ownContent?.phase.rawValue == phase }
      #expect(found.map(\.id.text) == rows)
      named.formUnion(rows)
    }
    let rest = plan.originals.filter { measure in !named.contains(measure.id.text) }
    #expect(rest.allSatisfy { measure in measure.ownContent?.phase == .continuing })
  }

  @Test func holdsAllTargets() {
    #expect(plan.targets.count == 22)
    let rows = plan.targets.map { target in
      let measures = target.measures.map(\.text).joined(separator: " ")
      return [target.id.text, target.value.japanese, target.deadline.japanese, measures]
    }
    let wanted = CatalogueReference.targets.map { target in
      [target.id, target.value, target.deadline, target.measures]
    }
    #expect(rows == wanted)
  }

  @Test func stateTheFrame() {
    #expect(plan.employers.map(\.code) == ["soumu", "kouchoi", "shobo"])
    #expect(plan.employers.map(\.name) == ["総務省", "公害等調整委員会", "消防庁"])
    #expect(plan.legalBasis.count == 2)
    #expect(plan.legalBasis.allSatisfy { basis in basis.article == "第19条" })
    #expect(plan.period.until == CivilDate(year: 2026, month: 3, day: 31))
    #expect(plan.period.from == nil)
    #expect(plan.themes.map(\.id) == ["motivation", "productivity"])
    #expect(plan.themes.flatMap(\.outcomes).count == 5)
    #expect(plan.chapters.map(\.id) == ["II", "III", "IV", "V"])
  }

  @Test func listsEveryMeasureUnderAnItemWhoseIdItsOwnContinues() {
    for item in plan.chapters.flatMap(\.items) {
      for measure in item.measures {
        #expect(measure.id.text.hasPrefix(item.id + "-"))
      }
    }
  }

  @Test func answersForAnAliasWithItsOriginal() throws {
    let alias = try #require(MeasureID("II-2-3-6"))
    let original = try #require(MeasureID("II-2-2-6"))
    #expect(plan.measure(alias)?.ownContent == nil)
    #expect(plan.original(of: alias)?.id == original)
    #expect(plan.content(of: alias) == plan.content(of: original))
    #expect(plan.content(of: alias) != nil)
    #expect(plan.aliases(of: original).map(\.id) == [alias])
  }

  @Test func findsTheTargetsOfAMeasure() throws {
    let measure = try #require(MeasureID("III-3-1-b"))
    #expect(plan.targets(of: measure).map(\.id.text) == ["T09", "T10"])
    let unknown = try #require(MeasureID("III-9"))
    #expect(plan.targets(of: unknown).isEmpty)
    #expect(plan.content(of: unknown) == nil)
  }

  @Test func writesEverySentenceOnOneLineAndWithItsStop() {
    for content in plan.originals.compactMap(\.ownContent) {
      #expect(!content.summary.contains("\n"))
      #expect(content.summary.hasSuffix("。"))
      #expect(content.title.count <= 24)
    }
  }

  @Test func marksWhatThePlanDoesNotSay() throws {
    let study = try #require(MeasureID("II-2-3-4"))
    #expect(plan.content(of: study)?.assumed == [.owners, .cadence])
  }
}

@Suite("Another employer's plan")
struct ExampleCityPlanTests {
  @Test func loads() throws {
    let plan = try PlanFiles.plan("example-city.yaml")
    #expect(plan.code == "example-city")
    #expect(plan.employers.count == 2)
    #expect(plan.originals.count == 5)
    #expect(plan.measures.count == 6)
    #expect(plan.targets.map(\.value.japanese) == ["100％以上", "37.5％以上", "85％以上"])
    #expect(plan.period.from == CivilDate(year: 2026, month: 4, day: 1))
  }

  @Test func loadsFromAFileWithByteOrderMarkAndWindowsLineBreaks() throws {
    let text = try PlanFiles.text("example-city.yaml")
    let scalars = text.unicodeScalars.flatMap { scalar in scalar == "\n" ? ["\r", "\n"] : [scalar] }
    let bytes = [0xEF, 0xBB, 0xBF] + Array(String(String.UnicodeScalarView(scalars)).utf8)
    let plan = try PlanFile.read(utf8: bytes).get()
    #expect(plan == (try PlanFiles.plan("example-city.yaml")))
  }
}
