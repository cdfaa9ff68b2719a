import CivilTime
import Indicators
import Markup
import Plan
import Store
import TestSupport
import Testing
import WorkingTime

@Suite("The yearly follow-up")
struct FollowUpTests {
  private func soumu() async throws -> FollowUp {
    try await PlanOffice.with(.sqlite) { _, database in
      try await PlanReport(database: database, indicators: WorkingTimeIndicators.all)
        .followUp(year: PlanOffice.year, today: PlanOffice.today)
    }
  }

  @Test func namesEveryRowAndWhetherItWasReported() async throws {
    let followUp = try await soumu()
    let lines = FollowUpMarkdown.text(followUp).split(separator: "\n")
    for measure in followUp.plan.measures {
      let rows = lines.filter { line in line.hasPrefix("| \(measure.id) |") }
      #expect(rows.count == 1, "\(measure.id)")
      let isComputed = followUp.state(of: measure.id) != .notReported
      #expect(rows.allSatisfy { $0.contains(isComputed ? "記録から計算" : "未報告") })
    }
    let computed = [
      "III-1-3-1", "III-2-1-a", "III-2-1-b", "III-2-2-b", "III-2-3-a", "III-2-3-b", "V-2-a",
    ]
    #expect(followUp.computed.map(\.id.text) == computed)
    for target in followUp.plan.targets {
      let row = lines.first { line in line.hasPrefix("| \(target.id) |") }
      #expect(row?.contains("未報告") == true, "\(target.id)")
    }
  }

  @Test func saysTheSameInBothForms() async throws {
    let followUp = try await soumu()
    let markdown = FollowUpMarkdown.text(followUp)
    let html = FollowUpHTML.document(followUp).text
    for text in [
      "令和8年度", "96の取組のうち、記録から計算しているものは7、まだ報告されていないものは89です。", "令和8年6月1日現在",
      "令和9年9月30日", "打刻の記録", "2（n=31）", "3（n=31）", "\(followUp.version.digest)",
    ] {
      #expect(markdown.contains(text), "\(text)")
      #expect(html.contains(text), "\(text)")
    }
    for measure in followUp.plan.measures { #expect(html.contains(">\(measure.id)<")) }
  }

  @Test func drawsADocumentThatNeedsNothingElse() async throws {
    let html = FollowUpHTML.document(try await soumu()).text
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(!html.contains(" style="))
    #expect(!html.contains("href="))
    #expect(!html.contains("<script"))
  }

  @Test func letsNoTextOfThePlanBecomeMarkup() async throws {
    let text = soundPlan.replacing("title: 宣言\n", with: "title: \"<b>*宣|言*\"\n")
    try await TemporaryDatabase.with(.sqlite, migrations: PlanOffice.schema) { temporary in
      _ = try await PlanOffice.loading(temporary.database).load(text: text)
      let followUp = try await PlanReport(database: temporary.database, indicators: [])
        .followUp(year: PlanOffice.year, today: PlanOffice.today)
      #expect(FollowUpMarkdown.text(followUp).contains("| \\<b\\>\\*宣\\|言\\* |"))
      #expect(FollowUpHTML.document(followUp).text.contains("&lt;b&gt;*宣|言*"))
    }
  }

  @Test func tellsOfAnUnknownIndicatorAtItsLine() throws {
    let text = try PlanFiles.text("soumu.yaml")
    guard case .failure(let found) = PlanFile.read(text, known: PlanVocabulary(indicators: ["a.b"])) else {
      Issue.record("the indicators were taken as known")
      return
    }
    let first = try #require(found.faults.first)
    #expect(first.message == "unknown indicator 'schedules.telework-users'")
    #expect(first.line == line(of: "indicators: [schedules.telework-users,", in: text))
    #expect(first.remedy == "use one of a.b")
  }
}
