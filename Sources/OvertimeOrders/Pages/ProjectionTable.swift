internal import CivilTime
internal import Markup
internal import Site
internal import WorkingTimeRules

/// 上限の残り – every limit of a month with what is left, and what the declared minutes would make of it.
enum ProjectionTable {
  /// What stands now.
  static func now(_ projection: LimitProjection) -> HTML {
    DataTable.draw(
      id: "limits-now",
      caption: "\(projection.month.japanese)の上限と残り",
      columns: [
        .init("上限", .rowHeader), .init("現在", .number), .init("上限値", .number), .init("残り", .number),
        .init("根拠", .text),
      ],
      rows: projection.lines.map { line in
        DataTable.Row(
          [
            .text(name(line.now)), .text(amount(line.now, line.now.value)),
            .text(limit(line.now)), .text(left(line.now)), .text(line.now.citation),
          ],
          tone: line.now.verdict.isExceeded ? .attention : .plain
        )
      },
      note: "時間は時:分です。「残り」は、その上限だけを見たときに、この月にあと何時間できるかです。",
      narrow: .stacks
    )
  }

  /// What stands now beside what would stand.
  static func after(_ projection: LimitProjection, added words: String) -> HTML {
    DataTable.draw(
      id: "limits-after",
      caption: "\(projection.month.japanese)の上限の見込み",
      columns: [
        .init("上限", .rowHeader), .init("現在", .number), .init("見込み", .number), .init("上限値", .number),
        .init("残りの見込み", .number), .init("判定", .word),
      ],
      rows: projection.lines.map { line in
        DataTable.Row(
          [
            .text(name(line.after)), .text(amount(line.now, line.now.value)),
            .text(amount(line.after, line.after.value)), .text(limit(line.after)), .text(left(line.after)),
            .html(verdict(line)),
          ],
          tone: line.after.verdict.isExceeded ? .attention : .plain
        )
      },
      note: "\(words)時間は時:分です。判定は人事院規則15―14第16条の2の2によります。",
      narrow: .stacks
    )
  }

  /// An average is judged by the sum of its months.
  private static func name(_ finding: OvertimeFinding) -> String {
    finding.test.window == nil ? finding.test.japanese : "\(finding.test.japanese)（合計）"
  }

  private static func verdict(_ line: LimitProjection.Line) -> HTML {
    switch line.after.verdict {
    case .within: StatusTag.draw("上限内", tone: .success)
    case .exceeded: StatusTag.draw(line.isCrossed ? "超える見込み" : "超過", tone: .alarm)
    case .exceededSpecial:
      StatusTag.draw(line.isCrossed ? "超える見込み（特例業務）" : "超過（特例業務）", tone: .attention)
    }
  }

  private static func left(_ finding: OvertimeFinding) -> String {
    finding.remaining.map { "\($0)" } ?? "－"
  }

  private static func limit(_ finding: OvertimeFinding) -> String {
    let isBelow = finding.test == .month && finding.post == .external
    return amount(finding, finding.limit) + (isBelow ? "未満" : "")
  }

  private static func amount(_ finding: OvertimeFinding, _ value: Int) -> String {
    finding.test == .monthsOver45 ? "\(value)か月" : "\(Minutes(value))"
  }
}
