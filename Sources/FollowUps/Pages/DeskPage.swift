internal import CivilTime
internal import Duties
internal import Markup
internal import Plan
internal import Site
internal import Store

/// 事務局の机: what is overdue, missing or old, and the reminders.
struct DeskPage: Sendable {
  let sheet: DeskSheet
  let token: String
  let once: String

  private var reported: FollowUpContent { sheet.report.content }
  private var year: FiscalYear { reported.year }

  var content: PageContent {
    let overdue = sheet.measures.values.reduce(0) { $0 + $1.overdue }
    return PageContent(
      title: "事務局の机",
      breadcrumbs: [Breadcrumb("取組と指標", ReportPaths.plan(year))],
      lead: "\(year.japanese)の義務のうち、期限を過ぎたものは\(FigureText.grouped(overdue))件です。",
      printing: .landscape,
      body: tiles(overdue) + actions + measures + units + offices + people
    )
  }

  private func tiles(_ overdue: Int) -> HTML {
    let soon = sheet.measures.values.reduce(0) { $0 + $1.soon }
    let silent = sheet.units.count { $0.waiting.overdue > 0 }
    let stale = reported.measures.count(where: \.isStale)
    let missing = reported.measures.count { $0.status == .notStarted }
    return Panels.stats([
      .init("期限超過", value: FigureText.grouped(overdue), unit: "件"),
      .init("\(DeskRecords.soonDays)日以内の期限", value: FigureText.grouped(soon), unit: "件"),
      .init("期限を過ぎた組織", value: FigureText.grouped(silent), unit: "組織"),
      .init("報告のない取組", value: "\(missing)", unit: "件"), .init("90日以上動きなし", value: "\(stale)", unit: "件"),
      .init(
        "年次フォローアップ",
        value: sheet.report.standing.stage.japanese,
        note: "<a\(href: ReportPaths.report(year))>報告を開く</a>"
      ),
    ])
  }

  private var actions: HTML {
    let before = year.advanced(by: -1)
    return Panels.actions([
      Buttons.link("年次フォローアップに記入する", to: ReportPaths.report(year)),
      Buttons.link("済んでいないもの（CSV）", to: ReportPaths.outstanding(year), size: .small),
      Buttons.link("\(before.japanese)", to: ReportPaths.desk(before), size: .small),
    ])
  }

  /// Late measures first, each group in the plan's order.
  private var measures: HTML {
    let lines = reported.measures.filter { line in
      sheet.measures[line.id.text] != nil || line.status == .notStarted || line.isStale
    }
    let late = lines.filter { isLate($0) }
    let others = lines.filter { !isLate($0) }
    return DataTable.draw(
      id: "desk-measures",
      caption: "取組ごと（期限を過ぎたものが先）",
      columns: [
        .init("番号", .rowHeader), .init("取組"), .init("状態", .word), .init("期限超過", .number, unit: "件"),
        .init("30日以内", .number, unit: "件"), .init("未了", .number, unit: "件"), .init("次の期限", .word),
        .init("最後の動き", .word), .init("催促", .word),
      ],
      rows: (late + others).map(row),
      note: "「催促」は、期限を過ぎた義務の担当の受信箱に印を付けます。",
      density: .dense
    )
  }

  private func isLate(_ line: MeasureLine) -> Bool {
    (sheet.measures[line.id.text]?.overdue ?? 0) > 0
  }

  private func row(_ line: MeasureLine) -> DataTable.Row {
    let waiting = sheet.measures[line.id.text] ?? .nothing
    let status = line.status.japanese + (line.isStale ? "（90日以上動きなし）" : "")
    return DataTable.Row(
      [
        .link(line.id.text, to: ReportPaths.measure(line.id.text)),
        .text(reported.plan.content(of: line.id)?.title ?? ""), .text(status),
      ] + counts(waiting) + [
        line.lastActivity.map { .text($0.japaneseShort) } ?? .none,
        reminder("measure", line.id.text, waiting),
      ],
      tone: waiting.overdue > 0 ? .attention : .plain
    )
  }

  private func counts(_ waiting: Waiting) -> [DataTable.Cell] {
    [
      .text("\(waiting.overdue)"), .text("\(waiting.soon)"), .text("\(waiting.open)"),
      waiting.nextDueOn.map { .text($0.japaneseShort) } ?? .none,
    ]
  }

  private func reminder(_ name: String, _ value: String, _ waiting: Waiting) -> DataTable.Cell {
    guard waiting.overdue > 0 else { return .none }
    return .html(
      Forms.button(
        "催促する",
        action: ReportPaths.remind,
        token: token,
        once: "\(once)-\(name)-\(value)",
        hidden: [(name: name, value: value), (name: "year", value: "\(year.startYear)")]
      )
    )
  }

  private var units: HTML {
    DataTable.draw(
      id: "desk-units",
      caption: "組織ごと（建制順）",
      columns: [
        .init("組織", .rowHeader), .init("期限超過", .number, unit: "件"), .init("30日以内", .number, unit: "件"),
        .init("未了", .number, unit: "件"), .init("次の期限", .word), .init("催促", .word),
      ],
      rows: sheet.units.map { unit in
        DataTable.Row(
          [.link(unit.path, to: "/duties/units/\(unit.unit)")] + counts(unit.waiting)
            + [reminder("unit", "\(unit.unit)", unit.waiting)],
          tone: unit.waiting.overdue > 0 ? .attention : .plain
        )
      },
      density: .dense
    )
  }

  private var offices: HTML {
    owners("desk-offices", "人事担当・事務局・委員会など", sheet.offices, note: .empty)
  }

  private var people: HTML {
    guard !sheet.people.isEmpty else { return .empty }
    let more = sheet.latePeople - sheet.people.count
    let note: HTML = more > 0 ? "ほか\(more)人はCSVにあります。" : .empty
    return owners("desk-people", "自分について担う職員のうち期限を過ぎた人（期限の早い順）", sheet.people, note: note)
  }

  private func owners(_ id: String, _ caption: String, _ rows: [OwnerWaiting], note: HTML) -> HTML {
    DataTable.draw(
      id: id,
      caption: caption,
      columns: [
        .init("担当", .rowHeader), .init("期限超過", .number, unit: "件"), .init("30日以内", .number, unit: "件"),
        .init("未了", .number, unit: "件"), .init("次の期限", .word),
      ],
      rows: rows.map { row in
        DataTable.Row([.text(sheet.names[row.owner] ?? "")] + counts(row.waiting))
      },
      note: note,
      density: .dense
    )
  }
}

/// Whole numbers for tiles.
enum FigureText {
  /// A whole number with a comma after every third digit.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number).utf8)
    var text: [UInt8] = []
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
