import Indicators
import Testing

@testable import FollowUps
@testable import Plan

@Suite("Comparing reports")
struct ComparisonTests {
  @Test func findsNothingBetweenTheSame() throws {
    #expect(ReportComparison.differences(try SampleReport.content(), try SampleReport.content()).isEmpty)
  }

  @Test func findsEachChangedFactAlone() throws {
    let before = try SampleReport.content()
    let after = try SampleReport.content(fulfilled: 39, tally: nil)
    let found = ReportComparison.differences(before, after)
    #expect(
      found.map(\.description) == [
        "II-1-1-1 fulfilled: 38 -> 39",
        "working-time.objective-record figure [全体]: 4321/5000 -> 非表示",
      ]
    )
    #expect(ReportComparison.differences(after, before).map(\.before) == ["39", "非表示"])
  }

  @Test func takesNoAccountOfWordsBetweenYears() throws {
    let last = try SampleReport.content(done: "去年の文")
    let this = try SampleReport.content(fulfilled: 40)
    #expect(ReportComparison.differences(last, this).map(\.detail) == [.fulfilled, .done])
    #expect(ReportComparison.betweenYears(last, this).map(\.detail) == [.fulfilled])
  }

  @Test(arguments: ReportStage.allCases)
  func letsAReportGoOnlyTheWaysThereAre(_ stage: ReportStage) {
    let ways: [ReportStage: [ReportMove: ReportStage]] = [
      .draft: [.forward: .secretariat], .secretariat: [.forward: .committee, .back: .draft],
      .committee: [.forward: .council, .back: .draft], .council: [.forward: .published, .back: .draft],
      .published: [.correct: .corrected], .corrected: [.correct: .corrected],
    ]
    for move in ReportMove.allCases { #expect(move.stage(from: stage) == ways[stage]?[move]) }
    #expect(ReportStage.allCases.filter(\.allowsWriting) == [.draft, .published, .corrected])
  }
}
