internal import CivilTime
internal import Markup
internal import Schedules
internal import Site
internal import Store

/// The days of the sheet with what is recorded of each, and its controls.
struct SheetTable: Sendable {
  let facts: SheetFacts
  let rows: [SheetRow]
  /// Whether what would be claimed stands beside each row.
  let showsCounted: Bool

  var table: HTML {
    let days = Dictionary(facts.shown.days.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
    return DataTable.draw(
      id: "claim-sheet",
      caption: "\(facts.month.japanese)の記録と申告",
      columns: [
        .init("日", .rowHeader), .init("記録", .text), .init(SheetFields.Column.times.japanese, .text),
        .init(SheetFields.Column.work.japanese, .text), .init("写す先", .word),
      ],
      rows: rows.compactMap { row in days[row.date].map { self.row(row, $0) } },
      note: """
        「申告」は今の申告で、（ ）は正規の勤務時間の外として数える長さです。業務の内容は200文字以内で、上司、勤務時間管理員、人事担当が見ます。\
        特例業務に当たる日は、日付を開いて申告します。
        """,
      density: .dense,
      narrow: .stacks
    )
  }

  private func row(_ row: SheetRow, _ day: WorkingDay) -> DataTable.Row {
    let isOpen = row.date <= facts.lastDay
    return DataTable.Row(
      [
        .link(SheetWords.day(row.date), to: Paths.day(row.date)), .html(records(day)),
        isOpen ? .html(control(.times, row)) : .text(SheetWords.tooLate(facts.lastDay)),
        isOpen ? .html(control(.work, row)) : .none,
        isOpen ? .html(target(row)) : .none,
      ],
      tone: tone(row, day)
    )
  }

  private func tone(_ row: SheetRow, _ day: WorkingDay) -> DataTable.Row.Tone {
    switch row.outcome {
    case .changed: .attention
    // What must be mended is red, which is read on white alone.
    case .faulty: .plain
    case .unchanged: day.allotment.isDuty ? .plain : .quiet
    }
  }

  /// What the day asks and what was recorded of it, line by line.
  private func records(_ day: WorkingDay) -> HTML {
    var lines: [HTML] = ["\(MonthWords.hours(day.allotment))"]
    if day.arrival != nil || day.departure != nil {
      let time = { (time: ClockTime?) in time.map { "\($0)" } ?? "" }
      lines.append("打刻 \(time(day.arrival))–\(time(day.departure))")
    }
    lines += facts.notes.filter { $0.day == day.date }.map { "\($0.words)" }
    if let claim = facts.newest(on: day.date) {
      let special = claim.isSpecial ? "・特例" : ""
      lines.append("申告 \(SheetWords.claim(claim))\(special) \(SheetEntry.line(claim.reason))")
    }
    let marks = MonthWords.checks(day)
    if !marks.isEmpty { lines.append(marks) }
    return HTML(lines.map { "<p>\($0)</p>" })
  }

  private func control(_ column: SheetFields.Column, _ row: SheetRow) -> HTML {
    let name = SheetFields.name(column, row.date)
    let value =
      switch column {
      case .times: row.entry.times
      case .work: row.entry.work
      }
    let fault = row.faults.first { $0.field == column }?.message
    let counted = column == .times && showsCounted ? row.claim.map { SheetWords.counted($0.amount) } : nil
    let told = fault == nil ? counted : fault
    let toldID = told.map { _ in "\(name)-told" }
    let mark: HTML = fault == nil ? .empty : "<span class=\"hidden\">エラー：</span>"
    let line: HTML? = told.map {
      "<p class=\"\(fault == nil ? "hint" : "fault")\"\(attribute: "id", toldID)>\(mark)\($0)</p>"
    }
    let seen =
      column == .times ? Fields.hidden(SheetFields.seen(row.date), value: "\(row.entry.seen)") : .empty
    return """
      \(seen)<input class="control full" type="text" autocomplete="off"\(attribute: "id", name)\
      \(attribute: "name", name)\(attribute: "value", value)\
      \(attribute: "aria-label", "\(SheetWords.day(row.date)) \(column.japanese)")\
      \(attribute: "data-column", column.rawValue)\(attribute: "aria-describedby", toldID)\
      \(attribute: "aria-invalid", fault == nil ? nil : "true")>\(line)
      """
  }

  private func target(_ row: SheetRow) -> HTML {
    let name = SheetFields.target(row.date)
    return """
      <div class="choice"><input type="checkbox"\(attribute: "id", name)\(attribute: "name", name) value="1"\
      \(flag: "checked", row.entry.isTarget)><label\(attribute: "for", name)>\
      <span class="hidden">\(SheetWords.day(row.date))に</span>写す</label></div>
      """
  }
}
