internal import Access
internal import CivilTime
internal import LimitWatch
internal import People
internal import Store

/// Writes employers, units, posts and designations.
struct OrganizationWriting: Sendable {
  let staff: StaffPlan
  let identities: DemoIdentities
  let period: DemoPeriod
  let now: Instant

  func write(on connection: any SQLConnection) throws {
    try EmployerRecords.insert(employers, on: connection)
    try UnitRecords.insert(units, on: connection)
    try PostRecords.insert(posts, on: connection)
    let account = staff.casting.seats[.hr].map { identities.accounts[$0].number } ?? 0
    try LimitWatchBulk.insert(
      designations,
      ids: identities.source,
      .init(at: now, by: account),
      on: connection
    )
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

  /// Designations began with the limits; of a few, nobody wrote down when the staff was told.
  private var designations: [LimitWatchBulk.DesignatedUnit] {
    let since = YearMonth(index: 2019 * 12 + 3).firstDay
    return staff.ministry.units.enumerated().compactMap { index, unit in
      guard unit.isExternal else { return nil }
      return LimitWatchBulk.DesignatedUnit(
        identities.units[index],
        from: since,
        reason: "国会、法令協議など他律的な業務の比重が高いため",
        madeKnownOn: index % 12 == 11 ? nil : since.adding(days: -7)
      )
    }
  }
}
