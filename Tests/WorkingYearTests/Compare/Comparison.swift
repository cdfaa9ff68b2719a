/// Where the program and the book were held against each other, and where they differed.
struct Comparison: Sendable {
  enum Subject: String, Sendable, CaseIterable {
    case totals, pay, limits, orders, states, snapshots, corrections, people
  }

  private(set) var compared: [Subject: Int] = [:]
  private(set) var differences: [Subject: [String]] = [:]

  mutating func compare<Value: Equatable>(
    _ subject: Subject,
    _ program: Value,
    _ book: Value,
    _ what: @autoclosure () -> String
  ) {
    compared[subject, default: 0] += 1
    guard program != book else { return }
    differences[subject, default: []].append("\(what()): program \(program), book \(book)")
  }

  /// The first of them; a year that went wrong early differs in very many places.
  func first(_ subject: Subject) -> [String] { Array((differences[subject] ?? []).prefix(5)) }
}
