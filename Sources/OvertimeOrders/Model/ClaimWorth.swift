internal import CivilTime
internal import Schedules
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 申告の値 – what the claim of a day comes to in overtime and in pay, so that two can be compared.
struct ClaimWorth: Sendable, Hashable {
  /// What lies outside regular hours.
  let overtime: Minutes
  /// The minutes of each pay class, 休日給 too, times its rate in percent.
  let pay: Int

  /// - Parameters:
  ///   - allotments: of the day and the next one, into which a night reaches.
  ///   - arrival: when the person first came, where the day has no regular hours.
  init(
    _ amount: OvertimeDeclaration.Amount,
    on date: CivilDate,
    _ allotments: Allotments,
    arrival: ClockTime?
  ) {
    let claim = OvertimeDeclaration(
      id: RecordID(0),
      date: date,
      amount: amount,
      isSpecial: false,
      reason: "",
      recordedAt: Instant(milliseconds: 0)
    )
    overtime = amount.length
    pay = [date.yearMonth, date.yearMonth.adding(months: 1)].reduce(0) { sum, month in
      let pay = PersonPay(
        month,
        claims: [claim],
        allotments: allotments,
        firstArrivals: arrival.map { [date: $0] } ?? [:],
        isManagerial: { _ in false }
      )
      return pay.total.nonZero.reduce(sum) { $0 + $1.minutes.count * $1.payClass.percent }
    }
  }

  /// Whether it is less in overtime or in pay than what was claimed (下方の修正).
  func isLess(than claimed: ClaimWorth) -> Bool {
    overtime < claimed.overtime || pay < claimed.pay
  }
}
