internal import CivilTime

/// What cannot be seen in one row alone: that rows of a file agree with one another.
enum RosterConsistency {
  static func faults(in rows: [RosterRow], header: RosterHeader?) -> [RosterFault] {
    var check = RosterConsistencyCheck()
    for row in rows { check.visit(row) }
    check.finish()
    return check.problems.map { found in
      let name = found.column.map { header?.name(of: $0) ?? $0.japanese }
      return RosterFault(row: found.line, column: name, problem: found.problem)
    }
  }
}

/// A person by employer and number, as a file names them.
struct RosterPersonKey: Hashable {
  let employer: ExactText
  let number: ExactText

  init(_ row: RosterRow) {
    employer = ExactText(row.employerCode)
    number = ExactText(row.person.number)
  }
}

private struct RosterConsistencyCheck {
  struct Found {
    let line: Int
    let column: RosterColumn?
    let problem: RosterProblem
  }

  private struct PlacementKey: Hashable {
    let path: [ExactText]
    let title: ExactText
    let kind: AssignmentKind
    let from: CivilDate
  }

  private struct Person {
    let first: RosterRow
    var placements: [PlacementKey: Int] = [:]
    var primaries: [(line: Int, placement: RosterPlacement)] = []
  }

  private(set) var problems: [Found] = []
  private var people: [RosterPersonKey: Person] = [:]
  private var order: [RosterPersonKey] = []
  private var employerNames: [ExactText: (name: ExactText, line: Int)] = [:]

  mutating func visit(_ row: RosterRow) {
    checkEmployerName(row)
    let key = RosterPersonKey(row)
    if let first = people[key]?.first {
      compare(row, with: first)
    } else {
      people[key] = Person(first: row)
      order.append(key)
    }
    visitPlacement(row, of: key)
  }

  mutating func finish() {
    for key in order { checkPrimaries(people[key]?.primaries ?? []) }
  }

  private mutating func add(_ line: Int, _ column: RosterColumn?, _ problem: RosterProblem) {
    problems.append(Found(line: line, column: column, problem: problem))
  }

  private mutating func checkEmployerName(_ row: RosterRow) {
    guard let name = row.employerName.map(ExactText.init) else { return }
    let code = ExactText(row.employerCode)
    if let known = employerNames[code] {
      if known.name != name { add(row.line, .employer, .contradictsRow(known.line)) }
    } else {
      employerNames[code] = (name, row.line)
    }
  }

  private mutating func compare(_ row: RosterRow, with first: RosterRow) {
    for (field, other) in zip(row.person.fields, first.person.fields) where !field.isSame(as: other) {
      let isName = field.column == .familyName || field.column == .givenName
      let problem: RosterProblem =
        isName ? .differentPerson(otherRow: first.line) : .contradictsRow(first.line)
      add(row.line, field.column, problem)
      // With another name it is likely somebody else; the other columns would only repeat it.
      if isName { return }
    }
  }

  private mutating func visitPlacement(_ row: RosterRow, of key: RosterPersonKey) {
    guard let placement = row.placement else { return }
    let place = PlacementKey(
      path: placement.path.map(ExactText.init),
      title: ExactText(placement.title),
      kind: placement.kind,
      from: placement.from
    )
    if let other = people[key]?.placements[place] {
      return add(row.line, nil, .repeatedRow(otherRow: other))
    }
    people[key]?.placements[place] = row.line
    if placement.kind == .primary { people[key]?.primaries.append((row.line, placement)) }
  }

  private mutating func checkPrimaries(_ primaries: [(line: Int, placement: RosterPlacement)]) {
    let sorted = primaries.sorted { ($0.placement.from, $0.line) < ($1.placement.from, $1.line) }
    guard var longest = sorted.first else { return }
    for next in sorted.dropFirst() {
      if longest.placement.overlaps(next.placement) {
        let (early, late) = longest.line < next.line ? (longest, next) : (next, longest)
        add(late.line, .assignedOn, .twoPrimaryPosts(otherRow: early.line))
      }
      let end = longest.placement.to
      if let end, next.placement.to.map({ end < $0 }) ?? true { longest = next }
    }
  }
}
