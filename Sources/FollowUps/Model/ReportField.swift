public import CivilTime
public import Store

/// 記入欄 – what the secretariat writes about a measure or a target.
public enum ReportField: String, SQLStorable, Hashable, CaseIterable {
  /// 実施したこと
  case done
  /// 次の取組
  case next
  /// 達成・未達成の理由
  case reason
  /// 分析
  case analysis

  /// Its name on pages.
  public var japanese: String {
    switch self {
    case .done: "実施したこと"
    case .next: "次の取組"
    case .reason: "達成・未達成の理由"
    case .analysis: "分析と対応"
    }
  }

  /// How many characters it takes.
  static let most = 2000
}

/// 記入 – a text as it was written; a later one stands beside it.
public struct ReportText: Sendable, Hashable {
  /// About which measure or target.
  public let subject: ReportSubject
  /// In which field.
  public let field: ReportField
  /// The first one is 1.
  public let revision: Int
  /// The text; empty when it was taken back.
  public let text: String
  /// When it was written.
  public let at: Instant
  /// The account that wrote it.
  let by: Int64
}

/// 記入の集まり – the newest text of each field.
struct ReportTexts: Sendable, Hashable {
  private let newest: [ReportSubject: [ReportField: ReportText]]

  init(_ texts: [ReportText]) {
    var newest: [ReportSubject: [ReportField: ReportText]] = [:]
    for text in texts where text.revision > (newest[text.subject]?[text.field]?.revision ?? 0) {
      newest[text.subject, default: [:]][text.field] = text
    }
    self.newest = newest
  }

  func text(_ subject: ReportSubject, _ field: ReportField) -> ReportText? {
    newest[subject]?[field]
  }

  /// The words; nil when there are none.
  func words(_ subject: ReportSubject, _ field: ReportField) -> String? {
    text(subject, field).flatMap { text in text.text.isEmpty ? nil : text.text }
  }
}
