internal import Access
internal import CivilTime
internal import MonthClosing
internal import People
internal import Store

/// Writes how months were closed: the two before the last one for everybody, the last one as far as it has come.
struct ClosingWriting: Sendable {
  let office: DemoOffice
  private let places: [RecordID<Employee>: Int]
  private let cast: [Int: Role]

  private static let batch = 500

  init(office: DemoOffice) {
    self.office = office
    places = Dictionary(uniqueKeysWithValues: zip(office.identities.people, office.identities.people.indices))
    cast = Dictionary(uniqueKeysWithValues: office.staff.casting.seats.map { ($0.value, $0.key) })
  }

  func write(to database: any SQLDatabase) async throws {
    let newest = office.period.today.yearMonth
    // The list of one's own months goes back so far.
    for back in [3, 2] { try await write(newest.adding(months: -back), to: database) { closed($0) } }
    try await write(newest.adding(months: -1), to: database) { inProgress($0) }
  }

  private func write(
    _ month: YearMonth,
    to database: any SQLDatabase,
    _ deeds: @escaping @Sendable (ClosingCase) -> [ClosingBulk.Deed]
  ) async throws {
    let tree = try await database.read { try UnitRecords.tree(asOf: month.lastDay, on: $0) }
    let reading = ClosingReading(month: month, today: office.period.today, tree: tree)
    for employer in office.identities.employers {
      let staff = try await database.read { try ClosingBulk.staff(of: employer, in: month, on: $0) }
      for start in stride(from: 0, to: staff.count, by: Self.batch) {
        let part = Array(staff[start..<min(start + Self.batch, staff.count)])
        try await database.write { connection in
          try ClosingBulk.insert(part, reading, ids: office.ids, on: connection, deeds)
        }
      }
    }
  }

  // MARK: What was done

  /// Confirmed, checked and approved in time, or closed when the last day had passed.
  private func closed(_ one: ClosingCase) -> [ClosingBulk.Deed] {
    guard let index = places[one.person.id] else { return [] }
    var chance = Chance(seed: office.seed, .closing, index, one.present.month.index)
    let isForgotten = chance.permille(60) && cast[index] == nil
    guard !isForgotten, let approver = superior(of: index, one), let checker = checker(of: index, one) else {
      let last = one.dues.timeOut.adding(days: 1)
      return [.init(.approve, at: office.moment(last, 390), by: .system, as: .timeOut)]
    }
    return [
      answer(.confirm, one, index, chance.within(540...720)),
      .init(
        .check,
        at: office.moment(one.dues.check, chance.within(780...900)),
        by: author(checker.person),
        as: checker.standing
      ),
      .init(
        .approve,
        at: office.moment(one.dues.approve, chance.within(900...1080)),
        by: author(approver),
        as: .appointed
      ),
    ]
  }

  /// Most have confirmed, a few object, and part of it is checked; the busy clerk has not looked yet.
  private func inProgress(_ one: ClosingCase) -> [ClosingBulk.Deed] {
    guard let index = places[one.person.id] else { return [] }
    var chance = Chance(seed: office.seed, .closing, index, one.present.month.index)
    let fate = chance.below(1000)
    let isChecked = chance.permille(450)
    let minute = chance.within(540...720)
    let isOpen = fate < 140 || cast[index] == .staff || cast[index] == .superior
    // Whoever has left has nothing left to confirm today.
    guard !isOpen, one.rules.refusal(of: .confirm, on: office.period.today) == nil else { return [] }
    if fate < 155 {
      return [answer(.object, one, index, minute, words: "20日の退庁の打刻が漏れています。21時過ぎまで作業しました。")]
    }
    let confirmed = answer(.confirm, one, index, minute)
    guard isChecked, let checker = checker(of: index, one) else { return [confirmed] }
    let checked = ClosingBulk.Deed(
      .check,
      at: office.moment(one.dues.check, minute + 200),
      by: author(checker.person),
      as: checker.standing
    )
    return [confirmed, checked]
  }

  private func answer(
    _ act: ClosingAct,
    _ one: ClosingCase,
    _ index: Int,
    _ minute: Int,
    words: String? = nil
  ) -> ClosingBulk.Deed {
    .init(act, at: office.moment(one.dues.confirm, minute), by: author(index), as: .appointed, words: words)
  }

  /// The time-keeper of the showcase section; elsewhere, where nobody keeps the time, the superior in their place.
  private func checker(
    of index: Int,
    _ one: ClosingCase
  ) -> (person: Int, standing: ClosingStep.Standing)? {
    let keeper = office.officer(.timeKeeper)
    let showcase = office.identities.units[office.staff.ministry.showcase]
    if one.place.unit == showcase, index != keeper { return (keeper, .appointed) }
    return superior(of: index, one).map { ($0, .deputy) }
  }

  private func superior(of index: Int, _ one: ClosingCase) -> Int? {
    office.superiors.superior(of: index, on: one.person.lastDay(in: one.present.month))
  }

  private func author(_ person: Int) -> ClosingStep.Author {
    .account(office.account(of: person), name: "")
  }
}
