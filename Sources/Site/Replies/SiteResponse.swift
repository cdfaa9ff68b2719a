/// An answer before it goes onto the wire.
public struct SiteResponse: Sendable {
  /// The status.
  public let status: Int
  /// The headers, lower case.
  public let headers: [(name: String, value: String)]
  /// The body.
  public let body: [UInt8]

  init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
