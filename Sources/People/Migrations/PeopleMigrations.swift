public import Store

/// 職員・組織の表 – the schema of who works where.
public enum PeopleMigrations: Sendable {
  /// All steps, in order.
  public static let all = [organization, staff, imports, revision]
}
