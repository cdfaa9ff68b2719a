public import Access

/// What a visitor may ask for at one path with one method.
///
/// It cannot be declared without saying who may.
public struct Route: Sendable {
  /// The methods that pages and programs use.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Safe to repeat.
    case get = "GET"
    /// Changes something, once.
    case post = "POST"

    /// What `Allow` says of it: where a page is read, its head is too.
    var allowed: [String] {
      switch self {
      case .get: ["GET", "HEAD"]
      case .post: ["POST"]
      }
    }
  }

  enum Handler: Sendable {
    case open(@Sendable (SiteRequest) async throws -> Reply)
    case signedIn(@Sendable (SignedInRequest) async throws -> Reply)
  }

  /// How visitors of a route show who they are.
  public enum Credential: Sendable, Hashable {
    /// The session cookie of a browser.
    case session
    /// A bearer token with a scope; cookies count for nothing here.
    case token(APIScope)
  }

  /// The method.
  public let method: Method
  /// The path.
  public let pattern: RoutePattern
  /// Who is let in.
  public let allow: AccessRule
  /// How they show who they are.
  public let credential: Credential
  /// What its form takes in files; nil for a form without files.
  public let upload: UploadLimit?
  let handler: Handler

  /// A route for everyone, also without signing in.
  public static func open(
    _ method: Method,
    _ pattern: StaticString,
    _ handler: @escaping @Sendable (SiteRequest) async throws -> Reply
  ) -> Route {
    Route(
      method: method,
      pattern: RoutePattern(pattern),
      allow: .anyone,
      credential: .session,
      handler: .open(handler)
    )
  }

  /// A route for those whom the rule admits; with `upload`, its form may carry files.
  public init(
    _ method: Method,
    _ pattern: StaticString,
    allow: AccessRule,
    upload: UploadLimit? = nil,
    _ handler: @escaping @Sendable (SignedInRequest) async throws -> Reply
  ) {
    self.init(
      method: method,
      pattern: RoutePattern(pattern),
      allow: allow,
      credential: .session,
      upload: upload,
      handler: .signedIn(handler)
    )
  }

  /// A route for programs with a bearer token of the scope.
  public static func api(
    _ method: Method,
    _ pattern: StaticString,
    allow: AccessRule,
    scope: APIScope,
    _ handler: @escaping @Sendable (SignedInRequest) async throws -> Reply
  ) -> Route {
    Route(
      method: method,
      pattern: RoutePattern(pattern),
      allow: allow,
      credential: .token(scope),
      handler: .signedIn(handler)
    )
  }

  /// A file of ours that everyone may have.
  static func asset(
    _ path: String,
    _ handler: @escaping @Sendable (SiteRequest) async throws -> Reply
  ) -> Route {
    Route(
      method: .get,
      pattern: RoutePattern(literal: path),
      allow: .anyone,
      credential: .session,
      handler: .open(handler)
    )
  }

  private init(
    method: Method,
    pattern: RoutePattern,
    allow: AccessRule,
    credential: Credential,
    upload: UploadLimit? = nil,
    handler: Handler
  ) {
    self.method = method
    self.pattern = pattern
    self.allow = allow
    self.credential = credential
    self.upload = upload
    self.handler = handler
  }
}
