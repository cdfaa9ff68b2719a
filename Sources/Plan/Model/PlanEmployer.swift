/// 特定事業主: one of the employers that share the plan; results can be split by it.
public struct PlanEmployer: Hashable, Sendable {
  /// The lasting code, such as `soumu`: ASCII letters, digits and single hyphens.
  public let code: String
  /// The employer's name in Japanese, such as 総務省.
  public let name: String
  /// The office that issues the plan for this employer, such as 総務大臣.
  public let issuer: String
}
