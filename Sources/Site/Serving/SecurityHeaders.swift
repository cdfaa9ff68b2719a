/// Headers that stand on every answer.
enum SecurityHeaders {
  static let policy = [
    "default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "base-uri 'none'",
    "frame-ancestors 'none'", "form-action 'self'", "object-src 'none'",
  ].joined(separator: "; ")

  static let all: [(name: String, value: String)] = [
    ("content-security-policy", policy),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
  ]
}
