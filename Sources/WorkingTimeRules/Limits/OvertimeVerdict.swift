public import CivilTime

/// 上限の判定 – whether overtime stays within a limit.
public enum OvertimeVerdict: Hashable, Sendable {
  /// Within the limit.
  case within
  /// Beyond the limit, which nothing lifted.
  case exceeded
  /// Beyond the limit for special work 特例業務; causes are to be verified by the day (第16条の2の2第3項).
  case exceededSpecial(verifyBy: CivilDate)

  /// Whether the limit is exceeded, special work or not.
  public var isExceeded: Bool { self != .within }
}
