internal import CivilTime
internal import Markup
internal import Schedules
internal import Site
internal import Store
internal import WorkingTimeRules

/// 打刻・今日: the one button of the day, and what has been recorded so far.
struct TodayPage: Sendable {
  let today: CivilDate
  let now: Instant
  let punches: [Punch]
  /// What the days from today on ask.
  let allotments: Allotments
  /// The day of an arrival that no departure has followed.
  let openDay: CivilDate?
  /// What else of working time the visitor may use.
  let more: [Panels.Entry]
  let formToken: String
  let once: String

  var content: PageContent {
    PageContent(
      title: "今日の勤務",
      lead: lead,
      body: """
        \(clock)\(buttons)\(rest)\
        \(Panels.section("今日の記録", body: records))\
        \(Panels.entries(entries + more))
        """
    )
  }

  /// What the large button records.
  private var likely: Punch.Kind {
    WorkDateRule.likelyKind(on: today, at: OfficeZone.time(of: now), open: openDay)
  }

  /// The day whose departure was probably forgotten.
  private var forgottenDay: CivilDate? { likely == .arrival ? openDay : nil }

  private var entries: [Panels.Entry] {
    let duty = likely == .departure ? openDay ?? today : today
    let usual: [Panels.Entry] = [
      .init("今月の勤務表", to: Paths.ownMonth(today.yearMonth), text: "日ごとの記録と超過勤務"),
      .init("今日の超過勤務を申告する", to: Paths.day(duty), text: "打ち忘れの入力もここからできます"),
    ]
    guard let forgottenDay else { return usual }
    let text = "退勤の打ち忘れは、その日の画面から入力できます"
    return [.init("\(forgottenDay.japaneseShort)の退勤を入力する", to: Paths.day(forgottenDay), text: text)] + usual
  }

  private var lead: HTML {
    let date = today.japanese
    if let openDay {
      let arrival = punches.last { $0.counts && $0.kind == .arrival }
      let since = arrival.map { "\($0.time)" } ?? ""
      let day = openDay == today ? "" : "\(openDay.japaneseShort)の"
      return "\(date)。\(day)\(since)に出勤を記録しています。退勤はまだ記録していません。"
    }
    return punches.contains { $0.counts && $0.workDate == today && $0.kind == .departure }
      ? "\(date)。今日の退勤を記録しました。" : "\(date)。今日の出勤はまだ記録していません。"
  }

  private var clock: HTML {
    let time = OfficeZone.time(of: now)
    return """
      <p class="big-clock">現在 \(LiveParts.clock("\(time)", instant: now.milliseconds))</p>\
      <p>今日の勤務：\(MonthWords.hours(allotments[today]))</p>
      """
  }

  private var buttons: HTML {
    let next = likely
    let other: Punch.Kind = next == .departure ? .arrival : .departure
    let main = Forms.form(
      action: Paths.clock,
      token: formToken,
      once: once,
      actions: [Buttons.submit("\(next.japanese)を記録する", size: .large)],
      content: Fields.hidden("kind", value: next.rawValue)
    )
    let rare = Panels.details(
      "\(other.japanese)を記録したいとき",
      body: Forms.button(
        "\(other.japanese)を記録する",
        action: Paths.clock,
        token: formToken,
        once: "\(once)-other",
        hidden: [(name: "kind", value: other.rawValue)]
      )
    )
    return main + rare
  }

  /// What late work means for the next start.
  private var rest: HTML {
    guard
      let advice = RestAdvice(
        after: punches,
        openDay: openDay,
        now: WorkMoment(today, OfficeZone.time(of: now)),
        allotments: allotments
      )
    else { return .empty }
    let proposal: HTML = advice.proposal.map { "<p>\($0)</p>" } ?? .empty
    return Panels.notice(
      .information,
      "勤務間のインターバル",
      body: "<p>\(advice.interval.explanation)</p>\(proposal)<p>根拠：\(advice.interval.citation)（努力義務）</p>"
    )
  }

  private var records: HTML {
    let shown = punches.filter { $0.workDate == today || $0.workDate == openDay }
    guard !shown.isEmpty else {
      return Panels.emptyState("まだ記録はありません", "出勤や退勤を記録すると、ここに時刻が並びます。")
    }
    return DataTable.draw(
      id: "today-records",
      caption: "今日の打刻",
      columns: [
        .init("時刻", .rowHeader), .init("区分", .word), .init("方法", .word), .init("状態", .text),
      ],
      rows: shown.map(row),
      note: "記録から5分以内は取り消せます。取り消した記録も残ります。"
    )
  }

  private func row(_ punch: Punch) -> DataTable.Row {
    let day = punch.workDate == today ? "" : "\(punch.workDate.japaneseShort) "
    return [
      .text("\(day)\(punch.time)"), .text(punch.kind.japanese), .text(punch.source.japanese),
      .html(state(punch)),
    ]
  }

  private func state(_ punch: Punch) -> HTML {
    if punch.cancelledAt != nil { return StatusTag.draw("取り消し済み", tone: .neutral) }
    guard punch.source != .card, now - punch.recordedAt <= ClockService.undoWindow else { return "記録済み" }
    return Forms.button(
      "取り消す",
      action: Paths.undo,
      token: formToken,
      hidden: [(name: "punch", value: "\(punch.id)")]
    )
  }
}
