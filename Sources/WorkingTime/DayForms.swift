internal import CivilTime
internal import Site

/// What the two forms of a day do.
enum DayForms {
  static func overtime(_ request: SignedInRequest) async throws -> Reply {
    let date = try request.date("date")
    var form = FormReader(request.form)
    let claim = ClaimReading.read(&form)
    let work = form.text("work", label: "業務の内容")
    let last = OvertimeDeclaration.lastDay(asOf: request.today)
    if date > last {
      form.add("length", "申告できるのは来月の末日（\(last.japaneseShort)）までの日です。日付を確かめてください。")
    }
    guard let claim, let work, form.faults.isEmpty else { return try await mend(request, form) }
    let isSpecial = request.form.first("special") == "yes"
    let entry: DayCorrection.Entry =
      switch claim {
      case .length(let length): .overtime(length: length, isSpecial: isSpecial, reason: work)
      case .stretches(let stretches): .worked(stretches, isSpecial: isSpecial, reason: work)
      }
    do {
      let counted = try await record(entry, on: date, request)
      return .redirect(to: Paths.day(date), notice: claim.notice(date, counted: counted))
    } catch DayCorrection.Refusal.overlapping(let other, let worked) {
      form.add("from1", ClaimReading.overlapping(other, worked))
      return try await mend(request, form)
    }
  }

  static func punch(_ request: SignedInRequest) async throws -> Reply {
    let date = try request.date("date")
    var form = FormReader(request.form)
    let kind = form.choice("kind", label: "区分", as: Punch.Kind.self)
    let time = form.optionalClockTime("time", label: "時刻")
    if time == nil, form.fields.first("time").map(\.utf8.isEmpty) ?? true { form.add("time", "時刻を入力してください。") }
    let reason = form.text("reason", label: "打刻できなかった理由")
    if let time, OfficeZone.instant(on: date, at: time) > request.now {
      form.add("time", "まだ来ていない時刻は記録できません。時刻を確かめてください。")
    }
    guard let kind, let time, let reason, form.faults.isEmpty else { return try await mend(request, form) }
    _ = try await record(.punch(kind: kind, time: time, reason: reason), on: date, request)
    let notice = Notice(.success, "\(date.japanese) \(time)の\(kind.japanese)を追加しました。")
    return .redirect(to: Paths.day(date), notice: notice)
  }

  private static func record(
    _ entry: DayCorrection.Entry,
    on date: CivilDate,
    _ request: SignedInRequest
  ) async throws -> Minutes? {
    do {
      return try await DayCorrection(database: request.database, ids: request.ids).record(
        entry,
        on: date,
        for: request.actor,
        at: request.now,
        once: request.once
      )
    } catch ClockService.Refusal.keyUsedOtherwise {
      throw WorkingTimeReach.sentOtherwise
    }
  }

  private static func mend(_ request: SignedInRequest, _ form: FormReader) async throws -> Reply {
    let page = try await WorkingTimeRoutes.day(request, kept: .init(fields: form.fields, faults: form.faults))
    return .mend(page.content)
  }
}
