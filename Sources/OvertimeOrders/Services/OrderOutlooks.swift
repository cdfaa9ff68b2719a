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
  private let awaited: [RecordID<Employee>: [Protection]]
  /// The claims of the whole periods of restrictions, whose limits run beyond the days of the list.
  private let claimed: [RecordID<Employee>: [Protection.Day]]

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
    awaited = try question.awaited(employees, span, connection)
    claimed = try Self.claimed(
      protections.merging(awaited) { $0 + $1 }.mapValues {
        $0.filter { $0.kind == .restriction }.map(\.period)
      },
      on: connection
    )
  }

  private static func claimed(
    _ periods: [RecordID<Employee>: [ClosedRange<CivilDate>]],
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [Protection.Day]] {
    let all = periods.values.joined()
    guard let first = all.map(\.lowerBound).min(), let last = all.map(\.upperBound).max() else { return [:] }
    let people = periods.filter { !$0.value.isEmpty }.keys
    return try OvertimeRecords.declarations(of: people, in: first...last, on: connection).mapValues {
      claims in
      let newest = Dictionary(claims.map { ($0.date, $0.length) }, uniquingKeysWith: { $1 })
      return newest.map { Protection.Day($0.key, overtime: $0.value) }
    }
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
  ///
  /// Only the person reads what a protection is and by which article; everybody else what may be ordered, which is the
  /// same for all reasons.
  func warnings(_ subject: Subject, isOwn: Bool = false) -> [String] {
    let special = subject.isSpecial ? ["特例業務"] : []
    let standing = breaches(of: protections, subject)
    let waiting = breaches(of: awaited, subject)
    let told =
      isOwn
      ? standing.map { "\($0.kind.japanese)（\($0.citation)）" } + waiting.map { "確認を待つ請求：\($0.kind.japanese)" }
      : standing.map(\.plain) + waiting.map { "確認を待つ制限の請求：\($0.plain)" }
    return special + projection(subject).warnings + distinct(told)
  }

  private func distinct(_ words: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return words.filter { seen.insert(Array($0.utf8)).inserted }
  }

  /// What is ordered or waits on other days of the month without a claim yet.
  func planned(_ subject: Subject) -> Minutes {
    let month = subject.date.yearMonth
    let others = (days[subject.employee] ?? [:]).values.filter {
      $0.date.yearMonth == month && $0.claim == nil
    }
    return others.reduce(.zero) { sum, day in
      guard day.date == subject.date, !subject.isCounted else { return sum + day.expected }
      return sum + max(.zero, expected(subject) - subject.amount.length)
    }
  }

  /// What the day of the subject comes to, with what else is ordered or waits for it.
  private func expected(_ subject: Subject) -> Minutes {
    guard !subject.isCounted, let day = days[subject.employee]?[subject.date] else {
      return subject.amount.length
    }
    if let claim = day.claim { return max(claim.length, subject.amount.length) }
    return day.expected(asking: subject.amount, as: subject.request)
  }

  /// The other days of somebody as a restriction counts them: what was claimed, and where nothing is claimed yet what is
  /// ordered or waits.
  private func others(_ subject: Subject) -> [Protection.Day] {
    let planned = (days[subject.employee] ?? [:]).values.filter { $0.claim == nil }.map { day in
      Protection.Day(day.date, overtime: day.expected)
    }
    return ((claimed[subject.employee] ?? []) + planned).filter { $0.date != subject.date }
  }

  private func added(_ subject: Subject) -> Minutes {
    guard !subject.isCounted else { return .zero }
    let claimed = days[subject.employee]?[subject.date]?.claim?.length ?? .zero
    return max(.zero, subject.amount.length - claimed)
  }

  /// What the day of the subject, with what was claimed and is planned besides, does not keep of the protections of that day.
  private func breaches(
    of protections: [RecordID<Employee>: [Protection]],
    _ subject: Subject
  ) -> [ProtectionBreach] {
    let month = subject.date.yearMonth
    let others = others(subject)
    let own = Protection.Day(
      subject.date,
      overtime: expected(subject),
      night: NightWork.minutes(of: subject.amount.worked?.all ?? [])
    )
    return (protections[subject.employee] ?? []).filter { $0.period.contains(subject.date) }.flatMap {
      protection in
      protection.breaches(in: protection.kind == .restriction ? others + [own] : [own]).filter { breach in
        switch breach.test {
        case .overtime(let other), .night(let other): other == month
        case .period: true
        }
      }
    }
  }
}

extension ProtectionBreach {
  /// What may be ordered, without why.
  fileprivate var plain: String {
    switch test {
    case .overtime where limit == .zero: "超過勤務を命じられません（災害などを除く）"
    case .overtime: "超過勤務は1か月\(limit.japanese)までしか命じられません"
    case .night: "深夜（22時から翌5時まで）の勤務を命じられません"
    case .period: "超過勤務は1年\(limit.japanese)までしか命じられません"
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
