internal import Access
internal import CivilTime
internal import People
internal import Store

/// 特例業務の記録: adds records and revisions of them; nothing is written over.
struct SpecialWorkDesk: Sendable {
  let desk: RegisterDesk

  /// A record as it was entered.
  struct Entry: Sendable, Hashable {
    let unit: RecordID<OrganizationUnit>
    let from: CivilDate
    let to: CivilDate?
    let category: SpecialWork.Category
    let description: String
    let people: SpecialWork.People
    let madeKnownOn: CivilDate?
    var isWithdrawn = false
    var changeReason = ""

    fileprivate var parts: [String] {
      let names: String =
        switch people {
        case .everyone: "*"
        case .named(let names): names.sorted().map(\.description).joined(separator: ",")
        }
      return [
        "\(unit)", from.iso, to?.iso ?? "", category.rawValue, description, names, madeKnownOn?.iso ?? "",
        "\(isWithdrawn)", changeReason,
      ]
    }
  }

  /// Records an entry, as a new record or as the revision after the one that the form showed.
  ///
  /// - Throws: ``LimitWatchRefusal``; `OnceAct.Refusal`; `StoreError`.
  func record(_ entry: Entry, after seen: SpecialWork?, once: String?) async throws {
    let row: RecordID<SpecialWork> = desk.ids.next()
    let (account, now) = (desk.actor.account.number, desk.now)
    let parts = entry.parts + [seen.map { "\($0.id) \($0.revision)" } ?? ""]
    try await desk.perform(LimitWatchKinds.specialWorkRecorded, parts: parts, once: once) { connection in
      if let seen {
        let newest = try SpecialWorkRecords.revisions(of: seen.id, on: connection).first
        guard newest?.revision == seen.revision else { throw LimitWatchRefusal.changedMeanwhile }
      }
      let work = SpecialWork(
        id: seen?.id ?? row,
        revision: (seen?.revision ?? 0) + 1,
        unit: entry.unit,
        from: entry.from,
        to: entry.to,
        category: entry.category,
        description: entry.description,
        people: entry.people,
        madeKnownOn: entry.madeKnownOn,
        isWithdrawn: entry.isWithdrawn,
        changeReason: entry.changeReason,
        recordedAt: now
      )
      try SpecialWorkRecords.insert(work, row: row, by: account, on: connection)
      return ActTrace(
        unit: entry.unit,
        payload: [
          ("special-work", "\(work.id)"), ("revision", "\(work.revision)"),
          ("category", entry.category.rawValue),
        ]
      )
    }
  }
}
