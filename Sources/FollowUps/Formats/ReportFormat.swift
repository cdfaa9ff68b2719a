internal import Markup
internal import Plan

/// 報告の形式 – the forms in which a report is given away; all hold the same numbers.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// A document of its own, for print on A4.
  case html
  /// Plain text with tables.
  case markdown
  /// The figures alone, one a line.
  case csv
  /// Everything, for programs.
  case json

  /// The end of a file's name.
  public var fileExtension: String {
    switch self {
    case .html: "html"
    case .markdown: "md"
    case .csv: "csv"
    case .json: "json"
    }
  }

  /// The content type of the web.
  public var contentType: String {
    switch self {
    case .html: "text/html; charset=utf-8"
    case .markdown: "text/markdown; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .json: "application/json"
    }
  }

  func bytes(of report: ReadReport) throws -> [UInt8] {
    switch self {
    case .html: FollowUpHTML.document(report.document).bytes
    case .markdown: Array(FollowUpMarkdown.text(report.document).utf8)
    case .csv: try ReportCSV.bytes(report.content)
    case .json: ReportJSON.bytes(report)
    }
  }
}
