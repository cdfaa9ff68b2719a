internal import CivilTime
internal import Store

/// Walks through a file beside what is stored, and collects the difference.
struct RosterComparison {
  let file: RosterFile
  let snapshot: RosterSnapshot
  var identifiers: RosterIdentifiers
  var difference = RosterDifference()
  var units: UnitHistory
  var posts: [RosterSnapshot.PostKey: RecordID<Post>] = [:]
  private var employers: [ExactText: Employer]

  /// The rows of one person.
  struct Person {
    let employer: RecordID<Employer>
    let first: RosterRow
    var rows: [RosterRow]
  }

  init(file: RosterFile, snapshot: RosterSnapshot, identifiers: RosterIdentifiers) {
    self.file = file
    self.snapshot = snapshot
    self.identifiers = identifiers
    units = snapshot.units
    employers = snapshot.employers
    for post in snapshot.posts.values { posts[RosterSnapshot.PostKey(post)] = post.id }
  }

  mutating func compare(asOf date: CivilDate) {
    compareEmployers()
    orderUnits()
    var seen: Set<RecordID<Employee>> = []
    for person in peopleInOrder() {
      let employee = comparePerson(person)
      seen.insert(employee)
      compareAssignments(of: employee, person, asOf: date)
    }
    collectUnits()
    difference.counts.absentEmployees =
      snapshot.employees.values.filter { !seen.contains($0.id) && $0.isInService(on: date) }.count
  }

  func column(_ column: RosterColumn) -> String { file.headerName(of: column) }

  mutating func add(_ line: Int, _ column: RosterColumn, _ problem: RosterProblem) {
    difference.faults.append(RosterFault(row: line, column: self.column(column), problem: problem))
  }

  /// Remembers what stood in a field that changes.
  mutating func note(_ record: Int64, _ field: String, from old: String?, to new: String?) {
    difference.changes.append(PeopleChange(record: record, field: field, old: old, new: new))
  }

  private mutating func compareEmployers() {
    var seen: Set<ExactText> = []
    var named: Set<ExactText> = []
    for row in file.rows {
      let code = ExactText(row.employerCode)
      seen.insert(code)
      if let name = row.employerName, named.insert(code).inserted { takeEmployer(code, named: name) }
    }
    for row in file.rows where employers[ExactText(row.employerCode)] == nil {
      add(row.line, .employerCode, .unknownEmployer)
    }
    let stored = snapshot.employers.keys.filter(seen.contains).count
    difference.counts.employers.unchanged = stored - difference.renamedEmployers.count
  }

  private mutating func takeEmployer(_ code: ExactText, named name: String) {
    guard let known = employers[code] else {
      let employer = Employer(id: identifiers.next(), code: code.text, name: name)
      employers[code] = employer
      difference.newEmployers.append(employer)
      return difference.counts.employers.added += 1
    }
    guard ExactText(known.name) != ExactText(name) else { return }
    difference.renamedEmployers.append(Employer(id: known.id, code: known.code, name: name))
    difference.counts.employers.changed += 1
    note(known.id.number, "name", from: known.name, to: name)
  }

  /// Units are met row by row before people are, whose rows may stand far apart.
  private mutating func orderUnits() {
    for row in file.rows {
      guard let placement = row.placement, let employer = employers[ExactText(row.employerCode)] else {
        continue
      }
      // What is wrong is told when the row of the person is compared.
      _ = units.resolve(
        placement.path,
        employer: employer.id,
        on: placement.from,
        identifiers: &identifiers
      )
    }
    units.settleOrder()
  }

  private func peopleInOrder() -> [Person] {
    var positions: [RosterPersonKey: Int] = [:]
    var people: [Person] = []
    for row in file.rows {
      guard let employer = employers[ExactText(row.employerCode)] else { continue }
      let key = RosterPersonKey(row)
      if let position = positions[key] {
        people[position].rows.append(row)
      } else {
        positions[key] = people.count
        people.append(Person(employer: employer.id, first: row, rows: [row]))
      }
    }
    return people
  }

  /// Finds or makes the person, and answers the identifier.
  private mutating func comparePerson(_ person: Person) -> RecordID<Employee> {
    let key = RosterSnapshot.PersonKey(
      employer: person.employer,
      number: ExactText(person.first.person.number)
    )
    guard let stored = snapshot.employees[key] else {
      let id: RecordID<Employee> = identifiers.next()
      difference.newEmployees.append(person.first.person.employee(id: id, employer: person.employer))
      difference.counts.employees.added += 1
      return id
    }
    let before = RosterPerson(stored)
    let now = person.first.person.completed(from: before, columns: file.columns)
    let changed = zip(before.fields, now.fields).filter { !$0.isSame(as: $1) }
    if changed.isEmpty {
      difference.counts.employees.unchanged += 1
    } else {
      for (old, new) in changed {
        note(stored.id.number, old.column.rawValue, from: old.text, to: new.text)
      }
      difference.changedEmployees.append(now.employee(id: stored.id, employer: stored.employer))
      difference.counts.employees.changed += 1
    }
    return stored.id
  }

  private mutating func collectUnits() {
    for period in units.periods {
      if period.isNew {
        difference.newUnits.append(
          OrganizationUnit(
            id: period.unit,
            employer: period.employer,
            code: period.unit.description,
            parent: period.parent,
            name: period.name,
            kind: period.kind,
            sortOrder: period.sortOrder,
            from: period.from
          )
        )
        difference.counts.units.added += 1
      } else if let stored = period.stored, period.isCorrected {
        difference.correctedUnits.append(period)
        difference.counts.units.changed += 1
        if stored.from != period.from {
          note(stored.id.number, "from", from: stored.from.iso, to: period.from.iso)
        }
        if stored.kind != period.kind {
          // Several periods of one unit may be corrected at once; the day tells them apart.
          let field = "kind " + period.from.iso
          note(stored.id.number, field, from: stored.kind.rawValue, to: period.kind.rawValue)
        }
        if stored.sortOrder != period.sortOrder {
          let field = "order " + period.from.iso
          note(stored.id.number, field, from: "\(stored.sortOrder)", to: "\(period.sortOrder)")
        }
      }
    }
  }
}
