/// 開示の下限: which groups of people are large enough for their figures to be shown.
///
/// Everyone employed reads the plan's pages, and the people of a small unit are known by name in the directory: a
/// figure of few would be a figure of somebody. So nothing is shown of a group unless it is shown to be safe
/// (docs/decisions/0005-unit-figures.md).
public enum Disclosure: Sendable {
  /// The fewest people of whom a figure is shown.
  public static let fewestPeople = 10

  /// The numbers of people that are too small; nobody at all is none of them.
  public static let few = 1..<fewestPeople

  /// The places of the groups that may be shown when the sum of all groups and of `rest` is known too.
  ///
  /// What is left out is never fewer than ten people either: else the sum less the groups shown would tell of them.
  public static func shown(_ groups: [Int], rest: Int = 0) -> Set<Int> {
    var shown = groups.indices.filter { place in groups[place] >= fewestPeople }
    // The smallest stand last, so that they go first; of equal ones the later.
    shown.sort { left, right in (groups[left], right) > (groups[right], left) }
    var hidden = groups.reduce(rest, +) - shown.reduce(0) { sum, place in sum + groups[place] }
    while few.contains(hidden), let smallest = shown.popLast() {
      hidden += groups[smallest]
    }
    return Set(shown)
  }
}
