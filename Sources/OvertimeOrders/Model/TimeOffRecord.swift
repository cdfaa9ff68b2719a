internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// 超勤代休時間の記録 – one step about the time off for a month's overtime beyond 60 hours (勤務時間法 第13条の2).
struct TimeOffStep: Sendable, Hashable {
  /// What was done.
  enum Act: Sendable, Hashable {
    /// 辞退: the employee declined beforehand, so that the supplement is paid in full.
    case declined
    /// 指定: a unit of time off on a day, of which annual leave may make up a part.
    case designated(CivilDate, TimeOffInLieu.Unit, leave: Minutes)
  }

  /// Counted from 1 for each person and month.
  let position: Int
  let act: Act
  let at: Instant
  let by: String
}

/// 超勤代休時間の状態 – what a month's excess gives, and what became of it.
struct TimeOffAccount: Sendable {
  let offer: TimeOffInLieu
  let steps: [TimeOffStep]

  /// Why a day cannot be designated.
  enum Refusal: Error, Sendable, Hashable {
    /// The month is not over yet.
    case monthRunning
    /// The employee declined.
    case declined
    /// The day lies outside the two months after the month.
    case outsideWindow(ClosedRange<CivilDate>)
    /// The day is no duty day: an off-day, a holiday or a compensatory day.
    case noDuty
    /// The unit is longer than the regular hours of the day, of which more cannot be freed.
    case longerThanDuty(Minutes)
    /// There is not so much left to convert, also with the annual leave.
    case notEnough(left: Minutes)
    /// Annual leave may only fill up what is left.
    case leaveTooLong
    /// Nothing is to be had: no overtime beyond 60 hours.
    case nothing
    /// The day is designated already.
    case sameDay
    /// The day has come already: what was worked is not freed.
    case notAhead

    var japanese: String {
      switch self {
      case .monthRunning: "この月はまだ終わっていません。時間が決まる翌月に、もう一度操作してください。"
      case .declined: "本人が事前に希望しないと申し出ています。指定できません。"
      case .outsideWindow(let days):
        "指定できるのは\(days.lowerBound.japaneseShort)から\(days.upperBound.japaneseShort)までの日です。"
      case .noDuty: "週休日、休日、代休日などには指定できません。勤務日を選んでください。"
      case .longerThanDuty(let duty): "この日の正規の勤務時間は\(duty.japanese)です。それより長い単位は指定できません。ほかの日か、短い単位を選んでください。"
      case .notEnough(let left): "残っている換算時間は\(left.japanese)です。年次休暇と合わせても足りません。"
      case .leaveTooLong: "年次休暇は、単位の長さより短い時間にしてください。"
      case .nothing: "60時間を超える超過勤務がないため、超勤代休時間はありません。"
      case .sameDay: "この日はすでに指定しています。"
      case .notAhead: "明日以後の勤務日を選んでください。過ぎた日や今日は指定できません。"
      }
    }
  }

  var isDeclined: Bool { steps.contains { $0.act == .declined } }

  /// What was designated of the excess, without annual leave.
  var used: Minutes {
    steps.reduce(.zero) { sum, step in
      guard case .designated(_, let unit, let leave) = step.act else { return sum }
      return sum + unit.length - leave
    }
  }

  var left: Minutes { max(.zero, offer.convertible - used) }

  /// - Parameter duty: the regular hours of the day on which the person is on duty; nought where not.
  /// - Throws: ``Refusal``.
  func check(
    _ date: CivilDate,
    _ unit: TimeOffInLieu.Unit,
    leave: Minutes,
    duty: Minutes,
    today: CivilDate
  ) throws(Refusal) {
    guard offer.convertible > .zero else { throw .nothing }
    guard today > offer.month.lastDay else { throw .monthRunning }
    guard !isDeclined else { throw .declined }
    guard offer.window.contains(date) else { throw .outsideWindow(offer.window) }
    guard today < date else { throw .notAhead }
    guard duty > .zero else { throw .noDuty }
    guard unit.length <= duty else { throw .longerThanDuty(duty) }
    guard leave < unit.length else { throw .leaveTooLong }
    guard unit.length - leave <= left else { throw .notEnough(left: left) }
  }
}

extension TimeOffInLieu.Unit {
  /// The word in forms and tables of the database.
  var code: String {
    switch self {
    case .fourHours: "four-hours"
    case .fullDay: "full-day"
    }
  }

  init?(code: String) {
    guard let unit = Self.allCases.first(where: { $0.code.utf8.elementsEqual(code.utf8) }) else { return nil }
    self = unit
  }
}
