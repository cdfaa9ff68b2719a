public import Plan

/// 記入の対象 – the measure or target that the secretariat writes about.
public enum ReportSubject: Sendable, Hashable {
  /// A measure, never an alias.
  case measure(MeasureID)
  /// A target.
  case target(TargetID)

  /// The subject as it stands in paths and tables, such as `measure:II-1-1-1`.
  public var key: String {
    switch self {
    case .measure(let id): "measure:\(id)"
    case .target(let id): "target:\(id)"
    }
  }

  /// Reads a key; nil for anything else.
  public init?(key: String) {
    let parts = key.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let id = String(Substring(parts[1]))
    switch String(Substring(parts[0])) {
    case "measure":
      guard let measure = MeasureID(id) else { return nil }
      self = .measure(measure)
    case "target":
      guard let target = TargetID(id) else { return nil }
      self = .target(target)
    default: return nil
    }
  }

  /// The fields that are written about it.
  var fields: [ReportField] {
    switch self {
    case .measure: [.done, .next]
    case .target: [.reason, .analysis]
    }
  }
}
