public import CivilTime
public import People
public import Store
public import WorkingTimeRules

/// 制限の照会 – asks whoever keeps them for people's protections from overtime and night work; the roof introduces them.
public struct ProtectionQuestion: Sendable {
  /// Answers with the protections that touch the days, for those who have any.
  public typealias Answer =
    @Sendable (
      _ employees: [RecordID<Employee>], _ days: ClosedRange<CivilDate>, _ connection: any SQLConnection
    ) throws -> [RecordID<Employee>: [Protection]]

  let protections: Answer
  /// Answers with those that are asked for and nobody has decided yet.
  let awaited: Answer

  /// A question with whoever answers it.
  public init(_ answer: @escaping Answer, awaited: @escaping Answer = { _, _, _ in [:] }) {
    protections = answer
    self.awaited = awaited
  }

  /// Where nobody keeps protections.
  public static let unasked = ProtectionQuestion { _, _, _ in [:] }
}
