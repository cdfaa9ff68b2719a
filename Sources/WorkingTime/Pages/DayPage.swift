internal import CivilTime
internal import Markup
internal import Schedules
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

  let records: DayRecords
  let kept: Kept
  let formToken: String
  let once: String

  private var date: CivilDate { records.date }

  var content: PageContent {
    PageContent(
      title: "\(date.japanese)の勤務",
      breadcrumbs: [
        Breadcrumb("今日の勤務", Paths.today),
        Breadcrumb("\(date.yearMonth.japanese)の勤務表", Paths.ownMonth(date.yearMonth)),
      ],
      lead: records.lead,
      faults: kept.faults,
      body: """
        \(Panels.section("打刻", body: records.punchTable(else: "打ち忘れたときは、下の「打ち忘れの入力」から記録できます。")))\
        \(Panels.section("超過勤務", body: hoursNote + records.overtimeTable + overtimeForm))\
        \(Panels.section("打ち忘れの入力", body: punchForm))
        """
    )
  }

  /// What the day asks; work in the regular hours of a holiday is paid as such and is no overtime (給与法 第17条).
  private var hoursNote: HTML {
    let day = "この日は\(MonthWords.hours(records.allotment))です。"
    guard case .holiday(_, _, false) = records.allotment.kind else { return "<p class=\"hint\">\(day)</p>" }
    return "<p class=\"hint\">\(day)正規の勤務時間の勤務は休日給の対象で、超過勤務はその外の時間だけです。</p>"
  }

  private var overtimeForm: HTML {
    Forms.form(
      action: Paths.overtime(date),
      token: formToken,
      once: once,
      actions: [Buttons.submit("超過勤務を申告する")],
      content: """
        \(ClaimFields.draw(kept: kept))\
        \(Fields.textArea(
          "work", label: "業務の内容", hint: "何の業務か、200文字以内で。上司、勤務時間管理員、人事担当が見ます。", value: value("work"),
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
