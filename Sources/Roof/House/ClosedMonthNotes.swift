internal import CivilTime
internal import MonthClosing
internal import People
internal import Store
internal import WorkingTime

/// 確定した月の添え書き – tells on the sheet of a month that it was approved, and where corrections of it stand.
enum ClosedMonthNotes {
  static let source = DayNoteSource { employee, month, _, connection in
    let closed = try ClosedMonthRecords.months(of: [employee], in: month, on: connection)[employee]
    guard let first = closed?.first else { return [] }
    let date = OfficeZone.date(of: first.at).japanese
    let whole = DayNote(
      words: "\(month.japanese)は\(date)に確定しました。ここで申告すると、確定した内容は残り、確定後の訂正として並びます。",
      path: "/closing/months/\(month.iso)"
    )
    return [whole] + month.days.map { DayNote(day: $0, words: "確定済み") }
  }
}
