/// The paths of files that never change, and the answer to "are you there".
enum AssetRoutes {
  static func route(_ asset: Asset) -> Route {
    Route.asset(asset.path) { _ in .asset(contentType: asset.contentType, bytes: asset.bytes) }
  }

  static let health = Route.open(.get, "/health") { _ in
    .document(contentType: "text/plain; charset=utf-8", bytes: Array("ok\n".utf8))
  }
}
