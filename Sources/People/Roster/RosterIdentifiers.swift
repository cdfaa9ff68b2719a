internal import Store

/// Identifiers made before the transaction and handed out in order, so that a repeated body gets the same ones.
struct RosterIdentifiers: Sendable {
  private let numbers: [Int64]
  private var used = 0

  /// As many as the rows of a file can ever need.
  init(for file: RosterFile, from source: RecordIDSource) {
    var paths: Set<[ExactText]> = []
    var units = 0
    for row in file.rows {
      guard let path = row.placement?.path else { continue }
      if paths.insert(([row.employerCode] + path).map(ExactText.init)).inserted { units += path.count }
    }
    let employers = Set(file.rows.map { ExactText($0.employerCode) }).count
    // A row makes at most one person, one post and one assignment.
    let bound = employers + units + 3 * file.rows.count
    numbers = (0..<bound).map { _ in source.next(Employee.self).number }
  }

  /// The next identifier.
  mutating func next<Entity>(_ kind: Entity.Type = Entity.self) -> RecordID<Entity> {
    precondition(used < numbers.count, "a roster makes no more records than its rows allow")
    defer { used += 1 }
    return RecordID(numbers[used])
  }
}
