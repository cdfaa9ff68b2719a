public import Markup

/// A table of records, in a region that scrolls on its own.
public enum DataTable: Sendable {
  /// What a column holds, which decides how it is set.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Running text, set to the left and broken where needed.
    case text
    /// A word, date or tag that stays on one line.
    case word
    /// A figure, set to the right; its unit stands in the heading.
    case number
    /// What names the row; the first column, which stays in sight.
    case rowHeader
  }

  /// How a list is sorted by a column.
  public enum Sorting: Sendable, Hashable {
    /// By this column, smallest first; the path asks for the other way.
    case ascending(path: String)
    /// By this column, largest first; the path asks for the other way.
    case descending(path: String)
    /// Not by this column; the path asks for it.
    case none(path: String)
  }

  /// A column.
  public struct Column: Sendable, Hashable {
    let title: String
    let kind: Kind
    let unit: String?
    let sorting: Sorting?

    /// A column with its heading, the unit of its figures, and its sort link if the list can be sorted by it.
    public init(_ title: String, _ kind: Kind = .text, unit: String? = nil, sorting: Sorting? = nil) {
      self.title = title
      self.kind = kind
      self.unit = unit
      self.sorting = sorting
    }
  }

  /// What stands in one place.
  public struct Cell: Sendable {
    /// Texts are kept as they are until the table is drawn, which spares a piece of markup for each cell.
    enum Content: Sendable {
      case nothing
      case text(String)
      case link(String, path: String)
      case html(HTML)
    }

    let content: Content

    /// Markup, such as a tag or a form of one button.
    public static func html(_ content: HTML) -> Cell { Cell(content: .html(content)) }
    /// A text or figure.
    public static func text(_ text: String) -> Cell { Cell(content: .text(text)) }
    /// A link to a record.
    public static func link(_ text: String, to path: String) -> Cell {
      Cell(content: .link(text, path: path))
    }
    /// Nothing to tell, which is not the same as nought.
    public static let none = Cell(content: .nothing)
  }

  /// One record.
  public struct Row: Sendable, ExpressibleByArrayLiteral {
    /// How a row is marked; what it means also stands in a cell.
    public enum Tone: String, Sendable, Hashable, CaseIterable {
      /// An ordinary row.
      case plain
      /// A row that matters less, such as a day off.
      case quiet
      /// A row to look at.
      case attention
    }

    let cells: [Cell]
    let tone: Tone

    /// A record, with a cell for each column.
    public init(_ cells: [Cell], tone: Tone = .plain) {
      self.cells = cells
      self.tone = tone
    }

    /// A record, with a cell for each column.
    public init(arrayLiteral elements: Cell...) {
      self.init(elements)
    }
  }

  /// How close the rows stand.
  public enum Density: String, Sendable, Hashable, CaseIterable {
    /// Lists to read.
    case regular
    /// Sheets to work in, such as the days of a month.
    case dense
  }

  /// What becomes of the table where the screen is narrow.
  public enum Narrow: Sendable, Hashable, CaseIterable {
    /// It scrolls sideways, the first column in sight: for lists and sheets that are compared row by row.
    case scrolls
    /// Each row becomes a small card that names its values: for a few rows with sentences in them.
    case stacks
  }

  /// The table.
  ///
  /// `id` is unique in the page; `totals` are the rows below the line; `note` explains marks and sources.
  public static func draw(
    id: String,
    caption: String,
    columns: [Column],
    rows: [Row],
    totals: [Row] = [],
    note: HTML = .empty,
    density: Density = .regular,
    narrow: Narrow = .scrolls
  ) -> HTML {
    let region = TableRegion(id: id, caption: caption, above: .empty, note: note)
    if narrow == .stacks, !rows.isEmpty {
      return region.around(
        classes: "data-table \(density.rawValue) stacked",
        role: "table",
        StackedParts.rows(rows, totals: totals, columns)
      )
    }
    let heads = columns.map { DataTableParts.head($0) }
    let body =
      rows.isEmpty
      ? DataTableParts.nothing(columnCount: columns.count)
      : DataTableParts.rows(rows, columns)
    let foot: HTML =
      totals.isEmpty ? .empty : "<tfoot>\(DataTableParts.rows(totals, columns))</tfoot>"
    return region.around(
      classes: "data-table \(density.rawValue)",
      "<thead><tr>\(heads)</tr></thead><tbody>\(body)</tbody>\(foot)"
    )
  }
}
