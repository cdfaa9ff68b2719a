internal import HTTPTypes
internal import Hummingbird
public import Logging
internal import NIOCore
public import ServiceLifecycle
public import Site

/// The one place that knows Hummingbird: puts a ``SiteResponder`` onto a socket.
public struct HTTPServer: Sendable {
  private let responder: SiteResponder
  private let host: String
  private let port: Int
  private let logger: Logger
  private let onRunning: @Sendable (_ port: Int) async -> Void

  /// A server; port 0 takes a free one, told to `onRunning`.
  public init(
    responder: SiteResponder,
    host: String,
    port: Int,
    logger: Logger,
    onRunning: @escaping @Sendable (_ port: Int) async -> Void
  ) {
    self.responder = responder
    self.host = host
    self.port = port
    self.logger = logger
    self.onRunning = onRunning
  }

  /// The service to run; it ends on a graceful shutdown, after the requests under way are answered.
  public var service: any Service {
    let onRunning = onRunning
    return Application(
      responder: SocketResponder(site: responder),
      server: .http1(configuration: .init(idleTimeout: .seconds(75))),
      configuration: .init(address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
      logger: logger
    )
  }
}

struct SocketResponder: HTTPResponder {
  typealias Context = SocketContext

  let site: SiteResponder

  func respond(to request: Request, context: SocketContext) async throws -> Response {
    let head = Self.incoming(request, body: nil, context)
    let body: [UInt8]?
    do {
      body = try await Array(buffer: request.body.collect(upTo: await site.mostBytes(for: head)))
    } catch is NIOTooManyBytesError {
      body = nil
    }
    let incoming = Self.incoming(request, body: body, context)
    return Self.response(await site.respond(to: incoming), isHead: request.method == .head)
  }

  private static func incoming(
    _ request: Request,
    body: [UInt8]?,
    _ context: SocketContext
  ) -> IncomingRequest {
    IncomingRequest(
      method: request.method.rawValue,
      path: request.uri.path,
      query: request.uri.query ?? "",
      headers: headers(request),
      body: body,
      address: context.address
    )
  }

  private static func headers(_ request: Request) -> IncomingRequest.Headers {
    IncomingRequest.Headers(
      host: request.head.authority,
      cookie: request.headers[.cookie],
      contentType: request.headers[.contentType],
      origin: request.headers[.origin],
      fetchSite: name("sec-fetch-site").flatMap { request.headers[$0] },
      authorization: request.headers[.authorization],
      idempotencyKey: name("idempotency-key").flatMap { request.headers[$0] }
    )
  }

  private static func response(_ answer: SiteResponse, isHead: Bool) -> Response {
    var headers = HTTPFields()
    headers.reserveCapacity(answer.headers.count + 1)
    for header in answer.headers {
      if let name = name(header.name) { headers.append(HTTPField(name: name, value: header.value)) }
    }
    headers[.contentLength] = String(answer.body.count)
    let body = isHead ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
    return Response(status: .init(code: answer.status), headers: headers, body: body)
  }

  private static func name(_ text: String) -> HTTPField.Name? { HTTPField.Name(text) }
}

struct SocketContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let address: String

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? ""
  }
}
