/// Divides whole numbers in proportion.
enum Apportionment {
  /// Parts of a total by weights, each at least `minimum`; they add up to the total where it suffices for that.
  static func parts(of total: Int, weights: [Int], minimum: Int) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    let rest = max(0, total - minimum * weights.count)
    var parts: [Int] = []
    var weightSoFar = 0
    var given = 0
    for weight in weights {
      weightSoFar += weight
      let due = rest * weightSoFar / sum
      parts.append(minimum + due - given)
      given = due
    }
    return parts
  }
}
