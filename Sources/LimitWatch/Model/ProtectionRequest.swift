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

  /// What it means for orders, without why.
  var plain: String {
    switch self {
    case .exemption: "超過勤務を命じられません（災害などを除く）"
    case .restriction: "超過勤務は1か月24時間、1年150時間までです"
    case .night: "深夜（22時から翌5時まで）の勤務を命じられません"
    case .maternity: "超過勤務と深夜の勤務を命じられません"
    }
  }

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

  /// The protection as it stands; nil unless confirmed, and where it never began.
  var protection: Protection? {
    guard state == .confirmed else { return nil }
    let last = min(endedOn ?? asked.upperBound, asked.upperBound)
    return asked.lowerBound <= last ? Protection(kind, during: asked.lowerBound...last) : nil
  }
}

/// 制限の使用状況 – what somebody has worked under a protection.
struct ProtectionUse: Sendable, Hashable {
  /// 注意の割合: from here on a restriction is near its limit, in percent; our own mark.
  static let nearPercent = 80

  let breaches: [ProtectionBreach]
  /// The month whose overtime is near the restriction's limit and still within it, with that overtime.
  let near: [NearMonth]

  /// A month near the limit.
  struct NearMonth: Sendable, Hashable {
    let month: YearMonth
    let overtime: Minutes
  }

  init(_ protection: Protection, days: [Protection.Day]) {
    breaches = protection.breaches(in: days)
    let limit = Protection.restrictedMonth.newest.amount
    let own = days.filter { protection.period.contains($0.date) }
    let months = Dictionary(grouping: own, by: \.date.yearMonth).mapValues { days in
      days.reduce(Minutes.zero) { $0 + $1.overtime }
    }
    near =
      protection.kind == .restriction
      ? months.filter { $0.value <= limit && $0.value.count * 100 >= limit.count * Self.nearPercent }
        .map { NearMonth(month: $0.key, overtime: $0.value) }.sorted { $0.month < $1.month } : []
  }
}
