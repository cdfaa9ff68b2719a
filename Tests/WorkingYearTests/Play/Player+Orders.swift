import CivilTime
import People
import Store
import Testing

@testable import OvertimeOrders
@testable import WorkingTime

/// Overtime that is declared beforehand, and what superiors say of it and of claims.
extension Player {
  /// Somewhat less or more than it will be.
  mutating func planRequest(_ person: Int64, _ day: Int, _ shift: Shift) {
    let isSpecial = Season.on(day).isSpecial
    let amount: Claims.Amount =
      dice.happens(40)
      ? .length(30 * dice.number(1...10))
      : .stretches(Self.shortened(shift.extra, by: dice.number(0...60)))
    on(day, 580...900) { try await $0.request(person, day, amount, isSpecial: isSpecial) }
  }

  private mutating func request(
    _ person: Int64,
    _ day: Int,
    _ amount: Claims.Amount,
    isSpecial: Bool
  ) async throws {
    guard let pages = book[person] else { return }
    let desk = try await office.orders(person)
    let expected = OrdersDesk.Expected(
      date: YearDays.date(day),
      amount: try await programAmount(amount, person, day),
      work: "業務",
      reason: "国会対応",
      isSpecial: isSpecial
    )
    let minutes = Claims.overtime(amount, on: day, pages.asked)
    #expect(expected.amount.length.count == minutes)
    try await desk.send(expected, key: "request-\(now)-\(person)")
    happened(.request)
    write(person) {
      $0.orders[day, default: DayOfOrders()].requests.append(.init(amount: amount, minutes: minutes))
    }
    let place = (pages.orders[day]?.requests.count ?? 0)
    switch dice.number(1...100) {
    case ...88: at(now + dice.number(10...400)) { try await $0.decide(person, day, place) }
    case ...94: at(now + dice.number(5...60)) { try await $0.withdraw(person, day, place) }
    default: return
    }
  }

  /// What of an amount is overtime, as the form's reader has it.
  func programAmount(
    _ amount: Claims.Amount,
    _ person: Int64,
    _ day: Int
  ) async throws -> OvertimeDeclaration.Amount {
    switch amount {
    case .length(let length): return .length(Minutes(length))
    case .stretches(let all):
      let worked = try Self.worked(all)
      return try await office.database.read { connection in
        try RequestReading.amount(
          .stretches(worked),
          of: RecordID(person),
          on: YearDays.date(day),
          connection
        )
      }
    }
  }

  private mutating func withdraw(_ person: Int64, _ day: Int, _ place: Int) async throws {
    let id = try await requestID(person, day, place)
    try await office.orders(person).withdraw(id, key: nil)
    write(person) { $0.orders[day]?.requests[place].isDecided = true }
    happened(.requestWithdrawn)
  }

  private func requestID(_ person: Int64, _ day: Int, _ place: Int) async throws -> RecordID<OvertimeRequest>
  {
    try #require(try await office.day(day, of: person).requests.dropFirst(place).first?.id)
  }

  /// The superior orders it as it is, otherwise, or not; two at once where there are two.
  private mutating func decide(_ person: Int64, _ day: Int, _ place: Int) async throws {
    let superiors = Section.superiors(of: person, on: today).filter { $0 != person }
    guard let pages = book[person], let request = pages.orders[day]?.requests[place],
      let last = superiors.last
    else { return }
    let id = try await requestID(person, day, place)
    if superiors.count > 1, dice.happens(30) {
      try await decideAtOnce(person, day, place, id, superiors)
      return
    }
    let changed = max(15, request.minutes + dice.number(-90...60))
    let (outcome, order): (OrderOutcome, DayOfOrders.Order?) =
      switch dice.number(1...100) {
      case ...75: (.ordered, Self.order(request.amount, on: day, pages))
      case ...90: (.changed, .init(amount: .length(changed), overtime: changed))
      default: (.notOrdered, nil)
      }
    let decided = OrdersDesk.Decided(
      outcome: outcome,
      changed: outcome == .changed ? .length(Minutes(changed)) : nil,
      reason: outcome == .ordered ? nil : "見込みと異なるため"
    )
    try await office.orders(last).decide(id, decided, key: "decide-\(now)-\(person)")
    write(person) { pages in
      pages.orders[day]?.requests[place].isDecided = true
      pages.orders[day]?.requests[place].order = order
    }
    happened(outcome == .ordered ? .ordered : outcome == .changed ? .changedOrder : .notOrdered)
    if last == Section.deputyHead { happened(.orderByDeputy) }
  }

  /// What was asked for, with what of it is overtime now.
  private static func order(_ amount: Claims.Amount, on day: Int, _ pages: PersonBook) -> DayOfOrders.Order {
    .init(amount: amount, overtime: Claims.overtime(amount, on: day, pages.asked))
  }

  /// Head and deputy decide in the same moment: one of them is told what the other decided.
  private mutating func decideAtOnce(
    _ person: Int64,
    _ day: Int,
    _ place: Int,
    _ id: RecordID<OvertimeRequest>,
    _ superiors: [Int64]
  ) async throws {
    guard let pages = book[person], let request = pages.orders[day]?.requests[place] else { return }
    let order = Self.order(request.amount, on: day, pages)
    let desks = [try await office.orders(superiors[0]), try await office.orders(superiors[1])]
    async let byHead = Self.isFirst(desks[0], id, .init(outcome: .ordered, changed: nil, reason: nil))
    async let byDeputy = Self.isFirst(desks[1], id, .init(outcome: .notOrdered, changed: nil, reason: "不要"))
    let first = try await [byHead, byDeputy]
    #expect(first[0] != first[1], "\(person) \(day)")
    write(person) { pages in
      pages.orders[day]?.requests[place].isDecided = true
      pages.orders[day]?.requests[place].order = first[0] ? order : nil
    }
    happened(.twoDecideAtOnce)
  }

  private static func isFirst(
    _ desk: OrdersDesk,
    _ id: RecordID<OvertimeRequest>,
    _ decided: OrdersDesk.Decided
  ) async throws -> Bool {
    do {
      try await desk.decide(id, decided, key: nil)
      return true
    } catch OrderRefusal.decidedBefore {
      return false
    }
  }
}
