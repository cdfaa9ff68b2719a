internal import Store

/// How an error is told: status, page, and whether the fault is ours.
struct FaultAnswer: Sendable {
  private enum Kind: Sendable {
    case site(SiteError)
    case busy
    case full
    case failure
  }

  private let kind: Kind

  init(_ error: any Error) {
    kind =
      switch error {
      case let error as SiteError: .site(error)
      case StoreError.busy, StoreError.connectionLost, StoreError.closed: .busy
      case StoreError.diskFull: .full
      case StoreError.nullCharacter: .site(.badRequest("使えない文字（U+0000）が含まれています。取り除いて送ってください。"))
      default: .failure
      }
  }

  /// Whether the operator must hear of it.
  var isOurs: Bool {
    switch kind {
    case .site: false
    case .busy, .full, .failure: true
    }
  }

  var status: Int {
    switch kind {
    case .site(let error): Self.status(error)
    case .busy, .full: 503
    case .failure: 500
    }
  }

  var headers: [(name: String, value: String)] {
    switch kind {
    case .busy: [("retry-after", "5")]
    case .site(.tooManyTries): [("retry-after", "900")]
    case .site(.tokenNeeded): [("www-authenticate", "Bearer")]
    case .site(.otherMethod(let methods)): [("allow", Self.allow(methods))]
    case .site, .full, .failure: []
    }
  }

  private static func allow(_ methods: Set<Route.Method>) -> String {
    Route.Method.allCases.filter(methods.contains).flatMap(\.allowed).joined(separator: ", ")
  }

  func page(reference: String) -> PageContent {
    switch kind {
    case .site(let error): Self.page(error)
    case .busy, .full: ErrorPages.unavailable
    case .failure: ErrorPages.failure(reference: reference)
    }
  }

  /// The type of the problem for programs: a word, stable over time.
  var problem: (type: String, title: String) {
    switch kind {
    case .site(let error): Self.problem(error)
    case .busy: ("unavailable", "The database is busy; repeat the call with the same Idempotency-Key.")
    case .full: ("storage-full", "The server's disk is full; nothing was written.")
    case .failure: ("failure", "The server failed; the reference helps its operator.")
    }
  }

  private static func status(_ error: SiteError) -> Int {
    switch error {
    case .notFound: 404
    case .forbidden, .foreignForm: 403
    case .conflict: 409
    case .badRequest: 400
    case .tooLarge: 413
    case .unsupportedType: 415
    case .tooManyTries: 429
    case .tokenNeeded: 401
    case .otherMethod: 405
    }
  }

  private static func page(_ error: SiteError) -> PageContent {
    switch error {
    case .notFound, .otherMethod: ErrorPages.notFound
    case .forbidden, .tokenNeeded: ErrorPages.forbidden
    case .foreignForm: ErrorPages.foreignForm
    case .conflict(let message): ErrorPages.conflict(message)
    case .badRequest(let message): ErrorPages.badRequest(message)
    case .unsupportedType: ErrorPages.badRequest("この画面のフォームから送ってください。")
    case .tooLarge: ErrorPages.tooLarge
    case .tooManyTries: ErrorPages.tooManyTries
    }
  }

  private static func problem(_ error: SiteError) -> (type: String, title: String) {
    switch error {
    case .notFound: ("not-found", "There is nothing here, or nothing that this token may know of.")
    case .forbidden, .foreignForm: ("forbidden", "The token does not reach this.")
    case .conflict(let message): ("conflict", message)
    case .badRequest(let message): ("bad-request", message)
    case .tooLarge: ("too-large", "The body is larger than 1 MiB.")
    case .unsupportedType: ("unsupported-type", "Send application/json.")
    case .tooManyTries: ("too-many-tries", "Too many tries; wait a quarter of an hour.")
    case .tokenNeeded: ("token-needed", "Send a bearer token that is in force.")
    case .otherMethod: ("other-method", "This path knows another method only.")
    }
  }
}
