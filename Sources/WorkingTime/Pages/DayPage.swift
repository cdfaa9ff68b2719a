internal import CivilTime
internal import Markup
internal import Site
internal import Store

/// One day of one's own: its records with everything that was ever written, and two small forms.
struct DayPage: Sendable {
  /// What was typed into a form that must be mended.
  struct Kept: Sendable {
    let fields: FormFields
    let faults: [FormFault]

    static let nothing = Kept(fields: .empty, faults: [])
  }

  let date: CivilDate
  let punches: [Punch]
  let declarations: [OvertimeDeclaration]
  let kept: Kept
  let formToken: String
  let once: String

  var content: PageContent {
    PageContent(
      title: "\(date.japanese)の勤務",
      breadcrumbs: [
        Breadcrumb("今日の勤務", Paths.today),
        Breadcrumb("\(date.yearMonth.japanese)の勤務表", Paths.ownMonth(date.yearMonth)),
      ],
      lead: lead,
      faults: kept.faults,
      body: """
        \(Panels.section("打刻", body: punchTable))\
        \(Panels.section("超過勤務", body: overtimeTable + overtimeForm))\
        \(Panels.section("打ち忘れの入力", body: punchForm))
        """
    )
  }

  private var lead: HTML {
    guard let newest = declarations.last else { return "この日の超過勤務はまだ申告していません。" }
    return "この日の超過勤務は\(newest.length.japanese)と申告しています。"
  }

  private var punchTable: HTML {
    guard !punches.isEmpty else {
      return Panels.emptyState("この日の打刻はありません", "打ち忘れたときは、下の「打ち忘れの入力」から記録できます。")
    }
    return DataTable.draw(
      id: "day-punches",
      caption: "この日の打刻",
      columns: [
        .init("時刻", .rowHeader), .init("区分", .word), .init("方法", .word), .init("記録した時", .word),
        .init("理由・状態", .text),
      ],
      rows: punches.map { punch in
        [
          .text("\(punch.time)"), .text(punch.kind.japanese), .text(punch.source.japanese),
          .text(OfficeZone.dateTimeText(punch.recordedAt)),
          .html(punch.counts ? "\(punch.reason ?? "")" : StatusTag.draw("取り消し済み", tone: .neutral)),
        ]
      },
      narrow: .stacks
    )
  }

  private var overtimeTable: HTML {
    guard !declarations.isEmpty else { return .empty }
    let newest = declarations.count - 1
    return DataTable.draw(
      id: "day-overtime",
      caption: "申告した超過勤務",
      columns: [
        .init("申告した時", .rowHeader), .init("長さ", .number, unit: "時間:分"), .init("特例業務", .word),
        .init("業務の内容", .text), .init("状態", .word),
      ],
      rows: declarations.enumerated().map { position, declared in
        [
          .text(OfficeZone.dateTimeText(declared.recordedAt)), .text("\(declared.length)"),
          .text(declared.isSpecial ? "該当" : "－"), .text(declared.reason),
          .html(StatusTag.draw(position == newest ? "有効" : "以前の申告", tone: .neutral)),
        ]
      },
      note: "後から申告し直すと、新しいものが有効になります。以前の申告も残ります。",
      narrow: .stacks
    )
  }

  private var overtimeForm: HTML {
    Forms.form(
      action: Paths.overtime(date),
      token: formToken,
      once: once,
      actions: [Buttons.submit("超過勤務を申告する")],
      content: """
        \(Fields.text(
          "length", label: "超過勤務の長さ", hint: "例：2:30（2時間30分）。取り消すときは0:00", value: value("length"),
          faults: kept.faults, width: .short, autocomplete: "off"))\
        \(Fields.textArea(
          "work", label: "業務の内容", hint: "何の業務か、200文字以内で。上司と勤務時間管理員が見ます。", value: value("work"),
          faults: kept.faults, rows: 3))\
        \(Fields.checkbox(
          "special", label: "特例業務に当たる", hint: "大規模災害への対応など、上限を超える必要があると認められた業務です。", value: "yes",
          isChecked: kept.fields.first("special") == "yes"))
        """
    )
  }

  private var punchForm: HTML {
    Forms.form(
      action: Paths.manualPunch(date),
      token: formToken,
      once: "\(once)-punch",
      actions: [Buttons.submit("打刻を追加する", style: .secondary)],
      content: """
        \(Fields.radios(
          "kind", label: "区分", choices: Punch.Kind.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
          value: value("kind"), faults: kept.faults))\
        \(Fields.time("time", label: "時刻", value: value("time"), faults: kept.faults))\
        \(Fields.text("reason", label: "打刻できなかった理由", value: value("reason"), faults: kept.faults))
        """
    )
  }

  private func value(_ name: String) -> String { kept.fields.first(name) ?? "" }
}
