public import Markup

/// People (or units) by months, with the cells over a mark standing out by symbol, shade and a hidden word.
public enum HeatTable: Sendable {
  /// How strongly a cell stands out.
  public enum Level: Int, Sendable, Hashable, CaseIterable {
    /// Not at all.
    case none = 0
    /// △
    case early
    /// ▲
    case raised
    /// ■
    case high
    /// ×
    case over

    /// The symbol, the same on every page.
    public var symbol: String {
      switch self {
      case .none: ""
      case .early: "△"
      case .raised: "▲"
      case .high: "■"
      case .over: "×"
      }
    }

    var cssClass: HTML {
      switch self {
      case .none: "heat-0"
      case .early: "heat-1"
      case .raised: "heat-2"
      case .high: "heat-3"
      case .over: "heat-4"
      }
    }
  }

  /// One step of the legend: a level and what it means here, such as 45時間超.
  public struct Step: Sendable, Hashable {
    let level: Level
    let meaning: String

    /// A step.
    public init(_ level: Level, _ meaning: String) {
      self.level = level
      self.meaning = meaning
    }
  }

  /// What stands in one place.
  public enum Cell: Sendable, Hashable {
    /// A value, judged.
    case value(String, Level)
    /// A sum, not judged.
    case total(String)
    /// No value, shown as －.
    case none
  }

  /// One person or unit.
  public struct Row: Sendable {
    let title: String
    let path: String?
    let cells: [Cell]

    /// A person or unit, the page it leads to, and a cell for each column.
    public init(_ title: String, to path: String?, cells: [Cell]) {
      self.title = title
      self.path = path
      self.cells = cells
    }
  }

  /// The table.
  ///
  /// `heading` names the first column (氏名), `columns` the others, `unit` that of all values.
  public static func draw(
    id: String,
    caption: String,
    heading: String,
    columns: [String],
    unit: String,
    steps: [Step],
    rows: [Row],
    note: HTML = .empty
  ) -> HTML {
    let heads = columns.map { "<th scope=\"col\" class=\"number\">\($0)</th>" as HTML }
    let words = HeatWords(steps: steps)
    let body =
      rows.isEmpty
      ? DataTableParts.nothing(columnCount: columns.count + 1) : body(rows, words)
    return TableRegion(id: id, caption: "\(caption)（単位：\(unit)）", above: words.legend, note: note).around(
      classes: "heat-table",
      """
      <thead><tr><th scope="col" class="rowHeader">\(heading)</th>\(heads)</tr></thead><tbody>\(body)</tbody>
      """
    )
  }

  private static func body(_ rows: [Row], _ words: HeatWords) -> HTML {
    var buffer = HTMLBuffer(capacity: rows.count * 1500)
    for row in rows {
      buffer.append("<tr><th scope=\"row\">")
      append(row, to: &buffer)
      buffer.append("</th>")
      for cell in row.cells { words.append(cell, to: &buffer) }
      buffer.append("</tr>")
    }
    return buffer.html
  }

  private static func append(_ row: Row, to buffer: inout HTMLBuffer) {
    guard let path = row.path else { return buffer.append(text: row.title) }
    buffer.append("<a")
    buffer.append(href: path)
    buffer.append(">")
    buffer.append(text: row.title)
    buffer.append("</a>")
  }
}

/// The words and symbols of a heat table, prepared once for all its cells.
struct HeatWords {
  private let marks: [HTML]
  private let openings: [HTML]
  /// The legend above the table.
  let legend: HTML

  init(steps: [HeatTable.Step]) {
    marks = HeatTable.Level.allCases.map { level in
      guard let step = steps.first(where: { $0.level == level }) else { return .empty }
      return """
        <span class="mark" aria-hidden="true">\(level.symbol)</span><span class="hidden">\(step.meaning)、</span>
        """
    }
    openings = HeatTable.Level.allCases.map { level in
      level == .none ? "<td class=\"number\">" : "<td class=\"number \(level.cssClass)\">"
    }
    let items = steps.map { step -> HTML in
      """
      <li><span class="swatch \(step.level.cssClass)" aria-hidden="true">\(step.level.symbol)</span>\
      <span class="hidden">\(step.level.symbol)：</span>\(step.meaning)</li>
      """
    }
    legend = steps.isEmpty ? .empty : "<ul class=\"heat-legend\">\(items)</ul>"
  }

  func append(_ cell: HeatTable.Cell, to buffer: inout HTMLBuffer) {
    switch cell {
    case .value(let text, let level):
      buffer.append(html: openings[level.rawValue])
      buffer.append(html: marks[level.rawValue])
      buffer.append(text: text)
    case .total(let text):
      buffer.append("<td class=\"number total\">")
      buffer.append(text: text)
    case .none:
      buffer.append("<td class=\"number\"><span class=\"none\">－</span>")
    }
    buffer.append("</td>")
  }
}
