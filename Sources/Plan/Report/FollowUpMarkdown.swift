/// The follow-up as Markdown.
public enum FollowUpMarkdown: Sendable {
  /// The whole report, ending with a line break.
  public static func text(_ followUp: FollowUp) -> String {
    let outline = FollowUpOutline(followUp: followUp)
    return text(outline.title, followUp.summary, outline.blocks)
  }

  /// The whole report, ending with a line break.
  package static func text(_ document: FollowUpDocument) -> String {
    text(document.title, document.summary, document.blocks)
  }

  private static func text(_ title: String, _ summary: String, _ parts: [ReportBlock]) -> String {
    let blocks = ["# \(escaped(title))", escaped(summary)] + parts.map(block)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func block(_ block: ReportBlock) -> String {
    switch block {
    case .heading(let text): "## \(escaped(text))"
    case .subheading(let text): "### \(escaped(text))"
    case .paragraph(let text): escaped(text)
    case .facts(let facts):
      facts.map { fact in "- **\(escaped(fact.term))**: \(escaped(fact.text))" }.joined(separator: "\n")
    case .table(let drawn): table(drawn)
    case .list(let items): items.map { item in "- \(escaped(item))" }.joined(separator: "\n")
    }
  }

  private static func table(_ table: ReportTable) -> String {
    let rules = table.columns.map { column in
      switch column {
      case .words: "---"
      case .number: "---:"
      }
    }
    let head = [line(table.columns.map { escaped($0.title) }), line(rules)]
    let body = table.rows.map { cells in line(cells.map { escaped($0.text) }) }
    return "**\(escaped(table.caption))**\n\n" + (head + body).joined(separator: "\n")
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// A text in which no character is read as Markdown, on one line.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x0A, 0x0D: bytes.append(UInt8(ascii: " "))
      case _ where marks.contains(byte): bytes += [UInt8(ascii: "\\"), byte]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let marks = Set("\\`*_[]<>|&~".utf8)
}
