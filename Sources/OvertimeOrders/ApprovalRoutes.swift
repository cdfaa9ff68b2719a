internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// What the approvals inbox does.
struct ApprovalRoutes: Sendable {
  let protections: ProtectionQuestion

  var all: [Route] {
    [
      Route(.get, "/overtime/approvals", allow: RequestRoutes.superiors) { request in
        .page(try await page(request, faults: []).content)
      },
      Route(.post, "/overtime/approvals/check", allow: RequestRoutes.superiors, check),
      Route(.post, "/overtime/approvals", allow: RequestRoutes.superiors, decide),
    ]
  }

  @Sendable private func check(_ request: SignedInRequest) async throws -> Reply {
    let waiting = try await waiting(request)
    let items =
      request.form.first("all").map { everything(in: waiting, $0, request.today) } ?? ticked(request, waiting)
    guard !items.isEmpty else {
      return .mend(try await page(request, faults: [FormFault("approvals", "決定するものを選んでください。")]).content)
    }
    let page = ApprovalsCheckPage(items: items, token: request.formToken, once: request.freshOnce())
    return .page(page.content)
  }

  private func ticked(_ request: SignedInRequest, _ waiting: [ApprovalItem]) -> [ApprovalItem] {
    let keys = Set(request.form.all("item").map { Array($0.utf8) })
    return waiting.filter { keys.contains(Array($0.key.utf8)) }
  }

  /// The first of those without a warning, of all or of the overdue ones.
  private func everything(in waiting: [ApprovalItem], _ filter: String, _ today: CivilDate) -> [ApprovalItem]
  {
    let isOverdue = ApprovalsPage.Filter(rawValue: filter) == .overdue
    let plain = waiting.filter { $0.warnings.isEmpty && (!isOverdue || $0.due < today) }
    return Array(plain.prefix(ApprovalsPage.most))
  }

  @Sendable private func decide(_ request: SignedInRequest) async throws -> Reply {
    let keys = request.form.all("item")
    guard !keys.isEmpty else {
      return .mend(try await page(request, faults: [FormFault("approvals", "決定するものを選んでください。")]).content)
    }
    let desk = try await OrdersDesk(request)
    let together = try await OrderErrors.told {
      try await desk.decideTogether(keys, aware: request.form.all("aware"), protections, key: request.once)
    }
    return .redirect(to: OrderPaths.approvals, notice: notice(together))
  }

  private func notice(_ together: OrdersDesk.Together) -> Notice {
    let decided = "\(together.decided)件を決定しました。"
    let warned = together.warned == 0 ? "" : "注意のある\(together.warned)件は、印がないか、注意の内容が変わったため、決定していません。"
    let gone = together.gone == 0 ? "" : "\(together.gone)件は、ほかの人が先に決定したか、本人が変更したため、決定していません。「済み」を確かめてください。"
    return Notice(together.warned + together.gone == 0 ? .success : .warning, decided + warned + gone)
  }

  private func waiting(_ request: SignedInRequest) async throws -> [ApprovalItem] {
    let (desk, protections) = (try await OrdersDesk(request), protections)
    return try await request.database.read { connection in
      let (subordinates, tree) = try desk.subordinates(on: connection)
      return try ApprovalsQuery(subordinates: subordinates, tree: tree, protections: protections)
        .waiting(on: connection)
    }
  }

  private func page(_ request: SignedInRequest, faults: [FormFault]) async throws -> ApprovalsPage {
    let (desk, protections) = (try await OrdersDesk(request), protections)
    let filter = request.query.first("filter").flatMap { ApprovalsPage.Filter(rawValue: $0) } ?? .waiting
    let page = request.query.first("page").flatMap { Int($0) } ?? 1
    let token = request.formToken
    return try await request.database.read { connection in
      let (subordinates, tree) = try desk.subordinates(on: connection)
      let query = ApprovalsQuery(subordinates: subordinates, tree: tree, protections: protections)
      return ApprovalsPage(
        waiting: try query.waiting(on: connection),
        done: filter == .done ? try query.done(on: connection) : [],
        filter: filter,
        page: page,
        today: desk.today,
        isDeputy: subordinates.people.contains { $0.capacity == .deputy },
        faults: faults,
        token: token
      )
    }
  }
}
