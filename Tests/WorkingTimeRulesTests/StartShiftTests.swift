import CivilTime
import Testing
import WorkingTimeRules

/// What is proposed for the day after late work.
struct StartShiftTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let end: String
    let core: String?
    let proposal: String?
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "I01 eleven hours are kept", end: "2026-11-16T22:30", core: nil, proposal: nil),
    Case(name: "I02 an hour later", end: "2026-11-16T23:30", core: nil, proposal: "10:30-19:15"),
    Case(name: "I03 two and a half hours later", end: "2026-11-17T01:00", core: nil, proposal: "12:00-20:45"),
    Case(name: "to the next quarter", end: "2026-11-16T23:31", core: nil, proposal: "10:45-19:30"),
    Case(name: "within flextime", end: "2026-11-17T01:00", core: "13:00", proposal: "12:00-20:45 flextime"),
    Case(
      name: "flextime ends by the band",
      end: "2026-11-17T03:00",
      core: "14:00",
      proposal: "14:00-22:00 flextime"
    ),
    Case(name: "beyond core time", end: "2026-11-17T03:00", core: "13:00", proposal: nil),
    Case(name: "too late for a whole day", end: "2026-11-17T03:00", core: nil, proposal: nil),
    Case(name: "I08 no reference before April 2024", end: "2024-03-28T23:30", core: nil, proposal: nil),
  ]

  @Test(arguments: cases)
  func aLaterStartIsProposedWhereTheRestIsShort(_ example: Case) throws {
    let end = try #require(WorkMoment(iso: example.end))
    let nextDay = example.end.hasPrefix("2024") ? "2024-03-29" : "2026-11-17"
    let at = { (time: String) in WorkMoment(iso: nextDay + "T" + time) }
    let proposal = StartShift.proposal(
      after: end,
      usual: try #require(at("09:30"))..<(try #require(at("18:15"))),
      latestEnd: try #require(at("22:00")),
      latestStart: try example.core.map { try #require(at($0)) }
    )
    let text = proposal.map { shift in
      let hours = "\(shift.hours.lowerBound.time)-\(shift.hours.upperBound.time)"
      return shift.means == .flextime ? hours + " flextime" : hours
    }
    #expect(text == example.proposal)
  }
}
