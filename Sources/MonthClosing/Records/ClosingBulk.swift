package import CivilTime
package import People
package import Store

/// Many people's steps on a month at once, for the demo.
package enum ClosingBulk: Sendable {
  /// One step as it was done.
  package struct Deed: Sendable {
    let act: ClosingAct
    let at: Instant
    let author: ClosingStep.Author
    let standing: ClosingStep.Standing
    let words: String?

    /// A step; `words` are those of an objection.
    package init(
      _ act: ClosingAct,
      at: Instant,
      by author: ClosingStep.Author,
      as standing: ClosingStep.Standing,
      words: String? = nil
    ) {
      self.act = act
      self.at = at
      self.author = author
      self.standing = standing
      self.words = words
    }
  }

  /// Everybody in service in the month.
  package static func staff(
    of employer: RecordID<Employer>,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>] {
    try ClosingPeopleRecords.staff(of: employer, in: month, on: connection)
  }

  /// Appends the steps of some people's month in their order, and keeps the months that were approved.
  package static func insert(
    _ people: [RecordID<Employee>],
    _ reading: ClosingReading,
    ids: RecordIDSource,
    on connection: any SQLConnection,
    _ deeds: (ClosingCase) -> [Deed]
  ) throws {
    var steps: [ClosingStep] = []
    var kept: [ClosedMonth] = []
    for one in try reading.cases(of: people, on: connection) {
      for deed in deeds(one) {
        steps.append(
          one.step(
            deed.act,
            id: ids.next(),
            at: deed.at,
            by: deed.author,
            as: deed.standing,
            words: deed.words
          )
        )
        guard deed.act == .approve else { continue }
        kept.append(one.snapshot(id: ids.next(), at: deed.at, tree: reading.tree))
      }
    }
    try ClosingStepRecords.insert(steps, on: connection)
    try ClosedMonthRecords.insert(kept, on: connection)
  }
}
