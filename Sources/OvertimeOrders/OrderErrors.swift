internal import Access
internal import Site
internal import WorkingTime

/// Tells why a desk refused, in the words of the site.
enum OrderErrors {
  static func told<Value>(_ act: () async throws -> Value) async throws -> Value {
    do {
      return try await act()
    } catch let refusal as OrderRefusal {
      switch refusal {
      case .notFound, .notAnswering: throw SiteError.notFound
      // Something to mend in the form, where there is one.
      case .overlapping: throw refusal
      default: throw SiteError.conflict(refusal.japanese)
      }
    } catch OnceAct.Refusal.keyUsedOtherwise {
      throw WorkingTimeReach.sentOtherwise
    }
  }
}

extension OrdersDesk {
  /// The desk of a visitor with an employee behind the account.
  init(_ request: SignedInRequest) async throws {
    self.init(
      database: request.database,
      ids: request.ids,
      units: request.units,
      actor: request.actor,
      employee: try WorkingTimeReach.employee(request),
      scope: try await WorkingTimeReach.scope(request),
      now: request.now
    )
  }
}
