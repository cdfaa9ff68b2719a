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
  /// Whether the reader may correct days of the person that have passed.
  let keepsBooks: Bool
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
      body: person + decision + actions + table + former + history
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

  /// Whose rules hold, for those who decide.
  private var person: HTML {
    guard reader == .leader else { return .empty }
    return Panels.keyValues([
      (term: "氏名", value: "\(personName)"), (term: "職員の区分", value: "\(state.period.person.japanese)"),
    ])
  }

  /// Whether days that wait have come already.
  private var isLate: Bool {
    guard let pending = state.pending else { return false }
    return !state.changedDays(pending.days, through: today).isEmpty
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
    let mayAllot = !isLate || keepsBooks
    let allot = Buttons.submit("申告のとおり割り振る", name: "step", value: FlextimeVersion.Step.allotted.rawValue)
    let giveBack = Buttons.submit(
      "理由を付けて返す",
      style: mayAllot ? .secondary : .primary,
      name: "step",
      value: FlextimeVersion.Step.returned.rawValue
    )
    let remark: HTML =
      mayAllot ? .empty : "<p>すでに来た日を含むため、割振りは勤務時間管理員か人事担当が理由を付けて行います。返すことはできます。</p>"
    let reason = Fields.text(
      "reason",
      label: isLate && keepsBooks ? "理由" : "返す理由",
      need: .optional,
      hint: isLate && keepsBooks
        ? "すでに来た日を割り振るときと、返すときは、必ず入力してください。本人に表示します。" : "返すときは必ず入力してください。本人に表示します。",
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
        actions: mayAllot ? [allot, giveBack] : [giveBack],
        content: remark + seen + reason
      )
    )
  }

  private var actions: HTML {
    guard state.pending == nil, mayWrite else { return .empty }
    let label = reader == .owner ? (state.inForce == nil ? "直して申告する" : "変更を申告する") : "割振りを変更する"
    return Panels.actions([Buttons.link(label, to: SchedulePaths.change(state.period.id))])
  }

  /// Whether a day is left that the reader may write anew.
  private var mayWrite: Bool {
    switch (reader, state.inForce) {
    case (.owner, nil): today < days.lowerBound
    case (.owner, _?): today < days.upperBound
    case (.leader, nil): false
    case (.leader, _?): keepsBooks || today < days.upperBound
    }
  }

  private var table: HTML {
    let held = Self.byDate(state.inForce?.days ?? [])
    let asked = Self.byDate(state.newestDays)
    let dates = FlextimeFields.weekdays(days)
    let rows = dates.map { date -> DataTable.Row in
      let isOther = state.pending != nil && state.inForce != nil && held[date] != asked[date]
      return DataTable.Row(
        [.text(date.japanese), .text(words(held[date])), .text(words(asked[date]))],
        tone: isOther ? .attention : .plain
      )
    }
    return DataTable.draw(
      id: "period-days",
      caption: "日ごとの勤務時間",
      columns: [.init("日", .rowHeader), .init("割振り", .word), .init("申告", .word)],
      rows: rows,
      totals: [
        DataTable.Row([
          .text("合計"), .text(Self.sum(state.inForce?.days)), .text(Self.sum(state.newestDays)),
        ])
      ],
      narrow: .stacks
    )
  }

  /// What held before it was changed, each folded.
  private var former: HTML {
    let tables = state.formerAllotments.map { version -> HTML in
      let held = Self.byDate(version.days)
      let table = DataTable.draw(
        id: "former-\(version.revision)",
        caption: "第\(version.revision)版の割振り",
        columns: [.init("日", .rowHeader), .init("割振り", .word)],
        rows: FlextimeFields.weekdays(days).map { date in
          [.text(date.japanese), .text(words(held[date]))]
        },
        totals: [DataTable.Row([.text("合計"), .text(Self.sum(version.days))])],
        narrow: .stacks
      )
      let when = OfficeZone.dateTimeText(version.at)
      return Panels.details("前の割振り（第\(version.revision)版、\(when) \(version.by)）", body: table)
    }
    return HTML(tables)
  }

  private static func byDate(_ days: [FlextimeDay]) -> [CivilDate: FlextimeDay] {
    Dictionary(days.map { ($0.date, $0) }) { first, _ in first }
  }

  private static func sum(_ days: [FlextimeDay]?) -> String {
    days.map { "\($0.reduce(Minutes.zero) { $0 + ($1.hours?.duty ?? .zero) })" } ?? "－"
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
