package import Access
package import People
package import Site
package import Store

/// Who may see whose working time, for every page of hours and those above them.
package enum WorkingTimeReach {
  /// Whoever leads, keeps or administers units.
  package static let unitReaders: AccessRule = .anyOf([.superior, .timeKeeper, .hr])

  /// The employee who visits; an account without one is refused.
  package static func employee(_ request: SignedInRequest) throws(SiteError) -> RecordID<Employee> {
    guard let employee = request.actor.employee else { throw .forbidden }
    return employee
  }

  /// Whose working time the visitor may see.
  package static func scope(_ request: SignedInRequest) async throws -> PersonScope {
    let actor = request.actor
    let today = request.today
    let units = request.units
    if unitReaders.admits(actor) {
      return try await request.database.glance { connection in
        actor.workingTimeScope(in: try units.tree(asOf: today, on: connection))
      }
    }
    return actor.employee.map { .own($0) } ?? .nobody
  }

  /// What a form is told whose key did something else before: mostly a page that was gone back to.
  package static let sentOtherwise = SiteError.conflict(
    "この画面からは、別の内容をすでに受け付けています。今回の入力は記録していません。画面を開き直してから、もう一度操作してください。"
  )
}

extension PersonScope {
  /// The same scope where only those are asked about who hold a post in a unit on the day: whoever sees the unit by its
  /// posts sees all of them, and the other units need not be looked at.
  package func among(holdersOfPostsIn unit: RecordID<OrganizationUnit>) -> PersonScope {
    switch self {
    case .units(let units, let own):
      if units.contains(unit) { return .everyone }
      return own.map { .own($0) } ?? .nobody
    case .either(let one, let other):
      let (one, other) = (one.among(holdersOfPostsIn: unit), other.among(holdersOfPostsIn: unit))
      return one == .everyone || other == .everyone ? .everyone : .either(one, other)
    case .nobody, .own, .employers, .everyone: return self
    }
  }
}
