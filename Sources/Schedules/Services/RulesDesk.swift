internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// What the personnel authority fixes for an employer; nothing is written over.
extension ScheduleDesk {
  /// Fixes the standard day from a day on that has not passed; the employer's first may have begun before.
  func fixStandard(
    of employer: RecordID<Employer>,
    _ hours: DayHours,
    from: CivilDate,
    reason: String,
    once: String?
  ) async throws {
    if hours.duty != RegularTime.day.newest.amount {
      throw ScheduleRefusal.fault(
        "end",
        "勤務時間が\(hours.duty.japanese)になります。休憩時間を除いて\(RegularTime.day.newest.amount.japanese)にしてください（勤務時間法第6条第2項）。"
      )
    }
    try Self.checkBreaks(hours, .standardDay, field: "pause-start")
    let note = Note(
      kind: ScheduleKinds.standardFixed,
      employee: nil,
      payload: [("employer", "\(employer)")]
    )
    let parts = ["\(employer)", "\(hours)", from.iso, reason]
    try await record(note, as: "standard", parts, once: once) { id, connection in
      try authority(of: employer)
      let isFirst = try StandardDayRecords.entries(of: [employer], on: connection).isEmpty
      if !isFirst { try ahead(from) }
      let standard = StandardDay(id: id, employer: employer, from: from, hours: hours)
      try StandardDayRecords.append(standard, reason: reason, at: now, account: account, on: connection)
      try hoursChanged(of: .everybody(from: min(from, today)), on: connection)
    }
  }

  /// Offers a pattern; its hours never change again.
  func offer(_ pattern: WorkPattern, once: String?) async throws {
    try Self.check(pattern)
    let payload: [(StaticString, String)] = [
      ("pattern", "\(pattern.id)"), ("employer", "\(pattern.employer)"),
    ]
    let note = Note(kind: ScheduleKinds.patternOffered, employee: nil, payload: payload)
    let parts = ["\(pattern.employer)", pattern.kind.rawValue, pattern.name, ScheduleWords.week(pattern)]
    do {
      try await perform(note, parts, once: once) { connection in
        try authority(of: pattern.employer)
        try PatternRecords.append(pattern, at: now, account: account, on: connection)
      }
    } catch StoreError.unique {
      throw ScheduleRefusal.fault("name", "同じ名前の型があります。別の名前にしてください。")
    }
  }

  /// Lets nobody choose a pattern any more.
  func end(_ id: RecordID<WorkPattern>, reason: String, once: String?) async throws {
    let note = Note(kind: ScheduleKinds.patternEnded, employee: nil, payload: [("pattern", "\(id)")])
    try await first {
      try await perform(note, ["\(id)", reason], once: once) { connection in
        let offers = try PatternRecords.offers(of: actor.personnelEmployers, on: connection)
        guard offers.contains(where: { $0.pattern.id == id }) else { throw ScheduleRefusal.notFound }
        try PatternRecords.end(id, reason: reason, at: now, account: account, on: connection)
      }
    }
  }

  /// Fixes the flextime terms of an employer or one of its units.
  func fixTerms(
    _ terms: FlextimeTerms,
    of employer: RecordID<Employer>,
    _ place: RecordID<OrganizationUnit>?,
    from: CivilDate,
    reason: String,
    once: String?
  ) async throws {
    try ahead(from)
    let faults = terms.faults(on: from, for: .general)
    if !faults.isEmpty {
      throw ScheduleRefusal.faults(faults.map { FormFault(Self.field(of: $0), $0.explanation) })
    }
    let payload: [(StaticString, String)] = [("employer", "\(employer)")]
    let note = Note(kind: ScheduleKinds.termsFixed, employee: nil, payload: payload)
    let parts = ["\(employer)", place.map { "\($0)" } ?? "", from.iso, "\(terms)", reason]
    try await record(note, as: "terms", parts, once: once) { id, connection in
      try authority(of: employer)
      if let place, try units.tree(asOf: today, on: connection).unit(place)?.employer != employer {
        throw ScheduleRefusal.notFound
      }
      let fixed = FlextimeTermsEntry(id: id, employer: employer, unit: place, from: from, terms: terms)
      try FlextimeTermsRecords.append(fixed, reason: reason, at: now, account: account, on: connection)
    }
  }

  /// Records a holiday that the calendar does not know; days that have come keep what they were.
  func add(_ date: CivilDate, name: String, law: String, once: String?) async throws {
    if HolidayCalendar.holiday(on: date) != nil || date.weekday.isWeekend {
      throw ScheduleRefusal.fault("date", "\(date.japanese)は、すでに休日か週休日です。日付を確かめてください。")
    }
    let holiday = HolidayAddition(date: date, name: name, law: law, recordedOn: today)
    let note = Note(kind: ScheduleKinds.holidayAdded, employee: nil, payload: [("date", date.iso)])
    do {
      try await perform(note, [date.iso, name, law], once: once) { connection in
        guard try HolidayAdditionRecords.additions(in: date...date, on: connection).isEmpty else {
          throw ScheduleRefusal.fault("date", "\(date.japanese)は、すでに登録されています。")
        }
        try HolidayAdditionRecords.append(holiday, at: now, account: account, on: connection)
      }
    } catch StoreError.unique {
      throw ScheduleRefusal.fault("date", "\(date.japanese)は、すでに登録されています。")
    }
  }

  /// Takes a holiday back that was recorded by mistake, before its day has come; both stay on record.
  func withdraw(_ date: CivilDate, reason: String, once: String?) async throws {
    let note = Note(kind: ScheduleKinds.holidayWithdrawn, employee: nil, payload: [("date", date.iso)])
    try await first {
      try await perform(note, [date.iso, reason], once: once) { connection in
        guard try !HolidayAdditionRecords.additions(in: date...date, on: connection).isEmpty else {
          throw ScheduleRefusal.notFound
        }
        if date <= today {
          throw ScheduleRefusal.fault("date", "\(date.japanese)はすでに来たため、取り消せません。取消しは前日までです。")
        }
        guard try !MovedDayRecords.hasCompensatoryDay(for: date, on: connection) else {
          throw ScheduleRefusal.fault(
            "date",
            "\(date.japanese)の代休日を指定された職員がいます。代休日の指定を取り消してから、もう一度取り消してください。"
          )
        }
        try HolidayAdditionRecords.withdraw(
          date,
          reason: reason,
          on: today,
          at: now,
          account: account,
          on: connection
        )
      }
    }
  }

  private func authority(of employer: RecordID<Employer>) throws {
    guard actor.personnelEmployers.contains(employer) else { throw ScheduleRefusal.notFound }
  }

  private func ahead(_ date: CivilDate) throws {
    if date < today {
      throw ScheduleRefusal.fault("from", "今日以後の日を入力してください。過ぎた日の割振りは変えられません。")
    }
  }

  private static func check(_ pattern: WorkPattern) throws {
    let day = RegularTime.day.newest.amount
    let week = RegularTime.week.newest.amount
    for weekday in WorkPattern.weekdays {
      guard let hours = pattern.days[weekday] else {
        if pattern.kind == .shortTime { continue }
        throw ScheduleRefusal.fault("\(weekday.rawValue)-start", "\(weekday.japanese)曜日の時刻を入力してください。")
      }
      let field = "\(weekday.rawValue)-start"
      let early = hours.span.lowerBound.minutesFromMidnight < 5 * 60
      if early || hours.span.upperBound.minutesFromMidnight > 22 * 60 {
        throw ScheduleRefusal.fault(field, "\(weekday.japanese)曜日を5:00から22:00までの間にしてください。")
      }
      if pattern.kind == .shortTime, hours.duty > day {
        throw ScheduleRefusal.fault(
          field,
          "\(weekday.japanese)曜日の勤務時間が\(hours.duty.japanese)になります。短時間勤務は1日\(day.japanese)以下にしてください。"
        )
      }
      if pattern.kind == .earlyLate, hours.duty != day {
        throw ScheduleRefusal.fault(
          field,
          "\(weekday.japanese)曜日の勤務時間が\(hours.duty.japanese)になります。早出遅出勤務は\(day.japanese)にしてください。"
        )
      }
      let rule: BreakRule = pattern.kind == .earlyLate ? .standardDay : .otherAllotment
      try checkBreaks(hours, rule, field: field)
    }
    if pattern.kind == .shortTime, pattern.week >= week || pattern.days.isEmpty {
      throw ScheduleRefusal.fault(
        "1-start",
        "短時間勤務の1週間は\(week.japanese)より短くしてください（いまは\(pattern.week.japanese)）。"
      )
    }
  }

  private static func checkBreaks(_ hours: DayHours, _ rule: BreakRule, field: String) throws {
    switch rule.fault(of: hours) {
    case .stretchTooLong(let stretch)?:
      throw ScheduleRefusal.fault(
        field,
        "休憩なしの勤務が\(stretch.japanese)続きます。\(BreakRule.longestStretch.japanese)までに休憩を置いてください。"
      )
    case .breakTooShort(let length, let least)?:
      throw ScheduleRefusal.fault(field, "休憩時間が\(length.japanese)です。\(least.japanese)以上にしてください。")
    case nil: return
    }
  }

  private static func field(of fault: FlextimeFault) -> String {
    switch fault {
    case .fixedMinimum: "minimum"
    case .noRules: "from"
    default: "core-start"
    }
  }
}
