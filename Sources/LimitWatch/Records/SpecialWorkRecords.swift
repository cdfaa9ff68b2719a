internal import CivilTime
internal import People
internal import Store

/// Reads and appends the register of special work.
enum SpecialWorkRecords {
  /// The newest revision of every record of some units whose period touches some days, by start.
  static func newest(
    of units: Set<RecordID<OrganizationUnit>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [SpecialWork] {
    try read(
      """
      w.unit IN (\(list: units.sorted())) AND w.valid_from <= \(days.upperBound)
      AND (w.valid_to IS NULL OR w.valid_to >= \(days.lowerBound))
      AND NOT EXISTS (SELECT 1 FROM special_work n WHERE n.record = w.record AND n.revision > w.revision)
      """,
      on: connection
    ).sorted { ($0.from, $0.id) < ($1.from, $1.id) }
  }

  /// Every revision of a record, the newest first.
  static func revisions(
    of id: RecordID<SpecialWork>,
    on connection: any SQLConnection
  ) throws -> [SpecialWork] {
    try read("w.record = \(id)", on: connection).sorted { $0.revision > $1.revision }
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when the revision is taken.
  static func insert(
    _ work: SpecialWork,
    row: RecordID<SpecialWork>,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    let names: [RecordID<Employee>]? =
      switch work.people {
      case .everyone: nil
      case .named(let names): names.sorted()
      }
    try connection.execute(
      """
      INSERT INTO special_work (id, record, revision, unit, valid_from, valid_to, category, description, is_named,
      made_known_on, is_withdrawn, change_reason, at, by_account)
      VALUES (\(row), \(work.id), \(work.revision), \(work.unit), \(work.from), \(work.to), \(work.category), \
      \(work.description), \(names != nil), \(work.madeKnownOn), \(work.isWithdrawn), \(work.changeReason), \
      \(work.recordedAt), \(account))
      """
    )
    try connection.insert(
      into: "special_work_person",
      columns: ["special_work", "employee"],
      rows: (names ?? []).map { [row.sqlValue, $0.sqlValue] }
    )
  }

  /// Those who have left units between two days, each once, with the last day there.
  static func gone(
    from units: Set<RecordID<OrganizationUnit>>,
    since first: CivilDate,
    before today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [SpecialWork.Candidate] {
    let left = try connection.rows(
      """
      SELECT e.id, e.family_name, e.given_name, p.title, a.valid_to, e.left_on
      FROM post p JOIN assignment a ON a.post = p.id JOIN employee e ON e.id = a.employee
      WHERE p.unit IN (\(list: units.sorted())) AND a.valid_from < \(today)
      AND (a.valid_to < \(today) OR e.left_on < \(today))
      AND (a.valid_to IS NULL OR a.valid_to >= \(first)) AND (e.left_on IS NULL OR e.left_on >= \(first))
      """
    ) { row in
      let days = [try row.optional(4, as: CivilDate.self), try row.optional(5, as: CivilDate.self)]
      return SpecialWork.Candidate(
        employee: try row.value(0),
        name: try row.value(1, as: String.self) + " " + row.value(2, as: String.self),
        title: try row.value(3),
        leftOn: days.compactMap { $0 }.min()
      )
    }
    let latest = Dictionary(left.map { ($0.employee, $0) }) { one, other in
      (one.leftOn ?? today) < (other.leftOn ?? today) ? other : one
    }
    return latest.values.sorted { ($0.leftOn ?? today, $0.employee) > ($1.leftOn ?? today, $1.employee) }
  }

  /// Those who worked in units on any of some days that are past, each once, with the last of these days there.
  static func present(
    in units: Set<RecordID<OrganizationUnit>>,
    during days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [SpecialWork.Candidate] {
    let (first, last) = (days.lowerBound, days.upperBound)
    let people = try connection.rows(
      """
      SELECT e.id, e.family_name, e.given_name, p.title, a.valid_to, e.left_on
      FROM post p JOIN assignment a ON a.post = p.id JOIN employee e ON e.id = a.employee
      WHERE p.unit IN (\(list: units.sorted())) AND a.valid_from <= \(last)
      AND (a.valid_to IS NULL OR a.valid_to >= \(first)) AND (e.left_on IS NULL OR e.left_on >= \(first))
      """
    ) { row in
      let ends = [try row.optional(4, as: CivilDate.self), try row.optional(5, as: CivilDate.self)]
      return SpecialWork.Candidate(
        employee: try row.value(0),
        name: try row.value(1, as: String.self) + " " + row.value(2, as: String.self),
        title: try row.value(3),
        leftOn: min(ends.compactMap { $0 }.min() ?? last, last)
      )
    }
    let latest = Dictionary(people.map { ($0.employee, $0) }) { one, other in
      (one.leftOn ?? last) < (other.leftOn ?? last) ? other : one
    }
    return latest.values.sorted { ($0.leftOn ?? last, $0.employee) > ($1.leftOn ?? last, $1.employee) }
  }

  private static func read(_ condition: SQLText, on connection: any SQLConnection) throws -> [SpecialWork] {
    var names: [Int64: Set<RecordID<Employee>>] = [:]
    try connection.readRows(
      """
      SELECT s.special_work, s.employee FROM special_work_person s JOIN special_work w ON w.id = s.special_work
      WHERE \(fragment: condition)
      """
    ) { row in names[try row.value(0), default: []].insert(try row.value(1)) }
    return try connection.rows(
      """
      SELECT w.id, w.record, w.revision, w.unit, w.valid_from, w.valid_to, w.category, w.description, w.is_named,
      w.made_known_on, w.is_withdrawn, w.change_reason, w.at FROM special_work w WHERE \(fragment: condition)
      """
    ) { row in
      let isNamed: Bool = try row.value(8)
      let number: Int64 = try row.value(0)
      return SpecialWork(
        id: try row.value(1),
        revision: try row.value(2),
        unit: try row.value(3),
        from: try row.value(4),
        to: try row.optional(5),
        category: try row.value(6),
        description: try row.value(7),
        people: isNamed ? .named(names[number] ?? []) : .everyone,
        madeKnownOn: try row.optional(9),
        isWithdrawn: try row.value(10),
        changeReason: try row.value(11),
        recordedAt: try row.value(12)
      )
    }
  }
}
