internal import CivilTime
internal import WorkingTimeRules

/// 単位期間の状態 – a period with all its versions: which days hold, and whether others wait for a decision.
struct FlextimeState: Sendable, Hashable {
  let period: FlextimePeriod
  /// Every version, the first first.
  let versions: [FlextimeVersion]

  /// The number of the newest version, which a form has seen.
  var revision: Int { versions.last?.revision ?? 0 }

  /// What was declared and waits for the superior.
  var pending: FlextimeVersion? { versions.last.flatMap { $0.step == .declared ? $0 : nil } }

  /// What holds.
  var inForce: FlextimeVersion? { versions.last { $0.step.isInForce } }

  /// Whether it takes the place of any other period on its days.
  var isAlive: Bool { pending != nil || inForce != nil }

  /// The days to start from when it is written anew.
  var newestDays: [FlextimeDay] {
    (pending ?? inForce ?? versions.last { !$0.days.isEmpty })?.days ?? []
  }

  /// The state in one word or two.
  var japanese: String {
    if pending != nil { return inForce == nil ? "申告中" : "変更の申告中" }
    if inForce != nil { return "割振り済み" }
    return versions.last?.step.japanese ?? ""
  }

  /// The rules that some days break; those that hold already were judged when they were allotted.
  ///
  /// `holidays` are those that the calendar does not know yet.
  func faults(
    _ days: [FlextimeDay],
    under terms: FlextimeTerms,
    holidays: Set<CivilDate>
  ) -> [FlextimeFault] {
    FlextimeDeclaration(start: period.start, weeks: period.weeks, person: period.person, days: days)
      .faults(under: terms, holidays: holidays, settled: Set(inForce?.days ?? []))
  }

  /// What held before the newest allotment, the newest first.
  var formerAllotments: [FlextimeVersion] {
    Array(versions.filter(\.step.isInForce).dropLast().reversed())
  }

  /// The days up to one that differ from those that hold; what has passed is not allotted anew.
  func changedDays(_ days: [FlextimeDay], through last: CivilDate) -> [CivilDate] {
    let held = Set(inForce?.days ?? [])
    return days.filter { $0.date <= last && !held.contains($0) }.map(\.date)
  }
}
