/// 実施時期: when the plan wants a measure.
public enum Phase: String, CaseIterable, Hashable, Sendable {
  /// Begun in the plan's first phase and kept up since.
  case continuingFromPhaseOne = "continuing-from-phase-1"
  /// From the second phase on.
  case phaseTwo = "phase-2"
  /// Medium and long term: by the end of the plan.
  case phaseThree = "phase-3"
  /// Continuing, without a phase named in the plan.
  case continuing

  /// The phase's name for the pages.
  public var japanese: String {
    switch self {
    case .continuingFromPhaseOne: "第1期から継続"
    case .phaseTwo: "第2期から"
    case .phaseThree: "中長期"
    case .continuing: "継続"
    }
  }
}
