import CivilTime
import Store
import Testing

@testable import OvertimeOrders
@testable import WorkingTime

/// Other minutes that somebody else proposes for a claim, and what its owner says.
extension Player {
  mutating func planProposal(_ person: Int64, _ day: Int) {
    on(day + dice.number(1...60), 700...1100) { try await $0.propose(person, day) }
  }

  private mutating func propose(_ person: Int64, _ day: Int) async throws {
    guard let pages = book[person], pages.isInService(today), let claim = pages.claims.newest(day),
      claim.stands,
      let proposer = proposer(for: person)
    else { return }
    let minutes = dice.number(10...50)
    let amount: Claims.Amount =
      switch claim.amount {
      case .length(let length): .length(max(5, length + dice.number(-60...20)))
      case .stretches(let all): .stretches(Self.shortened(all, by: minutes))
      }
    let stands = try await office.day(day, of: person)
    let program: OvertimeDeclaration.Amount = try await programAmount(amount, person, day)
    let proposed = OrdersDesk.Proposed(
      employee: RecordID(person),
      date: YearDays.date(day),
      seen: stands.claims.last?.id,
      amount: program,
      reason: "在庁の記録と異なるため"
    )
    try await office.orders(proposer).propose(proposed, key: "propose-\(now)-\(person)")
    let overtime = Claims.overtime(amount, on: day, pages.asked)
    let change = DayOfOrders.Change(
      seen: pages.claims.made[day]?.count ?? 0,
      claim: Claims.Claim(amount: amount, overtime: overtime, isSpecial: claim.isSpecial)
    )
    let place = pages.orders[day]?.changes.count ?? 0
    write(person) { $0.orders[day, default: DayOfOrders()].changes.append(change) }
    happened(.proposed)
    if dice.happens(15) { claimAgain(claim, person, day) }
    guard !dice.happens(10) else { return }
    on(today + dice.number(1...15), 600...1000) { try await $0.answer(person, day, place) }
  }

  /// The owner does not wait for the proposal.
  private mutating func claimAgain(_ claim: Claims.Claim, _ person: Int64, _ day: Int) {
    at(now + 30) { try await $0.claim(person, day, .length(claim.overtime / 2), isSpecial: claim.isSpecial) }
  }

  /// The head, or the time-keeper of the section; whoever leads the person elsewhere.
  private mutating func proposer(for person: Int64) -> Int64? {
    let superiors = Section.superiors(of: person, on: today).filter { $0 != person }
    let keeper = [Section.timeKeeper].filter {
      $0 != person && Section.unit(of: person, on: today) == Section.section
    }
    let all = superiors + keeper
    return all.isEmpty ? nil : all[dice.number(0...all.count - 1)]
  }

  /// Confirmed, unless the claim was made anew meanwhile; or objected to.
  private mutating func answer(_ person: Int64, _ day: Int, _ place: Int) async throws {
    guard let pages = book[person], pages.isInService(today), let change = pages.orders[day]?.changes[place]
    else {
      return
    }
    let id = try #require(try await office.day(day, of: person).changes.dropFirst(place).first?.id)
    let desk = try await office.orders(person)
    guard dice.happens(65) else {
      _ = try await desk.answer(id, .objected, "記録のとおりです", key: nil)
      write(person) { $0.orders[day]?.changes[place].isAnswered = true }
      happened(.proposalObjected)
      return
    }
    let isOutdated = change.seen != pages.claims.made[day]?.count
    do {
      _ = try await desk.answer(id, .confirmed, nil, key: nil)
      #expect(!isOutdated, "\(person) \(day)")
      write(person) { pages in
        pages.orders[day]?.changes[place].isAnswered = true
        // Counted by the hours that the day has now, not by those of the proposal's time.
        _ = pages.claims.add(change.claim.amount, on: day, isSpecial: change.claim.isSpecial, pages.asked)
      }
      happened(.proposalConfirmed)
    } catch OrderRefusal.claimChanged {
      #expect(isOutdated, "\(person) \(day)")
      happened(.proposalOutdated)
    }
  }
}
