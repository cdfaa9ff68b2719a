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
    let drawn = TableRows(opening: "<tr role=\"row\"", columns, openings: columns.map(opening))
    let foot: HTML = totals.isEmpty ? .empty : "<tfoot role=\"rowgroup\">\(drawn.draw(totals))</tfoot>"
    return """
      <thead role="rowgroup"><tr role="row">\(heads)</tr></thead>\
      <tbody role="rowgroup">\(drawn.draw(rows))</tbody>\(foot)
      """
  }

  private static func heading(_ column: DataTable.Column) -> String {
    column.title + (column.unit.map { "（\($0)）" } ?? "")
  }

  private static func opening(_ column: DataTable.Column) -> HTML {
    if column.kind == .rowHeader { return "<th scope=\"row\" role=\"rowheader\">" }
    let kind = column.kind == .text ? nil : column.kind.rawValue
    return "<td role=\"cell\"\(attribute: "class", kind)\(attribute: "data-label", heading(column))>"
  }
}
