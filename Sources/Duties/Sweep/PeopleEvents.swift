internal import CivilTime
internal import People
internal import Store

/// 人事のできごと – events found from assignments: hires, transfers, promotions, appointments, leaving.
///
/// Only primary posts make events; a post that is merely prolonged makes none.
public enum PeopleEvents: Sendable {
  /// All kinds.
  public static let all: [DutyEventSource] = [
    source("people.hire", "採用", hires),
    source("people.leaving", "退職", leavings),
    moves("people.transfer", "異動") { move, _ in move.hasEarlierPost },
    moves("people.relocation", "地方機関との異動") { move, units in move.isRelocation(in: units) },
    moves("people.manager-promotion", "管理職への昇任") { move, _ in
      move.hasEarlierPost && move.isManagerial && !move.wasManagerial
    },
    moves("people.manager-appointment", "管理職への任命") { move, _ in move.isAppointed && move.isManagerial },
    moves("people.executive-appointment", "幹部職への任命") { move, _ in move.isAppointed && move.isExecutive },
    moves("people.section-head-appointment", "課室長への任命") { move, units in
      move.isAppointed && move.isHead && units.period(of: move.unit, on: move.day)?.isDivision == true
    },
    moves("people.chief-promotion", "係長への昇任") { move, _ in
      move.band == .chief && move.earlierBand == .clerk
    },
  ]

  /// A primary post that differs from the one before it, or is the first.
  private struct Move {
    let employee: RecordID<Employee>
    let employer: RecordID<Employer>
    let day: CivilDate
    let unit: RecordID<OrganizationUnit>
    let band: RankBand
    let isManagerial: Bool
    let isExecutive: Bool
    let isHead: Bool
    let earlierUnit: RecordID<OrganizationUnit>?
    let earlierBand: RankBand?
    let wasManagerial: Bool
    let hiredOn: CivilDate

    var hasEarlierPost: Bool { earlierUnit != nil }

    /// A first post counts only from the day of hiring on: else the records merely begin there.
    var isAppointed: Bool { hasEarlierPost || day == hiredOn }

    func isRelocation(in units: UnitTimeline) -> Bool {
      guard let earlierUnit, let before = units.top(of: earlierUnit, on: day.adding(days: -1)),
        let after = units.top(of: unit, on: day), before != after
      else { return false }
      let kinds = [
        units.period(of: before, on: day.adding(days: -1))?.kind, units.period(of: after, on: day)?.kind,
      ]
      return kinds.contains(.regionalBureau) || kinds.contains(.institution)
    }
  }

  private static func source(
    _ name: String,
    _ title: String,
    _ find:
      @escaping @Sendable (DutyEventKind, ClosedRange<CivilDate>, any SQLConnection) throws -> [DutyEvent]
  ) -> DutyEventSource {
    let kind = DutyEventKind(rawValue: name)
    return DutyEventSource(kind, title: title) { window, connection in try find(kind, window, connection) }
  }

  private static func moves(
    _ name: String,
    _ title: String,
    where condition: @escaping @Sendable (Move, UnitTimeline) -> Bool
  ) -> DutyEventSource {
    source(name, title) { kind, window, connection in
      let units = UnitTimeline(try UnitRecords.history(on: connection))
      return try moves(in: window, on: connection).filter { condition($0, units) }.map { move in
        DutyEvent(
          kind: kind,
          on: move.day,
          employer: move.employer,
          subject: .employee(move.employee),
          unit: move.unit
        )
      }
    }
  }

  private static func moves(
    in window: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [Move] {
    try connection.rows(
      """
      WITH posting AS (
        SELECT a.employee, a.valid_from, a.post, p.unit, p.rank_band, p.managerial, p.executive, p.head,
        LAG(a.post) OVER line AS earlier_post, LAG(p.unit) OVER line AS earlier_unit,
        LAG(p.rank_band) OVER line AS earlier_band,
        MAX(CASE WHEN p.managerial THEN 1 ELSE 0 END) OVER past AS was_managerial
        FROM assignment a JOIN post p ON p.id = a.post WHERE a.kind = \(AssignmentKind.primary)
        WINDOW line AS (PARTITION BY a.employee ORDER BY a.valid_from, a.id),
        past AS (PARTITION BY a.employee ORDER BY a.valid_from, a.id
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
      SELECT q.employee, e.employer, q.valid_from, q.unit, q.rank_band, q.managerial, q.executive, q.head,
      q.earlier_unit, q.earlier_band, COALESCE(q.was_managerial, 0), e.hired_on
      FROM posting q JOIN employee e ON e.id = q.employee
      WHERE q.valid_from BETWEEN \(window.lowerBound) AND \(window.upperBound)
      AND (q.earlier_post IS NULL OR q.earlier_post <> q.post)
      AND (e.left_on IS NULL OR e.left_on >= q.valid_from)
      ORDER BY q.valid_from, q.employee
      """
    ).map { row in
      Move(
        employee: try row.value(0),
        employer: try row.value(1),
        day: try row.value(2),
        unit: try row.value(3),
        band: try row.value(4),
        isManagerial: try row.value(5),
        isExecutive: try row.value(6),
        isHead: try row.value(7),
        earlierUnit: try row.optional(8),
        earlierBand: try row.optional(9),
        wasManagerial: try row.value(10, as: Int.self) == 1,
        hiredOn: try row.value(11)
      )
    }
  }

  private static func hires(
    _ kind: DutyEventKind,
    _ window: ClosedRange<CivilDate>,
    _ connection: any SQLConnection
  ) throws -> [DutyEvent] {
    try people(kind, day: "e.hired_on", window, connection)
  }

  private static func leavings(
    _ kind: DutyEventKind,
    _ window: ClosedRange<CivilDate>,
    _ connection: any SQLConnection
  ) throws -> [DutyEvent] {
    try people(kind, day: "e.left_on", window, connection)
  }

  /// People for whom a day of their own lies in the window, with the unit of their primary post on that day.
  private static func people(
    _ kind: DutyEventKind,
    day: SQLText,
    _ window: ClosedRange<CivilDate>,
    _ connection: any SQLConnection
  ) throws -> [DutyEvent] {
    var events: [DutyEvent] = []
    var seen: Set<RecordID<Employee>> = []
    let rows = try connection.rows(
      """
      SELECT e.id, e.employer, \(fragment: day), p.unit FROM employee e
      LEFT JOIN assignment a ON a.employee = e.id AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(fragment: day) AND (a.valid_to IS NULL OR a.valid_to >= \(fragment: day))
      LEFT JOIN post p ON p.id = a.post
      WHERE \(fragment: day) BETWEEN \(window.lowerBound) AND \(window.upperBound)
      ORDER BY \(fragment: day), e.id, a.valid_from, a.id
      """
    )
    for row in rows {
      let employee: RecordID<Employee> = try row.value(0)
      guard seen.insert(employee).inserted else { continue }
      let event = DutyEvent(
        kind: kind,
        on: try row.value(2),
        employer: try row.value(1),
        subject: .employee(employee),
        unit: try row.optional(3)
      )
      events.append(event)
    }
    return events
  }
}
