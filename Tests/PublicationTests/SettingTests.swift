import Access
import CivilTime
import DisclosureRules
import Indicators
import Journal
import Markup
import People
import Store
import TestSupport
import Testing

@testable import Publication
@testable import Site

@Suite("What employers set for their publication")
struct SettingTests {
  private static func actor() -> Actor {
    Actor(account: RecordID(7), employee: nil, name: "事務局", unit: nil, roles: [.secretariat])
  }

  @Test(arguments: Engine.available)
  func lastOrEndWithTheirYear(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      let service = SettingService(
        database: office.database,
        ids: office.ids,
        actor: Self.actor(),
        now: office.clock.now()
      )
      let year = PublishedPlan.year
      let values: [(PublicationSetting, String)] = [
        (.mainGroup, "事務職"), (.month, "2026-06"), (.blankReason(.examinees), "試験を行わないため"),
      ]
      let draft = SettingDraft(values: values, seen: 0)
      #expect(try await service.set(draft, of: PublicationOffice.office, in: year).written == 3)
      let seen = try #require(try await office.settings()[PublicationOffice.office]).lastChange
      let again = SettingDraft(values: values, seen: seen)
      #expect(try await service.set(again, of: PublicationOffice.office, in: year).written == 0)
      let next = try #require(try await office.settings(year.advanced(by: 1))[PublicationOffice.office])
      #expect(next[.mainGroup] == "事務職")
      #expect(next[.month] == nil)
      #expect(next[.blankReason(.examinees)] == nil)
      #expect(try await office.settings(year.advanced(by: -1)).isEmpty)
      let empty = SettingDraft(values: [(.mainGroup, "")], seen: seen)
      #expect(try await service.set(empty, of: PublicationOffice.office, in: year).written == 1)
      #expect(try await office.settings(year)[PublicationOffice.office]?[.mainGroup] == nil)
      #expect(try await office.count("publication_setting") == 4)
      #expect(try await office.count("journal_entry") == 4)
      let texts = try await office.database.read { connection in
        try connection.rows("SELECT payload FROM journal_entry").map { try $0.value(0, as: String.self) }
      }
      #expect(texts.allSatisfy { !$0.contains("事務職") && !$0.contains("試験") })
    }
  }

  @Test(arguments: Engine.available)
  func areNotWrittenOverByWhoHasNotSeenThem(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      func set(_ values: [(PublicationSetting, String)], seen: Int64) async throws -> SettingOutcome {
        let service = SettingService(
          database: office.database,
          ids: office.ids,
          actor: Self.actor(),
          now: office.clock.now()
        )
        let draft = SettingDraft(values: values, seen: seen)
        return try await service.set(draft, of: PublicationOffice.office, in: PublishedPlan.year)
      }
      func held() async throws -> EmployerSettings {
        try #require(try await office.settings()[PublicationOffice.office])
      }
      #expect(try await set([(.mainGroup, "事務職"), (.month, "2026-06")], seen: 0).written == 2)
      let seen = try await held().lastChange
      #expect(try await set([(.mainGroup, "技術職"), (.month, "2026-06")], seen: seen).written == 1)
      // The second has the old page before them: what both have changed is told, nothing is written.
      let late = try await set(
        [(.mainGroup, "研究職"), (.month, "2026-07"), (.tenureItem, "tenure")],
        seen: seen
      )
      #expect(late.overtaken.map(\.0) == [.mainGroup])
      #expect(late.overtaken.map(\.1.value) == ["技術職"])
      #expect(try await held()[.mainGroup] == "技術職")
      #expect(try await held()[.month] == "2026-06")
      // A field that was left as it was is nobody's change.
      #expect(try await set([(.mainGroup, "事務職"), (.month, "2026-07")], seen: seen).written == 1)
      #expect(try await held()[.mainGroup] == "技術職")
      #expect(try await held()[.month] == "2026-07")
      let newest = try await held().lastChange
      #expect(try await set([(.mainGroup, "研究職")], seen: newest).written == 1)
    }
  }

  @Test func areShownWithWhatBothHaveTyped() throws {
    var form = SettingForm(posted: FormFields([("main-group", "研究職")]), year: PublishedPlan.year)
    let theirs = SettingChange(value: "技術職", at: Instant(milliseconds: 1_781_000_000_000), by: "山田")
    form.overtaken = [
      (.mainGroup, theirs), (.tenureItem, SettingChange(value: "leaving", at: theirs.at, by: "山田")),
    ]
    let page = EmployerPage(
      employer: PublishedPlan.office(),
      id: PublicationOffice.office,
      year: PublishedPlan.year,
      form: form,
      isPersonnel: false,
      token: "t"
    )
    let text = String(decoding: page.content.body.bytes, as: UTF8.self)
    for word in ["技術職", "研究職", "山田", "離職率", "ほかの人が設定を変えました"] { #expect(text.contains(word), "\(word)") }
  }

  struct FormCase: Sendable, CustomTestStringConvertible {
    let field: String
    let value: String
    let isSound: Bool
    var testDescription: String { "\(field)=\(value)" }
  }

  @Test(arguments: [
    FormCase(field: "month", value: "2026-06", isSound: true),
    FormCase(field: "month", value: "２０２６－０６", isSound: true),
    FormCase(field: "month", value: "", isSound: true),
    FormCase(field: "month", value: "2026-13", isSound: false),
    FormCase(field: "month", value: "2025-03", isSound: false),
    FormCase(field: "plan-link", value: "https://www.example.jp/a?b=c", isSound: true),
    FormCase(field: "plan-link", value: "http://www.example.jp/", isSound: false),
    FormCase(field: "recruiting-link", value: "javascript:alert(1)", isSound: false),
    FormCase(field: "tenure-item", value: "years", isSound: false),
    FormCase(field: "rank-day", value: "march", isSound: true),
    FormCase(field: "reason-a2", value: String(repeating: "あ", count: 201), isSound: false),
  ])
  func areReadFromTheForm(_ example: FormCase) {
    var pairs: [(name: String, value: String)] = [("tenure-item", "leaving"), ("rank-day", "july")]
    pairs.removeAll { $0.name == example.field }
    pairs.append((example.field, example.value))
    let form = SettingForm(posted: FormFields(pairs), year: PublishedPlan.year)
    #expect(form.faults.isEmpty == example.isSound)
    #expect(form.values.isEmpty == !example.isSound)
    if !example.isSound { #expect(form.faults.map(\.field) == [example.field]) }
  }

  @Test func keepEverythingThatWasTyped() {
    let settings = EmployerSettings(["main-group": "事務職", "blank-reason.A2": "理由", "tenure-item": "leaving"])
    let form = SettingForm(settings)
    #expect(form.value("main-group") == "事務職")
    #expect(form.value("reason-a2") == "理由")
    #expect(form.value("tenure-item") == "leaving")
    #expect(form.value("rank-day") == "july")
  }
}

extension SettingOutcome {
  /// How many settings were changed; nil where others came first.
  var written: Int? {
    if case .written(let count) = self { count } else { nil }
  }

  /// What others have set.
  var overtaken: [(PublicationSetting, SettingChange)] {
    if case .overtaken(let changes) = self { changes } else { [] }
  }
}
