internal import CivilTime
internal import WorkingTimeRules

/// 振替等の判定 – whether a day can be moved for somebody, and what hours come of it.
struct MovePlanning: Sendable {
  /// Why a day cannot be moved.
  enum Fault: Sendable, Hashable {
    /// The rule itself.
    case rule(DayShift.Fault, DayShift)
    /// One of the days was moved before, which can still be taken back or not.
    case movedBefore(CivilDate, isCancellable: Bool)
    /// The day is a holiday, so that hours on it would be released at once.
    case workedOnHoliday(CivilDate)
    /// Not more than four hours lie on the day.
    case tooShort(CivilDate)
    /// The four hours would end after midnight.
    case afterMidnight
    /// The holiday and its compensatory day have different hours.
    case otherHours(Minutes, freed: Minutes)
    /// Too few days off, or too many duty days in a row, would be left.
    case balance(OffDayBalance.Fault)
  }

  /// The days on both sides of a moved one that its balance is looked at for.
  static let margin = 84
  private static let fourHours = Minutes(hours: 4)

  /// The person's days as they are; they must reach `margin` days beyond both days of a wish.
  let allotments: Allotments
  let today: CivilDate

  /// Whether a day can be worked at all for a shift: a day off, or a holiday for a compensatory day.
  func isFit(_ worked: CivilDate, for shift: DayShift) -> Bool {
    switch allotments[worked].kind {
    case .weekend, .unallotted: shift != .compensatoryDay
    case .holiday: shift == .compensatoryDay
    case .duty, .compensatory, .swappedOff: false
    }
  }

  /// The days that may be freed for a day that is worked: what can still be arranged and breaks no rule.
  func freeableDays(_ shift: DayShift, worked: CivilDate) -> [CivilDate] {
    shift.window(forWorkOn: worked).filter { today < $0 && isFreeable($0, shift, worked) }
  }

  private func isFreeable(_ freed: CivilDate, _ shift: DayShift, _ worked: CivilDate) -> Bool {
    let start = allotments[freed].hours?.span.lowerBound ?? .midnight
    let kind: MoveWish.Kind =
      switch shift {
      case .wholeDay: .wholeDay
      case .fourHours: .fourHours(.start, from: start)
      case .compensatoryDay: .compensatoryDay
      }
    return (try? move(MoveWish(kind: kind, worked: worked, freed: freed))) != nil
  }

  /// What comes of a wish.
  ///
  /// - Throws: ``Broken`` with every rule that it breaks.
  func move(_ wish: MoveWish) throws(Broken) -> MovedDay.Move {
    let faults = dayFaults(wish)
    guard faults.isEmpty, let hours = allotments[wish.freed].hours else { throw Broken(faults: faults) }
    let move: MovedDay.Move
    switch wish.kind {
    case .wholeDay: move = .wholeDay(hours)
    case .fourHours(let part, let start): move = try Self.fourHours(of: hours, part, start, on: wish.freed)
    case .compensatoryDay: move = .compensatoryDay
    }
    if let fault = balanceFault(wish) { throw Broken(faults: [.balance(fault)]) }
    return move
  }

  /// Why a wish comes to nothing.
  struct Broken: Error, Sendable, Hashable {
    let faults: [Fault]
  }

  private func dayFaults(_ wish: MoveWish) -> [Fault] {
    let shift = wish.kind.shift
    let (worked, freed) = (allotments[wish.worked], allotments[wish.freed])
    let before = [wish.worked, wish.freed].compactMap { date in
      allotments.moves.first { $0.touches(date) }.map { moved in
        Fault.movedBefore(date, isCancellable: moved.isCancellable(asOf: today))
      }
    }
    if !before.isEmpty { return before }
    let offDays = [worked, freed].filter { !$0.date.weekday.isWeekend && $0.hours == nil }.map(\.date)
    let fault = shift.fault(
      worked: wish.worked,
      freed: wish.freed,
      arrangedOn: today,
      offDays: Set(offDays),
      holidays: Set([worked, freed].filter(\.isHoliday).map(\.date))
    )
    if let fault { return [.rule(fault, shift)] }
    if !freed.isDuty { return [.rule(.freedDayUnfit, shift)] }
    if shift != .compensatoryDay, worked.isHoliday || DutyCalendar().isHoliday(wish.worked) {
      return [.workedOnHoliday(wish.worked)]
    }
    let (work, rest) = (worked.hours?.duty ?? .zero, freed.hours?.duty ?? .zero)
    return shift == .compensatoryDay && work != rest ? [.otherHours(work, freed: rest)] : []
  }

  /// Four hours taken from the start or the end of a day, its break apart, and worked in one stretch on another.
  private static func fourHours(
    of hours: DayHours,
    _ part: MoveWish.Part,
    _ start: ClockTime,
    on freed: CivilDate
  ) throws(Broken) -> MovedDay.Move {
    guard hours.duty > fourHours, let staying = remainder(of: hours, without: part) else {
      throw Broken(faults: [.tooShort(freed)])
    }
    guard let end = start.advanced(by: fourHours), end.minutesFromMidnight <= 24 * 60,
      let worked = DayHours(start..<end)
    else { throw Broken(faults: [.afterMidnight]) }
    return .fourHours(worked, staying: staying)
  }

  /// The day without its first or last four hours of duty.
  private static func remainder(of hours: DayHours, without part: MoveWish.Part) -> DayHours? {
    let times = (hours.span.lowerBound.minutesFromMidnight..<hours.span.upperBound.minutesFromMidnight)
      .compactMap { ClockTime(minutesFromMidnight: $0) }
    let duty = times.filter { time in !hours.breaks.contains { $0.contains(time) } }
    let staying = part == .start ? duty.dropFirst(fourHours.count) : duty.dropLast(fourHours.count)
    guard let first = staying.first, let end = staying.last?.advanced(by: Minutes(1)) else { return nil }
    return DayHours(first..<end, breaks: hours.breaks.filter { first < $0.lowerBound && $0.upperBound < end })
  }

  private func balanceFault(_ wish: MoveWish) -> OffDayBalance.Fault? {
    guard wish.kind.shift != .compensatoryDay else { return nil }
    let isWhole = wish.kind.shift == .wholeDay
    let first = min(wish.worked, wish.freed).adding(days: -27)
    let days = first...max(wish.worked, wish.freed).adding(days: 27)
    return OffDayBalance(days) { date in
      if date == wish.worked { return true }
      if date == wish.freed, isWhole { return false }
      return allotments[date].hours != nil
    }.faults.first
  }
}

extension MovePlanning.Fault {
  /// What is wrong and what would be right.
  var japanese: String {
    switch self {
    case .rule(let fault, let shift): fault.explanation(of: shift)
    case .movedBefore(let date, true):
      "\(date.japanese)は、すでに振替などをした日です。その記録を取り消してから、もう一度入力してください。"
    case .movedBefore(let date, false):
      "\(date.japanese)は、すでに振替などをした日です。2つの日のどちらかが来たため、その記録は取り消せません。別の日を選んでください。"
    case .workedOnHoliday(let date): "\(date.japanese)は祝日に当たるため、勤務時間を移せません。別の日を選んでください。"
    case .tooShort(let date): "\(date.japanese)の勤務時間は4時間以下です。4時間を超える勤務日を選んでください。"
    case .afterMidnight: "4時間が24:00までに終わるように、始まる時刻を早めてください。"
    case .otherHours(let work, let rest):
      "休日の勤務時間は\(work.japanese)、選んだ日の勤務時間は\(rest.japanese)です。同じ時間数の勤務日を選んでください。"
    case .balance(.tooFewDaysOff(let from, let daysOff)):
      "\(from.japaneseShort)からの4週間の週休日が\(daysOff)日になります。4日以上になるように、近い日を選んでください。"
    case .balance(.tooManyDutyDays(let from, let count)):
      "\(from.japaneseShort)から勤務日が\(count)日続きます。24日以内になるように、近い日を選んでください。"
    }
  }

  /// The control that is to be mended.
  var field: String {
    switch self {
    case .rule(.workedDayUnfit, _), .workedOnHoliday: "worked"
    case .afterMidnight: "from"
    default: "freed"
    }
  }
}
