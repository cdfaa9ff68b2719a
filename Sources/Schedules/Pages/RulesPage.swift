internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// 勤務時間の定め: standard days, patterns, flextime terms and added holidays, for the personnel authority.
struct RulesPage: Sendable {
  let employers: [Employer]
  let standards: [StandardDayRecords.Entry]
  let offers: [PatternRecords.Offer]
  let terms: [FlextimeTermsRecords.Entry]
  let holidays: [HolidayAdditionRecords.Entry]
  /// The units that terms may hold for, with their paths.
  let units: [Fields.Choice]
  let today: CivilDate
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty
  /// Which of the forms was sent and must be mended.
  var sent: Form?

  /// The forms of the page; each has its own controls.
  enum Form: String, Sendable, Hashable, CaseIterable {
    case standard
    case pattern
    case terms
    case holiday
  }

  var content: PageContent {
    PageContent(
      title: "勤務時間の定め",
      breadcrumbs: [Breadcrumb("組織の勤務の割振り", SchedulePaths.units)],
      lead: "標準の勤務時間、選べる型、フレックスタイム制の定めを登録します。登録した内容は書き換えず、新しい定めを加えます。",
      faults: faults,
      body: standardSection + patternSection + termsSection + holidaySection
    )
  }

  private func name(_ employer: RecordID<Employer>) -> String {
    employers.first { $0.id == employer }?.name ?? ""
  }

  private var standardSection: HTML {
    let rows = standards.map { entry -> DataTable.Row in
      [
        .text(name(entry.standard.employer)), .text(entry.standard.from.japaneseShort),
        .text(ScheduleWords.short(entry.standard.hours)), .text(entry.reason),
        .text("\(OfficeZone.dateTimeText(entry.at)) \(entry.by)"),
      ]
    }
    let table =
      rows.isEmpty
      ? Panels.emptyState("標準の勤務時間は、まだ登録していません", "登録するまでは9:30から18:15まで（休憩12:00から13:00まで）です。")
      : DataTable.draw(
        id: "standards",
        caption: "標準の勤務時間（新しい定めほど上）",
        columns: [
          .init("事業主", .rowHeader), .init("始まりの日", .word), .init("勤務時間", .word), .init("理由"),
          .init("登録"),
        ],
        rows: rows,
        narrow: .stacks
      )
    let fields =
      employer("standard") + hours("standard")
      + date("standard", "from", "始まりの日", hint: "例：令和8年4月1日。事業主の最初の定めは、過ぎた日から始めることもできます。")
      + text("standard", "reason", "理由", hint: "訓令の番号など")
    return Panels.section(
      "標準の勤務時間",
      id: "standard",
      body: table + fold(.standard, "標準の勤務時間を定める", SchedulePaths.standard, fields)
    )
  }

  private var patternSection: HTML {
    let rows = offers.map { offer -> DataTable.Row in
      [
        .text(offer.pattern.name), .text(offer.pattern.kind.japanese),
        .text(ScheduleWords.week(offer.pattern)),
        .text("\(offer.pattern.week)"), .html(ending(offer)),
      ]
    }
    let table =
      rows.isEmpty
      ? Panels.emptyState("選べる型は、まだありません", "登録すると、職員が早出遅出・短時間勤務を申し出られます。")
      : DataTable.draw(
        id: "patterns",
        caption: "早出遅出・短時間勤務の型",
        columns: [
          .init("型", .rowHeader), .init("区分", .word), .init("勤務時間"), .init("1週間", .number), .init("状態"),
        ],
        rows: rows,
        narrow: .stacks
      )
    let kinds = WorkPattern.Kind.allCases.map { Fields.Choice($0.rawValue, $0.japanese) }
    let fields =
      employer("pattern") + text("pattern", "name", "名前", hint: "例：早出A")
      + Fields.radios(
        "pattern-kind",
        label: "区分",
        choices: kinds,
        value: value("pattern-kind"),
        faults: faults
      ) + HTML(WorkPattern.weekdays.map(weekday))
    return Panels.section(
      "早出遅出・短時間勤務の型",
      id: "patterns-section",
      body: table + fold(.pattern, "型を登録する", SchedulePaths.patterns, fields)
    )
  }

  private func ending(_ offer: PatternRecords.Offer) -> HTML {
    guard offer.isOpen else { return StatusTag.draw("終了", tone: .neutral) }
    let id = offer.pattern.id
    let form = Forms.form(
      action: SchedulePaths.end(id),
      token: token,
      once: "\(once)-\(id)",
      actions: [Buttons.submit("終了する", style: .secondary, size: .small)],
      content: Fields.text(
        "end-\(id)",
        label: "理由",
        hint: "選んでいる職員の割振りは変わりません。",
        value: value("end-\(id)"),
        faults: faults
      )
    )
    return Panels.details("新しく選べなくする", body: form)
  }

  private func weekday(_ weekday: Weekday) -> HTML {
    let key = "pattern-\(weekday.rawValue)"
    return Forms.group(
      "\(weekday.japanese)曜日",
      hint: weekday == .monday ? "短時間勤務で勤務しない曜日は空けておきます。" : nil,
      content: HTML(
        RuleFields.times.map { time in
          Fields.time(
            "\(key)-\(time.name)",
            label: time.label,
            need: .optional,
            hint: nil,
            value: value("\(key)-\(time.name)"),
            faults: faults
          )
        }
      )
    )
  }

  private var termsSection: HTML {
    let rows = terms.map { entry -> DataTable.Row in
      let fixed = entry.fixed
      return [
        .text("\(name(fixed.employer)) \(place(fixed.unit))"), .text(fixed.from.japaneseShort),
        .text(fixed.terms.core.map(ScheduleWords.short) ?? "なし"),
        .text(ScheduleWords.short(fixed.terms.standardBreak)), .text("\(fixed.terms.dailyMinimum)"),
        .text(entry.reason),
      ]
    }
    let table =
      rows.isEmpty
      ? Panels.emptyState("フレックスタイム制の定めは、まだありません", "定めると、職員が単位期間を申告できます。")
      : DataTable.draw(
        id: "terms",
        caption: "フレックスタイム制の定め（新しい定めほど上）",
        columns: [
          .init("組織", .rowHeader), .init("始まりの日", .word), .init("コアタイム", .word),
          .init("標準休憩時間", .word), .init("1日の最短", .number), .init("理由"),
        ],
        rows: rows,
        narrow: .stacks
      )
    let times = [
      ("core-start", "コアタイムの始まり"), ("core-end", "コアタイムの終わり"), ("pause-start", "標準休憩時間の始まり"),
      ("pause-end", "標準休憩時間の終わり"),
    ]
    let fields =
      employer("terms")
      + Fields.select(
        "terms-unit",
        label: "組織",
        choices: [Fields.Choice("", "事業主の全体")] + units,
        need: .optional,
        value: value("terms-unit"),
        faults: faults
      ) + date("terms", "from", "始まりの日")
      + HTML(
        times.map { name, label in
          Fields.time("terms-\(name)", label: label, value: value("terms-\(name)"), faults: faults)
        }
      )
      + Fields.text(
        "terms-minimum",
        label: "1日の最短勤務時間",
        hint: "例：4:00。2時間から4時間までの間で定めます。",
        value: value("terms-minimum"),
        faults: faults,
        width: .short
      ) + text("terms", "reason", "理由")
    return Panels.section(
      "フレックスタイム制の定め",
      id: "terms-section",
      body: table + fold(.terms, "フレックスタイム制を定める", SchedulePaths.terms, fields)
    )
  }

  /// Where terms hold; a unit that is no more is told as such.
  private func place(_ unit: RecordID<OrganizationUnit>?) -> String {
    guard let unit else { return "全体" }
    return units.first { $0.value.utf8.elementsEqual("\(unit)".utf8) }?.label ?? "廃止された組織"
  }

  private var holidaySection: HTML {
    let rows = holidays.map { entry -> DataTable.Row in
      [
        .text(entry.holiday.date.japanese), .text(entry.holiday.name), .text(entry.holiday.law),
        .text("\(OfficeZone.dateTimeText(entry.at)) \(entry.by)"), .html(standing(entry)),
      ]
    }
    let table =
      rows.isEmpty
      ? .empty
      : DataTable.draw(
        id: "holidays",
        caption: "追加した休日",
        columns: [
          .init("日", .rowHeader), .init("名前"), .init("法律"), .init("登録"), .init("扱い"),
        ],
        rows: rows,
        narrow: .stacks
      )
    let fields =
      date("holiday", "date", "日") + text("holiday", "name", "休日の名前")
      + text("holiday", "law", "法律", hint: "例：令和8年法律第1号")
    return Panels.section(
      "法律で新しくできた休日",
      id: "holidays-section",
      body: table + fold(.holiday, "休日を追加する", SchedulePaths.holidays, fields)
    )
  }

  /// Whether days follow it, and the form that takes it back while its day is ahead.
  private func standing(_ entry: HolidayAdditionRecords.Entry) -> HTML {
    let date = entry.holiday.date
    if let withdrawal = entry.withdrawal {
      let when = OfficeZone.dateTimeText(withdrawal.at)
      return "\("\(when)に取り消しました（\(withdrawal.reason)） \(withdrawal.by)")"
    }
    guard entry.holiday.isFollowed else { return "登録が当日以後のため、割振りは当日のままです" }
    guard today < date else { return "休日として割り振りました" }
    let field = Self.withdrawal(of: date)
    let form = Forms.form(
      action: SchedulePaths.withdraw(date),
      token: token,
      once: "\(once)-\(date.iso)",
      actions: [Buttons.submit("取り消す", style: .secondary, size: .small)],
      content: Fields.text(
        field,
        label: "理由",
        hint: "登録と取消しの両方の記録が残ります。",
        value: value(field),
        faults: faults
      )
    )
    return "休日として割り振ります\(Panels.details("登録を取り消す", body: form))"
  }

  /// The control for the reason why a holiday is taken back.
  static func withdrawal(of date: CivilDate) -> String { "withdraw-\(date.iso)" }

  private func fold(_ form: Form, _ title: String, _ path: String, _ fields: HTML) -> HTML {
    Panels.fold(
      title,
      isOpen: sent == form,
      body: Forms.form(
        action: path,
        token: token,
        once: "\(once)-\(form.rawValue)",
        actions: [Buttons.submit("登録する")],
        content: fields
      )
    )
  }

  private func employer(_ form: String) -> HTML {
    Fields.select(
      "\(form)-employer",
      label: "事業主",
      choices: employers.map { Fields.Choice("\($0.id)", $0.name) },
      value: value("\(form)-employer"),
      faults: faults
    )
  }

  private func hours(_ form: String) -> HTML {
    HTML(
      RuleFields.times.map { time in
        Fields.time(
          "\(form)-\(time.name)",
          label: time.label,
          value: value("\(form)-\(time.name)"),
          faults: faults
        )
      }
    )
  }

  private func date(
    _ form: String,
    _ name: String,
    _ label: String,
    hint: String = "例：令和8年4月1日、R8.4.1、2026/4/1"
  ) -> HTML {
    Fields.date(
      "\(form)-\(name)",
      label: label,
      hint: hint,
      value: value("\(form)-\(name)"),
      faults: faults
    )
  }

  private func text(_ form: String, _ name: String, _ label: String, hint: String? = nil) -> HTML {
    Fields.text(
      "\(form)-\(name)",
      label: label,
      hint: hint,
      value: value("\(form)-\(name)"),
      faults: faults
    )
  }

  private func value(_ name: String) -> String { entered.first(name) ?? "" }
}
