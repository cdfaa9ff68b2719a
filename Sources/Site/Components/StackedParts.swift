import Markup

/// The rows of a table that become cards on a narrow screen.
///
/// Cards are no table layout any more, so some browsers would forget that it is a table: the roles say it. Each
/// value bears the heading of its column for the style sheet to show.
enum StackedParts {
  static func rows(_ rows: [DataTable.Row], totals: [DataTable.Row], _ columns: [DataTable.Column]) -> HTML {
    let heads = columns.map { column -> HTML in
      "<th scope=\"col\" role=\"columnheader\" class=\"\(column.kind.rawValue)\">\(heading(column))</th>"
    }
    let foot: HTML =
      totals.isEmpty ? .empty : "<tfoot role=\"rowgroup\">\(totals.map { row($0, columns) })</tfoot>"
    return """
      <thead role="rowgroup"><tr role="row">\(heads)</tr></thead>\
      <tbody role="rowgroup">\(rows.map { row($0, columns) })</tbody>\(foot)
      """
  }

  private static func heading(_ column: DataTable.Column) -> String {
    column.title + (column.unit.map { "（\($0)）" } ?? "")
  }

  private static func row(_ row: DataTable.Row, _ columns: [DataTable.Column]) -> HTML {
    let tone: HTML = row.tone == .plain ? .empty : "\(attribute: "class", row.tone.rawValue)"
    let cells = columns.enumerated().map { index, column in
      cell(index < row.cells.count ? row.cells[index] : .none, column)
    }
    return "<tr role=\"row\"\(tone)>\(cells)</tr>"
  }

  private static func cell(_ cell: DataTable.Cell, _ column: DataTable.Column) -> HTML {
    let content: HTML =
      switch cell.content {
      case .nothing: "<span class=\"none\">－</span>"
      case .text(let text): "\(text)"
      case .link(let text, let path): "<a\(href: path)>\(text)</a>"
      case .html(let html): html
      }
    if column.kind == .rowHeader { return "<th scope=\"row\" role=\"rowheader\">\(content)</th>" }
    let kind = column.kind == .text ? nil : column.kind.rawValue
    let label = heading(column)
    return """
      <td role="cell"\(attribute: "class", kind)\(attribute: "data-label", label)>\(content)</td>
      """
  }
}
