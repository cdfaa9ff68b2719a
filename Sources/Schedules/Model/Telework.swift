package import CivilTime
package import People
package import Store

/// テレワーク – a day on which somebody wishes, or is ordered, to work at home.
package struct Telework: Sendable, Hashable {
  /// How much of the day.
  package enum Extent: Sendable, Hashable {
    /// 正規の勤務時間の全部: what the allowance counts.
    case whole
    /// A part of the day.
    case part(Range<ClockTime>)
  }

  /// 希望・命令の結果 – what became of it.
  package enum Outcome: String, SQLStorable, Hashable, CaseIterable {
    /// 命令.
    case ordered
    /// 認めない: only with a reason.
    case refused

    /// The word in the user interface.
    package var japanese: String {
      switch self {
      case .ordered: "命令"
      case .refused: "認めない"
      }
    }
  }

  /// Its identifier.
  package let id: RecordID<Telework>
  /// Who works at home.
  package let employee: RecordID<Employee>
  /// The day.
  package let date: CivilDate
  /// How much of it.
  package let extent: Extent
  /// When it was asked for, or ordered without having been asked for.
  package let at: Instant
  /// What was decided; nil while it waits.
  package let decision: Decision?
  /// Why it was taken back; nil while it stands.
  package let cancellation: String?

  /// What was decided, with why; the reason is empty where it was ordered without a word.
  package struct Decision: Sendable, Hashable {
    /// What became of it.
    package let outcome: Outcome
    /// Why.
    package let reason: String
    /// The name of the account that decided.
    package let by: String
  }

  /// Whether it is ordered and was not taken back.
  package var isOrdered: Bool { decision?.outcome == .ordered && cancellation == nil }

  /// Whether it waits for a decision.
  package var isWaiting: Bool { decision == nil && cancellation == nil }

  /// Whether another wish for the day would be one too many.
  package var isAlive: Bool { isOrdered || isWaiting }
}
