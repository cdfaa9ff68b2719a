import CivilTime
import DisclosureRules
import Indicators
import Journal
import People
import Store
import TestSupport
import Testing

@testable import Plan
@testable import Publication

@Suite("What employers publish, as it is read")
struct ReadingTests {
  static let year = PublishedPlan.year

  /// An indicator of the share of women, so many of so many in each employer.
  private static func indicator(
    _ id: String,
    _ values: @escaping @Sendable (FiscalYear) -> [(employer: RecordID<Employer>, women: Int, of: Int)]
  ) -> Indicator {
    Indicator(
      .init(
        id: id,
        title: "女性",
        numerator: "女性",
        denominator: "全員",
        form: .share,
        source: "記録",
        methodVersion: 1,
        guardKind: .people
      )
    ) { year, _, _ in
      values(year).map { value in
        IndicatorValue(
          employer: value.employer,
          unit: nil,
          ratio: Ratio(value.women, of: value.of),
          people: value.of
        )
      }
    }
  }

  private static let indicators = [
    indicator("workforce.women-hired") { year in
      // The other employer's five are few; no sum of both is published, so the first one's 88 tell nothing of them.
      [
        (PublicationOffice.office, year.startYear - 1994, 88), (PublicationOffice.fire, 2, 5),
      ]
    },
    indicator("workforce.women-managers-july") { _ in
      [(PublicationOffice.office, 12, 40), (PublicationOffice.fire, 6, 20)]
    },
    // A target tells the sum of both: 61 less 58 would tell of the three.
    indicator("workforce.women-chief-july") { _ in
      [(PublicationOffice.office, 20, 58), (PublicationOffice.fire, 1, 3)]
    },
  ]

  private static func content() throws -> FollowUpContent {
    let source = "    figure: {indicators: [workforce.women-managers-july, workforce.women-chief-july]}"
    let target = PublishedPlan.target(1, "登用の女性", field: "promotion", more: source)
    let version = try PublishedPlan.version(PublishedPlan.text([target], links: PublishedPlan.links))
    return PublishedPlan.content(version, [:])
  }

  private static func employers(_ office: PublicationOffice) async throws -> [EmployerMaterial] {
    let refresh = FigureRefresh(
      database: office.database,
      clock: office.clock,
      ids: office.ids,
      indicators: { indicators }
    )
    for one in [year.advanced(by: -2), year.advanced(by: -1), year] { _ = try await refresh.run(one) }
    let content = try content()
    let reading = PublicationReading(definitions: indicators.map(\.definition))
    return try await office.database.read { connection in
      try reading.employers(of: content, today: PublicationOffice.today, on: connection)
    }
  }

  @Test(arguments: Engine.available)
  func holdsNoFigureOfFewPeople(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      let employers = try await Self.employers(office)
      #expect(employers.map(\.code) == ["office", "fire"])
      #expect(employers[1].figures["workforce.women-hired"]?.ratio == nil)
      #expect(employers[0].figures["workforce.women-hired"]?.ratio == Ratio(31, of: 88))
      #expect(employers[0].figures["workforce.women-chief-july"]?.ratio == nil)
      #expect(employers[1].figures["workforce.women-chief-july"]?.ratio == nil)
      #expect(employers[1].figures["workforce.women-managers-july"]?.ratio == Ratio(6, of: 20))
      #expect(employers[0].figures["workforce.women-managers-july"]?.ratio == Ratio(12, of: 40))
    }
  }

  @Test(arguments: Engine.available)
  func findsTheFirstFigureOfATarget(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      let employers = try await Self.employers(office)
      let target = try #require(TargetID("T01"))
      let baseline = try #require(employers[0].baselines[target])
      #expect(baseline.asOf.fiscalYear == Self.year.advanced(by: -2))
      #expect(baseline.amount == .ratio(Ratio(12, of: 40)))
    }
  }

  @Test(arguments: Engine.available)
  func takesTheNewestFigureFromAFile(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      let heading = "key,employer_code,fiscal_year,as_of,value,numerator,denominator,source,method,note\n"
      let rows = [
        "publication.a2.regular-other,office,2024,2024-12-31,,100,400,試験の記録,申込時,\n",
        "publication.a2.regular-other,office,2025,2025-12-31,,120,400,試験の記録,申込時,\n",
        "publication.a2.regular-other,,2025,2025-12-31,,1,20,試験の記録,申込時,\n",
      ]
      let files = FigureImport(database: office.database, clock: office.clock, ids: office.ids)
      let report = try await files.run(
        Array((heading + rows.joined()).utf8),
        keys: FigureKeys(PublicationKeys.all),
        isDryRun: false,
        by: .commandLine
      )
      #expect(report.faults.isEmpty)
      let employers = try await Self.employers(office)
      #expect(employers[0].supplied["publication.a2.regular-other"]?.ratio == Ratio(120, of: 400))
      // A figure of all employers together is nobody's own.
      #expect(employers[1].supplied.isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func keepsThePayGapOfTheYearBeforeUntilThereIsANewOne(_ engine: Engine) async throws {
    try await PublicationOffice.with(engine) { office in
      let before = Self.year.advanced(by: -1)
      _ = try await PayGapServiceTests.compute(office, year: before)
      #expect(try await Self.employers(office)[0].payGap?.year == before)
      #expect(try await Self.employers(office)[0].payGapBefore == nil)
      _ = try await PayGapServiceTests.compute(office)
      #expect(try await Self.employers(office)[0].payGap?.year == Self.year)
      #expect(try await Self.employers(office)[0].payGapBefore?.year == before)
      #expect(try await Self.employers(office)[1].payGap == nil)
    }
  }
}
