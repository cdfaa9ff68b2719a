public import FollowUps

/// Why something cannot be published or set; the text says what to do.
public enum PublicationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no employer of that code.
  case unknownEmployer(String)
  /// The explanation of the pay gap is too long.
  case explanationTooLong
  /// The follow-up of the year is not published yet; nil when nobody has begun it.
  case notPublished(ReportStage?)
  /// Something in the files is beyond the limits of the site.
  case limits([LayoutFinding])

  /// The error in English, for commands.
  public var description: String {
    switch self {
    case .unknownEmployer(let code): "no employer has the code '\(code)'; see 'hataraki import roster'"
    case .explanationTooLong: "the explanation is longer than 1000 characters; shorten it"
    case .notPublished(let stage):
      "the follow-up is at '\(stage?.rawValue ?? "none")', not published; use --draft for a trial folder"
    case .limits(let findings):
      "\(findings.count) faults must be mended first:\n" + findings.map(\.japanese).joined(separator: "\n")
    }
  }
}
