internal import CivilTime
internal import People
internal import Schedules
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// Reads the presence of people: all sources, the claims beside them, and what was said of the gaps.
///
/// Whoever reads has shown that the people are within reach.
enum PresenceQuery {
  private static let together = 200

  /// The days of one person before `today`, in order.
  static func days(
    of person: PresencePerson,
    in days: ClosedRange<CivilDate>,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [DayPresence] {
    var found: [DayPresence] = []
    try forEach([person], in: days, today: today, on: connection) { _, days in found = days }
    return found
  }

  /// Calls back with each person's days before `today`, some hundred people at a time.
  static func forEach(
    _ people: [PresencePerson],
    in days: ClosedRange<CivilDate>,
    today: CivilDate,
    on connection: any SQLConnection,
    _ body: (PresencePerson, [DayPresence]) throws -> Void
  ) throws {
    let yesterday = today.adding(days: -1)
    guard days.lowerBound <= yesterday else { return }
    let shown = days.lowerBound...min(days.upperBound, yesterday)
    let thresholds = try GapRecords.thresholds(on: connection)
    for start in stride(from: 0, to: people.count, by: together) {
      let part = people[start..<min(start + together, people.count)]
      let facts = try PresenceFacts(of: part.map(\.id), in: shown, on: connection)
      for person in part { try body(person, facts.days(of: person, in: shown, thresholds)) }
    }
  }
}

/// All that is known of some people in some days.
private struct PresenceFacts {
  private let punches: [RecordID<Employee>: [Punch]]
  private let strips: [RecordID<Employee>: [LogStrip]]
  private let claims: [RecordID<Employee>: [OvertimeDeclaration]]
  private let allotments: [RecordID<Employee>: Allotments]
  private let reasons: [RecordID<Employee>: [GapReason]]
  private let questions: [RecordID<Employee>: [GapQuestion]]
  private let coverage: LogCoverage
  private let managerial: ManagerialSpans

  init(
    of people: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws {
    // What began the evening before, or goes on after midnight, is seen whole.
    let around = days.lowerBound.adding(days: -1)...days.upperBound.adding(days: 1)
    punches = try PunchRecords.punches(of: people, in: around, on: connection)
    strips = try LogStripRecords.strips(of: people, in: around, on: connection)
    claims = try OvertimeRecords.declarations(of: people, in: days, on: connection)
    allotments = try AllotmentRecords.allotments(of: people, in: around, on: connection)
    reasons = try GapRecords.reasons(of: people, in: days, on: connection)
    questions = try GapRecords.questions(of: people, in: days, on: connection)
    coverage = try LogCoverageRecords.coverage(of: people, in: days, on: connection)
    managerial = try ManagerialSpans(of: people, on: connection)
  }

  func days(
    of person: PresencePerson,
    in days: ClosedRange<CivilDate>,
    _ thresholds: GapThresholds
  ) -> [DayPresence] {
    let allotments = allotments[person.id] ?? Allotments()
    let punches = (punches[person.id] ?? []).filter(\.counts)
    let strips = strips[person.id] ?? []
    let logged = PresenceTimeline.joined(logStretches(strips))
    let clocked = PresenceTimeline.stretches(of: punches)
    let presence = PresenceTimeline.days(PresenceTimeline.joined(logged + clocked), allotments)
    let logs = PresenceTimeline.days(logged, allotments)
    let doubts = Dictionary(strips.map { ($0.key.day, $0.doubts) }) { $0.union($1) }
    let clock = Dictionary(grouping: punches, by: \.workDate)
    let claims = Dictionary((claims[person.id] ?? []).map { ($0.date, $0) }) { _, newer in newer }
    let reasons = Dictionary((reasons[person.id] ?? []).map { ($0.date, $0) }) { _, newer in newer }
    let questions = Dictionary((questions[person.id] ?? []).map { ($0.date, $0) }) { _, newer in newer }
    return days.filter(person.service.contains).map { day in
      let times = clock[day]?.map(\.time) ?? []
      return DayPresence(
        date: day,
        allotment: allotments[day],
        stretches: presence[day] ?? [],
        log: state(logs[day] ?? [], doubts[day] ?? [], person, day),
        clock: times.min().flatMap { first in times.max().map { first...$0 } },
        claimed: claims[day]?.length,
        claimedEnd: claims[day].flatMap { $0.stretches.map(\.upperBound).max() },
        isManagerial: managerial.isManagerial(person.id, on: day),
        threshold: thresholds.threshold(of: person.employer, on: day),
        reason: reasons[day],
        question: questions[day]
      )
    }
  }

  /// The stretches of each device by itself; clocks that are not believed are left out.
  private func logStretches(_ strips: [LogStrip]) -> [ClosedRange<WorkMoment>] {
    let devices = Dictionary(grouping: strips.filter(\.isUsable)) { Array($0.key.device.utf8) }
    return devices.values.flatMap { strips in
      PresenceTimeline.stretches(of: strips.map { ($0.key.day, $0.marks) })
    }
  }

  private func state(
    _ stretches: [Range<ClockTime>],
    _ doubts: ClockDoubts,
    _ person: PresencePerson,
    _ day: CivilDate
  ) -> LogState {
    if let first = stretches.first?.lowerBound, let last = stretches.map(\.upperBound).max() {
      return .seen(first: first, last: last)
    }
    if !doubts.isEmpty { return .doubtful(doubts) }
    return coverage.covers(person.id, of: person.employer, on: day) ? .empty : .notCovered
  }
}
