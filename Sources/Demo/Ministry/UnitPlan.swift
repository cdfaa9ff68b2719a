internal import People

/// A unit of the made-up ministry, before it has an identifier.
struct UnitPlan: Sendable {
  /// What stands in it.
  enum Role: Sendable {
    /// The leaders of a group.
    case top
    /// A section where the work is done.
    case section(SectionProfile)
  }

  let group: GroupPlan
  /// The place of the unit above in the list of units; nil directly below the employer.
  let parent: Int?
  let code: String
  let name: String
  let kind: UnitKind
  let sortOrder: Int
  let role: Role
  /// How many posts it has.
  let seatCount: Int

  var section: SectionProfile? {
    if case .section(let profile) = role { profile } else { nil }
  }

  /// Whether it is designated as external (他律部署).
  var isExternal: Bool { section?.isExternal ?? false }
}

/// How a section works.
struct SectionProfile: Sendable {
  /// How the declared overtime compares with the time people are there.
  enum Declaring: Sendable {
    /// What was worked is declared.
    case faithful
    /// Much of what was worked is not.
    case wide
  }

  let isExternal: Bool
  /// The middle overtime of a month without season.
  let monthlyMinutes: Int
  let declaring: Declaring
  /// How many in a thousand records are forgotten.
  let forgottenPermille: Int
}
