import Access
import CivilTime
import DisclosureRules
import Indicators
import Journal
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
      let service = SettingService(database: office.database, ids: office.ids)
      let year = PublishedPlan.year
      let values: [(PublicationSetting, String)] = [
        (.mainGroup, "事務職"), (.month, "2026-06"), (.blankReason(.examinees), "試験を行わないため"),
      ]
      let changed = try await service.set(
        values,
        of: PublicationOffice.office,
        in: year,
        by: Self.actor(),
        at: office.clock.now()
      )
      #expect(changed == 3)
      let again = try await service.set(
        values,
        of: PublicationOffice.office,
        in: year,
        by: Self.actor(),
        at: office.clock.now()
      )
      #expect(again == 0)
      let next = try #require(try await office.settings(year.advanced(by: 1))[PublicationOffice.office])
      #expect(next[.mainGroup] == "事務職")
      #expect(next[.month] == nil)
      #expect(next[.blankReason(.examinees)] == nil)
      #expect(try await office.settings(year.advanced(by: -1)).isEmpty)
      try await service.set(
        [(.mainGroup, "")],
        of: PublicationOffice.office,
        in: year,
        by: Self.actor(),
        at: office.clock.now()
      )
      #expect(try await office.settings(year)[PublicationOffice.office]?[.mainGroup] == nil)
      #expect(try await office.count("publication_setting") == 4)
      #expect(try await office.count("journal_entry") == 4)
      let texts = try await office.database.read { connection in
        try connection.rows("SELECT payload FROM journal_entry").map { try $0.value(0, as: String.self) }
      }
      #expect(texts.allSatisfy { !$0.contains("事務職") && !$0.contains("試験") })
    }
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
