import Markup

/// The rows of a table of records; what stands before each cell is prepared once for its column.
struct TableRows {
  /// What a row begins with, up to its class.
  private let opening: HTML
  private let places: [(opening: HTML, isHeader: Bool)]

  init(opening: HTML, _ columns: [DataTable.Column], openings: [HTML]) {
    self.opening = opening
    places = zip(columns, openings).map { ($1, $0.kind == .rowHeader) }
  }

  func draw(_ rows: [DataTable.Row]) -> HTML {
    var buffer = HTMLBuffer(capacity: rows.count * places.count * 64)
    for row in rows { append(row, to: &buffer) }
    return buffer.html
  }

  private func append(_ row: DataTable.Row, to buffer: inout HTMLBuffer) {
    buffer.append(html: opening)
    switch row.tone {
    case .plain: buffer.append(">")
    case .quiet: buffer.append(" class=\"quiet\">")
    case .attention: buffer.append(" class=\"attention\">")
    }
    for index in places.indices {
      buffer.append(html: places[index].opening)
      append(index < row.cells.count ? row.cells[index].content : .nothing, to: &buffer)
      buffer.append(places[index].isHeader ? "</th>" : "</td>")
    }
    buffer.append("</tr>")
  }

  private func append(_ content: DataTable.Cell.Content, to buffer: inout HTMLBuffer) {
    switch content {
    case .nothing: buffer.append("<span class=\"none\">－</span>")
    case .text(let text): buffer.append(text: text)
    case .html(let html): buffer.append(html: html)
    case .link(let text, let path):
      buffer.append("<a")
      buffer.append(href: path)
      buffer.append(">")
      buffer.append(text: text)
      buffer.append("</a>")
    }
  }
}
