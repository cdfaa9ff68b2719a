internal import Duties
internal import Evidence

/// The duties of a measure in words: who, about whom, when, by when, shown by what.
struct DutyWords: Sendable {
  /// The names of the kinds of evidence that capabilities declare.
  let kinds: [EvidenceKindID: String]
  /// The names of the events that capabilities declare.
  let events: [DutyEventKind: String]

  init(kinds: [EvidenceKind], events: [DutyEventSource]) {
    self.kinds = Dictionary(kinds.map { ($0.id, $0.title) }) { first, _ in first }
    self.events = Dictionary(events.map { ($0.kind, $0.title) }) { first, _ in first }
  }

  func debtor(_ debtor: Debtor) -> String {
    switch debtor {
    case .each(.eventSubject): "本人"
    case .each(let group): "\(group.japanese)一人ひとり"
    case .superior(of: .eventSubject): "本人の上司"
    case .superior(of: let group): "\(group.japanese)の上司（一人ずつについて）"
    case .head(of: .eventUnit): "その組織の長"
    case .head(of: .headed): "組織の長"
    case .head(of: let group): "\(group.japanese)の長"
    case .office(let office): "特定事業主ごとの\(office.japanese)"
    }
  }

  func occasion(_ occasion: Occasion) -> String {
    switch occasion {
    case .every(let cycle): cycle.japanese
    case .on(let event): "\(events[event] ?? "できごと")のつど"
    }
  }

  func due(_ duty: MeasureDuty) -> String {
    let start = if case .on = duty.occasion { "その日" } else { "期間の末日" }
    return switch duty.due {
    case .endOfPeriod: "期間の末日まで"
    case .daysAfter(let days): "\(start)から\(days)日以内"
    case .monthsAfter(let months): "\(start)から\(months)か月以内"
    }
  }

  func evidence(_ kind: EvidenceKindID) -> String { kinds[kind] ?? "この仕組みの中の記録" }
}
