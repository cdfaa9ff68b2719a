internal import CivilTime
internal import Markup
internal import Site

/// 出勤簿の表 – the days of a month, one row each, so that 31 of them fit one sheet of A4.
enum SheetTable {
  static func draw(_ sheet: AttendanceSheet, id: String, caption: String) -> HTML {
    DataTable.draw(
      id: id,
      caption: caption,
      columns: [
        .init("日", .rowHeader), .init("区分", .word), .init("割振り", .word), .init("出勤", .number),
        .init("退勤", .number), .init("休憩", .number), .init("超過勤務", .number), .init("時間帯", .text),
        .init("特例業務", .word),
      ],
      rows: sheet.days.map(row),
      totals: [
        [
          .text("合計"), .text("出勤\(sheet.attendedDays)日"), .none, .none, .none, .none,
          .text("\(sheet.overtime)"), .none, .text(sheet.special == .zero ? "" : "\(sheet.special)"),
        ]
      ],
      note: sheet.days.contains { $0.stretches == nil } ? "この確定のときは、時間帯を保存していませんでした。" : .empty,
      density: .dense
    )
  }

  private static func row(_ day: AttendanceDay) -> DataTable.Row {
    DataTable.Row(
      [
        .text("\(day.date.day)日（\(day.date.weekday.japanese)）"), .text(day.label),
        day.hours.map { .text("\($0.from)–\($0.to)") } ?? .none, time(day.arrival), time(day.departure),
        day.pause == .zero ? .none : .text("\(day.pause)"), day.overtime.map { .text("\($0)") } ?? .none,
        day.times.isEmpty ? .none : .text(day.times),
        day.isSpecial ? .text("該当") : .none,
      ],
      tone: day.kind == .duty ? .plain : .quiet
    )
  }

  private static func time(_ time: ClockTime?) -> DataTable.Cell {
    time.map { .text("\($0)") } ?? .none
  }
}

/// 訂正の表 – what has changed since a month was approved, who entered it, and why.
enum CorrectionTable {
  static func draw(_ corrections: [Correction], _ entries: [LateEntry]) -> HTML {
    DataTable.draw(
      id: "corrections",
      caption: "確定後の訂正",
      columns: [
        .init("日", .rowHeader), .init("内容（確定時 → 現在）", .text), .init("入力した人・時", .text), .init("入力と理由", .text),
      ],
      rows: corrections.map { correction in
        let written = entries.filter { $0.day == correction.date }
        return [
          .text(correction.date.japaneseShort), .text(changes(correction).joined(separator: "、")),
          .html(lines(written.map { "\($0.by ?? "取込") \(OfficeZone.dateTimeText($0.at))" })),
          .html(lines(reasons(correction, written))),
        ]
      },
      note: "確定した内容はそのまま残り、後から入力されたものを並べています。",
      narrow: .stacks
    )
  }

  /// What was entered and why; an allotment has no entry of its own here.
  private static func reasons(_ correction: Correction, _ written: [LateEntry]) -> [String] {
    let entries = written.map { "\($0.what)\($0.why.map { "（\($0)）" } ?? "")" }
    let (before, after) = (correction.before, correction.after)
    if (before.kind, before.hours) != (after.kind, after.hours) { return entries + ["勤務の割振りが変わりました。"] }
    return entries.isEmpty ? ["確定と同じ頃に入力されました。日ごとの記録に残っています。"] : entries
  }

  /// What is another now, in words.
  static func changes(_ correction: Correction) -> [String] {
    let (before, after) = (correction.before, correction.after)
    func change(_ name: String, _ old: String?, _ new: String?) -> String? {
      let (old, new) = (old ?? "－", new ?? "－")
      return old.utf8.elementsEqual(new.utf8) ? nil : "\(name) \(old) → \(new)"
    }
    return [
      before.kind == after.kind ? nil : change("区分", before.label, after.label),
      change("割振り", hours(before), hours(after)),
      change("出勤", before.arrival?.description, after.arrival?.description),
      change("退勤", before.departure?.description, after.departure?.description),
      change("休憩", before.pause.description, after.pause.description),
      change("超過勤務", before.overtime?.description, after.overtime?.description),
      change("時間帯", times(before, after), times(after, before)),
      change("特例業務", before.isSpecial ? "該当" : "－", after.isSpecial ? "該当" : "－"),
    ].compactMap(\.self)
  }

  /// Nothing where the times of either were not kept.
  private static func times(_ day: AttendanceDay, _ other: AttendanceDay) -> String? {
    day.stretches == nil || other.stretches == nil || day.times.isEmpty ? nil : day.times
  }

  private static func hours(_ day: AttendanceDay) -> String? {
    day.hours.map { "\($0.from)–\($0.to)（休憩\($0.pause)）" }
  }

  private static func lines(_ texts: [String]) -> HTML {
    HTML(texts.map { "<p>\($0)</p>" as HTML })
  }
}
