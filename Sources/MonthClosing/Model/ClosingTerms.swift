package import CivilTime

/// 締切日の定め – until which duty day of the next month each step is to be done; an employer sets its own.
package struct ClosingTerms: Sendable, Hashable {
  /// 本人の確認, as the n-th duty day.
  package let confirm: Int
  /// 点検, as the n-th duty day.
  package let check: Int
  /// 確定, as the n-th duty day.
  package let approve: Int
  /// The n-th duty day after which the employer may close what is still open.
  package let timeOut: Int

  /// The latest duty day that may be set: every month has as many.
  package static let latest = 16
  /// What counts where an employer has set nothing.
  package static let usual = ClosingTerms(usual: ())

  private init(usual: Void) {
    (confirm, check, approve, timeOut) = (3, 5, 7, 10)
  }

  /// Terms, or nil where a step is not due after the one before it.
  package init?(confirm: Int, check: Int, approve: Int, timeOut: Int) {
    guard 1 <= confirm, confirm < check, check < approve, approve < timeOut, timeOut <= Self.latest else {
      return nil
    }
    (self.confirm, self.check, self.approve, self.timeOut) = (confirm, check, approve, timeOut)
  }
}

/// 期限 – the days until which the steps of one person's month are due.
package struct ClosingDues: Sendable, Hashable {
  package let confirm: CivilDate
  package let check: CivilDate
  package let approve: CivilDate
  /// From the day after it on, the employer may close the month.
  package let timeOut: CivilDate

  /// How many duty days the employee has after a return.
  static let daysAfterReturn = 2

  /// The days of a month; after a return, all that is left moves so far that the employee has time to answer.
  package init(_ terms: ClosingTerms, of month: YearMonth, returnedOn: CivilDate? = nil) {
    let days = Self.dutyDays(after: month.lastDay, count: ClosingTerms.latest)
    guard let returnedOn else {
      self.init(terms, days: days, shift: 0)
      return
    }
    let answer = Self.dutyDays(after: returnedOn, count: Self.daysAfterReturn)
    let last = answer.last ?? returnedOn
    guard days[terms.confirm - 1] < last else {
      self.init(terms, days: days, shift: 0)
      return
    }
    let later = answer + Self.dutyDays(after: last, count: ClosingTerms.latest)
    self.init(terms, days: later, shift: Self.daysAfterReturn - terms.confirm)
  }

  /// - Parameter shift: how many duty days each step moves within the days given.
  private init(_ terms: ClosingTerms, days: [CivilDate], shift: Int) {
    confirm = days[terms.confirm - 1 + shift]
    check = days[terms.check - 1 + shift]
    approve = days[terms.approve - 1 + shift]
    timeOut = days[terms.timeOut - 1 + shift]
  }

  private static func dutyDays(after date: CivilDate, count: Int) -> [CivilDate] {
    let calendar = DutyCalendar()
    var days: [CivilDate] = []
    var day = date
    for _ in 0..<count {
      day = calendar.nextDutyDay(after: day)
      days.append(day)
    }
    return days
  }
}
