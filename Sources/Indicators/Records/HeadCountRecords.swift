internal import CivilTime
internal import People
internal import Store

/// Counts the people behind a figure.
enum HeadCountRecords {
  struct Count {
    let employer: RecordID<Employer>
    /// The unit of the primary posts; nil for people without one, such as those who have left.
    let unit: RecordID<OrganizationUnit>?
    let people: Int
  }

  /// How many people were in service between two days, by the unit of their primary post on the last of them.
  static func counts(_ days: ClosedRange<CivilDate>, on connection: any SQLConnection) throws -> [Count] {
    let (first, last) = (days.lowerBound, days.upperBound)
    return try connection.rows(
      """
      SELECT e.employer, p.unit, COUNT(DISTINCT e.id) FROM employee e
      LEFT JOIN assignment a ON a.employee = e.id AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(last) AND (a.valid_to IS NULL OR a.valid_to >= \(last))
      LEFT JOIN post p ON p.id = a.post
      WHERE e.hired_on <= \(last) AND (e.left_on IS NULL OR e.left_on >= \(first))
      GROUP BY e.employer, p.unit
      """
    ).map { row in
      Count(employer: try row.value(0), unit: try row.optional(1), people: try row.value(2))
    }
  }
}
