import CivilTime
import Store
import Testing

@testable import OvertimeOrders
@testable import WorkingTime

/// What superiors say of claims that no order covers: they confirm or ask, the owner answers.
extension Player {
  /// Now and then a superior looks at a claim of the last days.
  mutating func planConfirmations(_ day: Int) {
    guard YearDays.isWorkday(day) else { return }
    for person in Section.people where dice.happens(6) {
      let ofDay = day - dice.number(1...9)
      guard ofDay >= 0 else { continue }
      on(day, 660...1080) { try await $0.lookAtClaim(person, ofDay) }
    }
  }

  private mutating func lookAtClaim(_ person: Int64, _ day: Int) async throws {
    guard let pages = book[person], pages.isInService(today), pages.claimState(day) == "waiting",
      let superior = Section.superiors(of: person, on: today).last(where: { $0 != person })
    else { return }
    let step: ConfirmationStep = dice.happens(70) ? .confirmed : .asked
    try await take(step, superior, person, day)
    guard step == .asked else { return }
    let claims = pages.claims.made[day]?.count
    on(today + 1, 600...900) { player in
      guard player.book[person]?.isInService(player.today) ?? false,
        player.book[person]?.claims.made[day]?.count == claims
      else { return }
      try await player.take(.answered, person, person, day)
    }
  }

  private mutating func take(
    _ step: ConfirmationStep,
    _ actor: Int64,
    _ person: Int64,
    _ day: Int
  ) async throws {
    let claims = book[person]?.claims.made[day]?.count ?? 0
    let declaration = try #require(try await office.day(day, of: person).claim?.id)
    let taken = OrdersDesk.Step(
      employee: RecordID(person),
      date: YearDays.date(day),
      declaration: declaration,
      seen: book[person]?.orders[day]?.threads[claims - 1]?.count ?? 0,
      step: step,
      words: step == .confirmed ? nil : "残業の内容"
    )
    try await office.orders(actor).take(taken, key: nil)
    let written: (DayOfOrders.Step, Event) =
      switch step {
      case .confirmed: (.confirmed, .claimConfirmed)
      case .asked: (.asked, .claimAsked)
      case .answered: (.answered, .claimAnswered)
      }
    write(person) {
      $0.orders[day, default: DayOfOrders()].threads[claims - 1, default: []].append(written.0)
    }
    happened(written.1)
  }
}
