internal import Access
internal import Site

/// The description of the API that the server itself serves (OpenAPI 3.1).
enum OpenAPICapability {
  static let capability = Capability(
    name: "openapi",
    routes: [
      Route.open(.get, "/api/v1/openapi.json") { _ in
        .json(status: 200, bytes: Array(OpenAPIDocument.text.utf8))
      }
    ]
  )
}
