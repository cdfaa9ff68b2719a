internal import CivilTime
internal import People
internal import Schedules
internal import Site
internal import Store
internal import WorkingTime

/// Reads what somebody expects, or orders instead, from a form.
enum RequestReading {
  /// What was typed, before it is known what of it lies outside regular hours.
  struct Typed: Sendable {
    let date: CivilDate
    let claim: ClaimReading
    let work: String
    let reason: String
    let isSpecial: Bool
  }

  static func read(_ form: inout FormReader, today: CivilDate) -> Typed? {
    let date = form.date("date", label: "超過勤務をする日")
    if let date, date < today {
      form.add("date", "過ぎた日の超過勤務は、その日の画面で実績として申告してください。遅くなっても受け付けます。")
    }
    let last = OvertimeDeclaration.lastDay(asOf: today)
    if let date, date > last {
      form.add("date", "申告できるのは来月の末日（\(last.japaneseShort)）までの日です。")
    }
    let claim = amount(&form)
    let work = form.text("work", label: "業務")
    let reason = form.text("reason", label: "超過勤務が必要な理由")
    guard form.faults.isEmpty, let date, let claim, let work, let reason else { return nil }
    let isSpecial = form.fields.first("special").map { $0.utf8.elementsEqual("yes".utf8) } ?? false
    return Typed(date: date, claim: claim, work: work, reason: reason, isSpecial: isSpecial)
  }

  /// A length or stretches; nought is nothing to order.
  static func amount(_ form: inout FormReader) -> ClaimReading? {
    let claim = ClaimReading.read(&form)
    if case .length(.zero) = claim {
      form.add("length", "0:00より長い時間を入力してください。")
      return nil
    }
    return claim
  }

  /// What of it is overtime on the day.
  static func amount(
    _ claim: ClaimReading,
    of employee: RecordID<Employee>,
    on date: CivilDate,
    _ connection: any SQLConnection
  ) throws -> OvertimeDeclaration.Amount {
    switch claim {
    case .length(let length): return .length(length)
    case .stretches(let worked):
      let days = date...date.adding(days: 1)
      let allotments = try AllotmentRecords.allotments(of: employee, in: days, on: connection)
      return amount(worked, on: date, allotments)
    }
  }

  /// What of some work is overtime by the hours of its day and the next.
  private static func amount(
    _ worked: WorkedStretches,
    on date: CivilDate,
    _ allotments: Allotments
  ) -> OvertimeDeclaration.Amount {
    let next = date.adding(days: 1)
    return .stretches(worked, overtime: worked.outside(allotments[date].hours, next: allotments[next].hours))
  }

  /// Requests that wait, counted by the hours that their days have now, as they would be ordered.
  static func counted(
    _ requests: [OvertimeRequest],
    on connection: any SQLConnection
  ) throws -> [OvertimeRequest] {
    let waiting = requests.filter { $0.decision == nil && $0.amount.worked != nil }
    guard let first = waiting.map(\.date).min(), let last = waiting.map(\.date).max() else { return requests }
    let people = Set(waiting.map(\.employee)).sorted()
    let allotments = try AllotmentRecords.allotments(
      of: people,
      in: first...last.adding(days: 1),
      on: connection
    )
    return requests.map { request in
      guard request.decision == nil, let worked = request.amount.worked else { return request }
      return request.asking(amount(worked, on: request.date, allotments[request.employee] ?? Allotments()))
    }
  }

  /// Whether nothing of it is to be ordered: regular hours of a day on which the person is on duty anyway.
  static func isDutyAnyway(
    _ amount: OvertimeDeclaration.Amount,
    of employee: RecordID<Employee>,
    on date: CivilDate,
    _ connection: any SQLConnection
  ) throws -> Bool {
    guard amount.length == .zero else { return false }
    return try AllotmentRecords.allotments(of: employee, in: date...date, on: connection)[date].isDuty
  }
}
