internal import Access
internal import CivilTime
internal import Store

/// Walks a request through the house: route, visitor, access, form token, handler, answer.
public struct SiteResponder: Sendable {
  /// How the server is reached.
  public enum Transport: Sendable, Hashable {
    /// Plain HTTP on loopback.
    case plain
    /// Behind a proxy that speaks TLS.
    case behindTLS
  }

  /// All routes, for the test that walks them.
  public let table: RouteTable
  let services: SiteServices
  let actors: ActorResolution
  let transport: Transport
  let writer: ResponseWriter
  /// Takes the description of a failure that was answered with 500, and its reference.
  let reportFailure: @Sendable (_ reference: String, _ error: any Error) -> Void

  /// A responder for capabilities.
  public init(
    capabilities: [Capability],
    services: SiteServices,
    transport: Transport,
    reportFailure: @escaping @Sendable (_ reference: String, _ error: any Error) -> Void
  ) {
    let assets = Assets.all.map(AssetRoutes.route)
    table = RouteTable(capabilities.flatMap(\.routes) + assets + [AssetRoutes.health])
    self.services = services
    actors = ActorResolution(database: services.database, clock: services.clock)
    self.transport = transport
    writer = ResponseWriter(
      navigation: capabilities.flatMap(\.navigation),
      isDemo: services.isDemo,
      transport: transport,
      clock: services.clock
    )
    self.reportFailure = reportFailure
  }

  /// The answer to a request; it never throws, because every error is an answer.
  public func respond(to request: IncomingRequest) async -> SiteResponse {
    let now = services.clock.now()
    let isAPI = request.path.utf8.starts(with: "/api/".utf8)
    var visitor = Visitor.guest
    do {
      let (route, parameters) = try find(request)
      try RequestChecks.check(request, route: route, transport: transport)
      visitor = try await identify(request, route: route)
      guard route.allow.admits(visitor.actor) else {
        return try refusal(request, route: route, visitor: visitor)
      }
      let siteRequest = try siteRequest(
        request,
        route: route,
        parameters: parameters,
        visitor: visitor,
        now: now
      )
      let reply = try await answer(route, siteRequest)
      return writer.response(reply, to: request, visitor: visitor)
    } catch {
      return failure(error, request: request, visitor: visitor, isAPI: isAPI)
    }
  }

  /// The most bytes of a body that is worth reading, told before any of it is.
  ///
  /// More than a form's is taken only from a visitor whom a route with files lets in.
  public func mostBytes(for request: IncomingRequest) async -> Int {
    guard request.method == Route.Method.post.rawValue, let found = try? find(request),
      let upload = found.0.upload,
      (try? RequestChecks.check(request, route: found.0, transport: transport)) != nil,
      let visitor = try? await identify(request, route: found.0), found.0.allow.admits(visitor.actor)
    else { return Self.mostBytes }
    return max(upload.bytes, Self.mostBytes)
  }

  /// The most bytes of a request without files.
  public static let mostBytes = 1 << 20

  private func find(_ request: IncomingRequest) throws -> (Route, [String: String]) {
    let method = Route.Method(rawValue: request.method == "HEAD" ? "GET" : request.method)
    switch table.match(method, try RequestChecks.segments(request.path)) {
    case .found(let route, let parameters): return (route, parameters)
    case .otherMethod(let allowed): throw SiteError.otherMethod(allowed: allowed)
    case .none: throw SiteError.notFound
    }
  }

  private func identify(_ request: IncomingRequest, route: Route) async throws -> Visitor {
    switch route.credential {
    case .session:
      let name = Cookies.sessionName(isSecure: transport == .behindTLS)
      guard let text = Cookies.value(of: name, in: request.headers.cookie) else { return .guest }
      let secret = BearerSecret(text: text)
      guard let actor = try await actors.actor(session: secret) else { return .guest }
      return Visitor(actor: actor, session: secret)
    case .token(let scope):
      guard let secret = RequestChecks.bearer(request.headers.authorization),
        let found = try await actors.actor(token: secret)
      else { throw SiteError.tokenNeeded }
      guard found.scopes.contains(scope) else { throw SiteError.forbidden }
      return Visitor(actor: found.actor, session: nil)
    }
  }

  private func refusal(_ request: IncomingRequest, route: Route, visitor: Visitor) throws -> SiteResponse {
    guard visitor.actor == nil else { throw SiteError.forbidden }
    let target = route.method == .get ? "/sign-in?return=\(ReturnPath.encoded(request))" : "/sign-in"
    return writer.response(.redirect(to: target), to: request, visitor: visitor)
  }

  private func siteRequest(
    _ request: IncomingRequest,
    route: Route,
    parameters: [String: String],
    visitor: Visitor,
    now: Instant
  ) throws -> SiteRequest {
    guard let body = request.body else { throw SiteError.tooLarge }
    let isForm = route.method == .post && route.credential == .session
    let (form, files) = try isForm ? RequestChecks.form(body, of: request, route: route) : (.empty, [])
    if isForm, let session = visitor.session {
      guard session.accepts(formToken: form.first(FormNames.token) ?? "") else { throw SiteError.foreignForm }
    }
    return SiteRequest(
      path: request.path,
      parameters: parameters,
      query: try RequestChecks.fields(Array(request.query.utf8)),
      form: form,
      files: files,
      body: isForm ? [] : body,
      idempotencyKey: request.headers.idempotencyKey,
      address: request.address,
      now: now,
      visitor: visitor.actor,
      session: visitor.session,
      services: services
    )
  }

  private func answer(_ route: Route, _ request: SiteRequest) async throws -> Reply {
    switch route.handler {
    case .open(let handler):
      return try await handler(request)
    case .signedIn(let handler):
      guard let actor = request.visitor else { throw SiteError.forbidden }
      return try await handler(SignedInRequest(request: request, actor: actor))
    }
  }

  private func failure(
    _ error: any Error,
    request: IncomingRequest,
    visitor: Visitor,
    isAPI: Bool
  ) -> SiteResponse {
    let fault = FaultAnswer(error)
    let reference = "\(services.ids.next(SiteRequest.self))"
    if fault.isOurs { reportFailure(reference, error) }
    if isAPI { return writer.problem(fault, reference: reference) }
    return writer.response(
      page: fault.page(reference: reference),
      status: fault.status,
      to: request,
      visitor: visitor,
      extra: fault.headers
    )
  }
}

/// Who stands behind a request.
struct Visitor: Sendable {
  let actor: Actor?
  let session: BearerSecret?

  static let guest = Visitor(actor: nil, session: nil)
}
