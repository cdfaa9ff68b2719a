internal import Site

/// Paths, who may use them, and what they do.
enum PresenceLogsRoutes {
  static let all: [Route] =
    OwnRoutes.all + BoardRoutes.all + SettingsRoutes.all + LogRoutes.all + PatternRoutes.all
}
