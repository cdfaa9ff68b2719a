package import CivilTime
package import People
package import Store
internal import WorkingTime
package import WorkingTimeRules

/// Many entries of the registers at once, for the demo.
package enum LimitWatchBulk: Sendable {
  /// Who writes, and when.
  package struct Stamp: Sendable, Hashable {
    let at: Instant
    let account: Int64

    /// A stamp.
    package init(at: Instant, by account: Int64) {
      self.at = at
      self.account = account
    }
  }

  /// A whole unit's designation as external (他律部署).
  package struct DesignatedUnit: Sendable {
    let unit: RecordID<OrganizationUnit>
    let from: CivilDate
    let reason: String
    let madeKnownOn: CivilDate?

    /// A designation that stands; `madeKnownOn` is nil where nothing is recorded of it.
    package init(
      _ unit: RecordID<OrganizationUnit>,
      from: CivilDate,
      reason: String,
      madeKnownOn: CivilDate?
    ) {
      self.unit = unit
      self.from = from
      self.reason = reason
      self.madeKnownOn = madeKnownOn
    }
  }

  /// Enters designations in the register.
  package static func insert(
    _ designated: [DesignatedUnit],
    ids: RecordIDSource,
    _ stamp: Stamp,
    on connection: any SQLConnection
  ) throws {
    for row in designated {
      let designation = Designation(
        id: ids.next(),
        unit: row.unit,
        extent: .unit,
        from: row.from,
        to: nil,
        reason: row.reason,
        madeKnownOn: row.madeKnownOn,
        isWithdrawn: false,
        changeReason: "",
        recordedAt: stamp.at
      )
      try DesignationRegister.insert(designation, at: stamp.at, by: stamp.account, on: connection)
    }
  }

  /// Enters special work (特例業務) of a unit in the register.
  ///
  /// - Parameter named: who is engaged in it; nil for everybody of the unit and of those below it.
  package static func insert(
    _ category: SpecialWork.Category,
    of unit: RecordID<OrganizationUnit>,
    during days: ClosedRange<CivilDate>,
    _ description: String,
    named: Set<RecordID<Employee>>?,
    madeKnownOn: CivilDate?,
    ids: RecordIDSource,
    _ stamp: Stamp,
    on connection: any SQLConnection
  ) throws {
    let work = SpecialWork(
      id: ids.next(),
      revision: 1,
      unit: unit,
      from: days.lowerBound,
      to: days.upperBound,
      category: category,
      description: description,
      people: named.map { .named($0) } ?? .everyone,
      madeKnownOn: madeKnownOn,
      isWithdrawn: false,
      changeReason: "",
      recordedAt: stamp.at
    )
    try SpecialWorkRecords.insert(work, row: work.id, by: stamp.account, on: connection)
  }

  /// Enters a request for protection; confirmed where somebody has confirmed it.
  package static func insert(
    _ kind: Protection.Kind,
    of employee: RecordID<Employee>,
    during days: ClosedRange<CivilDate>,
    receivedOn: CivilDate,
    ids: RecordIDSource,
    _ stamp: Stamp,
    confirmed: Stamp?,
    on connection: any SQLConnection
  ) throws {
    let request = ProtectionRequest(
      id: ids.next(),
      employee: employee,
      kind: kind,
      asked: days,
      receivedOn: receivedOn,
      endedOn: nil,
      state: .waiting,
      revision: 0
    )
    try ProtectionRecords.insert(request, at: stamp.at, by: stamp.account, on: connection)
    guard let confirmed else { return }
    try ProtectionRecords.append(
      .confirmed,
      ground: nil,
      endedOn: nil,
      revision: 1,
      to: request.id,
      at: confirmed.at,
      by: confirmed.account,
      on: connection
    )
  }
}
