internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

extension Protection.Kind: SQLStorable {
  /// What may be asked for, in the words of the rules.
  var japanese: String {
    switch self {
    case .exemption: "超過勤務の免除"
    case .restriction: "超過勤務の制限（1か月24時間・1年150時間）"
    case .night: "深夜勤務の制限"
    case .maternity: "妊産婦の超過勤務・深夜勤務の制限"
    }
  }

  /// What it comes to for orders, each by itself.
  ///
  /// What protects a pregnant person is told as two others, so that nobody reads the reason from it.
  var barred: [Protection.Kind] { self == .maternity ? [.exemption, .night] : [self] }

  /// What it means for orders, without why.
  var plain: String {
    switch self {
    case .exemption: "超過勤務を命じられません（災害などを除く）"
    case .restriction: "超過勤務は1か月24時間、1年150時間までです"
    case .night: "深夜（22時から翌5時まで）の勤務を命じられません"
    case .maternity: barred.map(\.plain).joined(separator: "。")
    }
  }

  /// Whether it stands from the request on, whether anybody has confirmed it or not (人事院規則10―7第4条).
  var standsOnRequest: Bool { self == .maternity }

  /// The longest period of one request, in months; nil where none is set.
  var mostMonths: Int? {
    switch self {
    case .exemption, .restriction: 12
    case .night: 6
    case .maternity: nil
    }
  }

  /// The last day on which a request is in time; nil where none is set.
  func lastDayToAsk(for start: CivilDate) -> CivilDate? {
    switch self {
    case .exemption, .restriction: start.adding(days: -1)
    case .night: start.monthBefore
    case .maternity: nil
    }
  }

  /// Whether the head may decline (人事院規則10―7第4条 knows no ground).
  var mayBeDeclined: Bool { self != .maternity }
}

extension CivilDate {
  /// The same day of the month before, or its last.
  fileprivate var monthBefore: CivilDate {
    let before = yearMonth.adding(months: -1)
    return before.firstDay.adding(days: min(day, before.dayCount) - 1)
  }
}

/// 制限の請求 – that somebody asks to be protected from overtime or night work for a period.
struct ProtectionRequest: Sendable, Hashable {
  /// What became of it.
  enum State: Sendable, Hashable {
    case waiting
    case confirmed
    case declined(Ground)
    case withdrawn
  }

  /// Why a head may decline (人事院規則10―11).
  enum Ground: String, SQLStorable, Hashable, CaseIterable {
    case obstruction
    case cover

    var japanese: String {
      switch self {
      case .obstruction: "公務の運営に支障がある"
      case .cover: "業務を処理するための措置を講ずることが著しく困難である"
      }
    }
  }

  /// A step after the request.
  enum Step: String, SQLStorable, Hashable, CaseIterable {
    case confirmed
    case declined
    /// The person ends it, or takes it back before it began.
    case ended
  }

  let id: RecordID<ProtectionRequest>
  let employee: RecordID<Employee>
  let kind: Protection.Kind
  let asked: ClosedRange<CivilDate>
  let receivedOn: CivilDate
  /// The last day, if the person has ended it early; before the first day where it never began.
  let endedOn: CivilDate?
  let state: State
  /// How many steps there are, for forms.
  let revision: Int

  /// Whether it came later than the rule asks; it is kept all the same.
  var isLate: Bool { kind.lastDayToAsk(for: asked.lowerBound).map { $0 < receivedOn } ?? false }

  /// Whether it stands against another: exemption and restriction do not overlap (人事院規則10―11第10条).
  func bars(_ other: Protection.Kind, during period: ClosedRange<CivilDate>) -> Bool {
    let ofOvertime: Set<Protection.Kind> = [.exemption, .restriction]
    let isOpen = state == .waiting || state == .confirmed
    return isOpen && ofOvertime.contains(kind) && ofOvertime.contains(other) && asked.overlaps(period)
      && (endedOn.map { $0 >= period.lowerBound } ?? true)
  }

  /// The first day on which it can hold.
  ///
  /// Where the rule knows no ground to decline it holds at its receipt. Others are asked for by the day before they
  /// begin at the latest (人事院規則10―11第6条・第9条・第10条): a late one holds from the day after its receipt on, and what
  /// was ordered before keeps to the rule.
  var holdsFrom: CivilDate {
    max(asked.lowerBound, kind.standsOnRequest ? receivedOn : receivedOn.adding(days: 1))
  }

  /// The protection as it stands: once confirmed, or from its receipt where the rule knows no ground to decline; nil
  /// where it never began.
  var protection: Protection? {
    switch state {
    case .confirmed: wanted
    case .waiting: kind.standsOnRequest ? wanted : nil
    case .declined, .withdrawn: nil
    }
  }

  /// Whether it waits, or stands in a fiscal year or later.
  func concerns(_ year: FiscalYear) -> Bool {
    state == .waiting || protection.map { $0.period.upperBound >= year.firstDay } ?? false
  }

  /// What is asked for and has no effect yet; nil once somebody has decided.
  var awaited: Protection? { state == .waiting && !kind.standsOnRequest ? wanted : nil }

  private var wanted: Protection? {
    let last = min(lastDay, asked.upperBound)
    return holdsFrom <= last ? Protection(kind, during: holdsFrom...last) : nil
  }

  /// The last day, as it was asked for or as the person has ended it since.
  var lastDay: CivilDate { endedOn ?? asked.upperBound }
}

/// 命じられない勤務 – what may not be ordered to somebody and when, from whatever requests it comes.
struct OrderBar: Sendable, Hashable {
  let kind: Protection.Kind
  let period: ClosedRange<CivilDate>

  /// The bars of one person; periods that follow one another are told as one, as of requests made again.
  static func bars(of protections: [Protection]) -> [OrderBar] {
    let each = protections.flatMap { protection in
      protection.kind.barred.map { OrderBar(kind: $0, period: protection.period) }
    }
    let kinds = Dictionary(grouping: each, by: \.kind)
    return Protection.Kind.allCases.flatMap { kind in
      (kinds[kind] ?? []).sorted { $0.period.lowerBound < $1.period.lowerBound }.reduce(into: []) {
        bars,
        next in
        guard let last = bars.last, next.period.lowerBound <= last.period.upperBound.adding(days: 1) else {
          return bars.append(next)
        }
        let end = max(last.period.upperBound, next.period.upperBound)
        bars[bars.count - 1] = OrderBar(kind: kind, period: last.period.lowerBound...end)
      }
    }
  }
}

/// 制限の使用状況 – what somebody has worked under a protection.
struct ProtectionUse: Sendable, Hashable {
  /// 注意の割合: from here on a restriction is near its limit, in percent; our own mark.
  static let nearPercent = 80

  let breaches: [ProtectionBreach]
  /// Months, and the whole period, whose overtime is near the restriction's limit and still within it.
  let near: [Near]

  /// Overtime near a limit.
  struct Near: Sendable, Hashable {
    /// The month; nil for the whole period.
    let month: YearMonth?
    let overtime: Minutes
    let limit: Minutes

    init?(_ overtime: Minutes, in month: YearMonth?, limit: Minutes) {
      guard overtime <= limit, overtime.count * 100 >= limit.count * ProtectionUse.nearPercent else {
        return nil
      }
      self.month = month
      self.overtime = overtime
      self.limit = limit
    }

    var explanation: String {
      let work = month.map { "\($0.japanese)の超過勤務は" } ?? "制限の期間の超過勤務は合計"
      return "\(work)\(overtime.japanese)で、\(limit.japanese)に近づいています。"
    }
  }

  init(_ protection: Protection, days: [Protection.Day]) {
    breaches = protection.breaches(in: days)
    guard protection.kind == .restriction else {
      near = []
      return
    }
    let own = days.filter { protection.period.contains($0.date) }
    let sum = { (days: [Protection.Day]) in days.reduce(Minutes.zero) { $0 + $1.overtime } }
    let months = Dictionary(grouping: own, by: \.date.yearMonth).sorted { $0.key < $1.key }
    near =
      months.compactMap { Near(sum($0.value), in: $0.key, limit: Protection.restrictedMonth.newest.amount) }
      + [Near(sum(own), in: nil, limit: Protection.restrictedYear.newest.amount)].compactMap { $0 }
  }
}
