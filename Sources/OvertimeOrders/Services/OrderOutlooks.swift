internal import CivilTime
internal import People
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 命令の見込み – what ordering or claiming overtime would make of people's limits and protections.
///
/// Read once for all people of a list.
struct OrderOutlooks: Sendable {
  /// What is to be looked at.
  struct Subject: Sendable {
    let employee: RecordID<Employee>
    let date: CivilDate
    let amount: OvertimeDeclaration.Amount
    let isSpecial: Bool
    /// Which request it is, which must not be added twice; nil for a claim that counts already.
    let request: RecordID<OvertimeRequest>?
    let isCounted: Bool
  }

  private let days: [RecordID<Employee>: DayOrdersQuery.Days]
  private let totals: [RecordID<Employee>: [MonthTotal]]
  private let external: ExternalSpans
  private let protections: [RecordID<Employee>: [Protection]]

  /// - Parameter days: what stands for the days of the span, whose months are looked at whole.
  init(
    of employees: [RecordID<Employee>],
    in span: ClosedRange<CivilDate>,
    _ days: [RecordID<Employee>: DayOrdersQuery.Days],
    _ question: ProtectionQuestion,
    on connection: any SQLConnection
  ) throws {
    self.days = days
    external = try ExternalSpans(of: employees, on: connection)
    totals = try MonthTotalRecords.totals(
      of: employees,
      from: PersonLimitsQuery.firstMonth(for: span.lowerBound.yearMonth),
      to: span.upperBound.yearMonth,
      external,
      on: connection
    )
    protections = try question.protections(employees, span, connection)
  }

  /// Every limit of the month, as it is and with what is asked for and planned besides.
  func projection(_ subject: Subject) -> LimitProjection {
    let month = subject.date.yearMonth
    return LimitProjection(
      (totals[subject.employee] ?? []).map(\.monthlyOvertime),
      month: month,
      post: external.isExternal(subject.employee, month) ? .external : .ordinary,
      adding: planned(subject) + added(subject),
      isSpecial: subject.isSpecial
    )
  }

  /// What must not be decided in passing: limits that are or will be crossed, special work, protections.
  func warnings(_ subject: Subject) -> [String] {
    let special = subject.isSpecial ? ["特例業務"] : []
    return special + projection(subject).warnings + protectionWarnings(subject)
  }

  /// What is ordered or waits on other days of the month without a claim yet.
  func planned(_ subject: Subject) -> Minutes {
    let month = subject.date.yearMonth
    let others = (days[subject.employee] ?? [:]).values.filter {
      $0.date.yearMonth == month && $0.claim == nil
    }
    return others.reduce(.zero) { sum, day in
      let own = day.requests.first { $0.id == subject.request }
      let expected = day.expected - (own.map { $0.ordered?.length ?? $0.amount.length } ?? .zero)
      return sum + max(.zero, expected)
    }
  }

  private func added(_ subject: Subject) -> Minutes {
    guard !subject.isCounted else { return .zero }
    let claimed = days[subject.employee]?[subject.date]?.claim?.length ?? .zero
    return max(.zero, subject.amount.length - claimed)
  }

  private func protectionWarnings(_ subject: Subject) -> [String] {
    let ofDate = (protections[subject.employee] ?? []).filter { $0.period.contains(subject.date) }
    let others = (days[subject.employee] ?? [:]).values.compactMap { day in
      day.date == subject.date
        ? nil
        : day.claim.map {
          Protection.Day(day.date, overtime: $0.length, night: NightWork.minutes(of: $0.stretches))
        }
    }
    let own = Protection.Day(
      subject.date,
      overtime: subject.amount.length,
      night: NightWork.minutes(of: subject.amount.worked?.all ?? [])
    )
    return ofDate.compactMap { protection in
      let breaches = protection.breaches(in: others + [own])
      guard
        let breach = breaches.first(where: { $0.test != .overtime(in: subject.date.yearMonth) })
          ?? breaches.first
      else { return nil }
      return "\(protection.kind.japanese)（\(breach.citation)）"
    }
  }
}

/// 深夜の勤務 – how much of some stretches lies between 22:00 and 5:00.
enum NightWork {
  static func minutes(of stretches: [Range<ClockTime>]) -> Minutes {
    let day = 24 * 60
    let (start, end) = (PayFigures.nightStart.count, PayFigures.nightEnd.count)
    let nights = [0..<end, start..<day + end, day + start..<2 * day]
    return stretches.reduce(.zero) { sum, stretch in
      let minutes = stretch.lowerBound.minutesFromMidnight..<stretch.upperBound.minutesFromMidnight
      return sum + Minutes(nights.reduce(0) { $0 + $1.clamped(to: minutes).count })
    }
  }
}

extension Protection.Kind {
  fileprivate var japanese: String {
    switch self {
    case .exemption: "超過勤務の免除の期間"
    case .restriction: "超過勤務の制限を超える見込み"
    case .night: "深夜勤務の制限の期間"
    case .maternity: "妊産婦の制限の期間"
    }
  }
}
