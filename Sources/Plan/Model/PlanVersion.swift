public import CivilTime
public import Store

/// 計画の版: a plan as it was loaded; it never changes.
public struct PlanVersion: Hashable, Sendable {
  /// The identifier.
  public let id: RecordID<PlanVersion>
  /// The plan that its text holds.
  public let plan: ActionPlan
  /// The SHA-256 of its text.
  public let digest: PlanDigest
  /// When it was loaded.
  public let loadedAt: Instant
}

/// 計画の要約値: the SHA-256 of a plan's text, by which a copy of the file can be told from another.
public struct PlanDigest: Hashable, Sendable, CustomStringConvertible {
  let bytes: [UInt8]

  /// The digest as 64 hexadecimal digits.
  public var description: String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
