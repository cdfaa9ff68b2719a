package import CivilTime
package import People
package import Store

/// 確定した月 – what a person's month was when it was approved; it never changes.
package struct ClosedMonth: Sendable, Hashable {
  package let id: RecordID<ClosedMonth>
  /// 1 for the first approval, 2 for the first supplement (追加の確定), and so on.
  package let number: Int
  package let at: Instant
  /// The unit in which it was checked and approved; nil for those who held no main post.
  package let unit: RecordID<OrganizationUnit>?
  /// The unit's path as it was called then.
  package let unitName: String
  /// The digest over its days as it was kept; ``isWhole`` says whether the days still have it.
  package let digest: String
  /// What the digest covers.
  package let version: AttendanceSheet.Version
  package let sheet: AttendanceSheet

  /// Whether the days are those that were approved.
  package var isWhole: Bool { sheet.digest(version).utf8.elementsEqual(digest.utf8) }
}
