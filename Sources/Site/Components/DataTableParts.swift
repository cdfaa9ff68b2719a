import Markup

/// The rows and headings of a table of records.
enum DataTableParts {
  static func head(_ column: DataTable.Column) -> HTML {
    let unit: HTML = column.unit.map { "<span class=\"unit\">（\($0)）</span>" } ?? .empty
    let words: HTML = "\(column.title)\(unit)"
    guard let sorting = column.sorting else {
      return "<th scope=\"col\" class=\"\(column.kind.rawValue)\">\(words)</th>"
    }
    let (state, path, mark): (HTML, String, HTML) =
      switch sorting {
      case .ascending(let path): (" aria-sort=\"ascending\"", path, "▲")
      case .descending(let path): (" aria-sort=\"descending\"", path, "▼")
      case .none(let path): (.empty, path, "↕")
      }
    return """
      <th scope="col" class="\(column.kind.rawValue)"\(state)><a class="sort"\(href: path)>\
      <span class="sort-title">\(column.title)</span>\(unit)\
      <span class="sort-mark" aria-hidden="true">\(mark)</span><span class="hidden">で並べ替える</span></a></th>
      """
  }

  static func rows(_ rows: [DataTable.Row], _ columns: [DataTable.Column]) -> HTML {
    let openings = columns.map { column -> HTML in
      switch column.kind {
      case .rowHeader: "<th scope=\"row\">"
      case .text: "<td>"
      case .word: "<td class=\"word\">"
      case .number: "<td class=\"number\">"
      }
    }
    return TableRows(opening: "<tr", columns, openings: openings).draw(rows)
  }

  static func nothing(columnCount: Int) -> HTML {
    "<tr><td class=\"nothing\" colspan=\"\(columnCount)\">該当するものはありません。</td></tr>"
  }
}

/// A table in a region of its own, which can be reached and scrolled with the keyboard and bears the caption's name.
struct TableRegion {
  let id: String
  let caption: String
  /// What stands between caption and table, such as a legend; it describes the table.
  let above: HTML
  let note: HTML

  func around(classes: String, role: String? = nil, _ rows: HTML) -> HTML {
    let captionID = "\(id)-caption"
    let legendID = above.isEmpty ? nil : "\(id)-legend"
    let noteID = note.isEmpty ? nil : "\(id)-note"
    let described = [legendID, noteID].compactMap { $0 }.joined(separator: " ")
    let legend: HTML = legendID.map { "<div class=\"legend\"\(attribute: "id", $0)>\(above)</div>" } ?? .empty
    let remark: HTML = noteID.map { "<p class=\"note\"\(attribute: "id", $0)>\(note)</p>" } ?? .empty
    return """
      <div class="table-block">\(legend)<div class="scroll" role="region" tabindex="0"\
      \(attribute: "aria-labelledby", captionID)><table class="\(classes)"\(attribute: "id", id)\(attribute: "role", role)\
      \(attribute: "aria-describedby", described.isEmpty ? nil : described)>\
      <caption\(attribute: "id", captionID)><span>\(caption)</span></caption>\(rows)</table></div>\(remark)</div>
      """
  }
}
