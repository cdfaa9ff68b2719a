internal import Access
internal import CivilTime
internal import Markup

/// Turns replies into responses.
struct ResponseWriter: Sendable {
  let navigation: [NavigationItem]
  let isDemo: Bool
  let transport: SiteResponder.Transport
  let clock: any WallClock

  func response(_ reply: Reply, to request: IncomingRequest, visitor: Visitor) -> SiteResponse {
    switch reply {
    case .page(let page):
      return response(page: page, status: 200, to: request, visitor: visitor)
    case .mend(let page):
      return response(page: page, status: 422, to: request, visitor: visitor)
    case .redirect(let path, let notice):
      let cookie = notice.map {
        Cookies.set(Cookies.notice, NoticeCookie.value($0), isSecure: isSecure, maxAge: 60)
      }
      return plain(303, [("location", path)] + cookieHeader(cookie), [])
    case .signedIn(let secret, let path):
      let cookie = Cookies.set(Cookies.sessionName(isSecure: isSecure), secret, isSecure: isSecure)
      return plain(303, [("location", path)] + cookieHeader(cookie), [])
    case .signedOut(let path):
      let cookie = Cookies.set(Cookies.sessionName(isSecure: isSecure), "", isSecure: isSecure, maxAge: 0)
      let headers = [("location", path), ("clear-site-data", "\"cache\"")]
      return plain(303, headers + cookieHeader(cookie), [])
    case .download(let name, let contentType, let bytes):
      let disposition = DownloadName.disposition(name)
      return plain(200, [("content-type", contentType), ("content-disposition", disposition)], bytes)
    case .document(let contentType, let bytes):
      return plain(200, [("content-type", contentType)], bytes)
    case .asset(let contentType, let bytes):
      let headers = [("content-type", contentType), ("cache-control", "public, max-age=31536000, immutable")]
      return SiteResponse(status: 200, headers: headers + SecurityHeaders.all, body: bytes)
    case .json(let status, let bytes):
      return plain(status, [("content-type", "application/json")], bytes)
    }
  }

  func response(
    page: PageContent,
    status: Int,
    to request: IncomingRequest,
    visitor: Visitor,
    extra: [(name: String, value: String)] = []
  ) -> SiteResponse {
    let noticeValue = Cookies.value(of: Cookies.notice, in: request.headers.cookie)
    let html = PageShell.draw(page, in: shell(request, visitor, notice: NoticeCookie.notice(noticeValue)))
    let forget = noticeValue.map { _ in Cookies.set(Cookies.notice, "", isSecure: isSecure, maxAge: 0) }
    let headers = [("content-type", "text/html; charset=utf-8")] + extra + cookieHeader(forget)
    return plain(status, headers, html.bytes)
  }

  /// Problem details (RFC 9457).
  func problem(_ fault: FaultAnswer, reference: String) -> SiteResponse {
    let (type, title) = fault.problem
    let body = JSONText.object([
      ("type", .text("urn:hataraki:problem:\(type)")), ("title", .text(title)),
      ("status", .number(Int64(fault.status))), ("instance", .text("urn:hataraki:reference:\(reference)")),
    ])
    return plain(fault.status, [("content-type", "application/problem+json")] + fault.headers, body.bytes)
  }

  private func shell(_ request: IncomingRequest, _ visitor: Visitor, notice: Notice?) -> ShellContext {
    let entries = navigation.filter { visitor.actor != nil && $0.allow.admits(visitor.actor) }.map(\.entry)
    return ShellContext(
      signedInAs: visitor.actor.map { ($0.name, $0.unitName) },
      navigation: entries,
      path: request.path,
      notice: notice,
      formToken: visitor.session?.formToken ?? "",
      isDemo: isDemo,
      shownAt: clock.now()
    )
  }

  private var isSecure: Bool { transport == .behindTLS }

  private func cookieHeader(_ cookie: String?) -> [(name: String, value: String)] {
    cookie.map { [("set-cookie", $0)] } ?? []
  }

  private func plain(
    _ status: Int,
    _ headers: [(name: String, value: String)],
    _ body: [UInt8]
  ) -> SiteResponse {
    let caching = [(name: "cache-control", value: "no-store")]
    return SiteResponse(status: status, headers: headers + caching + SecurityHeaders.all, body: body)
  }
}
