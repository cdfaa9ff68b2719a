internal import Store

extension CurrentPlan {
  /// All editions of the plan in use, the newest first.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  func editions(on connection: any SQLConnection) throws -> [EditionLine] {
    let entries = try PlanVersionRecords.all(on: connection)
    guard let newest = entries.last else { throw PlanReadingError.noPlan }
    let mappings = try MappingRecords.all(plan: newest.code, on: connection)
    var before: ActionPlan?
    var lines: [EditionLine] = []
    for entry in entries {
      let version = try version(entry, on: connection)
      lines.append(
        EditionLine(
          version: version,
          firstYear: entry.firstYear,
          reason: entry.reason,
          before: before,
          mappings: mappings.filter { $0.edition == entry.edition }
        )
      )
      before = version.plan
    }
    return lines.reversed()
  }
}
