import Access
import Testing

@testable import Site

@Suite("Requests before any handler")
struct RequestTests {
  static let form = "application/x-www-form-urlencoded"
  static let page = Route.open(.post, "/people") { _ in .redirect(to: "/") }
  static let read = Route.open(.get, "/people") { _ in .redirect(to: "/") }
  static let call = Route.api(.post, "/api/v1/punches", allow: .signedIn, scope: .clockWrite) { _ in
    .redirect(to: "/")
  }

  struct Sent: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var route = page
    var transport = SiteResponder.Transport.behindTLS
    var host: String? = "hataraki.example.jp"
    var contentType: String? = form
    var origin: String?
    var fetchSite: String?
    var body: [UInt8]? = []
    let error: SiteError?

    var request: IncomingRequest {
      IncomingRequest(
        method: "POST",
        path: "/people",
        query: "",
        headers: IncomingRequest.Headers(
          host: host,
          cookie: nil,
          contentType: contentType,
          origin: origin,
          fetchSite: fetchSite,
          authorization: nil,
          idempotencyKey: nil
        ),
        body: body,
        address: "192.0.2.1"
      )
    }
  }

  static let here = "https://hataraki.example.jp"

  static let origins = [
    Sent(testDescription: "no word of where it came from", error: nil),
    Sent(testDescription: "from here", origin: here, fetchSite: "same-origin", error: nil),
    Sent(testDescription: "typed by hand", fetchSite: "none", error: nil),
    Sent(
      testDescription: "with a port",
      transport: .plain,
      host: "127.0.0.1:8080",
      origin: "http://127.0.0.1:8080",
      error: nil
    ),
    Sent(
      testDescription: "plain from here",
      transport: .plain,
      origin: "http://hataraki.example.jp",
      error: nil
    ),
    Sent(testDescription: "in capitals", origin: "HTTPS://Hataraki.Example.JP", error: nil),
    Sent(
      testDescription: "plain, where TLS is spoken",
      origin: "http://hataraki.example.jp",
      error: .foreignForm
    ),
    Sent(testDescription: "TLS, where none is spoken", transport: .plain, origin: here, error: .foreignForm),
    Sent(testDescription: "another scheme", origin: "ftp://hataraki.example.jp", error: .foreignForm),
    Sent(testDescription: "no scheme", origin: "//hataraki.example.jp", error: .foreignForm),
    Sent(testDescription: "a Kelvin sign", origin: "https://hatara\u{212A}i.example.jp", error: .foreignForm),
    Sent(testDescription: "another site", fetchSite: "cross-site", error: .foreignForm),
    Sent(testDescription: "a sister site", fetchSite: "same-site", error: .foreignForm),
    Sent(testDescription: "another origin", origin: "https://evil.example", error: .foreignForm),
    Sent(testDescription: "another port", origin: here + ":8443", error: .foreignForm),
    Sent(testDescription: "a longer name", origin: here + ".evil.example", error: .foreignForm),
    Sent(testDescription: "a name before ours", origin: "https://x.hataraki.example.jp", error: .foreignForm),
    Sent(testDescription: "an opaque origin", origin: "null", error: .foreignForm),
    Sent(testDescription: "an origin without a host", host: nil, origin: here, error: .foreignForm),
    Sent(
      testDescription: "our origin, but another site",
      origin: here,
      fetchSite: "cross-site",
      error: .foreignForm
    ),
  ]

  static let types = [
    Sent(testDescription: "a form", contentType: form + "; charset=utf-8", error: nil),
    Sent(testDescription: "a form in capitals", contentType: "Application/X-WWW-Form-URLEncoded", error: nil),
    Sent(testDescription: "a tab after the type", contentType: form + "\t;charset=utf-8", error: nil),
    Sent(
      testDescription: "JSON in capitals to a call",
      route: call,
      contentType: "APPLICATION/JSON; charset=UTF-8",
      error: nil
    ),
    Sent(testDescription: "no type", contentType: nil, error: .unsupportedType),
    Sent(testDescription: "plain text", contentType: "text/plain", error: .unsupportedType),
    Sent(testDescription: "parts", contentType: "multipart/form-data; boundary=x", error: .unsupportedType),
    Sent(testDescription: "JSON to a page", contentType: "application/json", error: .unsupportedType),
    Sent(testDescription: "a longer type", contentType: form + "x", error: .unsupportedType),
    Sent(
      testDescription: "JSON to a call",
      route: call,
      contentType: "application/json;charset=utf-8",
      fetchSite: "cross-site",
      error: nil
    ),
    Sent(testDescription: "a form to a call", route: call, error: .unsupportedType),
    Sent(
      testDescription: "a page read from elsewhere",
      route: read,
      contentType: nil,
      fetchSite: "cross-site",
      error: nil
    ),
    Sent(testDescription: "too large a body", body: nil, error: .tooLarge),
    Sent(
      testDescription: "too large a body to a page that is read",
      route: read,
      body: nil,
      error: .tooLarge
    ),
  ]

  @Test(arguments: origins + types)
  func areCheckedForTheirOriginAndType(sent: Sent) {
    var error: SiteError?
    do throws(SiteError) {
      try RequestChecks.check(sent.request, route: sent.route, transport: sent.transport)
    } catch let refusal {
      error = refusal
    }
    #expect(error == sent.error)
  }

  @Test func unreadableFieldsBecomeAnAnswer() throws {
    #expect(throws: SiteError.tooLarge) {
      try RequestChecks.fields(Array(String(repeating: "a&", count: 5001).utf8))
    }
    #expect(throws: SiteError.badRequest("送られた文字を読み取れませんでした。もう一度入力してください。")) {
      try RequestChecks.fields(Array("a=%00".utf8))
    }
    #expect(try RequestChecks.fields(Array("a=1".utf8)).first("a") == "1")
  }

  static let bearers: [(String?, String?)] = [
    (nil, nil), ("", nil), ("Basic YTpi", nil), ("Bearer", nil), ("Bearer abc", "abc"), ("Bearerabc", nil),
    ("bearer abc", "abc"), ("BEARER aBc", "aBc"), ("Bearer  abc", "abc"), ("Bearer ", ""),
    (" Bearer abc", nil),
    ("Bearerx abc", nil), ("Beare abc", nil),
  ]

  @Test(arguments: bearers)
  func aBearerTokenStandsInItsHeader(header: String?, secret: String?) {
    #expect(RequestChecks.bearer(header)?.text == secret)
  }

  static let returns: [(String?, String)] = [
    (nil, "/"), ("", "/"), ("/", "/"), ("/people/7?month=2026-04", "/people/7?month=2026-04"),
    ("/職員", "/職員"), ("//evil.example", "/"), ("///evil.example", "/"), ("/\\evil.example", "/"),
    ("\\\\evil.example", "/"), ("/a\\b", "/"), ("https://evil.example", "/"), ("https:/evil", "/"),
    ("https:", "/"), ("javascript:alert(1)", "/"), ("people", "/"), ("?a=1", "/"), (" /people", "/"),
    ("/\t/evil.example", "/"), ("/\n/evil.example", "/"), ("\t//evil.example", "/"),
    ("/a\r\nset-cookie: a=1", "/"),
    ("/\u{0}", "/"), ("/\u{7f}", "/"), ("/a b", "/"),
  ]

  @Test(arguments: returns)
  func theWayBackStaysOnThisSite(path: String?, checked: String) {
    #expect(ReturnPath.checked(path) == checked)
  }

  @Test func theWayBackSurvivesItsOwnQuery() throws {
    let request = IncomingRequest(
      method: "GET",
      path: "/people/7",
      query: "q=%E7%A5%9E&return=//evil+x",
      headers: Sent(testDescription: "", error: nil).request.headers,
      body: [],
      address: ""
    )
    let fields = try FormFields(urlEncoded: Array("return=\(ReturnPath.encoded(request))".utf8))
    #expect(fields.pairs.count == 1)
    #expect(ReturnPath.checked(fields.first("return")) == "/people/7?q=%E7%A5%9E&return=//evil+x")
  }
}
