internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// Writes employers, units, posts and designations.
struct OrganizationWriting: Sendable {
  let staff: StaffPlan
  let identities: DemoIdentities
  let period: DemoPeriod

  func write(on connection: any SQLConnection) throws {
    try EmployerRecords.insert(employers, on: connection)
    try UnitRecords.insert(units, on: connection)
    try PostRecords.insert(posts, on: connection)
    try WorkingTimeBulk.insertDesignations(designations, ids: identities.source, on: connection)
  }

  private var employers: [Employer] {
    EmployerPlan.allCases.map { Employer(id: identities.employer($0), code: $0.code, name: $0.name) }
  }

  private var units: [OrganizationUnit] {
    staff.ministry.units.enumerated().map { index, unit in
      OrganizationUnit(
        id: identities.units[index],
        employer: identities.employer(unit.group.employer),
        code: unit.code,
        parent: unit.parent.map { identities.units[$0] },
        name: unit.name,
        kind: unit.kind,
        sortOrder: unit.sortOrder,
        from: period.founded
      )
    }
  }

  private var posts: [Post] {
    identities.postKeys.compactMap { key in
      guard let id = identities.posts[key] else { return nil }
      return Post(
        id: id,
        unit: identities.units[key.unit],
        title: key.shape.title(in: staff.ministry.units[key.unit]),
        rankBand: key.shape.rankBand,
        isManagerial: key.shape.isManagerial,
        isExecutive: key.shape.isExecutive,
        isHead: key.shape.isHead
      )
    }
  }

  private var designations: [DesignationRow] {
    // The limits began in April 2019, and with them the designations.
    let since = YearMonth(index: 2019 * 12 + 3).firstDay
    return staff.ministry.units.enumerated().compactMap { index, unit in
      guard unit.isExternal else { return nil }
      return DesignationRow(
        unit: identities.units[index],
        from: since,
        to: nil,
        reason: "国会、法令協議など他律的な業務の比重が高いため"
      )
    }
  }
}
