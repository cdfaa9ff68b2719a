/// 面接指導の要否 – whether the head must have a doctor see the person.
public enum InterviewDuty: String, CaseIterable, Hashable, Sendable {
  /// 申出がなくても行う
  case mandatory
  /// 申出により行う
  case onRequest = "on-request"
  /// 行う義務はない
  case none
}
