import CivilTime
import Schedules
import Store
import Testing
import WorkingTimeRules

@testable import OvertimeOrders
@testable import WorkingTime

/// What is compared where an order and a claim stand side by side.
@Suite struct DayOrdersTests {
  typealias Amount = OvertimeDeclaration.Amount

  static let hours = DayHours.headOffice
  static let duty = DayAllotment(day("2026-11-18"), .duty(hours))
  static let holiday = DayAllotment(
    day("2026-11-03"),
    .holiday(hours, name: "文化の日", hasCompensatoryDay: false)
  )
  static let weekend = DayAllotment(day("2026-11-21"), .weekend)

  /// Work from minute to minute, with the overtime of it.
  static func times(_ range: Range<Int>, overtime: Int) throws -> Amount {
    .stretches(try worked(range), overtime: Minutes(overtime))
  }

  static func request(_ amount: Amount, ordered: Amount?, isDecided: Bool = true) -> OvertimeRequest {
    let decision = OvertimeDecision(
      outcome: ordered == nil ? .notOrdered : .ordered,
      amount: ordered,
      reason: nil,
      capacity: .head,
      at: OrdersOffice.now,
      deciderName: "上司"
    )
    return OvertimeRequest(
      id: RecordID(1),
      employee: RecordID(202),
      date: day("2026-11-18"),
      amount: amount,
      work: "答弁",
      reason: "通告",
      isSpecial: false,
      sentAt: OrdersOffice.now,
      decision: isDecided ? decision : nil
    )
  }

  static func claim(_ amount: Amount, id: Int64 = 1) -> OvertimeDeclaration {
    OvertimeDeclaration(
      id: RecordID(id),
      date: day("2026-11-18"),
      amount: amount,
      isSpecial: false,
      reason: "答弁",
      recordedAt: OrdersOffice.now,
      recordedBy: 1
    )
  }

  static func orders(_ allotment: DayAllotment, ordered: [Amount], claimed: Amount) -> DayOrders {
    DayOrders(
      date: allotment.date,
      allotment: allotment,
      requests: ordered.map { request($0, ordered: $0) },
      claims: [claim(claimed)]
    )
  }

  @Test func onAHolidayTheRegularHoursAreComparedToo() throws {
    let (morning, whole) = (try Self.times(570..<720, overtime: 0), try Self.times(570..<1095, overtime: 0))
    let longer = Self.orders(Self.holiday, ordered: [morning], claimed: whole)
    #expect(longer.ordered == Minutes(150))
    #expect(longer.difference == Minutes(375))
    #expect(longer.claimState == .waiting, "no order covers it")
    #expect(longer.asksReason)
    let covered = Self.orders(Self.holiday, ordered: [whole], claimed: morning)
    #expect(covered.claimState == .covered)
    #expect(covered.difference == Minutes(-375))
    let same = Self.orders(Self.holiday, ordered: [whole], claimed: whole)
    #expect(same.claimState == .covered && same.difference == .zero)
  }

  @Test func onADutyDayOnlyOvertimeIsCompared() throws {
    let ordered = try Self.times(1095..<1155, overtime: 60)
    let claimed = try Self.times(1020..<1155, overtime: 60)
    let day = Self.orders(Self.duty, ordered: [ordered], claimed: claimed)
    #expect(day.ordered == Minutes(60) && day.difference == .zero && day.claimState == .covered)
  }

  @Test func moreNightWorkThanWasOrderedIsNotCovered() throws {
    let (evening, night) = (
      try Self.times(1095..<1215, overtime: 120), try Self.times(1320..<1440, overtime: 120)
    )
    let later = Self.orders(Self.duty, ordered: [evening], claimed: night)
    #expect(later.difference == .zero && later.claimState == .waiting)
    #expect(Self.orders(Self.duty, ordered: [night], claimed: evening).claimState == .covered)
    #expect(Self.orders(Self.duty, ordered: [evening, night], claimed: night).claimState == .covered)
    let length = Amount.length(Minutes(120))
    #expect(
      Self.orders(Self.duty, ordered: [length], claimed: night).claimState == .covered,
      "no times ordered"
    )
    #expect(
      Self.orders(Self.duty, ordered: [evening], claimed: length).claimState == .covered,
      "none claimed"
    )
  }

  @Test func aLengthAloneIsComparedAsItIs() throws {
    let day = Self.orders(
      Self.weekend,
      ordered: [.length(Minutes(120))],
      claimed: try Self.times(600..<780, overtime: 180)
    )
    #expect(day.ordered == Minutes(120) && day.difference == Minutes(60) && day.claimState == .waiting)
  }

  @Test func ofTwoOrdersForTheSameTimesTheLaterCounts() throws {
    let first = try Self.times(1095..<1215, overtime: 120)
    let later = try Self.times(1095..<1155, overtime: 60)
    let apart = try Self.times(1260..<1320, overtime: 60)
    let day = Self.orders(Self.duty, ordered: [first, later, apart], claimed: first)
    #expect(day.ordered == Minutes(120))
    let lengths = Self.orders(
      Self.duty,
      ordered: [.length(Minutes(60)), .length(Minutes(30))],
      claimed: first
    )
    #expect(lengths.ordered == Minutes(90), "where no times are known, both count")
  }

  @Test func whatWaitsIsExpectedAndWhatWasRefusedIsNot() throws {
    let amount = try Self.times(1095..<1215, overtime: 120)
    var day = DayOrders(date: day("2026-11-18"), allotment: Self.duty)
    day.requests = [Self.request(amount, ordered: nil, isDecided: false)]
    #expect(day.expected == Minutes(120) && day.ordered == nil)
    day.requests = [Self.request(amount, ordered: nil)]
    #expect(day.expected == .zero && day.ordered == nil)
    day.requests = [Self.request(amount, ordered: .length(Minutes(60)))]
    #expect(day.expected == Minutes(60) && day.ordered == Minutes(60))
  }
}
