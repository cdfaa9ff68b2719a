import CivilTime
import Testing
import WorkingTimeRules

/// Cases K13 and K18: carers' limits and the protection of expectant mothers.
struct ProtectionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: Protection.Kind
    let days: [Protection.Day]
    let values: [Int]
    var testDescription: String { name }
  }

  static func day(_ text: String, _ overtime: Int, night: Int = 0) -> Protection.Day {
    Protection.Day(
      CivilDate(iso: text) ?? CivilDate(dayNumber: 0),
      overtime: Minutes(overtime),
      night: Minutes(night)
    )
  }

  static let cases = [
    Case(name: "K13 24:00 of a month", kind: .restriction, days: [day("2026-05-01", 1440)], values: []),
    Case(
      name: "K13 24:01 of a month",
      kind: .restriction,
      days: [day("2026-05-01", 1000), day("2026-05-02", 441)],
      values: [1441]
    ),
    Case(
      name: "150 hours of the period",
      kind: .restriction,
      days: (4...11).map { day("2026-\($0 < 10 ? "0" : "")\($0)-03", $0 == 11 ? 0 : 1290) },
      values: [9030]
    ),
    Case(
      name: "days outside the period do not count",
      kind: .restriction,
      days: [day("2026-03-31", 3000), day("2027-04-01", 3000)],
      values: []
    ),
    Case(name: "exempt: any minute", kind: .exemption, days: [day("2026-05-01", 1)], values: [1]),
    Case(
      name: "exempt: night in regular hours",
      kind: .exemption,
      days: [day("2026-05-01", 0, night: 60)],
      values: []
    ),
    Case(name: "night alone", kind: .night, days: [day("2026-05-01", 240, night: 30)], values: [30]),
    Case(
      name: "K18 expectant",
      kind: .maternity,
      days: [day("2026-05-01", 240, night: 30)],
      values: [240, 30]
    ),
  ]

  @Test(arguments: cases)
  func workBeyondAProtectionIsFound(_ example: Case) throws {
    let first = try #require(CivilDate(iso: "2026-04-01"))
    let protection = Protection(example.kind, during: first...first.adding(days: 364))
    let breaches = protection.breaches(in: example.days.reversed())
    #expect(breaches.map(\.value.count) == example.values)
    for breach in breaches {
      #expect(breach.value > breach.limit && breach.explanation.contains(breach.value.japanese))
    }
  }
}
