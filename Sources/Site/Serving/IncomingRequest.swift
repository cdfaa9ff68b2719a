/// A request as it came from the wire.
public struct IncomingRequest: Sendable {
  /// The method as sent.
  public let method: String
  /// The path as sent, still percent-encoded, without the query.
  public let path: String
  /// The query as sent, still encoded.
  public let query: String
  /// The headers that matter here.
  public let headers: Headers
  /// The body; nil when it was larger than is taken.
  public let body: [UInt8]?
  /// The address of the other side.
  public let address: String

  /// The headers that matter here.
  public struct Headers: Sendable {
    /// `Host`.
    public let host: String?
    /// `Cookie`.
    public let cookie: String?
    /// `Content-Type`.
    public let contentType: String?
    /// `Origin`.
    public let origin: String?
    /// `Sec-Fetch-Site`.
    public let fetchSite: String?
    /// `Authorization`.
    public let authorization: String?
    /// `Idempotency-Key`.
    public let idempotencyKey: String?

    /// Headers of a request.
    public init(
      host: String?,
      cookie: String?,
      contentType: String?,
      origin: String?,
      fetchSite: String?,
      authorization: String?,
      idempotencyKey: String?
    ) {
      self.host = host
      self.cookie = cookie
      self.contentType = contentType
      self.origin = origin
      self.fetchSite = fetchSite
      self.authorization = authorization
      self.idempotencyKey = idempotencyKey
    }
  }

  /// A request from the wire.
  public init(
    method: String,
    path: String,
    query: String,
    headers: Headers,
    body: [UInt8]?,
    address: String
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.address = address
  }
}
