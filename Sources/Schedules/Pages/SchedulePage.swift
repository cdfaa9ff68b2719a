internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// 勤務の割振り of one person: today, the weeks ahead, what waits, and the forms; for the person and for those who lead.
struct SchedulePage: Sendable {
  /// Who reads it, which decides what can be done.
  enum Reader: Sendable, Hashable {
    /// The person: asks, and takes back.
    case owner
    /// Somebody who decides for the person.
    case leader
  }

  let schedule: PersonSchedule
  let reader: Reader
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  private var today: DayAllotment? { schedule.days.first { $0.date == schedule.today } }

  var content: PageContent {
    PageContent(
      title: reader == .owner ? "勤務の割振り" : "\(schedule.person.displayName)の勤務の割振り",
      breadcrumbs: reader == .owner ? [] : [Breadcrumb("組織の勤務の割振り", SchedulePaths.units)],
      lead: "今日は\(schedule.today.japanese)です。\(today.map(ScheduleWords.sentence) ?? "")",
      faults: faults,
      body: actions + waiting + weeks + periods + patternForm + moves + history
    )
  }

  private var actions: HTML {
    switch reader {
    case .owner:
      Panels.actions([
        Buttons.link("振替・代休を申し出る", to: SchedulePaths.moves, size: .small),
        Buttons.link("フレックスタイム制", to: SchedulePaths.flextime, size: .small),
        Buttons.link("テレワーク", to: SchedulePaths.telework, size: .small),
      ])
    case .leader:
      Panels.actions([
        Buttons.link("振替・代休を決める", to: SchedulePaths.moves(of: schedule.person.id), size: .small),
        Buttons.link("テレワーク", to: SchedulePaths.telework(of: schedule.person.id), size: .small),
      ])
    }
  }

  private var waiting: HTML {
    let patterns = schedule.patternRequests.filter { $0.decision == nil }.map { request in
      waiting(
        "\(ScheduleWords.pattern(request.pattern))を、\(ScheduleWords.span(request.from, request.to))",
        reason: request.reason,
        at: request.at,
        key: "\(request.id)",
        action: SchedulePaths.decision(request.id)
      )
    }
    let moves = schedule.moveRequests.filter { $0.decision == nil }.map { request in
      waiting(
        ScheduleWords.wish(request.wish),
        reason: request.reason,
        at: request.at,
        key: "\(request.id)",
        action: SchedulePaths.decision(request.id)
      )
    }
    guard !(patterns + moves).isEmpty else { return .empty }
    return Panels.section("決定を待っている申出", id: "waiting", body: HTML(patterns + moves))
  }

  private func waiting(_ what: String, reason: String, at: Instant, key: String, action: String) -> HTML {
    let facts = Panels.keyValues([
      (term: "内容", value: "\(what)"), (term: "理由", value: "\(reason)"),
      (term: "申出", value: "\(OfficeZone.dateTimeText(at))"),
    ])
    return facts
      + RequestForms.decision(reader, key: key, action: action, token: token, once: once, faults, entered)
  }

  private var weeks: HTML {
    DataTable.draw(
      id: "weeks",
      caption: "今週からの5週間",
      columns: [
        .init("日", .rowHeader), .init("区分", .word), .init("勤務時間", .word), .init("根拠"),
      ],
      rows: schedule.days.map { day in
        DataTable.Row(
          [
            .text(day.date.japanese), .text(day.japanese),
            day.hours.map { .text(ScheduleWords.short($0)) } ?? .none, .text(ScheduleWords.origin(day)),
          ],
          tone: day.date == schedule.today ? .attention : day.isDuty ? .plain : .quiet
        )
      },
      note: belated,
      narrow: .stacks
    )
  }

  /// Both are told: what the day was, and what the law made of it afterwards.
  private var belated: HTML {
    let sentences = schedule.belated.map { holiday in
      """
      \(holiday.date.japanese)は\(holiday.law)により休日（\(holiday.name)）とされましたが、登録が\
      \(holiday.recordedOn.japanese)だったため、割振りは当日のままです。
      """
    }
    return "\(sentences.joined())"
  }

  private var periods: HTML {
    guard !schedule.periods.isEmpty else { return .empty }
    let entries = schedule.periods.map { state in
      Panels.Entry(
        "\(state.period.start.japanese)からの\(state.period.weeks)週間",
        to: SchedulePaths.period(state.period.id),
        text: state.japanese
      )
    }
    return Panels.section("フレックスタイム制の単位期間", body: Panels.entries(entries))
  }

  private var patternForm: HTML {
    let isOwner = reader == .owner
    guard !schedule.offers.isEmpty || !schedule.choices.isEmpty else {
      let text = "選べる型は、人事担当が登録すると、ここに表示します。"
      return Panels.section(
        "早出遅出・短時間勤務",
        body: Panels.emptyState("選べる型は、まだありません", text)
      )
    }
    let form = Forms.form(
      action: isOwner ? SchedulePaths.patternRequests : SchedulePaths.pattern(of: schedule.person.id),
      token: token,
      once: "\(once)-pattern",
      actions: [Buttons.submit(isOwner ? "申し出る" : "型を決める")],
      content: RequestForms.pattern(schedule.offers, isOwner: isOwner, faults, entered)
    )
    return Panels.section("早出遅出・短時間勤務", id: "choose-pattern", body: form)
  }

  private var moves: HTML {
    let standing = schedule.moves.filter { $0.cancellation == nil }
    guard !standing.isEmpty else { return .empty }
    let rows = standing.map { entry -> DataTable.Row in
      [
        .text(ScheduleWords.moved(entry.moved)), .text(entry.moved.move.shift.japanese),
        .text(entry.reason), .html(cancellation(entry)),
      ]
    }
    return DataTable.draw(
      id: "moves",
      caption: "振替・代休",
      columns: [.init("内容", .rowHeader), .init("区分"), .init("理由"), .init("取消し")],
      rows: rows,
      narrow: .stacks
    )
  }

  private func cancellation(_ entry: MovedDayRecords.Entry) -> HTML {
    guard entry.moved.isCancellable(asOf: schedule.today) else { return "取消しの期限を過ぎました" }
    guard reader == .leader else { return "取消しは上司に伝えてください" }
    return Panels.details(
      "取り消す",
      body: Forms.form(
        action: SchedulePaths.cancel(entry.moved.id),
        token: token,
        once: "\(once)-\(entry.moved.id)",
        actions: [Buttons.submit("取り消す", style: .secondary, size: .small)],
        content: Fields.text("cancel-\(entry.moved.id)", label: "取り消す理由", faults: faults)
      )
    )
  }

  private var history: HTML {
    let events = ScheduleHistory.events(of: schedule)
    guard !events.isEmpty else { return .empty }
    return Panels.fold("これまでの記録", level: .section, body: Panels.history(events))
  }
}
