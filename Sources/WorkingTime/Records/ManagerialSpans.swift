package import CivilTime
package import People
package import Store

/// 管理職の期間 – when people's main posts were managerial, so that no allowance is due (給与法 第19条の8第2項).
///
/// Read from assignments each time, as they may be imported later for days that are past.
package struct ManagerialSpans {
  private var spans: [RecordID<Employee>: [ClosedRange<CivilDate>]] = [:]

  /// Everybody's.
  package init(on connection: any SQLConnection) throws {
    try self.init(whose: "TRUE", on: connection)
  }

  /// Those of some people.
  package init(of employees: some Collection<RecordID<Employee>>, on connection: any SQLConnection) throws {
    try self.init(whose: "a.employee IN (\(list: employees))", on: connection)
  }

  private init(whose condition: SQLText, on connection: any SQLConnection) throws {
    try connection.readRows(
      """
      SELECT a.employee, a.valid_from, a.valid_to FROM assignment a JOIN post p ON p.id = a.post
      WHERE a.kind = \(AssignmentKind.primary)
      AND (p.managerial OR p.executive OR p.rank_band = \(RankBand.designated))
      AND \(fragment: condition)
      """
    ) { row in
      let from: CivilDate = try row.value(1)
      let to: CivilDate = try row.optional(2) ?? CivilDate.farFuture
      spans[try row.value(0), default: []].append(from...max(from, to))
    }
  }

  package func isManagerial(_ employee: RecordID<Employee>, on date: CivilDate) -> Bool {
    spans[employee]?.contains { $0.contains(date) } ?? false
  }
}
