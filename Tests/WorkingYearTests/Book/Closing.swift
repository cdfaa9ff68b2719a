/// A day of the attendance sheet, as the book has it.
struct SheetDay: Sendable, Equatable {
  let kind: String
  /// From, to and break of the regular hours; empty for a day without any.
  let hours: [Int]
  let arrival: Int?
  let departure: Int?
  /// The break within the presence.
  let pause: Int
  let overtime: Int?
  /// Every minute of the claimed work, where its times are known.
  let worked: Set<Int>
  let isSpecial: Bool
}

/// How far somebody's month has come, as the book has it.
struct Closing: Sendable {
  enum Stage: Int, Sendable {
    case open, answered, checked, approved
  }

  enum Answer: String, Sendable {
    case none, confirmed, objected
  }

  /// What was approved: the days, and when.
  struct Kept: Sendable {
    let days: [SheetDay]
    let at: Int
  }

  let month: Int
  var stage = Stage.open
  var answer = Answer.none
  /// The day of the return that still counts.
  var returnedOn: Int?
  var kept: [Kept] = []

  mutating func answer(_ answer: Answer) {
    self.answer = answer
    if stage == .open { stage = .answered }
  }

  mutating func sendBack(on day: Int) {
    stage = .open
    answer = .none
    returnedOn = day
  }

  mutating func approve(_ days: [SheetDay], at minute: Int) {
    stage = .approved
    returnedOn = nil
    kept.append(Kept(days: days, at: minute))
  }

  /// The last day for a step: the third, fifth, seventh and tenth duty day; after a return the employee has two days,
  /// and everything else moves with them.
  func lastDay(_ number: Int) -> Int {
    let end = YearDays.days(of: month).upperBound - 1
    guard let returnedOn else { return YearDays.workday(number, after: end) }
    let answer = YearDays.workday(2, after: returnedOn)
    guard YearDays.workday(3, after: end) < answer else { return YearDays.workday(number, after: end) }
    return YearDays.workday(number - 3, after: answer)
  }

  var confirmBy: Int { lastDay(3) }
  var checkBy: Int { lastDay(5) }
  var approveBy: Int { lastDay(7) }
  var timeOut: Int { lastDay(10) }

  /// Whether the time-keeper's step is possible on a day.
  func isCheckable(_ day: Int) -> Bool { stage == .answered || stage == .open && day > confirmBy }

  /// Whether the approval is, given whether the present differs from what was approved.
  func isApprovable(_ day: Int, isCorrected: Bool) -> Bool {
    switch stage {
    case .open, .answered: day > checkBy
    case .checked: true
    case .approved: isCorrected
    }
  }
}
