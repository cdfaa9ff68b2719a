package import CivilTime
package import People
package import Store
package import WorkingTime

/// 一人の月次 – everything about a person's month that a decision needs.
package struct ClosingCase: Sendable {
  package let person: ClosingPerson
  package let place: ClosingPlace
  package let steps: [ClosingStep]
  package let state: ClosingState
  package let dues: ClosingDues
  /// What is recorded now.
  package let working: WorkingMonth
  package let present: AttendanceSheet
  /// What was approved, the first approval first.
  package let closed: [ClosedMonth]
  /// What differs from the newest approval.
  package let corrections: [Correction]
  /// What is to be looked at; empty until it was asked for.
  package fileprivate(set) var concerns: [MonthConcern] = []

  /// What the pages of the month show: what was approved, and before that what is recorded.
  package var shown: AttendanceSheet { closed.last?.sheet ?? present }

  package var rules: ClosingRules {
    ClosingRules(
      state: state,
      dues: dues,
      lastDay: person.lastDay(in: present.month),
      hasCorrections: !corrections.isEmpty,
      isStale: isStale
    )
  }

  /// Whether what is recorded differs from what the employee confirmed.
  private var isStale: Bool {
    guard case .confirmed(let seen) = state.answer else { return false }
    return !present.isSame(as: seen)
  }

  /// By what it is known whether anything has changed since a page was drawn: steps, records and concerns.
  package var mark: String {
    let words = concerns.flatMap { [$0.kind.name, $0.day?.iso ?? "", $0.words] }
    let newest = steps.last.map { "\($0.id)" } ?? ""
    return String(ClosingDigest.text([newest, present.digest] + words).prefix(24))
  }
}

/// Reads the months of several people at once.
package struct ClosingReading: Sendable {
  package let month: YearMonth
  package let today: CivilDate
  /// The units on the last day of the month.
  package let tree: UnitTree

  package init(month: YearMonth, today: CivilDate, tree: UnitTree) {
    self.month = month
    self.today = today
    self.tree = tree
  }

  /// The cases of people in the order of their posts and readings, without concerns.
  package func cases(
    of employees: some Collection<RecordID<Employee>>,
    on connection: any SQLConnection
  ) throws -> [ClosingCase] {
    guard !employees.isEmpty else { return [] }
    // Who was not in service has no month to close.
    let people = try ClosingPeopleRecords.people(employees, on: connection)
      .filter { $0.service.overlaps(month.days) }
    let records = try MonthRecords(of: people.map(\.id), in: month, on: connection)
    let places = try ClosingPeopleRecords.places(of: people, in: month, tree: tree, on: connection)
    let steps = try ClosingStepRecords.steps(of: employees, in: month, on: connection)
    let closed = try ClosedMonthRecords.months(of: employees, in: month, on: connection)
    var terms: [RecordID<Employer>: ClosingTerms] = [:]
    for employer in Set(people.map(\.employer)) {
      terms[employer] = try ClosingTermsRecords.terms(of: employer, in: month, on: connection)
    }
    let cases = people.compactMap { person in
      places[person.id].map { place in
        one(
          person,
          place,
          records,
          steps: steps[person.id] ?? [],
          closed: closed[person.id] ?? [],
          terms: terms[person.employer] ?? .usual
        )
      }
    }
    return cases.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element)
  }

  private func one(
    _ person: ClosingPerson,
    _ place: ClosingPlace,
    _ records: MonthRecords,
    steps: [ClosingStep],
    closed: [ClosedMonth],
    terms: ClosingTerms
  ) -> ClosingCase {
    let state = ClosingState(steps)
    let working = records.month(of: person, today: today)
    let present = AttendanceSheet(
      working,
      declared: records.declared(of: person),
      of: person.id,
      service: person.service
    )
    return ClosingCase(
      person: person,
      place: place,
      steps: steps,
      state: state,
      dues: ClosingDues(terms, of: month, returnedOn: state.returned?.on),
      working: working,
      present: present,
      closed: closed,
      corrections: closed.last.map { present.corrections(since: $0.sheet) } ?? []
    )
  }

  /// The same cases with what is to be looked at: what the records and the steps tell, then what the sources find.
  package func withConcerns(
    _ cases: [ClosingCase],
    from sources: [MonthConcernSource],
    on connection: any SQLConnection
  ) throws -> [ClosingCase] {
    guard !cases.isEmpty else { return [] }
    let people = cases.map(\.person.id)
    let found = try sources.map { try $0.concerns(people, month, today, connection) }
    return cases.map { one in
      var one = one
      one.concerns = ClosingConcerns.of(one, on: today) + found.flatMap { $0[one.person.id] ?? [] }
      return one
    }
  }
}

extension ClosingCase {
  fileprivate var order: Int { place.rank?.order ?? Int.max }
}
