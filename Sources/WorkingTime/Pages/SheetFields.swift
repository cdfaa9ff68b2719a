internal import CivilTime
internal import Site
internal import Store

/// The controls of the sheet of a month, four for each day, and how they are read.
enum SheetFields {
  /// What is typed for a day.
  enum Column: String, Sendable, Hashable, CaseIterable {
    case times
    case work

    /// The heading of the column.
    var japanese: String {
      switch self {
      case .times: "時間帯"
      case .work: "業務の内容"
      }
    }
  }

  /// Which row is copied.
  static let source = "copy-from"
  /// The answer that asks for the nearest row above.
  static let above = "above"
  /// The button that copies and checks, and writes nothing.
  static let check = "check"

  static func name(_ column: Column, _ date: CivilDate) -> String { "day-\(date.iso)-\(column.rawValue)" }

  static func seen(_ date: CivilDate) -> String { "day-\(date.iso)-seen" }

  static func target(_ date: CivilDate) -> String { "day-\(date.iso)-copy" }

  /// The rows of a month as they were sent; a day that was not sent is not there.
  static func entries(_ form: FormFields, _ month: YearMonth) -> [SheetEntry] {
    month.days.compactMap { date in
      guard let times = form.first(name(.times, date)) else { return nil }
      return SheetEntry(
        date,
        times: times,
        work: form.first(name(.work, date)) ?? "",
        seen: form.first(seen(date)).flatMap { Int64($0) } ?? 0,
        isTarget: form.first(target(date)) != nil
      )
    }
  }

  /// What is to be copied; anything unreadable is the usual.
  static func source(_ form: FormFields) -> SheetSource {
    form.first(source).flatMap { CivilDate(iso: $0) }.map { .day($0) } ?? .above
  }

  static func value(of source: SheetSource) -> String {
    switch source {
    case .above: above
    case .day(let day): day.iso
    }
  }
}
