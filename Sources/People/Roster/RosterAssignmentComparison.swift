internal import CivilTime
internal import Store

extension RosterComparison {
  /// A placement of the file with the post that it means.
  private struct Placed {
    let line: Int
    let placement: RosterPlacement
    let post: Post
  }

  /// Compares what a person's rows tell with the stored assignments.
  mutating func compareAssignments(of employee: RecordID<Employee>, _ person: Person, asOf date: CivilDate) {
    var waiting = snapshot.assignments[employee] ?? []
    var primaries: [Placed] = []
    for row in person.rows {
      guard let placement = row.placement,
        let unit = resolveUnit(placement, employer: person.employer, line: row.line)
      else { continue }
      let match = matching(placement, in: unit, among: waiting)
      let stored = match.map { waiting.remove(at: $0) }
      let post = post(placement, in: unit, like: stored.flatMap { snapshot.posts[$0.post] })
      if placement.kind == .primary {
        primaries.append(Placed(line: row.line, placement: placement, post: post))
      }
      take(placement, post, for: employee, stored: stored)
    }
    endTransferred(waiting.filter { $0.kind == .primary }, for: primaries)
    warn(ofKept: waiting.filter { $0.kind != .primary }, at: person.first.line, asOf: date)
  }

  /// A list that tells kinds of assignment is meant to hold the further posts as well; one that lacks some ends
  /// nothing, for it may be a list of main posts all the same.
  private mutating func warn(ofKept further: [Assignment], at line: Int, asOf date: CivilDate) {
    guard file.columns.contains(.assignmentKind) else { return }
    for one in further where one.to.map({ date <= $0 }) ?? true {
      add(line, .assignmentKind, .keptFurtherPost(one.kind, from: one.from))
    }
  }

  private mutating func resolveUnit(
    _ placement: RosterPlacement,
    employer: RecordID<Employer>,
    line: Int
  ) -> RecordID<OrganizationUnit>? {
    let resolved = units.resolve(
      placement.path,
      employer: employer,
      on: placement.from,
      identifiers: &identifiers
    )
    switch resolved {
    case .failure(let problem):
      add(line, .unit, problem)
      return nil
    case .success(let position):
      if let kind = placement.unitKind,
        let other = units.setKind(kind, ofPeriod: position, line: line)
      {
        add(line, .unitKind, .contradictsRow(other))
      }
      return units.periods[position].unit
    }
  }

  /// A main post is known by its first day, for there is one at a time; other ones by unit and title too.
  private func matching(
    _ placement: RosterPlacement,
    in unit: RecordID<OrganizationUnit>,
    among stored: [Assignment]
  ) -> Int? {
    let sameDay = stored.indices.filter { position in
      stored[position].kind == placement.kind && stored[position].from == placement.from
    }
    let samePost = sameDay.first { position in
      guard let post = snapshot.posts[stored[position].post] else { return false }
      return post.unit == unit && ExactText(post.title) == ExactText(placement.title)
    }
    return samePost ?? (placement.kind == .primary ? sameDay.first : nil)
  }

  /// The post that a placement means, made where there is none like it.
  private mutating func post(
    _ placement: RosterPlacement,
    in unit: RecordID<OrganizationUnit>,
    like stored: Post?
  ) -> Post {
    func flag(_ column: RosterColumn, _ value: Bool, _ storedValue: Bool?) -> Bool {
      file.columns.contains(column) ? value : storedValue ?? value
    }
    func post(_ id: RecordID<Post>) -> Post {
      Post(
        id: id,
        unit: unit,
        title: placement.title,
        rankBand: placement.rankBand,
        isManagerial: flag(.managerial, placement.isManagerial, stored?.isManagerial),
        isExecutive: flag(.executive, placement.isExecutive, stored?.isExecutive),
        isHead: flag(.head, placement.isHead, stored?.isHead)
      )
    }
    let key = RosterSnapshot.PostKey(post(RecordID(0)))
    if let id = posts[key] { return post(id) }
    let made = post(identifiers.next())
    posts[key] = made.id
    difference.newPosts.append(made)
    return made
  }

  private mutating func take(
    _ placement: RosterPlacement,
    _ post: Post,
    for employee: RecordID<Employee>,
    stored: Assignment?
  ) {
    guard let stored else {
      difference.newAssignments.append(
        Assignment(
          id: identifiers.next(),
          employee: employee,
          post: post.id,
          kind: placement.kind,
          from: placement.from,
          to: placement.to
        )
      )
      return difference.counts.assignments.added += 1
    }
    let to = file.columns.contains(.assignedUntil) ? placement.to : stored.to
    guard stored.post != post.id || stored.to != to else {
      return difference.counts.assignments.unchanged += 1
    }
    change(stored, post: post.id, to: to)
  }

  /// A new main post ends the one before it, as a transfer does; one that would cover a later post is refused.
  private mutating func endTransferred(_ stored: [Assignment], for primaries: [Placed]) {
    for old in stored {
      let overlapping = primaries.filter { placed in
        (old.to.map { placed.placement.from <= $0 } ?? true)
          && (placed.placement.to.map { old.from <= $0 } ?? true)
      }
      guard let next = overlapping.min(by: { $0.placement.from < $1.placement.from }) else { continue }
      if old.from < next.placement.from {
        change(old, post: old.post, to: next.placement.from.adding(days: -1))
      } else {
        add(next.line, .assignedOn, .overlapsStoredPost(from: old.from))
      }
    }
  }

  private mutating func change(_ stored: Assignment, post: RecordID<Post>, to: CivilDate?) {
    if stored.post != post {
      note(stored.id.number, "post", from: stored.post.description, to: post.description)
    }
    if stored.to != to { note(stored.id.number, "to", from: stored.to?.iso, to: to?.iso) }
    difference.changedAssignments.append(
      Assignment(
        id: stored.id,
        employee: stored.employee,
        post: post,
        kind: stored.kind,
        from: stored.from,
        to: to
      )
    )
    difference.counts.assignments.changed += 1
  }
}
