internal import DisclosureRules
internal import Indicators

/// 足し引き: every sum and difference of the figures of a family that counts people, such as all who were hired less
/// those of each examination.
///
/// No such number may be one of few people, else whoever can add and subtract would read what is withheld.
struct FigureSums: Sendable {
  /// The figures of the family, first those that stay where two cannot be shown together.
  let definitions: [Indicator.Definition]
  /// Each with one factor for each figure: 1, 0 or −1.
  private let factors: [[Int]]

  /// The sums of one family; a figure without a family is one of its own.
  init(_ family: [Indicator.Definition]) {
    definitions = family.sorted { left, right in
      (left.family?.rank ?? 0, left.id) < (right.family?.rank ?? 0, right.id)
    }
    factors = FactorSearch.factors(definitions.map { $0.family?.parts ?? [$0.id] })
  }

  /// Whether a figure can be shown beside others of the same people, of whom each group has so many.
  func allows(_ figure: Int, beside others: Set<Int>, people: [Int]) -> Bool {
    factors.allSatisfy { factors in
      let isReadable = factors.indices.allSatisfy { place in
        factors[place] == 0 || place == figure || others.contains(place)
      }
      guard factors[figure] != 0, isReadable else { return true }
      let sum = zip(factors, people).reduce(0) { sum, pair in sum + pair.0 * pair.1 }
      return !Disclosure.few.contains(Int(sum.magnitude))
    }
  }

  /// Whether something that is taken from others would leave a group of people.
  func isTaken(_ figure: Int, from others: Set<Int>) -> Bool {
    factors.contains { factors in
      factors[figure] < 0
        && factors.indices.allSatisfy { factors[$0] == 0 || $0 == figure || others.contains($0) }
    }
  }
}

/// Which figures of a family are shown at one level, and at which of its places.
struct ShownFigures: Sendable {
  let figures: Set<Int>
  let places: Set<Int>

  static let nothing = ShownFigures(figures: [], places: [])

  func holds(_ figure: Int, at place: Int) -> Bool { figures.contains(figure) && places.contains(place) }
}

extension FigureSums {
  /// The figures that can be shown together where no places are told apart.
  func shown(_ people: [Int], of known: Set<Int>) -> Set<Int> {
    definitions.indices.reduce(into: []) { shown, figure in
      if known.contains(figure), allows(figure, beside: shown, people: people) { shown.insert(figure) }
    }
  }

  /// The figures that can be shown place by place, of those that are shown for all places together.
  ///
  /// All are shown at the same places: then the places left out are one group for every figure, and nothing is learnt
  /// from one figure about the places that another leaves out. The first figure decides which they are.
  func shown(people: [[Int]], rest: [Int], of known: Set<Int>) -> ShownFigures {
    var figures: Set<Int> = []
    var places: Set<Int> = []
    for figure in definitions.indices where known.contains(figure) {
      if figures.isEmpty {
        // Where nobody is, nobody is told of.
        let empty = people[figure].indices.filter { people[figure][$0] == 0 }
        let large = Disclosure.shown(people[figure], rest: rest[figure])
        places = large.isEmpty ? [] : large.union(empty)
      }
      let isAllowed = groups(people, rest, places).allSatisfy { group in
        allows(figure, beside: figures, people: group)
      }
      if !places.isEmpty, isAllowed { figures.insert(figure) }
    }
    return ShownFigures(figures: figures, places: places)
  }

  /// The people of each place that is shown, and of the others together.
  private func groups(_ people: [[Int]], _ rest: [Int], _ places: Set<Int>) -> [[Int]] {
    let shown = places.sorted().map { place in people.map { $0[place] } }
    let others = zip(people, rest).map { people, rest in
      people.indices.reduce(rest) { sum, place in sum + (places.contains(place) ? 0 : people[place]) }
    }
    return shown + [others]
  }
}

/// All ways to give each group a factor by which every part is counted once or not at all.
private struct FactorSearch {
  /// The parts of each group, by number.
  private let groups: [[Int]]
  /// How many of the groups that have no factor yet hold each part.
  private var waiting: [Int]
  /// How often each part is counted so far.
  private var counts: [Int]
  private var chosen: [Int] = []
  private var found: [[Int]] = []

  static func factors(_ groups: [Set<String>]) -> [[Int]] {
    let parts = groups.reduce(into: Set<String>()) { $0.formUnion($1) }.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, $0) })
    var search = FactorSearch(groups.map { group in group.compactMap { numbers[$0] } }, parts: parts.count)
    search.extend()
    return search.found
  }

  private init(_ groups: [[Int]], parts: Int) {
    self.groups = groups
    counts = Array(repeating: 0, count: parts)
    waiting = groups.joined().reduce(into: Array(repeating: 0, count: parts)) { $0[$1] += 1 }
  }

  /// Tries every factor of the next group; what later groups can no more set right is given up at once.
  private mutating func extend() {
    guard chosen.count < groups.count else {
      if counts.contains(1) { found.append(chosen) }
      return
    }
    let group = groups[chosen.count]
    for part in group { waiting[part] -= 1 }
    for factor in -1...1 {
      for part in group { counts[part] += factor }
      chosen.append(factor)
      let isOpen = group.allSatisfy { part in (-waiting[part]...1 + waiting[part]).contains(counts[part]) }
      if isOpen { extend() }
      chosen.removeLast()
      for part in group { counts[part] -= factor }
    }
    for part in group { waiting[part] += 1 }
  }
}
