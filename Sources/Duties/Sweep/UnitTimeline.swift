internal import CivilTime
internal import People
internal import Store

/// All units through all their periods, for questions about any day.
struct UnitTimeline: Sendable {
  struct Period: Sendable {
    let employer: RecordID<Employer>
    let parent: RecordID<OrganizationUnit>?
    let kind: UnitKind
    let days: ClosedRange<CivilDate>
  }

  /// Deeper than any organisation; a ring of wrong data ends there.
  private static let mostLevels = 32

  /// Every unit, in the order of the identifiers.
  let units: [RecordID<OrganizationUnit>]
  private let periods: [RecordID<OrganizationUnit>: [Period]]

  init(_ history: [OrganizationUnit]) {
    periods = Dictionary(grouping: history, by: \.id).mapValues { units in
      units.sorted { $0.from < $1.from }.map { unit in
        Period(
          employer: unit.employer,
          parent: unit.parent,
          kind: unit.kind,
          days: unit.from...max(unit.from, unit.to ?? OpenEnd.day)
        )
      }
    }
    units = periods.keys.sorted()
  }

  func periods(of unit: RecordID<OrganizationUnit>) -> [Period] { periods[unit] ?? [] }

  func period(of unit: RecordID<OrganizationUnit>, on day: CivilDate) -> Period? {
    periods[unit]?.first { $0.days.contains(day) }
  }

  /// The unit and those above it on a day, the nearest first; empty where it is not in force.
  func chain(from unit: RecordID<OrganizationUnit>, on day: CivilDate) -> [RecordID<OrganizationUnit>] {
    var chain: [RecordID<OrganizationUnit>] = []
    var next: RecordID<OrganizationUnit>? = unit
    while let here = next, let period = period(of: here, on: day), chain.count < Self.mostLevels {
      chain.append(here)
      next = period.parent
    }
    return chain
  }

  func top(of unit: RecordID<OrganizationUnit>, on day: CivilDate) -> RecordID<OrganizationUnit>? {
    chain(from: unit, on: day).last
  }

  /// The unit itself where it is in force, else the nearest one above where it stood last.
  func nearestInForce(
    _ unit: RecordID<OrganizationUnit>,
    on day: CivilDate
  ) -> RecordID<OrganizationUnit>? {
    var here = unit
    for _ in 0..<Self.mostLevels {
      if period(of: here, on: day) != nil { return here }
      let before = periods[here]?.last { $0.days.upperBound < day }
      guard let parent = (before ?? periods[here]?.last)?.parent else { return nil }
      here = parent
    }
    return nil
  }
}

/// The day that stands for no end.
enum OpenEnd {
  /// 9999-12-31.
  static let day = CivilDate(dayNumber: 2_932_896)
}

extension ClosedRange {
  /// What two ranges share.
  func intersection(_ other: ClosedRange) -> ClosedRange? {
    guard overlaps(other) else { return nil }
    return Swift.max(lowerBound, other.lowerBound)...Swift.min(upperBound, other.upperBound)
  }
}
