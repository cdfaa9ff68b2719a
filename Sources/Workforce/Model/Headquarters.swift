internal import CivilTime
internal import People
internal import Store

/// 本省 – which units belong to headquarters on a day: neither they nor one above them is a regional bureau
/// (地方支分部局) or an institution (施設等機関).
struct Headquarters {
  private let periods: [RecordID<OrganizationUnit>: [OrganizationUnit]]

  /// From the periods of all units, those of each unit in the order of their days.
  init(history: [OrganizationUnit]) {
    periods = Dictionary(grouping: history, by: \.id)
  }

  init(on connection: any SQLConnection) throws {
    self.init(history: try UnitRecords.history(on: connection))
  }

  /// Whether a unit belongs to headquarters on a day.
  func holds(_ unit: RecordID<OrganizationUnit>, on day: CivilDate) -> Bool {
    var here: RecordID<OrganizationUnit>? = unit
    var seen: Set<RecordID<OrganizationUnit>> = []
    while let id = here, seen.insert(id).inserted, let period = period(of: id, on: day) {
      switch period.kind {
      case .regionalBureau, .institution: return false
      default: here = period.parent
      }
    }
    return true
  }

  /// The period in force on a day; where a post outlived its unit, the last before it.
  private func period(of unit: RecordID<OrganizationUnit>, on day: CivilDate) -> OrganizationUnit? {
    let all = periods[unit] ?? []
    return all.last { period in period.from <= day } ?? all.first
  }
}
