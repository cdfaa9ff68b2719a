public import Markup
internal import Site

/// The follow-up as HTML.
public enum FollowUpHTML: Sendable {
  /// A whole document that stands for itself, to be opened from a file and printed.
  public static func document(_ followUp: FollowUp) -> HTML {
    let outline = FollowUpOutline(followUp: followUp)
    return document(outline.title, followUp.summary, body(outline, leads: .nowhere))
  }

  /// A whole document that stands for itself, to be opened from a file and printed on A4; `opening` comes first.
  package static func document(_ document: FollowUpDocument, opening: HTML = .empty) -> HTML {
    self.document(document.title, document.summary, body(document.blocks, leads: .nowhere), opening: opening)
  }

  /// The parts of a report for a page of the site: what stands before the first heading, then a fold for each heading.
  package static func page(_ document: FollowUpDocument) -> HTML {
    FollowUpFolds(blocks: document.blocks).drawn
  }

  private static func document(
    _ title: String,
    _ summary: String,
    _ body: HTML,
    opening: HTML = .empty
  ) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, \
    initial-scale=1"><title>\(title)</title><style>\(style)</style></head><body><main>\(opening)\
    <h1>\(title)</h1><p>\(summary)</p>\(body)</main></body></html>

    """
  }

  /// Where the measures of a report lead.
  enum Leads: Hashable, Sendable {
    /// To their pages.
    case toPages
    /// Nowhere, in a document outside the site.
    case nowhere
  }

  static func body(_ outline: FollowUpOutline, leads: Leads) -> HTML {
    body(outline.blocks, leads: leads)
  }

  private static func body(_ blocks: [ReportBlock], leads: Leads) -> HTML {
    HTML(blocks.enumerated().map { place, block in draw(block, id: "report-\(place)", leads: leads) })
  }

  static func draw(_ block: ReportBlock, id: String, leads: Leads) -> HTML {
    switch block {
    case .heading(let text): "<h2>\(text)</h2>"
    case .subheading(let text): "<h3>\(text)</h3>"
    case .paragraph(let text): "<p>\(text)</p>"
    case .facts(let facts): Panels.keyValues(facts.map { (term: $0.term, value: lines($0.text)) })
    case .table(let drawn): table(drawn, id: id, leads: leads)
    case .list(let items): "<ul>\(items.map { "<li>\($0)</li>" as HTML })</ul>"
    }
  }

  /// A text with its line breaks kept.
  private static func lines(_ text: String) -> HTML {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return HTML(
      lines.enumerated().map { place, line in
        place == 0 ? "\(String(Substring(line)))" : "<br>\(String(Substring(line)))"
      }
    )
  }

  private static func table(_ table: ReportTable, id: String, leads: Leads) -> HTML {
    let columns = table.columns.enumerated().map { place, column -> DataTable.Column in
      switch column {
      case _ where place == 0: .init(column.title, .rowHeader)
      case .words(let title): .init(title, .text)
      case .number(let title): .init(title, .number)
      }
    }
    return DataTable.draw(
      id: id,
      caption: table.caption,
      columns: columns,
      rows: table.rows.map { cells in DataTable.Row(cells.map { cell($0, leads) }) },
      density: .dense,
      narrow: leads == .toPages ? .stacks : .scrolls
    )
  }

  private static func cell(_ cell: ReportCell, _ leads: Leads) -> DataTable.Cell {
    guard leads == .toPages, let measure = cell.measure else { return .text(cell.text) }
    return .link(cell.text, to: Paths.measure(measure))
  }

  private static let style: HTML = """
    @page{size:A4 landscape;margin:12mm}
    body{font-family:sans-serif;line-height:1.6;color:#1a1a1a;margin:0}
    main{max-width:72rem;margin:0 auto;padding:1rem}
    h1{font-size:1.5rem}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.0625rem;margin-top:1.5rem}
    h1,h2,h3,caption{break-after:avoid;text-align:left}
    .scroll{overflow-x:auto}
    a{color:#0017c1}
    a:focus-visible,.scroll:focus-visible{outline:4px solid #000;outline-offset:2px}
    a:focus-visible{background:#ffd43d}
    .draft{border:2px solid #a0341f;padding:.5rem 1rem;font-weight:700}
    table{border-collapse:collapse;width:100%;font-size:.875rem;margin:.5rem 0}
    caption{font-weight:700;padding:.25rem 0}
    thead{display:table-header-group}
    tr{break-inside:avoid}
    th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
    thead th{background:#f2f2f2}
    tbody th{font-weight:400;white-space:nowrap}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    dl.key-values>div{display:flex;gap:1rem}
    dl.key-values dt{flex:0 0 7rem;font-weight:700}
    dl.key-values dd{margin:0;overflow-wrap:anywhere}
    @media print{main{max-width:none;padding:0}.scroll{overflow:visible}nav{display:none}body{font-size:9.5pt}}
    """
}
