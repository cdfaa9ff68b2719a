internal import CivilTime
internal import Indicators
internal import Plan

/// 相違 – where two reports say different things.
public struct ReportDifference: Sendable, Hashable, CustomStringConvertible {
  /// The id of the measure, target or indicator.
  public let subject: String
  /// Which detail.
  public let detail: ReportDetail
  /// The place and the way of counting of a figure.
  public let place: String?
  /// What the first report says; nil where it says nothing.
  public let before: String?
  /// What the second report says; nil where it says nothing.
  public let after: String?

  /// One line for commands.
  public var description: String {
    let where_ = place.map { " [\($0)]" } ?? ""
    return "\(subject) \(detail.rawValue)\(where_): \(before ?? "-") -> \(after ?? "-")"
  }
}

/// Finds where two reports differ, fact by fact.
enum ReportComparison {
  /// All differences, in the order of the second report; what only the first one has comes last.
  static func differences(_ before: FollowUpContent, _ after: FollowUpContent) -> [ReportDifference] {
    differences(before.facts, after.facts)
  }

  /// Differences between two years: the first year's measures are read under the ids that they have in the second.
  static func betweenYears(_ last: FollowUpContent, _ this: FollowUpContent) -> [ReportDifference] {
    let names = renamed(last.plan, in: this.plan)
    let before = last.facts.filter(\.isComparedOverYears).map { fact in
      ReportedFact(
        key: fact.key.renamed(names[fact.key.subject] ?? fact.key.subject),
        value: fact.value
      )
    }
    return differences(before, this.facts.filter(\.isComparedOverYears))
  }

  private static func differences(_ before: [ReportedFact], _ after: [ReportedFact]) -> [ReportDifference] {
    let first = Dictionary(before.map { ($0.key, $0.value) }) { one, _ in one }
    let second = Dictionary(after.map { ($0.key, $0.value) }) { one, _ in one }
    let changed = after.compactMap { fact in
      first[fact.key].map { $0.utf8.elementsEqual(fact.value.utf8) } == true
        ? nil : difference(fact.key, first[fact.key], fact.value)
    }
    let gone = before.compactMap { fact in
      second[fact.key] == nil ? difference(fact.key, fact.value, nil) : nil
    }
    return changed + gone
  }

  private static func difference(
    _ key: ReportedFact.Key,
    _ before: String?,
    _ after: String?
  ) -> ReportDifference {
    ReportDifference(subject: key.subject, detail: key.detail, place: key.place, before: before, after: after)
  }

  /// Old id to new id, for measures that one measure of a later edition goes on with.
  private static func renamed(_ last: ActionPlan, in this: ActionPlan) -> [String: String] {
    guard last.edition != this.edition, let revision = this.revision else { return [:] }
    let pairs = revision.mapping.compactMap { mapping -> (String, String)? in
      guard case .continued(let to) = mapping.fate, to.count == 1, let one = to.first else { return nil }
      return (mapping.from.text, one.text)
    }
    return Dictionary(pairs) { one, _ in one }
  }
}

extension ReportedFact {
  /// Words of one year are no change of the other.
  fileprivate var isComparedOverYears: Bool {
    switch key.detail {
    case .done, .next, .reason, .analysis: false
    case .status, .owed, .fulfilled, .excused, .overdue, .cases, .quantity, .units, .verdict, .figure: true
    }
  }
}

extension ReportedFact.Key {
  fileprivate func renamed(_ subject: String) -> Self {
    Self(subject: subject, detail: detail, place: place)
  }
}
