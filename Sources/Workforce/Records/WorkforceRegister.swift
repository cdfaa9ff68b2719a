internal import CivilTime
internal import People
internal import Store

/// 職員の状況 – who was in service between two days, and in which post on the last of them.
///
/// Numbers of the roster as it stands now: where it was corrected later, a figure of the past changes with it, which
/// is why figures are stored and reports frozen.
struct WorkforceRegister {
  /// One person, as far as indicators need it.
  struct Member {
    let employee: RecordID<Employee>
    let employer: RecordID<Employer>
    let sex: Sex
    let hiredOn: CivilDate
    let leftOn: CivilDate?
    let category: StaffCategory
    let exam: ExamCategory
    let isTechnical: Bool
    /// The primary post on the last day; nil for those who hold none or have left before it.
    let posting: Posting?
    /// The day of the promotion that is counted; nil where none is.
    var promotedOn: CivilDate?
  }

  /// A primary post.
  struct Posting {
    let unit: RecordID<OrganizationUnit>
    let band: RankBand
    let isManagerial: Bool
  }

  /// The last day.
  let day: CivilDate
  /// Everybody in service on any of the days, by their identifiers.
  let members: [Member]

  /// Reads everybody in service on any of the days; one query.
  init(_ days: ClosedRange<CivilDate>, on connection: any SQLConnection) throws {
    let last = days.upperBound
    var members: [Member] = []
    try connection.forEachRow(
      """
      SELECT e.id, e.employer, e.sex, e.hired_on, e.left_on, e.staff_category, e.exam_category, e.technical,
        p.unit, p.rank_band, p.managerial
      FROM employee e
      LEFT JOIN assignment a ON a.employee = e.id AND a.kind = \(AssignmentKind.primary)
        AND a.valid_from <= \(last) AND (a.valid_to IS NULL OR a.valid_to >= \(last))
      LEFT JOIN post p ON p.id = a.post
      WHERE e.hired_on <= \(last) AND (e.left_on IS NULL OR e.left_on >= \(days.lowerBound))
      ORDER BY e.id, a.valid_from, a.id
      """
    ) { row in
      let member = try Self.member(row, on: last)
      // Of two primary posts, which the roster refuses, the later would count.
      if members.last?.employee == member.employee { members.removeLast() }
      members.append(member)
    }
    day = last
    self.members = members
  }

  /// Those in service on the last day who hold a post and serve full time, for figures of ranks.
  var inPost: [Member] {
    members.filter { member in member.posting != nil && member.category != .partTime }
  }

  private static func member(_ row: SQLRow, on day: CivilDate) throws -> Member {
    let leftOn: CivilDate? = try row.optional(4)
    let unit: RecordID<OrganizationUnit>? = try row.optional(8)
    var posting: Posting?
    if let unit, leftOn.map({ day <= $0 }) ?? true {
      posting = Posting(unit: unit, band: try row.value(9), isManagerial: try row.value(10))
    }
    return Member(
      employee: try row.value(0),
      employer: try row.value(1),
      sex: try row.value(2),
      hiredOn: try row.value(3),
      leftOn: leftOn,
      category: try row.value(5),
      exam: try row.value(6),
      isTechnical: try row.value(7),
      posting: posting
    )
  }
}
