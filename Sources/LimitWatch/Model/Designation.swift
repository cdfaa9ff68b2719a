internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// 他律部署の指定 – that a unit, or a part of it, does mostly externally driven work (人事院規則15―14 第16条の2の2第1項第2号).
///
/// It is one row of a series with the same unit, start and part; the newest row counts.
struct Designation: Sendable, Hashable {
  /// What of the unit is designated.
  enum Extent: Sendable, Hashable {
    /// The whole unit; the verdicts go by it.
    case unit
    /// A post or team alone, by its name; the verdicts go by units, and so stay on the strict side.
    case part(String)

    init(stored: String) {
      self = stored.utf8.isEmpty ? .unit : .part(stored)
    }

    var stored: String {
      switch self {
      case .unit: ""
      case .part(let name): name
      }
    }

    var japanese: String {
      switch self {
      case .unit: "組織の全体"
      case .part(let name): "一部（\(name)）"
      }
    }
  }

  let id: RecordID<Designation>
  let unit: RecordID<OrganizationUnit>
  let extent: Extent
  let from: CivilDate
  let to: CivilDate?
  let reason: String
  /// 周知の日: when the staff was told; nil while nothing is recorded of it.
  let madeKnownOn: CivilDate?
  /// 取消し: the designation was wrong from its first day on.
  let isWithdrawn: Bool
  /// Why an earlier row was changed; empty for the first one.
  let changeReason: String
  /// When it was written here; nil for what a file brought.
  let recordedAt: Instant?

  /// What counts of it today.
  enum Standing: String, Sendable, Hashable, CaseIterable {
    case standing
    case ahead
    case ended
    case withdrawn

    var japanese: String {
      switch self {
      case .standing: "指定中"
      case .ahead: "これから"
      case .ended: "終了"
      case .withdrawn: "取消し"
      }
    }
  }

  func standing(on today: CivilDate) -> Standing {
    if isWithdrawn { return .withdrawn }
    if today < from { return .ahead }
    return to.map { $0 < today } ?? false ? .ended : .standing
  }
}

/// A designation with the names that pages show.
struct ListedDesignation: Sendable, Hashable {
  let designation: Designation
  let employer: RecordID<Employer>
  let unitName: String
}
