internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// What the days of a settlement period must keep before they are declared, allotted or changed.
extension ScheduleDesk {
  /// No other period of the person that holds or waits has any of the days.
  func unoccupied(_ period: FlextimePeriod, on connection: any SQLConnection) throws {
    let others = try FlextimeRecords.states(of: period.employee, from: period.start, on: connection)
    let other = others.first { other in
      other.period.id != period.id && other.isAlive && other.period.days.overlaps(period.days)
    }
    guard let other else { return }
    throw ScheduleRefusal.fault(
      "start",
      "\(other.period.start.japanese)からの単位期間と重なります。別の期間を選んでください。"
    )
  }

  /// Nobody with short hours is allotted the hours of full-time staff.
  func fullTime(_ period: FlextimePeriod, on connection: any SQLConnection) throws {
    let allotments = try AllotmentRecords.allotments(of: period.employee, in: period.days, on: connection)
    for date in period.days {
      guard let pattern = allotments.pattern(on: date), pattern.kind == .shortTime else { continue }
      throw ScheduleRefusal.fault(
        "start",
        """
        \(date.japanese)に短時間勤務（\(pattern.name)）の日があります。単位期間は1週間\
        \(RegularTime.week.newest.amount.japanese)で割り振るため、短時間勤務の日を含む期間は申告も割振りもできません。\
        短時間勤務の日を除いた期間を選んでください。
        """
      )
    }
  }

  /// A day on which short hours hold is not changed by its period: it would be told and not be so.
  func unchangedShortDays(
    _ days: [FlextimeDay],
    _ state: FlextimeState,
    on connection: any SQLConnection
  ) throws {
    let period = state.period
    let allotments = try AllotmentRecords.allotments(of: period.employee, in: period.days, on: connection)
    let held = Set(state.inForce?.days ?? [])
    let changed = days.filter { !held.contains($0) && allotments.pattern(on: $0.date)?.kind == .shortTime }
    guard changed.isEmpty else {
      throw ScheduleRefusal.faults(
        changed.map { day in
          FormFault(
            FlextimeFields.start(day.date),
            "\(day.date.japanese)は短時間勤務の日なので、単位期間では変えられません。先に短時間勤務の型を変えてください。"
          )
        }
      )
    }
  }

  /// The rules of the period; of days that hold already the sum alone.
  func check(_ days: [FlextimeDay], _ state: FlextimeState, on connection: any SQLConnection) throws {
    let tree = try units.tree(asOf: today, on: connection)
    let terms = try FlextimeTermsRecords.terms(for: state.period, tree, on: connection)
    guard let terms else { throw ScheduleRefusal.fault("start", "フレックスタイム制の定めが、まだありません。人事担当に確かめてください。") }
    let holidays = try HolidayAdditionRecords.names(in: state.period.days, on: connection)
    let faults = state.faults(days, under: terms, holidays: Set(holidays.keys))
    if !faults.isEmpty { throw ScheduleRefusal.faults(faults.map(FlextimeFields.fault)) }
  }

  /// What was moved before stays as it was arranged.
  func keepMoves(_ days: [FlextimeDay], _ state: FlextimeState, on connection: any SQLConnection) throws {
    let period = state.period
    let allotments = try AllotmentRecords.allotments(of: period.employee, in: period.days, on: connection)
    let plans = Dictionary(days.map { ($0.date, $0.plan) }) { first, _ in first }
    let after = allotments.with(FlextimeAllotment(id: period.id, days: period.days, plans: plans))
    let disturbed = allotments.disturbedMoves(by: after, in: period.days)
    guard disturbed.isEmpty else {
      throw ScheduleRefusal.faults(
        disturbed.map { move in
          let words = move.japanese(asOf: today, otherwise: "この日の勤務時間を変えない内容にしてください")
          return FormFault(FlextimeFields.start(move.date), words)
        }
      )
    }
  }

  /// Days that have come keep what they were, for all but those who keep the books.
  func unchangedPast(_ days: [FlextimeDay], _ state: FlextimeState, mayCorrect: Bool) throws {
    let changed = mayCorrect ? [] : state.changedDays(days, through: today)
    guard changed.isEmpty else {
      throw ScheduleRefusal.faults(
        changed.map { date in
          FormFault(FlextimeFields.start(date), "\(date.japanese)は、すでに来た日なので変えられません。")
        }
      )
    }
  }

  /// Days that have come are allotted by those who keep the books alone, and they say why.
  func late(
    _ days: [FlextimeDay],
    _ state: FlextimeState,
    reason: String,
    on connection: any SQLConnection
  ) throws {
    guard let first = state.changedDays(days, through: today).min() else { return }
    guard try mayCorrectPast(of: state.period.employee, on: connection) else {
      throw ScheduleRefusal.fault(
        "reason",
        "\(first.japanese)はすでに来た日です。来た日を含む割振りは、勤務時間管理員か人事担当が行います。"
      )
    }
    if reason.utf8.isEmpty {
      throw ScheduleRefusal.fault("reason", "すでに来た日を割り振る理由を入力してください。本人に表示します。")
    }
  }
}
