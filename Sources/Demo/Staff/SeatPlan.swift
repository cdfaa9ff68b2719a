internal import CivilTime
internal import People

/// A place for one person: a post of a unit.
struct SeatPlan: Sendable {
  /// The place of the unit in the list of units.
  let unit: Int
  let shape: SeatShape

  static func seats(of units: [UnitPlan]) -> [SeatPlan] {
    units.enumerated().flatMap { index, unit in
      SeatShape.shapes(of: unit).map { SeatPlan(unit: index, shape: $0) }
    }
  }
}

/// That somebody sat on a seat during a period.
struct PostingPlan: Sendable {
  let seat: Int
  let kind: AssignmentKind
  let from: CivilDate
  let to: CivilDate?

  func covers(_ date: CivilDate) -> Bool {
    from <= date && to.map { date <= $0 } ?? true
  }
}
