public import CivilTime
public import People
public import Store

extension DutyQuery {
  /// What the duties of a measure come to by unit: the unit whose head owes them, or where the person who owes works.
  ///
  /// Duties of offices belong to no unit. `within` leaves out other units; the order is that of the identifiers.
  public static func units(
    measure: String,
    year: FiscalYear,
    today: CivilDate,
    within units: Set<RecordID<OrganizationUnit>>?,
    on connection: any SQLConnection
  ) throws -> [UnitDuties] {
    try connection.rows(
      """
      SELECT COALESCE(d.owner_unit, p.unit) AS place, COUNT(*),
      COUNT(CASE WHEN d.state = 'fulfilled' THEN 1 END), COUNT(CASE WHEN d.state = 'excused' THEN 1 END),
      COUNT(CASE WHEN d.state = 'open' AND d.due_on < \(today) THEN 1 END)
      FROM duty d LEFT JOIN assignment a ON a.employee = d.owner_employee
      AND a.kind = \(AssignmentKind.primary) AND a.valid_from <= \(today)
      AND (a.valid_to IS NULL OR a.valid_to >= \(today))
      LEFT JOIN post p ON p.id = a.post
      WHERE d.fiscal_year = \(year.startYear) AND d.measure = \(measure) AND d.owner_office IS NULL
      GROUP BY COALESCE(d.owner_unit, p.unit) ORDER BY place
      """
    ).compactMap { row in
      guard let unit = try row.optional(0, as: RecordID<OrganizationUnit>.self) else { return nil }
      guard units.map({ $0.contains(unit) }) ?? true else { return nil }
      return UnitDuties(
        unit: unit,
        owed: try row.value(1),
        fulfilled: try row.value(2),
        excused: try row.value(3),
        overdue: try row.value(4)
      )
    }
  }

  /// Who has not done what is asked for in a fiscal year: by measure and owner, the earliest due day first.
  ///
  /// For the secretariat's desk; who may see it is for the caller to judge.
  public static func outstanding(
    year: FiscalYear,
    measure: String? = nil,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Outstanding] {
    let ofMeasure: SQLText = measure.map { "AND d.measure = \($0)" } ?? ""
    let open = try DutyRecords.duties(
      where: "d.state = 'open' AND d.fiscal_year = \(year.startYear) \(fragment: ofMeasure)",
      on: connection
    )
    struct Place: Hashable {
      let plan: String
      let measure: String
      let employer: RecordID<Employer>
      let owner: DutyOwner
    }
    let places = Dictionary(grouping: open) { duty in
      Place(plan: duty.rule.plan, measure: duty.rule.measure, employer: duty.employer, owner: duty.owner)
    }
    let list = places.map { place, duties in
      let sorted = duties.sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
      return Outstanding(
        plan: place.plan,
        measure: place.measure,
        employer: place.employer,
        owner: place.owner,
        open: sorted.count,
        overdue: sorted.count { $0.dueOn < today },
        nextDueOn: sorted.first?.dueOn ?? today,
        duties: sorted.map(\.id)
      )
    }
    return list.sorted { left, right in
      (left.nextDueOn.iso, left.measure, left.owner.code) < (
        right.nextDueOn.iso, right.measure, right.owner.code
      )
    }
  }

  /// The names of owners, as pages show them: a person's name, 「〜課の長」, 「人事担当（総務省）」.
  public static func names(
    of owners: [DutyOwner],
    on connection: any SQLConnection
  ) throws -> [DutyOwner: String] {
    let names = try DutyNames(owners: owners, on: connection)
    return Dictionary(owners.map { ($0, names.name(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }
}
