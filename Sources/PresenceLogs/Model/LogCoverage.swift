internal import CivilTime
internal import People
internal import Store

/// 記録の範囲 – for whom and for which days log systems have delivered anything.
///
/// A system covers a person from the first day on which it saw the person until a month after the last one, on days
/// for which it delivered anything of the person's employer. So a day without any file is missing, not nought.
struct LogCoverage: Sendable {
  /// How long a system is taken to cover somebody whom it no longer sees.
  static let patience = 31

  struct SourceDay: Hashable, Sendable {
    let source: String
    let employer: RecordID<Employer>
    let day: CivilDate
  }

  struct Span: Hashable, Sendable {
    let source: String
    let days: ClosedRange<CivilDate>
  }

  private let spans: [RecordID<Employee>: [Span]]
  private let delivered: Set<SourceDay>

  init(spans: [RecordID<Employee>: [Span]], delivered: Set<SourceDay>) {
    self.spans = spans
    self.delivered = delivered
  }

  func covers(_ employee: RecordID<Employee>, of employer: RecordID<Employer>, on day: CivilDate) -> Bool {
    spans[employee]?.contains { span in
      let last = span.days.upperBound.adding(days: LogCoverage.patience)
      return span.days.lowerBound <= day && day <= last
        && delivered.contains(SourceDay(source: span.source, employer: employer, day: day))
    } ?? false
  }

  /// What one file says of people and days.
  struct Seen: Sendable {
    private(set) var people: [RecordID<Employee>: ClosedRange<CivilDate>] = [:]
    private(set) var days: [RecordID<Employer>: Set<CivilDate>] = [:]

    mutating func add(_ employee: RecordID<Employee>, of employer: RecordID<Employer>, on day: CivilDate) {
      days[employer, default: []].insert(day)
      let known = people[employee] ?? day...day
      people[employee] = min(known.lowerBound, day)...max(known.upperBound, day)
    }
  }
}
