package import CivilTime
package import People
package import Store
package import WorkingTimeRules

/// 振替等の申出 – that somebody wishes to have a day moved.
package struct MoveRequest: Sendable, Hashable {
  /// Its identifier.
  package let id: RecordID<MoveRequest>
  /// Who asks.
  package let employee: RecordID<Employee>
  /// What is wished.
  package let wish: MoveWish
  /// Why.
  package let reason: String
  /// When it was sent.
  package let at: Instant
  /// What was decided; nil while it waits.
  package let decision: RequestDecision?
}

/// What is entered to move a day, by the person or for the person.
package struct MoveWish: Sendable, Hashable {
  /// Which four hours of a day are moved (人事院規則15―14第6条第3項).
  package enum Part: String, SQLStorable, Hashable, CaseIterable {
    /// Those from the start of the day on.
    case start
    /// Those up to its end.
    case end

    /// The words of the user interface.
    package var japanese: String {
      switch self {
      case .start: "始業からの4時間"
      case .end: "終業までの4時間"
      }
    }
  }

  /// What is moved.
  package enum Kind: Sendable, Hashable {
    /// 週休日の振替.
    case wholeDay
    /// 4時間の割振り変更: which four hours, and from when they are worked.
    case fourHours(Part, from: ClockTime)
    /// 代休日の指定.
    case compensatoryDay

    /// The rule.
    package var shift: DayShift {
      switch self {
      case .wholeDay: .wholeDay
      case .fourHours: .fourHours
      case .compensatoryDay: .compensatoryDay
      }
    }
  }

  /// What is moved.
  package let kind: Kind
  /// 勤務する日.
  package let worked: CivilDate
  /// 勤務しないこととする日.
  package let freed: CivilDate

  /// All by which it differs from others.
  var parts: [String] {
    let days = [kind.shift.word, worked.iso, freed.iso]
    guard case .fourHours(let part, let from) = kind else { return days }
    return days + [part.rawValue, from.padded]
  }
}
