package import CivilTime
package import People
package import Store

/// 早出遅出・短時間勤務の申出 – that somebody wishes to work by a pattern.
package struct PatternRequest: Sendable, Hashable {
  /// Its identifier.
  package let id: RecordID<PatternRequest>
  /// Who asks.
  package let employee: RecordID<Employee>
  /// The pattern; nil for the standard day again.
  package let pattern: WorkPattern?
  /// The first day.
  package let from: CivilDate
  /// The last day; nil until further notice.
  package let to: CivilDate?
  /// Why.
  package let reason: String
  /// When it was sent.
  package let at: Instant
  /// What was decided; nil while it waits.
  package let decision: RequestDecision?

  /// A request.
  package init(
    id: RecordID<PatternRequest>,
    employee: RecordID<Employee>,
    pattern: WorkPattern?,
    from: CivilDate,
    to: CivilDate?,
    reason: String,
    at: Instant,
    decision: RequestDecision?
  ) {
    self.id = id
    self.employee = employee
    self.pattern = pattern
    self.from = from
    self.to = to
    self.reason = reason
    self.at = at
    self.decision = decision
  }

  /// The first day that follows it when it is granted: what was asked for may have begun while it waited.
  func start(asOf today: CivilDate) -> CivilDate { max(from, today) }
}

/// What is entered to choose a pattern, by the person or for the person.
struct PatternWish: Sendable, Hashable {
  let pattern: RecordID<WorkPattern>?
  let from: CivilDate
  let to: CivilDate?
  let reason: String

  /// All by which it differs from others.
  var parts: [String] { [pattern.map { "\($0)" } ?? "", from.iso, to?.iso ?? "", reason] }
}
