internal import CivilTime
internal import People

/// Walks from today back to the first month and finds who sat where, so that no seat is ever without a person
/// and every move leads from a seat to a seat.
struct Succession {
  /// What is known of a person while walking back.
  struct Draft {
    let seat: Int
    var postings: [PostingPlan] = []
    var hiredOn: CivilDate?
    var leftOn: CivilDate?
  }

  private struct Occupant {
    var person: Int
    var until: CivilDate?
  }

  private(set) var drafts: [Draft]
  private var occupants: [Occupant]

  /// Today's people, one on each seat; a vacant seat has one who left on the day given.
  init(seatCount: Int, vacantSince lastDays: [Int: CivilDate]) {
    drafts = (0..<seatCount).map { Draft(seat: $0, leftOn: lastDays[$0]) }
    occupants = (0..<seatCount).map { Occupant(person: $0, until: lastDays[$0]) }
  }

  /// Somebody left the first seat; each who sits on one of the seats came from the next; the last was hired.
  mutating func succeed(on seats: [Int], _ date: CivilDate) {
    guard let first = seats.first else { return }
    let holders = take(seats, date)
    drafts.append(Draft(seat: first, leftOn: date.adding(days: -1)))
    place(drafts.count - 1, on: first, before: date)
    for (holder, seat) in zip(holders, seats.dropFirst()) { place(holder, on: seat, before: date) }
    if let last = holders.last { drafts[last].hiredOn = date }
  }

  /// Each who sits on one of the seats came from the next, and the last from the first.
  mutating func exchange(_ seats: [Int], _ date: CivilDate) {
    guard seats.count > 1 else { return }
    let holders = take(seats, date)
    for (holder, seat) in zip(holders, seats.dropFirst() + seats.prefix(1)) {
      place(holder, on: seat, before: date)
    }
  }

  /// Ends the walk: whoever still sits came before the first month, on a day told by the closure.
  mutating func finish(since start: (_ person: Int) -> CivilDate) {
    for (seat, occupant) in occupants.enumerated() {
      drafts[occupant.person].postings.append(
        PostingPlan(seat: seat, kind: .primary, from: start(occupant.person), to: occupant.until)
      )
    }
    for index in drafts.indices { drafts[index].postings.reverse() }
  }

  private mutating func take(_ seats: [Int], _ date: CivilDate) -> [Int] {
    seats.map { seat in
      let occupant = occupants[seat]
      drafts[occupant.person].postings.append(
        PostingPlan(seat: seat, kind: .primary, from: date, to: occupant.until)
      )
      return occupant.person
    }
  }

  private mutating func place(_ person: Int, on seat: Int, before date: CivilDate) {
    occupants[seat] = Occupant(person: person, until: date.adding(days: -1))
  }
}
