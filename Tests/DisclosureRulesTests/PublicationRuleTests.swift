import CivilTime
import DisclosureRules
import Testing

@Suite("What a public employer must publish at least")
struct PublicationRuleTests {
  static let before = FiscalYear(startYear: 2025).lastDay
  static let after = FiscalYear(startYear: 2026).firstDay

  struct RuleCase: Sendable, CustomTestStringConvertible {
    let published: Set<DisclosureItem>
    let day: CivilDate
    let missing: [PublicationFinding.Kind]
    var testDescription: String { "\(published.map(\.code).sorted()) on \(day)" }
  }

  static let anyOpportunity = PublicationFinding.Kind.tooFew(
    .opportunity,
    least: 1,
    choices: [.hires, .examinees, .staff, .managers, .ranks, .midCareer]
  )
  static let otherOpportunity = PublicationFinding.Kind.tooFew(
    .opportunity,
    least: 1,
    choices: [.hires, .examinees, .staff, .ranks, .midCareer]
  )
  static let anyBalance = PublicationFinding.Kind.tooFew(
    .balance,
    least: 1,
    choices: [.tenure, .childcareLeave, .birthLeave, .overtime, .annualLeave]
  )

  @Test(arguments: [
    RuleCase(published: [.payGap, .managers, .tenure], day: before, missing: []),
    RuleCase(published: [.payGap, .managers, .tenure], day: after, missing: [otherOpportunity]),
    RuleCase(published: [.payGap, .managers, .ranks, .overtime], day: after, missing: []),
    RuleCase(published: [.payGap, .hires, .tenure], day: before, missing: []),
    RuleCase(published: [.payGap, .hires, .tenure], day: after, missing: [.missing(.managers)]),
    RuleCase(published: [.hires, .tenure], day: before, missing: [.missing(.payGap)]),
    RuleCase(published: [.payGap, .hires], day: before, missing: [anyBalance]),
    RuleCase(published: [.payGap, .tenure], day: before, missing: [anyOpportunity]),
    // Retention stands in neither list, so it fills none.
    RuleCase(published: [.payGap, .hires, .retention], day: before, missing: [anyBalance]),
    RuleCase(published: [], day: before, missing: [.missing(.payGap), anyOpportunity, anyBalance]),
    RuleCase(
      published: [],
      day: after,
      missing: [.missing(.managers), .missing(.payGap), otherOpportunity, anyBalance]
    ),
    RuleCase(published: [], day: FiscalYear(startYear: 2022).lastDay, missing: [.noRule]),
  ])
  func tellsWhatIsMissing(_ example: RuleCase) {
    let findings = PublicationRule.verdict(published: example.published, on: example.day)
    #expect(findings.map(\.kind) == example.missing)
  }

  @Test func saysThatTheRuleOf2026WasNotReadInItsOwnText() throws {
    let early = try #require(PublicationRule.verdict(published: [], on: Self.before).first)
    let late = try #require(PublicationRule.verdict(published: [], on: Self.after).first)
    #expect(early.isConfirmed)
    #expect(!late.isConfirmed)
    #expect(late.japanese.utf8.count > early.citation.utf8.count)
    #expect(late.japanese.hasSuffix("この規定は条文での確認が済んでいません。"))
    #expect(early.japanese.hasSuffix("（女性活躍推進法第21条、府令第6条第1項）"))
  }

  struct EntryCase: Sendable, CustomTestStringConvertible {
    let content: DisclosureEntry.Content
    var asOf: String?
    var month: String? = "2026-06"
    let fault: DisclosureEntry.Fault?
    var testDescription: String { "\(content) as of \(asOf ?? "-"), published in \(month ?? "-")" }
  }

  @Test(arguments: [
    EntryCase(content: .value, asOf: "2026-03-31", fault: nil),
    EntryCase(content: .value, asOf: "2024-06-15", fault: nil),
    EntryCase(content: .value, asOf: "2024-06-14", fault: .tooOld(date("2024-06-14"))),
    EntryCase(content: .value, asOf: "2026-06-16", fault: .ahead(date("2026-06-16"))),
    EntryCase(content: .value, asOf: nil, fault: .noDay),
    EntryCase(content: .value, asOf: "2026-03-31", month: nil, fault: .noMonth),
    EntryCase(content: .blank(reason: "人数が少ないため"), asOf: nil, fault: nil),
    EntryCase(content: .blank(reason: "人数が少ないため"), asOf: nil, month: nil, fault: .noMonth),
    EntryCase(content: .blank(reason: ""), asOf: nil, fault: .noValue),
    EntryCase(content: .nothing, asOf: "2026-03-31", fault: .noValue),
  ])
  func countsAnEntryOnlyWithValueDayAndMonth(_ example: EntryCase) {
    let entry = DisclosureEntry(
      item: .hires,
      content: example.content,
      asOf: example.asOf.map(date),
      publishedIn: example.month.flatMap { YearMonth(iso: $0) }
    )
    #expect(entry.fault(on: date("2026-06-15")) == example.fault)
  }

  @Test func takesOnlyWholeEntriesForPublished() {
    let entries = [DisclosureItem.payGap, .hires, .tenure].map { item in
      DisclosureEntry(
        item: item,
        content: item == .tenure ? .nothing : .value,
        asOf: Self.before,
        publishedIn: Self.before.yearMonth
      )
    }
    #expect(PublicationRule.verdict(entries, on: Self.before).map(\.kind) == [Self.anyBalance])
  }

  @Test func namesEveryItemOfALetterOnce() {
    let letters = DisclosureItem.allCases.compactMap(\.siteCode).flatMap {
      $0.unicodeScalars.map(String.init)
    }
    #expect(letters.sorted() == "アイウエオカキクケコサシス".unicodeScalars.map(String.init).sorted())
  }
}

/// A day that a test writes.
func date(_ text: String) -> CivilDate {
  CivilDate(iso: text) ?? CivilDate(dayNumber: 0)
}
