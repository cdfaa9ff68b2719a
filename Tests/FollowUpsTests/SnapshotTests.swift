import Indicators
import Testing

@testable import FollowUps
@testable import Plan

@Suite("The text of a frozen report")
struct SnapshotTests {
  @Test func readsBackAsTheReportThatWasFrozen() throws {
    let content = try SampleReport.content()
    let text = SnapshotWriter.text(content)
    let read = try SnapshotReader.content(text, version: content.version)
    #expect(read == content)
    #expect(SnapshotWriter.text(read).utf8.elementsEqual(text.utf8))
  }

  @Test func holdsOneFactALineInThePlansOrder() throws {
    let content = try SampleReport.content()
    let lines = SnapshotWriter.text(content).split(separator: "\n").map(String.init)
    #expect(lines.first == "format\t1")
    #expect(lines.last == "end")
    let measures = lines.filter { $0.hasPrefix("measure\t") }.map { $0.split(separator: "\t")[1] }
    #expect(measures.map(String.init) == content.plan.originals.map(\.id.text))
    #expect(lines.contains("coverage\tII-1-1-1\t412\t38\t3\t29\t412\t2027-03-31"))
    #expect(lines.contains { $0.hasPrefix("employer\tT04\temployer\tfdma\t") && $0.hasSuffix("\twithheld") })
  }

  @Test func givesEveryFactAnotherDigest() throws {
    let contents = try [
      SampleReport.content(), SampleReport.content(fulfilled: 39), SampleReport.content(done: "別の文"),
      SampleReport.content(judged: .ratio(Ratio(31, of: 288))), SampleReport.content(judged: .withheld),
      SampleReport.content(tally: nil), SampleReport.content(distance: "達成"),
      SampleReport.content(tally: ReportedTally(ratio: Ratio(4321, of: 5000), people: 4999)),
    ]
    let digests = contents.map { SnapshotDigest.bytes(of: SnapshotWriter.text($0)) }
    #expect(Set(digests).count == contents.count)
    #expect(digests[0] == SnapshotDigest.bytes(of: SnapshotWriter.text(try SampleReport.content())))
  }

  /// Every line taken away, doubled, cut or given one more field: never read as another report without a word.
  @Test func refusesATextThatWasTamperedWith() throws {
    let content = try SampleReport.content()
    let text = SnapshotWriter.text(content)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for place in lines.indices where !lines[place].isEmpty {
      for changed in [
        [], [lines[place], lines[place]], [String(lines[place].dropLast())], [lines[place] + "\tx"],
      ] {
        let other = (lines[..<place] + changed + lines[(place + 1)...]).joined(separator: "\n")
        let read = try? SnapshotReader.content(other, version: content.version)
        if let read { #expect(read != content, "line \(place + 1): \(changed)") }
      }
    }
    for short in ["", "\n", "end\n", "format\t1\nend\n", "format\t2\n" + text.dropFirst(9)] {
      #expect(throws: FollowUpError.self) { try SnapshotReader.content(short, version: content.version) }
    }
  }

  @Test func belongsToOneEditionOfThePlan() throws {
    let content = try SampleReport.content()
    let text = SnapshotWriter.text(content).replacing("plan\tsoumu\t1", with: "plan\tsoumu\t2")
    #expect(throws: FollowUpError.damaged(line: 2)) {
      try SnapshotReader.content(text, version: content.version)
    }
  }
}
