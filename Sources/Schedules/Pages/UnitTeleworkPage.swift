internal import CivilTime
internal import DelimitedText
internal import Markup
internal import People
internal import Site
internal import Store

/// 組織のテレワーク: the whole days ordered of each person by month, and whom the allowance may concern.
struct UnitTeleworkPage: Sendable {
  struct Line: Sendable {
    let employee: RecordID<Employee>
    let name: String
    let months: TeleworkMonths
  }

  let unit: OrganizationUnit
  let path: String
  let month: YearMonth
  let lines: [Line]

  private var shown: [YearMonth] { (-5...0).map { month.adding(months: $0) } }

  var content: PageContent {
    let concerned = lines.count { $0.months.isQualifying(month) }
    return PageContent(
      title: "\(unit.name)のテレワーク",
      breadcrumbs: [Breadcrumb("\(unit.name)の勤務の割振り", SchedulePaths.unit(unit.id))],
      lead: """
        \(path)の\(lines.count)人です。\(month.japanese)が、全日のテレワークの平均が10日を超える3か月以上の期間に入る職員は\
        \(concerned)人です。
        """,
      printing: .landscape,
      body: actions + table
    )
  }

  private var actions: HTML {
    Panels.actions([
      Buttons.link("前の月まで", to: SchedulePaths.telework(of: unit.id, month.adding(months: -1)), size: .small),
      Buttons.link("次の月まで", to: SchedulePaths.telework(of: unit.id, month.adding(months: 1)), size: .small),
      Buttons.link("CSVで保存", to: SchedulePaths.teleworkFile(of: unit.id, month), size: .small),
    ])
  }

  private var table: HTML {
    guard !lines.isEmpty else {
      return Panels.emptyState("この組織に直接所属する職員はいません", "下位の組織を選んでください。")
    }
    return DataTable.draw(
      id: "unit-telework",
      caption: "全日のテレワークを命じられた日数（\(month.japanese)までの6か月）",
      columns: [.init("氏名", .rowHeader)]
        + shown.map { .init("\($0.month)月", .number, unit: "日") } + [.init("在宅勤務等手当の目安", .word)],
      rows: lines.map { line in
        DataTable.Row(
          [.link(line.name, to: SchedulePaths.telework(of: line.employee))]
            + shown.map { .text("\(line.months.count(of: $0))") } + [.text(mark(line))]
        )
      },
      note: "目安は命令の日数から数えたものです（\(TeleworkAllowance.days.newest.citation)）。支給の決定ではありません。",
      density: .dense
    )
  }

  private func mark(_ line: Line) -> String {
    line.months.isQualifying(month) ? "平均10日超" : ""
  }

  func csv() throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["氏名"] + shown.map(\.iso) + ["在宅勤務等手当の目安"])
    for line in lines {
      let counts = shown.map { DelimitedField.value("\(line.months.count(of: $0))") }
      writer.write(fields: [.freeText(line.name)] + counts + [.value(mark(line))])
    }
    return writer.takeBytes()
  }
}
