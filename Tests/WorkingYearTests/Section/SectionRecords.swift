import Access
import CivilTime
import People
import Store

/// Writes the people of the year, as personnel's records have them.
enum SectionRecords {
  private static let start = CivilDate(dayNumber: 18_353)

  static func write(at now: Instant, on connection: any SQLConnection) throws {
    try EmployerRecords.insert([Employer(id: RecordID(1), code: "soumu", name: "総務省")], on: connection)
    try UnitRecords.insert(
      [
        unit(Section.bureau, "政策局", .bureau, nil), unit(Section.section, "政策課", .division, Section.bureau),
        unit(Section.office, "連絡室", .office, Section.bureau),
      ],
      on: connection
    )
    try EmployeeRecords.insert(Section.people.map(employee), on: connection)
    try PostRecords.insert(Section.people.map(post) + [secondPost, formerPost], on: connection)
    try AssignmentRecords.insert(Section.people.map(assignment) + others, on: connection)
    for (number, days) in Section.deputized.enumerated() {
      let deputy = Deputy(
        id: RecordID(Int64(number + 1)),
        unit: RecordID(Section.section),
        employee: RecordID(Section.deputyHead),
        from: YearDays.date(days.lowerBound),
        to: YearDays.date(days.upperBound)
      )
      try DeputyRecords.insert(deputy, on: connection)
    }
    try writeAccounts(at: now, on: connection)
  }

  private static func writeAccounts(at now: Instant, on connection: any SQLConnection) throws {
    for person in Section.people {
      try AccountRecords.insert(
        id: RecordID(person),
        login: "person\(person)",
        name: "職員\(person)",
        employee: RecordID(person),
        at: now,
        on: connection
      )
    }
    let grants = [
      (Section.timeKeeper, RoleGrant(.timeKeeper, unit: RecordID(Section.section), from: start)),
      (Section.personnel, RoleGrant(.hr, employer: RecordID(1), from: start)),
    ]
    for (person, grant) in grants {
      try RoleGrantRecords.insert(grant, id: RecordID(person), to: RecordID(person), on: connection)
    }
  }

  private static func unit(
    _ id: Int64,
    _ name: String,
    _ kind: UnitKind,
    _ parent: Int64?
  ) -> OrganizationUnit {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(1),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: kind,
      sortOrder: Int(id),
      from: start
    )
  }

  private static func employee(_ person: Int64) -> Employee {
    Employee(
      id: RecordID(person),
      employer: RecordID(1),
      number: "\(person)",
      familyName: "職員",
      givenName: "\(person)号",
      familyKana: "ショクイン",
      givenKana: "ハナコ",
      sex: person.isMultiple(of: 2) ? .female : .male,
      hiredOn: person == Section.newcomer ? YearDays.date(Section.hired) : start,
      leftOn: person == Section.leaver ? YearDays.date(Section.left) : nil
    )
  }

  /// A post of everybody's own, by the same number; heads are those whose number ends in 1 up to the office's.
  private static func post(_ person: Int64) -> Post {
    let isHead = [Section.director, Section.head, Section.officeHead].contains(person)
    return Post(
      id: RecordID(person),
      unit: RecordID(Section.unit(of: person, on: YearDays.count)),
      title: "官職\(person)",
      rankBand: isHead ? .director : person == Section.deputyHead ? .deputyDirector : .clerk,
      isManagerial: Section.isManagerial(person),
      isExecutive: person == Section.director,
      isHead: isHead
    )
  }

  private static let secondPost = Post(
    id: RecordID(101),
    unit: RecordID(Section.office),
    title: "併任",
    rankBand: .clerk
  )

  /// From which the mover comes.
  private static let formerPost = Post(
    id: RecordID(102),
    unit: RecordID(Section.office),
    title: "係員",
    rankBand: .clerk
  )

  private static func assignment(_ person: Int64) -> Assignment {
    let from: CivilDate =
      switch person {
      case Section.newcomer: YearDays.date(Section.hired)
      case Section.mover: YearDays.date(Section.moved)
      default: start
      }
    return Assignment(
      id: RecordID(person),
      employee: RecordID(person),
      post: RecordID(person),
      kind: .primary,
      from: from,
      to: person == Section.leaver ? YearDays.date(Section.left) : nil
    )
  }

  private static let others = [
    Assignment(
      id: RecordID(101),
      employee: RecordID(Section.twoPosts),
      post: RecordID(101),
      kind: .concurrent,
      from: YearDays.date(YearDays.index("2026-06-10"))
    ),
    Assignment(
      id: RecordID(102),
      employee: RecordID(Section.mover),
      post: RecordID(102),
      kind: .primary,
      from: start,
      to: YearDays.date(Section.moved - 1)
    ),
  ]
}
