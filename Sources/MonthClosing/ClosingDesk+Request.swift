internal import Access
internal import Site
internal import Store
internal import WorkingTime

/// The desk of a request, and how its refusals are told.
extension ClosingDesk {
  init(_ request: SignedInRequest, _ sources: [MonthConcernSource]) {
    self.init(
      database: request.database,
      ids: request.ids,
      units: request.units,
      sources: sources,
      actor: request.actor,
      now: request.now
    )
  }

  /// Runs an act; a key that did something else before is told as a conflict.
  static func told<Value>(_ act: () async throws -> Value) async throws -> Value {
    do {
      return try await act()
    } catch let refusal as OnceAct.Refusal {
      throw SiteError.conflict(refusal.japanese)
    }
  }
}
