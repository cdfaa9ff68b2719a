internal import Access
internal import CivilTime
internal import People
internal import Store

/// 他律部署の指定の記録: adds designations and what changes them; nothing is written over.
struct DesignationDesk: Sendable {
  let desk: RegisterDesk

  /// A designation as it was entered.
  struct Entry: Sendable, Hashable {
    let unit: RecordID<OrganizationUnit>
    let extent: Designation.Extent
    let from: CivilDate
    let to: CivilDate?
    let reason: String
    let madeKnownOn: CivilDate?
    var isWithdrawn = false
    var changeReason = ""

    fileprivate var parts: [String] {
      [
        "\(unit)", extent.stored, from.iso, to?.iso ?? "", reason, madeKnownOn?.iso ?? "",
        "\(isWithdrawn)", changeReason,
      ]
    }
  }

  /// Records an entry; `seen` is the row that the form showed, nil for a new series.
  ///
  /// - Throws: ``LimitWatchRefusal``; `OnceAct.Refusal`; `StoreError`.
  func record(_ entry: Entry, seen: RecordID<Designation>?, once: String?) async throws {
    let id: RecordID<Designation> = desk.ids.next()
    let (account, now) = (desk.actor.account.number, desk.now)
    let parts = entry.parts + [seen.map { "\($0)" } ?? ""]
    try await desk.perform(LimitWatchKinds.designationRecorded, parts: parts, once: once) { connection in
      let standing = try DesignationRegister.rows(
        of: entry.unit,
        entry.extent,
        from: entry.from,
        on: connection
      )
      let newest = standing.first?.designation
      // What was withdrawn may be designated again.
      guard newest?.id == seen || seen == nil && newest?.isWithdrawn ?? false else {
        throw seen == nil ? LimitWatchRefusal.standsAlready : LimitWatchRefusal.changedMeanwhile
      }
      let designation = Designation(
        id: id,
        unit: entry.unit,
        extent: entry.extent,
        from: entry.from,
        to: entry.to,
        reason: entry.reason,
        madeKnownOn: entry.madeKnownOn,
        isWithdrawn: entry.isWithdrawn,
        changeReason: entry.changeReason,
        recordedAt: now
      )
      try DesignationRegister.insert(designation, at: now, by: account, on: connection)
      return ActTrace(
        unit: entry.unit,
        payload: [
          ("designation", "\(id)"), ("from", entry.from.iso), ("to", entry.to?.iso ?? ""),
          ("withdrawn", entry.isWithdrawn ? "1" : "0"),
        ]
      )
    }
  }
}
