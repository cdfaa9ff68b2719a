import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Plan
@testable import Publication

@Suite("What stands beside the numbers of a frozen report")
struct FrozenTests {
  /// How many were hired by each examination, as it is known after the report.
  struct Later: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let hires: [String: Int]
    let isShown: Bool
  }

  static let told = "workforce.women-hired"
  static let alone = "workforce.women-hired-experienced"
  static let frozen = ["general": 20, "experienced": 10, "selection": 10]

  static let cases = [
    Later(testDescription: "nothing has changed", hires: frozen, isShown: true),
    // 40 in the report, less 33, are seven.
    Later(
      testDescription: "the parts have changed",
      hires: ["general": 4, "experienced": 33, "selection": 3],
      isShown: false
    ),
    // The same seven, though today's whole of 63 tells nothing of them.
    Later(
      testDescription: "the whole has changed",
      hires: ["general": 20, "experienced": 33, "selection": 10],
      isShown: false
    ),
  ]

  private static func people(_ hires: [String: Int]) -> HiredPeople {
    let people = hires.flatMap { exam, count in
      let person = HiredPeople.Person(
        employer: 1,
        bureau: 0,
        exam: exam,
        isTechnical: false,
        isApril: false,
        isWoman: false
      )
      return Array(repeating: person, count: count)
    }
    return HiredPeople(people: people)
  }

  /// A report that holds the figure of all hires as a line of its own.
  private static func line(_ hires: Int) -> FigureLine {
    let tally = ReportedTally(ratio: Ratio(0, of: hires), people: hires)
    return FigureLine(
      id: told,
      title: "採用の女性",
      numerator: "女性",
      denominator: "採用した職員",
      source: "名簿",
      form: .share,
      methodVersion: 1,
      asOf: PublishedPlan.day("2026-03-31"),
      isProvisional: false,
      places: [
        PlaceLine(place: .all, tally: tally),
        PlaceLine(place: .employer(code: "office", name: "役所"), tally: tally),
      ]
    )
  }

  /// The report with its number in a line, or at a target.
  private static func content(atTarget isAtTarget: Bool) throws -> FollowUpContent {
    let target = PublishedPlan.target(
      1,
      "採用の女性",
      field: "hiring",
      more: "    figure: {indicators: [\(told)]}"
    )
    let version = try PublishedPlan.version(PublishedPlan.text([target]))
    let hires = frozen.values.reduce(0, +)
    func reported(_ place: ReportedPlace) -> ReportedFigure {
      ReportedFigure(
        place: place,
        year: PublishedPlan.year,
        asOf: PublishedPlan.day("2026-03-31"),
        isProvisional: false,
        amount: .ratio(Ratio(0, of: hires)),
        origin: .computed,
        source: told,
        definition: "採用の女性",
        definitionVersion: 1
      )
    }
    let standing = TargetLine(
      id: version.plan.targets[0].id,
      judged: isAtTarget ? reported(.all) : nil,
      byEmployer: isAtTarget ? [reported(.employer(code: "office", name: "役所"))] : [],
      verdict: .unknown,
      distance: ""
    )
    return FollowUpContent(
      version: version,
      year: PublishedPlan.year,
      asOf: PublishedPlan.day("2026-03-31"),
      madeOn: PublishedPlan.day("2026-06-10"),
      measures: [],
      targets: [standing],
      figures: isAtTarget ? [] : [line(hires)]
    )
  }

  @Test(arguments: cases, [true, false])
  func figuresAreWithheldThatNobodyJudgedBesideThem(_ later: Later, _ isAtTarget: Bool) async throws {
    let content = try Self.content(atTarget: isAtTarget)
    let people = Self.people(later.hires)
    try await SubtractionTests.with(.sqlite, people) { office in
      let definitions = people.indicators.map(\.definition)
      let employers = try await office.database.read { connection in
        try PublicationReading(definitions: definitions).employers(
          of: content,
          today: PublicationOffice.today,
          on: connection
        )
      }
      let figures = try #require(employers.first).figures
      #expect(figures[Self.told]?.ratio == Ratio(0, of: 40))
      let figure = try #require(figures[Self.alone])
      #expect((figure.ratio != nil) == later.isShown)
    }
  }
}
