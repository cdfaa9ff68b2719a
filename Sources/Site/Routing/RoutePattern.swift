/// The path of a route: literal segments and `{name}` parameters.
public struct RoutePattern: Sendable, Hashable, CustomStringConvertible {
  enum Segment: Sendable, Hashable {
    case literal(String)
    case parameter(String)
  }

  let segments: [Segment]
  /// The pattern as declared.
  public let description: String

  /// Reads a pattern such as `/people/{employee}/months/{month}`.
  public init(_ pattern: StaticString) {
    description = "\(pattern)"
    segments = description.utf8.split(separator: UInt8(ascii: "/")).map { part in
      let text = String(Substring(part))
      if part.first == UInt8(ascii: "{"), part.last == UInt8(ascii: "}") {
        return .parameter(String(Substring(part.dropFirst().dropLast())))
      }
      return .literal(text)
    }
  }

  /// A path without parameters.
  init(literal path: String) {
    description = path
    segments = path.utf8.split(separator: UInt8(ascii: "/")).map { .literal(String(Substring($0))) }
  }

  /// The parameters of a path, or nil when it is another path.
  func match(_ path: [String]) -> [String: String]? {
    guard path.count == segments.count else { return nil }
    var parameters: [String: String] = [:]
    for (segment, part) in zip(segments, path) {
      switch segment {
      case .literal(let literal):
        guard literal.utf8.elementsEqual(part.utf8) else { return nil }
      case .parameter(let name):
        parameters[name] = part
      }
    }
    return parameters
  }

  /// How many literal segments come first: the more, the more special the pattern.
  var literalCount: Int {
    segments.count { segment in
      if case .literal = segment { true } else { false }
    }
  }
}
