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
    let thresholds = try GapRecords.thresholds(on: connection)
    try inParts(people, days, today) { part, shown in
      let facts = try PresenceFacts(of: part.map(\.id), in: shown, on: connection)
      for person in part { try body(person, facts.days(of: person, in: shown, thresholds)) }
    }
  }

  /// The same of the lengths alone, which is less to read.
  static func forEachMeasured(
    _ people: [PresencePerson],
    in days: ClosedRange<CivilDate>,
    today: CivilDate,
    on connection: any SQLConnection,
    _ body: (PresencePerson, [DayMeasure]) throws -> Void
  ) throws {
    try inParts(people, days, today) { part, shown in
      let facts = try MeasuredFacts(of: part.map(\.id), in: shown, on: connection)
      for person in part {
        let own = facts.person(person.id)
        try body(person, shown.filter(person.service.contains).map(own.measure))
      }
    }
  }

  private static func inParts(
    _ people: [PresencePerson],
    _ days: ClosedRange<CivilDate>,
    _ today: CivilDate,
    _ body: (ArraySlice<PresencePerson>, ClosedRange<CivilDate>) throws -> Void
  ) throws {
    let yesterday = today.adding(days: -1)
    guard days.lowerBound <= yesterday else { return }
    let shown = days.lowerBound...min(days.upperBound, yesterday)
    for start in stride(from: 0, to: people.count, by: together) {
      try body(people[start..<min(start + together, people.count)], shown)
    }
  }
}

/// What clocks, logs and claims say of some people in some days.
private struct MeasuredFacts {
  private let punches: [RecordID<Employee>: [Punch]]
  private let strips: [RecordID<Employee>: [LogStrip]]
  private let claims: [RecordID<Employee>: [OvertimeDeclaration]]
  private let allotments: [RecordID<Employee>: Allotments]
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
    managerial = try ManagerialSpans(of: people, on: connection)
  }

  /// One person's, joined.
  struct Person {
    let allotments: Allotments
    let punches: [Punch]
    let strips: [LogStrip]
    let logged: [ClosedRange<WorkMoment>]
    fileprivate let presence: [CivilDate: [Range<ClockTime>]]
    fileprivate let claims: [CivilDate: OvertimeDeclaration]
    fileprivate let isManagerial: (CivilDate) -> Bool

    func measure(_ day: CivilDate) -> DayMeasure {
      DayMeasure(
        date: day,
        allotment: allotments[day],
        stretches: presence[day] ?? [],
        claimed: claims[day]?.length,
        claimedEnd: claims[day].flatMap { $0.stretches.map(\.upperBound).max() },
        isManagerial: isManagerial(day)
      )
    }
  }

  func person(_ id: RecordID<Employee>) -> Person {
    let allotments = allotments[id] ?? Allotments()
    let punches = (punches[id] ?? []).filter(\.counts)
    let strips = strips[id] ?? []
    let logged = PresenceTimeline.joined(MeasuredFacts.logStretches(strips))
    let clocked = PresenceTimeline.stretches(of: punches)
    let managerial = managerial
    return Person(
      allotments: allotments,
      punches: punches,
      strips: strips,
      logged: logged,
      presence: PresenceTimeline.days(PresenceTimeline.joined(logged + clocked), allotments),
      claims: Dictionary((claims[id] ?? []).map { ($0.date, $0) }) { _, newer in newer },
      isManagerial: { managerial.isManagerial(id, on: $0) }
    )
  }

  /// The stretches of each device by itself; clocks that are not believed are left out.
  private static func logStretches(_ strips: [LogStrip]) -> [ClosedRange<WorkMoment>] {
    let devices = Dictionary(grouping: strips.filter(\.isUsable)) { Array($0.key.device.utf8) }
    return devices.values.flatMap { strips in
      PresenceTimeline.stretches(of: strips.map { ($0.key.day, $0.marks) })
    }
  }
}

/// All that is known of some people in some days.
private struct PresenceFacts {
  private let measured: MeasuredFacts
  private let reasons: [RecordID<Employee>: [GapReason]]
  private let questions: [RecordID<Employee>: [GapQuestion]]
  private let coverage: LogCoverage

  init(
    of people: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws {
    measured = try MeasuredFacts(of: people, in: days, on: connection)
    reasons = try GapRecords.reasons(of: people, in: days, on: connection)
    questions = try GapRecords.questions(of: people, in: days, on: connection)
    coverage = try LogCoverageRecords.coverage(of: people, in: days, on: connection)
  }

  func days(
    of person: PresencePerson,
    in days: ClosedRange<CivilDate>,
    _ thresholds: GapThresholds
  ) -> [DayPresence] {
    let own = measured.person(person.id)
    let logs = PresenceTimeline.days(own.logged, own.allotments)
    let doubts = Dictionary(own.strips.map { ($0.key.day, $0.doubts) }) { $0.union($1) }
    let clock = Dictionary(grouping: own.punches, by: \.workDate)
    let reasons = Dictionary((reasons[person.id] ?? []).map { ($0.date, $0) }) { _, newer in newer }
    let questions = Dictionary((questions[person.id] ?? []).map { ($0.date, $0) }) { _, newer in newer }
    return days.filter(person.service.contains).map { day in
      let times = clock[day]?.map(\.time) ?? []
      let measure = own.measure(day)
      return DayPresence(
        date: day,
        allotment: measure.allotment,
        stretches: measure.stretches,
        log: state(logs[day] ?? [], doubts[day] ?? [], person, day),
        clock: times.min().flatMap { first in times.max().map { first...$0 } },
        claimed: measure.claimed,
        claimedEnd: measure.claimedEnd,
        isManagerial: measure.isManagerial,
        threshold: thresholds.threshold(of: person.employer, on: day),
        reason: reasons[day],
        question: questions[day]
      )
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
