/// A part of a report, before it is drawn as Markdown or HTML; the same parts make both.
enum ReportBlock: Hashable, Sendable {
  case heading(String)
  case subheading(String)
  case paragraph(String)
  case facts([ReportFact])
  case table(ReportTable)
  case list([String])
}

/// A term and what it is.
struct ReportFact: Hashable, Sendable {
  let term: String
  let text: String

  init(_ term: String, _ text: String) {
    self.term = term
    self.text = text
  }
}

/// A table of a report; the first column names the row.
struct ReportTable: Hashable, Sendable {
  enum Column: Hashable, Sendable {
    case words(String)
    case number(String)

    var title: String {
      switch self {
      case .words(let title), .number(let title): title
      }
    }
  }

  let caption: String
  let columns: [Column]
  let rows: [[ReportCell]]
}

/// What stands in one place of a table: a text, and the measure that it leads to on a page.
struct ReportCell: Hashable, Sendable {
  let text: String
  let measure: MeasureID?

  init(_ text: String, measure: MeasureID? = nil) {
    self.text = text
    self.measure = measure
  }
}
