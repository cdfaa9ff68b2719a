internal import CivilTime
internal import People
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 特例業務について確かめること – what register, claims and limits of a month do not tell alike; questions, not verdicts.
struct SpecialWorkQuestions: Sendable {
  /// Somebody's claims of special work that no record of the register covers.
  struct Unregistered: Sendable {
    let person: StaffPerson
    let days: [CivilDate]
    let length: Minutes
  }

  /// Somebody beyond a limit without any special work.
  struct Unlifted: Sendable {
    let person: StaffPerson
    let findings: [OvertimeFinding]
  }

  let unregistered: [Unregistered]
  let unlifted: [Unlifted]

  init(
    _ month: YearMonth,
    of people: [RecordID<Employee>: StaffPerson],
    in tree: UnitTree,
    _ former: FormerUnits,
    on connection: any SQLConnection
  ) throws {
    let order = people.ordered(in: tree)
    unregistered = try Self.unregistered(month, order, tree, former, on: connection)
    let findings = try LimitFindings.findings(
      of: Set(people.keys),
      in: month.fiscalYear,
      through: month,
      on: connection
    )
    unlifted = order.compactMap { person in
      let beyond = (findings[person.id] ?? []).filter { $0.month == month && $0.verdict == .exceeded }
      return beyond.isEmpty ? nil : Unlifted(person: person, findings: beyond)
    }
  }

  private static func unregistered(
    _ month: YearMonth,
    _ people: [StaffPerson],
    _ tree: UnitTree,
    _ former: FormerUnits,
    on connection: any SQLConnection
  ) throws -> [Unregistered] {
    let claiming = Set(
      try connection.rows(
        """
        SELECT m.employee FROM month_total m WHERE m.month = \(month) AND m.is_special
        AND \(fragment: AmongPeople.condition("m.employee", people.map(\.id)))
        """
      ) { try $0.value(0, as: RecordID<Employee>.self) }
    )
    let asked = people.filter { claiming.contains($0.id) }
    guard !asked.isEmpty else { return [] }
    let claims = try OvertimeRecords.declarations(of: asked.map(\.id), in: month.days, on: connection)
    // Who moved did the work of a day where the post of that day was, under the register of that unit.
    let places = try StaffRecords.places(of: asked.map(\.id), in: month.days, on: connection)
    let gone = Dictionary(former.all.map { ($0.id, $0.above) }, uniquingKeysWith: { first, _ in first })
    let chain = { (unit: RecordID<OrganizationUnit>) in
      [unit] + (gone[unit] ?? tree.ancestors(of: unit)).map(\.id)
    }
    let units = Set(places.values.joined().flatMap { chain($0.unit) })
    let works = try SpecialWorkRecords.newest(of: units, in: month.days, on: connection)
    return asked.compactMap { person in
      let newest = Dictionary((claims[person.id] ?? []).map { ($0.date, $0) }, uniquingKeysWith: { $1 })
      let open = newest.values.filter { claim in
        claim.isSpecial && claim.length > .zero
          && !works.contains { work in
            let held = (places[person.id] ?? []).filter { $0.days.contains(claim.date) }
            return work.covers(person.id, on: claim.date, in: Set(held.flatMap { chain($0.unit) }))
          }
      }
      guard !open.isEmpty else { return nil }
      return Unregistered(
        person: person,
        days: open.map(\.date).sorted(),
        length: open.reduce(.zero) { $0 + $1.length }
      )
    }
  }
}
