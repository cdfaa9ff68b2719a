internal import CivilTime
internal import Markup
internal import Site
internal import Store
internal import WorkingTimeRules

/// One settlement period: what holds, what is asked for, every version, and what can be done.
struct FlextimePeriodPage: Sendable {
  let state: FlextimeState
  let personName: String
  let reader: SchedulePage.Reader
  let today: CivilDate
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  private var days: ClosedRange<CivilDate> { state.period.days }

  var content: PageContent {
    let isOwner = reader == .owner
    let span = "\(days.lowerBound.japaneseShort)からの\(state.period.weeks)週間"
    return PageContent(
      title: isOwner ? "単位期間 \(span)" : "\(personName)の単位期間 \(span)",
      breadcrumbs: isOwner
        ? [Breadcrumb("フレックスタイム制", SchedulePaths.flextime)]
        : [Breadcrumb("\(personName)の勤務の割振り", SchedulePaths.person(state.period.employee))],
      lead: lead,
      faults: faults,
      body: decision + actions + table + history
    )
  }

  private var lead: HTML {
    if state.pending != nil {
      return state.inForce == nil ? "申告を受け、割振りを待っています。" : "割り振った内容の変更が申告されています。決まるまでは、前の割振りのままです。"
    }
    if state.inForce != nil { return "割振りが決まっています。" }
    let last = state.versions.last
    let reason = last.map(\.reason) ?? ""
    return "\(last?.step.japanese ?? "")の状態です。\(reason.isEmpty ? "" : "理由：\(reason)")"
  }

  private var decision: HTML {
    guard state.pending != nil else { return .empty }
    let seen = Fields.hidden("seen", value: "\(state.revision)")
    if reader == .owner {
      return Forms.button(
        "申告を取り下げる",
        action: SchedulePaths.decision(state.period.id),
        token: token,
        once: once,
        hidden: [("seen", "\(state.revision)"), ("step", FlextimeVersion.Step.withdrawn.rawValue)]
      )
    }
    let buttons = [
      Buttons.submit("申告のとおり割り振る", name: "step", value: FlextimeVersion.Step.allotted.rawValue),
      Buttons.submit(
        "理由を付けて返す",
        style: .secondary,
        name: "step",
        value: FlextimeVersion.Step.returned.rawValue
      ),
    ]
    let reason = Fields.text(
      "reason",
      label: "返す理由",
      need: .optional,
      hint: "返すときは必ず入力してください。本人に表示します。",
      value: entered.first("reason") ?? "",
      faults: faults
    )
    return Panels.section(
      "割振りを決める",
      id: "decide",
      body: Forms.form(
        action: SchedulePaths.decision(state.period.id),
        token: token,
        once: once,
        actions: buttons,
        content: seen + reason
      )
    )
  }

  private var actions: HTML {
    let mayWrite = reader == .owner || state.inForce != nil
    guard state.pending == nil, mayWrite else { return .empty }
    let label = reader == .owner ? (state.inForce == nil ? "直して申告する" : "変更を申告する") : "割振りを変更する"
    return Panels.actions([Buttons.link(label, to: SchedulePaths.change(state.period.id))])
  }

  private var table: HTML {
    let held = Dictionary((state.inForce?.days ?? []).map { ($0.date, $0) }) { first, _ in first }
    let asked = Dictionary((state.pending ?? state.versions.last)?.days.map { ($0.date, $0) } ?? []) {
      first,
      _ in
      first
    }
    let dates = FlextimeFields.weekdays(days)
    let rows = dates.map { date -> DataTable.Row in
      let isOther = state.pending != nil && state.inForce != nil && held[date] != asked[date]
      return DataTable.Row(
        [.text(date.japanese), .text(words(held[date])), .text(words(asked[date] ?? held[date]))],
        tone: isOther ? .attention : .plain
      )
    }
    let sums = [state.inForce?.days, state.pending?.days ?? state.newestDays].map { days in
      days.map { "\($0.reduce(Minutes.zero) { $0 + ($1.hours?.duty ?? .zero) })" } ?? "－"
    }
    return DataTable.draw(
      id: "period-days",
      caption: "日ごとの勤務時間",
      columns: [.init("日", .rowHeader), .init("割振り", .word), .init("申告", .word)],
      rows: rows,
      totals: [DataTable.Row([.text("合計"), .text(sums[0]), .text(sums[1])])],
      narrow: .stacks
    )
  }

  private func words(_ day: FlextimeDay?) -> String {
    guard let day else { return "－" }
    guard let hours = day.hours else { return "割り振らない日" }
    return ScheduleWords.short(hours) + (day.isExempt ? " 特例対象日" : "")
  }

  private var history: HTML {
    let events = state.versions.reversed().map { version in
      let reason = version.reason.isEmpty ? "" : "（\(version.reason)）"
      return Panels.Event(
        when: OfficeZone.dateTimeText(version.at),
        who: version.by,
        what: "第\(version.revision)版 \(version.step.japanese)\(reason)"
      )
    }
    return Panels.section("経過", body: Panels.history(events))
  }
}
