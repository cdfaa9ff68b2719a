internal import CivilTime
internal import People
internal import Store

/// 昇任の記録 – who came into the band of section chiefs for the first time, found from their primary posts.
enum PromotionRecords {
  /// One person's first post as a chief after posts as a clerk.
  struct Promotion {
    let employee: RecordID<Employee>
    let on: CivilDate
    let unit: RecordID<OrganizationUnit>
  }

  /// Those who came from a clerk's post into a chief's between two days, each at most once.
  ///
  /// Whoever was hired straight into a chief's post, or had held one or a higher one before, was not promoted into it.
  static func newChiefs(
    _ days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [Promotion] {
    try connection.rows(
      """
      WITH posting AS (
        SELECT a.employee, a.valid_from, p.unit, p.rank_band,
          LAG(p.rank_band) OVER line AS earlier_band,
          MAX(CASE WHEN p.rank_band = \(RankBand.clerk) THEN 0 ELSE 1 END) OVER past AS was_above
        FROM assignment a JOIN post p ON p.id = a.post
        WHERE a.kind = \(AssignmentKind.primary) AND a.valid_from <= \(days.upperBound)
        WINDOW line AS (PARTITION BY a.employee ORDER BY a.valid_from, a.id),
          past AS (
            PARTITION BY a.employee ORDER BY a.valid_from, a.id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
      SELECT q.employee, q.valid_from, q.unit FROM posting q
      WHERE q.valid_from >= \(days.lowerBound) AND q.rank_band = \(RankBand.chief)
      AND q.earlier_band = \(RankBand.clerk) AND q.was_above = 0
      ORDER BY q.employee, q.valid_from
      """
    ).map { row in
      Promotion(employee: try row.value(0), on: try row.value(1), unit: try row.value(2))
    }
  }
}
