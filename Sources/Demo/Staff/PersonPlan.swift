internal import CivilTime
internal import People

/// A made-up person, before the name is drawn.
struct PersonPlan: Sendable {
  let employer: EmployerPlan
  /// The seat by which rank, age and career are drawn.
  let seat: Int
  let career: CareerPlan
  let sex: Sex
  let hiredOn: CivilDate
  let leftOn: CivilDate?
  /// The main posts, the earliest first.
  let postings: [PostingPlan]

  /// The seat of the main post on a day.
  func seat(on date: CivilDate) -> Int? {
    postings.first { $0.covers(date) }?.seat
  }

  func isInService(on date: CivilDate) -> Bool {
    hiredOn <= date && leftOn.map { date <= $0 } ?? true
  }
}

/// How somebody came into service.
struct CareerPlan: Sendable {
  let staffCategory: StaffCategory
  let examCategory: ExamCategory
  let isTechnical: Bool
  /// Years in service when the records begin.
  let years: Int
  let isHiredInAutumn: Bool

  init(seed: UInt64, person: Int, shape: SeatShape, group: GroupPlan, isNewcomer: Bool, isLeader: Bool) {
    var chance = Chance(seed: seed, .careers, person)
    isTechnical = chance.permille(group.technicalPermille)
    isHiredInAutumn = chance.permille(120)
    years = chance.within(Self.years(of: shape))
    let category = isNewcomer || isLeader ? .regular : Self.category(of: shape, &chance)
    staffCategory = category
    examCategory = Self.exam(of: shape, category: category, &chance)
  }

  private static func years(of shape: SeatShape) -> ClosedRange<Int> {
    switch shape {
    case .viceMinister: 37...38
    case .topHead, .councillor: 30...36
    case .regionalTopHead, .sectionHead: 22...31
    case .planner: 19...26
    case .regionalSectionHead, .regionalExpert: 20...37
    case .deputy: 11...27
    case .chief: 6...20
    case .clerk: 1...8
    }
  }

  private static func category(of shape: SeatShape, _ chance: inout Chance) -> StaffCategory {
    let place = chance.below(1000)
    switch (shape, place) {
    case (.clerk, ..<30): return .partTime
    case (.clerk, ..<60), (.chief, ..<60): return .reemployed
    case (.deputy, ..<40), (.chief, ..<80): return .termLimited
    default: return .regular
    }
  }

  private static func exam(
    of shape: SeatShape,
    category: StaffCategory,
    _ chance: inout Chance
  ) -> ExamCategory {
    let place = chance.below(1000)
    switch category {
    case .partTime: return .none
    case .termLimited: return .selection
    case .regular, .reemployed: break
    }
    if shape.isExecutive { return .general }
    switch (shape, place) {
    case (.sectionHead, ..<850), (.planner, ..<600): return .general
    case (.deputy, ..<350), (.chief, ..<260), (.clerk, ..<240): return .general
    case (_, ..<800): return .ordinary
    case (_, ..<920): return .ordinaryHighSchool
    case (_, ..<960): return .experienced
    default: return .selection
    }
  }
}
