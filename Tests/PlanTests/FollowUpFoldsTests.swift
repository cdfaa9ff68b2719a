import Markup
import Testing

@testable import Plan

@Suite("A follow-up that unfolds")
struct FollowUpFoldsTests {
  private static func table(_ caption: String) -> ReportBlock {
    .table(ReportTable(caption: caption, columns: [.words("番号")], rows: [[ReportCell("T01")]]))
  }

  private static let text = FollowUpFolds(blocks: [
    .paragraph("前書き"), .heading("目標"), table("一つ目の表"), .subheading("T01 採用"), .paragraph("T01の数値"),
    .subheading("T02 登用"), .paragraph("T02の数値"), table("二つ目の表"), .heading("取組"), .paragraph("結び"),
  ]).drawn.text

  /// How deep in folds a text stands; nil where it does not stand at all.
  private func depth(of words: String) -> Int? {
    guard let place = Self.text.firstRange(of: words)?.lowerBound else { return nil }
    let before = Self.text[..<place]
    return before.ranges(of: "<details").count - before.ranges(of: "</details>").count
  }

  @Test(arguments: [
    ("前書き", 0), ("一つ目の表", 1), ("T01の数値", 2), ("T02の数値", 2), ("二つ目の表", 1), ("結び", 1),
  ])
  func keepsEachBlockUnderItsHeading(words: String, depth: Int) {
    #expect(self.depth(of: words) == depth)
  }

  @Test func losesNothing() {
    for title in ["<h2>目標</h2>", "<h3>T01 採用</h3>", "<h3>T02 登用</h3>", "<h2>取組</h2>"] {
      #expect(Self.text.ranges(of: title).count == 1, "\(title)")
    }
    #expect(!Self.text.contains("<details class=\"fold\" open"))
  }
}
