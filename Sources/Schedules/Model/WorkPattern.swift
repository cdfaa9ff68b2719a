package import CivilTime
package import People
package import Store
package import WorkingTimeRules

/// 勤務時間の型 – hours that an employer offers beside the standard day; once offered, they never change.
package struct WorkPattern: Sendable, Hashable {
  /// What a pattern is for.
  package enum Kind: String, SQLStorable, Hashable, CaseIterable {
    /// 早出遅出勤務 (人事院規則10―11第3条、第13条): the full hours of a day, earlier or later.
    case earlyLate = "early-late"
    /// 短時間勤務 (育児休業法第12条、勤務時間法第5条第2項): fewer hours a week.
    case shortTime = "short-time"

    /// The word in the user interface.
    package var japanese: String {
      switch self {
      case .earlyLate: "早出遅出勤務"
      case .shortTime: "短時間勤務"
      }
    }
  }

  /// The weekdays that can have hours.
  package static let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

  /// Its identifier.
  package let id: RecordID<WorkPattern>
  /// Who offers it.
  package let employer: RecordID<Employer>
  /// What it is for.
  package let kind: Kind
  /// Its name, such as 早出A.
  package let name: String
  /// The hours of each weekday that has some.
  package let days: [Weekday: DayHours]

  /// A pattern.
  package init(
    id: RecordID<WorkPattern>,
    employer: RecordID<Employer>,
    kind: Kind,
    name: String,
    days: [Weekday: DayHours]
  ) {
    self.id = id
    self.employer = employer
    self.kind = kind
    self.name = name
    self.days = days
  }

  /// The hours of a week.
  package var week: Minutes { days.values.reduce(.zero) { $0 + $1.duty } }
}

/// 型の選択 – that somebody works by a pattern, or by the standard day again, from one day to another.
package struct PatternChoice: Sendable, Hashable {
  /// Its identifier; the later record goes before the earlier one.
  package let id: RecordID<PatternChoice>
  /// The pattern; nil for the standard day.
  package let pattern: WorkPattern?
  /// The first day.
  package let from: CivilDate
  /// The last day; nil until further notice.
  package let to: CivilDate?
  /// Why.
  package let reason: String
  /// When it was recorded.
  package let recordedAt: Instant

  /// A choice.
  package init(
    id: RecordID<PatternChoice>,
    pattern: WorkPattern?,
    from: CivilDate,
    to: CivilDate?,
    reason: String,
    recordedAt: Instant
  ) {
    self.id = id
    self.pattern = pattern
    self.from = from
    self.to = to
    self.reason = reason
    self.recordedAt = recordedAt
  }

  /// Whether it holds on a day.
  package func covers(_ date: CivilDate) -> Bool {
    from <= date && to.map { date <= $0 } ?? true
  }
}
