public import Duties
public import Store

/// 報告できる取組 – a measure as the report form knows it.
public struct ReportableMeasure: Sendable, Hashable {
  /// The code of the plan.
  public let plan: String
  /// The measure: the original, also where an alias was asked for.
  public let id: String
  /// Its title.
  public let title: String
  /// What it asks, in a sentence or two.
  public let summary: String
  /// What a report without a duty asks for.
  public let kind: EvidenceKindID

  /// A measure to report about.
  public init(plan: String, id: String, title: String, summary: String, kind: EvidenceKindID) {
    self.plan = plan
    self.id = id
    self.title = title
    self.summary = summary
    self.kind = kind
  }
}

/// 取組の台帳 – finds measures of the plan in use; the plan, which lies above, hands it in.
public struct MeasureRegister: Sendable {
  /// The measure of an id, an alias' original included; nil when the plan has none.
  public let find: @Sendable (_ id: String, any SQLConnection) throws -> ReportableMeasure?

  /// A register.
  public init(_ find: @escaping @Sendable (_ id: String, any SQLConnection) throws -> ReportableMeasure?) {
    self.find = find
  }
}
