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
      lead: """
        \(year.japanese)の義務のうち、期限を過ぎたものは\(FigureText.grouped(overdue))件です。\
        「催促する」を押すと、期限を過ぎた義務の担当の「担当の取組」に印が付きます。
        """,
      printing: .landscape,
      body: tiles(overdue) + actions + latest + measures + units + others
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

  /// What is late most, for a first look.
  private var latest: HTML {
    let lines = reported.measures.filter(isLate).sorted { overdue($0) > overdue($1) }
    guard !lines.isEmpty else {
      return Panels.emptyState("期限を過ぎた義務はありません", "期限を過ぎた義務がある取組を、件数の多い順にここに表示します。")
    }
    let table = measureTable("desk-latest", "期限を過ぎた義務の多い取組", Array(lines.prefix(Self.mostLatest)))
    return Panels.section("まず見るもの", body: table)
  }

  private static let mostLatest = 10

  /// All measures with something to do, by chapter.
  private var measures: HTML {
    let chapters = reported.plan.chapters.map { chapter -> HTML in
      let ids = Set(chapter.items.flatMap(\.measures).map(\.id))
      let lines = reported.measures.filter { ids.contains($0.id) && needsLook($0) }
      guard !lines.isEmpty else { return .empty }
      let missing = lines.count { $0.status == .notStarted }
      return Panels.fold(
        "第\(chapter.id)章 \(chapter.title)",
        sum: late(lines.reduce(0) { $0 + overdue($1) })
          + (missing == 0 ? .empty : "<span>未報告の取組 \(missing)件</span>"),
        body: measureTable("desk-measures-\(chapter.id)", "第\(chapter.id)章の取組（期限を過ぎたものが先）", lateFirst(lines))
      )
    }
    return Panels.section("取組ごと", body: HTML(chapters))
  }

  private func needsLook(_ line: MeasureLine) -> Bool {
    sheet.measures[line.id.text] != nil || line.status == .notStarted || line.isStale
  }

  private func lateFirst(_ lines: [MeasureLine]) -> [MeasureLine] {
    lines.filter(isLate) + lines.filter { !isLate($0) }
  }

  func late(_ count: Int) -> HTML {
    count == 0
      ? "<span>期限超過なし</span>" : StatusTag.draw("期限超過 \(FigureText.grouped(count))件", tone: .attention)
  }

  private func measureTable(_ id: String, _ caption: String, _ lines: [MeasureLine]) -> HTML {
    DataTable.draw(
      id: id,
      caption: caption,
      columns: [
        .init("番号", .rowHeader), .init("取組"), .init("状態", .word), .init("期限超過", .number, unit: "件"),
        .init("30日以内", .number, unit: "件"), .init("未了", .number, unit: "件"), .init("次の期限", .word),
        .init("最後の動き", .word), .init("催促", .word),
      ],
      rows: lines.map(row),
      density: .dense,
      narrow: .stacks
    )
  }

  private func overdue(_ line: MeasureLine) -> Int { sheet.measures[line.id.text]?.overdue ?? 0 }

  private func isLate(_ line: MeasureLine) -> Bool { overdue(line) > 0 }

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

  func counts(_ waiting: Waiting) -> [DataTable.Cell] {
    [
      .text("\(waiting.overdue)"), .text("\(waiting.soon)"), .text("\(waiting.open)"),
      waiting.nextDueOn.map { .text($0.japaneseShort) } ?? .none,
    ]
  }

  func reminder(_ name: String, _ value: String, _ waiting: Waiting) -> DataTable.Cell {
    guard waiting.overdue > 0 else { return .html(.empty) }
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
