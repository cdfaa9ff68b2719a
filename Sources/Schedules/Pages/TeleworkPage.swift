internal import CivilTime
internal import Markup
internal import Site
internal import Store
internal import WorkingTimeRules

/// テレワーク of one person: the months as the allowance counts them, what is wished and ordered, and the forms.
struct TeleworkPage: Sendable {
  let personName: String
  let reader: SchedulePage.Reader
  /// Whether the reader may record orders for days of the person that have passed.
  let keepsBooks: Bool
  let today: CivilDate
  /// Whether the reader is let to the schedules of the person, and where forms lead.
  let paths: Paths
  /// The days that may be chosen: duty days that are not taken.
  let free: [CivilDate]
  /// Wishes and orders from last month on, and whatever waits, the earliest day first.
  let days: [Telework]
  let months: TeleworkMonths
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  struct Paths: Sendable {
    let back: String
    let send: String
    let decide: String
  }

  var content: PageContent {
    let month = today.yearMonth
    return PageContent(
      title: reader == .owner ? "テレワーク" : "\(personName)のテレワーク",
      breadcrumbs: [Breadcrumb(reader == .owner ? "勤務の割振り" : "\(personName)の勤務の割振り", paths.back)],
      lead: "\(month.japanese)に全日のテレワークを命じられた日は\(months.count(of: month))日です。",
      faults: faults,
      body: waiting + list + form + allowance
    )
  }

  /// What waits: for those who lead, all of it in one form.
  private var waiting: HTML {
    let waiting = days.filter(\.isWaiting)
    guard reader == .leader, !waiting.isEmpty else { return .empty }
    let boxes = Fields.checkboxes(
      "wish",
      label: "希望の日",
      choices: waiting.map { Fields.Choice("\($0.id)", "\($0.date.japanese) \(Self.words($0.extent))") },
      need: .required,
      values: entered.all("wish").isEmpty ? waiting.map { "\($0.id)" } : entered.all("wish"),
      faults: faults
    )
    let reason = Fields.text(
      "reason",
      label: "理由",
      need: .optional,
      hint: "認めないときは必ず入力してください。本人に表示します。",
      value: entered.first("reason") ?? "",
      faults: faults
    )
    let buttons = [
      Buttons.submit("選んだ日を命じる", name: "outcome", value: Telework.Outcome.ordered.rawValue),
      Buttons.submit(
        "認めない",
        style: .secondary,
        name: "outcome",
        value: Telework.Outcome.refused.rawValue
      ),
    ]
    return Panels.section(
      "決定を待っている希望",
      id: "waiting",
      body: Forms.form(
        action: paths.decide,
        token: token,
        once: "\(once)-decide",
        actions: buttons,
        content: boxes + reason
      )
    )
  }

  private var list: HTML {
    guard !days.isEmpty else {
      return Panels.emptyState("テレワークの希望や命令は、まだありません", "希望を送ると、ここに状態を表示します。")
    }
    return DataTable.draw(
      id: "telework-days",
      caption: "希望と命令（先月からと、決定を待っているもの）",
      columns: [.init("日", .rowHeader), .init("時間", .word), .init("状態", .word), .init("理由"), .init("取消し")],
      rows: days.map { day in
        [
          .text(day.date.japanese), .text(Self.words(day.extent)), .html(Self.tag(day)),
          .text(day.cancellation ?? day.decision?.reason ?? ""), .html(cancellation(day)),
        ]
      },
      narrow: .stacks
    )
  }

  private func cancellation(_ day: Telework) -> HTML {
    guard day.isAlive, reader == .leader || today < day.date else { return .empty }
    return Panels.details(
      "取り消す",
      body: Forms.form(
        action: SchedulePaths.cancel(day.id),
        token: token,
        once: "\(once)-\(day.id)",
        actions: [Buttons.submit("取り消す", style: .secondary, size: .small)],
        content: Fields.text(
          "cancel-\(day.id)",
          label: "理由",
          value: entered.first("cancel-\(day.id)") ?? "",
          faults: faults
        )
      )
    )
  }

  private var form: HTML {
    guard !free.isEmpty || mayBePast else { return .empty }
    let isOwner = reader == .owner
    let fields =
      Fields.checkboxes(
        "days",
        label: "日",
        choices: free.map { Fields.Choice($0.iso, $0.japanese) },
        need: mayBePast ? .optional : .required,
        values: entered.all("days"),
        faults: faults
      )
      + Fields.radios(
        "extent",
        label: "時間",
        choices: [Fields.Choice("whole", "全日"), Fields.Choice("part", "一部の時間")],
        value: entered.first("extent") ?? "whole",
        faults: faults
      )
      + Fields.time(
        "part-start",
        label: "一部のとき：始まり",
        need: .optional,
        value: entered.first("part-start") ?? "",
        faults: faults
      )
      + Fields.time(
        "part-end",
        label: "一部のとき：終わり",
        need: .optional,
        value: entered.first("part-end") ?? "",
        faults: faults
      )
    let late: HTML =
      mayBePast
      ? Fields.date(
        "past-day",
        label: "過ぎた日",
        need: .optional,
        hint: "口頭などで命じた日を、後から記録するときに入力します。例：令和8年4月1日",
        value: entered.first("past-day") ?? "",
        faults: faults
      )
        + Fields.text(
          "order-reason",
          label: "理由",
          need: .optional,
          hint: "過ぎた日のときは必ず入力してください。本人に表示します。",
          value: entered.first("order-reason") ?? "",
          faults: faults
        ) : .empty
    return Panels.section(
      isOwner ? "テレワークを希望する" : "希望によらずに命じる",
      id: "wish-days",
      body: Forms.form(
        action: paths.send,
        token: token,
        once: once,
        actions: [Buttons.submit(isOwner ? "希望を送る" : "命じる", style: isOwner ? .primary : .secondary)],
        content: fields + late
      )
    )
  }

  private var mayBePast: Bool { reader == .leader && keepsBooks }

  private var allowance: HTML {
    let rows = months.months.map { month -> DataTable.Row in
      [
        .text(month.japanese), .text("\(months.count(of: month))"),
        .text(months.isQualifying(month) ? "平均10日を超える3か月以上の期間に入ります" : ""),
      ]
    }
    let citation = TeleworkAllowance.days.newest.citation
    return DataTable.draw(
      id: "allowance",
      caption: "全日のテレワークを命じられた日数",
      columns: [.init("月", .rowHeader), .init("日数", .number, unit: "日"), .init("在宅勤務等手当の目安")],
      rows: rows,
      note: """
        在宅勤務等手当は、正規の勤務時間の全部を自宅等で勤務する日が、3か月以上の期間について1か月平均10日を超えると命じられた職員に\
        支給します（\(citation)）。この表は命令の日数を数えたもので、支給の決定ではありません。
        """,
      narrow: .stacks
    )
  }

  static func words(_ extent: Telework.Extent) -> String {
    switch extent {
    case .whole: "全日"
    case .part(let range): "一部 \(ScheduleWords.short(range))"
    }
  }

  static func tag(_ day: Telework) -> HTML {
    if day.cancellation != nil { return StatusTag.draw("取消し", tone: .neutral) }
    switch day.decision?.outcome {
    case .ordered?: return StatusTag.draw("命令", tone: .success)
    case .refused?: return StatusTag.draw("認めない", tone: .attention)
    case nil: return StatusTag.draw("希望", tone: .ongoing)
    }
  }
}
