internal import CivilTime
internal import People
internal import Store

/// 特例業務 – work for which a limit may be exceeded (人事院規則15―14 第16条の2の2第2項), as its register has it.
package struct SpecialWork: Sendable, Hashable {
  /// What makes it special work.
  package enum Category: String, SQLStorable, Hashable, CaseIterable {
    case disaster
    case legislation
    case negotiation
    case other

    var japanese: String {
      switch self {
      case .disaster: "大規模災害への対処"
      case .legislation: "重要な政策に関する法律の立案"
      case .negotiation: "他国・国際機関との重要な交渉"
      case .other: "その他の特に緊急を要する重要な業務"
      }
    }
  }

  /// Who is engaged in it.
  enum People: Sendable, Hashable {
    /// Everybody of the unit and of those below it.
    case everyone
    /// Those named.
    case named(Set<RecordID<Employee>>)

    func includes(_ employee: RecordID<Employee>) -> Bool {
      switch self {
      case .everyone: true
      case .named(let names): names.contains(employee)
      }
    }
  }

  /// Somebody whom the form offers: of today's people, or gone since with the last day there.
  struct Candidate: Sendable {
    let employee: RecordID<Employee>
    let name: String
    let title: String
    var leftOn: CivilDate?

    var label: String { "\(name)（\(title)\(leftOn.map { "、\($0.japaneseShort)まで" } ?? "")）" }
  }

  /// The record, the same for all its revisions.
  let id: RecordID<SpecialWork>
  let revision: Int
  let unit: RecordID<OrganizationUnit>
  let from: CivilDate
  let to: CivilDate?
  let category: Category
  let description: String
  let people: People
  /// 周知の日: when the staff was told; nil while nothing is recorded of it.
  let madeKnownOn: CivilDate?
  let isWithdrawn: Bool
  /// Why an earlier revision was changed; empty for the first one.
  let changeReason: String
  let recordedAt: Instant

  /// Whether somebody's work of a day is in the register by this; `chain` is the unit of the post and those above it.
  func covers(
    _ employee: RecordID<Employee>,
    on date: CivilDate,
    in chain: Set<RecordID<OrganizationUnit>>
  ) -> Bool {
    !isWithdrawn && chain.contains(unit) && from <= date && to.map { date <= $0 } ?? true
      && people.includes(employee)
  }
}
