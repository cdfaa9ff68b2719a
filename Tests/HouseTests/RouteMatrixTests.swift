import Access
import People
import Site
import Store
import Testing

@Suite struct RouteMatrixTests {
  @Test func everyRouteLetsInWhomTheTableNamesAndNobodyElse() async throws {
    try await OpenHouse.with { house in
      let routes = house.responder.table.routes
      #expect(
        Set(routes.map { RouteRow.name(of: $0) }) == Set(RouteRow.all.map(\.name)),
        "every route stands in the table, and every row is a route"
      )
      #expect(routes.count == RouteRow.all.count)
      let rows = Dictionary(RouteRow.all.map { ($0.name, $0) }) { first, _ in first }
      var visits: [Visit] = []
      for role in Role.allCases { visits.append(try await house.signIn(role)) }
      let fallback = try #require(visits.first { $0.role == .staff })
      for route in routes {
        guard let row = rows[RouteRow.name(of: route)] else { continue }
        let walk = RouteWalk(house: house, route: route, row: row, fallback: fallback.actor)
        try await walk.asGuest()
        for visit in visits { try await walk.asVisitor(visit) }
      }
    }
  }

  @Test func theTableSeparatesTheRolesThatTheDemoHas() async throws {
    try await OpenHouse.with { house in
      var held: [Role: Set<Role>] = [:]
      for role in Role.allCases { held[role] = try await house.signIn(role).actor.roles }
      #expect(held.allSatisfy { $1.contains($0) })
      #expect(held[.staff] == [.staff])
      #expect(held[.administrator] == [.administrator])
      for row in RouteRow.all {
        guard case .roles(let roles) = row.entry else { continue }
        let admitted = Role.allCases.filter { held[$0]?.isDisjoint(with: roles) == false }
        #expect(!admitted.isEmpty && admitted.count < Role.allCases.count, "\(row.name)")
      }
    }
  }

  @Test func aTokenReachesOnlyItsScopesAndACookieOpensNoAPI() async throws {
    try await OpenHouse.with { house in
      let reader = try await house.token(.staff, scopes: [.monthRead])
      let writer = try await house.token(.staff, scopes: [.clockWrite])
      let clock = HTTPRequest.json("/api/v1/clock", "{\"kind\":\"in\"}", key: "scope-test-1")
      let month = HTTPRequest.get("/api/v1/months/2026-11")
      #expect(try await house.client.send(clock.bearing(reader)).status == 403)
      #expect(try await house.client.send(month.bearing(writer)).status == 403)
      #expect(try await house.client.send(clock.bearing(writer)).status == 201)
      #expect(try await house.client.send(month.bearing(reader)).status == 200)
      let visit = try await house.signIn(.staff)
      #expect(try await house.client.send(visit.sign(month)).status == 401)
      let asCookie = HTTPRequest.get("/working-time").with("cookie", "hataraki=\(reader)")
      #expect(try await house.client.send(asCookie).status == 303)
    }
  }
}

/// One route, tried by everyone.
private struct RouteWalk {
  let house: OpenHouse
  let route: Route
  let row: RouteRow
  /// Whose records somebody without any asks for.
  let fallback: Actor

  func asGuest() async throws {
    let answer = try await send(request(fallback))
    switch row.entry {
    case .anyone: #expect(answer.status == row.answers, "\(row.name), guest")
    case .signedIn, .roles: #expect(isSentToSignIn(answer), "\(row.name), guest: \(answer.status)")
    case .token:
      #expect(answer.status == 401, "\(row.name), guest")
      #expect(answer.header("www-authenticate") == "Bearer")
    }
  }

  func asVisitor(_ visit: Visit) async throws {
    switch row.entry {
    case .anyone(let signedIn):
      try await admitted(visit, status: signedIn ?? row.answers)
    case .signedIn:
      // Another session, because signing out ends it.
      try await admitted(try await house.signIn(visit.role), status: row.answers)
    case .roles(let roles):
      if roles.isDisjoint(with: visit.actor.roles) {
        try await refused(visit)
      } else {
        try await admitted(visit, status: row.answers)
      }
    case .token(let roles):
      let token = try await house.token(visit.role)
      let answer = try await send(request(visit.actor).bearing(token))
      let expected = roles.isDisjoint(with: visit.actor.roles) ? 403 : row.answers
      #expect(answer.status == expected, "\(row.name), token of \(visit.role)")
      #expect(try await send(visit.sign(request(visit.actor))).status == 401, "\(row.name), cookie alone")
    }
  }

  private func admitted(_ visit: Visit, status: Int) async throws {
    if route.method == .post {
      let without = try await send(visit.sign(request(visit.actor)))
      #expect(without.status == 403, "\(row.name), \(visit.role) without a form token")
    }
    let answer = try await send(signed(visit))
    #expect(answer.status == status, "\(row.name), \(visit.role)")
    #expect(!isSentToSignIn(answer), "\(row.name), \(visit.role)")
  }

  private func refused(_ visit: Visit) async throws {
    let answer = try await send(signed(visit))
    #expect(answer.status == 403, "\(row.name), \(visit.role)")
  }

  private func signed(_ visit: Visit) -> HTTPRequest {
    route.method == .post
      ? visit.form(path(visit.actor), row.fields) : visit.sign(request(visit.actor))
  }

  private func request(_ actor: Actor) -> HTTPRequest {
    if route.method == .get { return .get(path(actor)) }
    if case .token = row.entry {
      return .json(path(actor), "{\"kind\":\"in\"}", key: "matrix-\(actor.account)")
    }
    return .form(path(actor), row.fields)
  }

  /// The path with records that lie within the visitor's reach, so that nobody let in is told 404.
  private func path(_ actor: Actor) -> String {
    let unit = actor.headedUnits.min() ?? actor.keptUnits.min() ?? actor.unit ?? fallback.unit
    let values = [
      "{month}": "2026-11", "{date}": "2026-11-20", "{year}": "2026",
      "{id}": route.pattern.description.contains("/targets/") ? "T04" : "III-2-1-b",
      "{employee}": (actor.employee ?? fallback.employee).map { "\($0)" }, "{unit}": unit.map { "\($0)" },
    ]
    let parts = route.pattern.description.split(separator: "/", omittingEmptySubsequences: false)
    return parts.map { (values[String($0)] ?? nil) ?? String($0) }.joined(separator: "/")
  }

  private func send(_ request: HTTPRequest) async throws -> HTTPAnswer {
    let answer = try await house.client.send(request)
    #expect(answer.header("content-security-policy") != nil, "\(row.name)")
    return answer
  }

  /// Signing out leads to the same page, but clears what the browser keeps.
  private func isSentToSignIn(_ answer: HTTPAnswer) -> Bool {
    answer.status == 303 && answer.header("clear-site-data") == nil
      && answer.header("location")?.hasPrefix("/sign-in") == true
  }
}
