internal import CivilTime

/// 前後の日の申告 – what stands for the days around one; nobody works twice at the same time.
struct ClaimNeighbours: Sendable {
  private(set) var stretches: [CivilDate: WorkedStretches]

  /// Of several declarations of a day the newest counts.
  init(_ declarations: [OvertimeDeclaration]) {
    let newest = Dictionary(declarations.map { ($0.date, $0) }, uniquingKeysWith: { _, newest in newest })
    stretches = newest.compactMapValues(Self.worked)
  }

  /// What counts of a day from now on.
  mutating func replace(_ amount: OvertimeDeclaration.Amount, on date: CivilDate) {
    if case .stretches(let worked, _) = amount { stretches[date] = worked } else { stretches[date] = nil }
  }

  /// The stretches of a day beside the date that overlap some of the date; nil where none do.
  func overlapping(
    _ worked: WorkedStretches,
    on date: CivilDate,
    beside days: [Int] = [-1, 1]
  ) -> (day: CivilDate, worked: WorkedStretches)? {
    for shift in days {
      let other = date.adding(days: shift)
      if let theirs = stretches[other], worked.overlaps(theirs, laterBy: shift) { return (other, theirs) }
    }
    return nil
  }

  private static func worked(_ claim: OvertimeDeclaration) -> WorkedStretches? {
    if case .stretches(let worked, _) = claim.amount { worked } else { nil }
  }
}
