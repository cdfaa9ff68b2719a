import CivilTime
import DisclosureRules
import People
import Store
import TestSupport
import Testing

@testable import Access
@testable import Publication

@Suite("Publishing a pay gap of few people")
struct ReleaseTests {
  static let row = PayGapRow.employment(.all)

  /// A file of pay with so few women that no row is published by itself.
  static func pay(women: Int, annualPay: Int = 5_000_000) -> String {
    "性別,区分,職位,採用年度,年間給与,換算\n"
      + (0..<women).map { _ in "女,常勤,係長相当職,2010,\(annualPay),1\n" }.joined()
      + (0..<20).map { "男,常勤,係長相当職,\(2000 + $0),6789\($0 % 10)22,1\n" }.joined()
  }

  /// The pay gap that the page of a year shows.
  static func shown(_ office: PublicationOffice, _ year: Int) async throws -> PayGapYear {
    let pairs = try await office.database.read { connection in
      try PayGapRecords.shown(in: FiscalYear(startYear: year), on: connection)
    }
    return try #require(pairs[PublicationOffice.office]?.shown)
  }

  /// The form beside a row, as the page draws it.
  static func form(_ payGap: PayGapYear) -> String {
    let name = payGap.figure(row).map { payGap.releaseName(of: $0) } ?? ""
    return "table=employment&row=all&figure=\(name.replacing(" ", with: "+"))"
  }

  /// Whether the row is read from the folder of a year.
  private static func isPublished(_ office: PublicationOffice, _ year: Int) async throws -> Bool {
    let payGap = try await shown(office, year)
    let settings = try await office.settings(FiscalYear(startYear: year))[PublicationOffice.office]
    let figure = try #require(payGap.figure(row))
    return payGap.shown(figure, settings ?? EmployerSettings([:])) != .withheld
  }

  @Test(arguments: Engine.available)
  func releasesTheFigureThatWasLookedAtAndNoOther(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      let visit = try await RouteTests.visit(office, .hr)
      let path = "/plan/publication/2025/employers/1/release"
      let before = FiscalYear(startYear: 2024)
      _ = try await PayGapServiceTests.compute(office, Self.pay(women: 3), year: before)
      // The pay of 2025 is not counted yet: its page shows that of 2024, on which is decided.
      let old = Self.form(try await Self.shown(office, 2025))
      #expect(await visit.post(path, "\(old)&release=yes") == 303)
      #expect(try await Self.isPublished(office, 2025))
      #expect(try await Self.isPublished(office, 2024))
      _ = try await PayGapServiceTests.compute(office, Self.pay(women: 3, annualPay: 5_500_000))
      #expect(try await !Self.isPublished(office, 2025))
      #expect(try await Self.isPublished(office, 2024))
      // The page of before the new figure decides nothing.
      #expect(await visit.post(path, "\(old)&release=yes") == 409)
      #expect(try await !Self.isPublished(office, 2025))
      let new = Self.form(try await Self.shown(office, 2025))
      #expect(await visit.post(path, "\(new)&release=yes") == 303)
      #expect(try await Self.isPublished(office, 2025))
    }
  }

  @Test(arguments: Engine.available)
  func endsWithTheFigureWhenItIsCountedAnew(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      let visit = try await RouteTests.visit(office, .hr)
      let path = "/plan/publication/2025/employers/1/release"
      _ = try await PayGapServiceTests.compute(office, Self.pay(women: 3))
      let form = Self.form(try await Self.shown(office, 2025))
      #expect(await visit.post(path, "\(form)&release=yes") == 303)
      #expect(try await Self.isPublished(office, 2025))
      // The same ratio of other women is another figure.
      _ = try await PayGapServiceTests.compute(office, Self.pay(women: 2))
      #expect(try await !Self.isPublished(office, 2025))
    }
  }
}
