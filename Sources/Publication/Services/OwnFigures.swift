internal import DisclosureRules
internal import Indicators
internal import People
internal import Store

/// 特定事業主だけの数値 – figures that are published employer by employer and never as a sum of all.
///
/// No sum tells of the other employers, so each is looked at alone: its own group must not be small, nor may it differ
/// by few from that of an indicator with which it overlaps.
struct OwnFigures {
  private let ids: Set<String>
  private let stored: [String: StoredFigure]

  init(of ids: Set<String>, stored: [String: StoredFigure]) {
    self.ids = ids
    self.stored = stored
  }

  /// Whether the indicator is published so.
  func holds(_ id: String) -> Bool { ids.contains(id) }

  /// What was counted at an employer; nil where it may not be shown.
  func ratio(_ definition: Indicator.Definition, of employer: RecordID<Employer>) -> Ratio? {
    let own = places(definition.id, employer)
    let people = own.reduce(0) { sum, place in sum + place.people }
    let few = 1..<Disclosure.fewestPeople
    guard definition.guardKind == .shares || !few.contains(people) else { return nil }
    let isTelling = definition.overlaps.contains { other in
      let others = places(other, employer).reduce(0) { sum, place in sum + place.people }
      return few.contains(Int((others - people).magnitude))
    }
    return isTelling ? nil : own.reduce(.zero) { sum, place in sum + place.ratio }
  }

  private func places(_ id: String, _ employer: RecordID<Employer>) -> [FigurePlace] {
    stored[id]?.places.filter { place in place.employer == employer } ?? []
  }
}
