internal import CivilTime
internal import Site

/// What a gap board is asked for; anything unreadable is the usual view.
struct BoardAsked: Sendable, Hashable {
  /// How the days of the month are put together.
  enum Span: String, Sendable, Hashable, CaseIterable {
    case weeks
    case days
  }

  let month: YearMonth
  let span: Span
  /// Whether only gaps are listed that wait for a reason.
  let isOpenOnly: Bool

  init(month: YearMonth, span: Span = .weeks, isOpenOnly: Bool = false) {
    self.month = month
    self.span = span
    self.isOpenOnly = isOpenOnly
  }

  init(_ query: FormFields, today: CivilDate) {
    month = query.first("month").flatMap { YearMonth(iso: $0) } ?? today.yearMonth
    span = query.first("span").flatMap { Span(rawValue: $0) } ?? .weeks
    isOpenOnly = query.first("show").map { $0.utf8.elementsEqual("open".utf8) } ?? false
  }

  /// The same as a query.
  var query: String {
    "month=\(month.iso)&span=\(span.rawValue)" + (isOpenOnly ? "&show=open" : "")
  }
}
