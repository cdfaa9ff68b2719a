import CivilTime
import Testing
import WorkingTimeRules

struct InterviewAndIntervalTests {
  struct Interview: Sendable {
    let name: String
    let minutes: [Int]
    var requested = false
    let duties: [InterviewDuty]
  }

  static let interviews = [
    Interview(name: "G01", minutes: [6000], duties: [.mandatory]),
    Interview(name: "G02", minutes: [5999], duties: [.none]),
    Interview(name: "G02r", minutes: [5999], requested: true, duties: [.onRequest]),
    Interview(name: "G03", minutes: [5100, 4800], duties: [.none, .mandatory]),
    Interview(name: "G04", minutes: [4800, 4800], requested: true, duties: [.none, .none]),
    Interview(name: "G05", minutes: [2400, 4860], requested: true, duties: [.none, .onRequest]),
    Interview(
      name: "six months",
      minutes: [4801, 4800, 4800, 4800, 4800, 4800],
      duties: [.none, .mandatory, .mandatory, .mandatory, .mandatory, .mandatory]
    ),
  ]

  @Test(arguments: interviews)
  func interviewsAreJudged(_ example: Interview) {
    let first = YearMonth(index: 2026 * 12 + 1)
    let records = example.minutes.enumerated().map { offset, minutes in
      InterviewMonth(
        month: first.adding(months: offset),
        overtime: Minutes(minutes),
        isRequested: example.requested
      )
    }
    #expect(DoctorInterview.verdicts(of: records.reversed()).map(\.duty) == example.duties, "\(example.name)")
  }

  @Test func anInterviewMayBeAskedFor() throws {
    let month = YearMonth(index: 2026 * 12 + 1)
    let record = InterviewMonth(month: month, overtime: Minutes(5999), isRequested: false)
    let verdict = try #require(DoctorInterview.verdicts(of: [record]).first)
    #expect(verdict.mayRequest)
    #expect(verdict.explanation == "令和8年2月の超過勤務は99時間59分です。80時間を超えるため、申出があれば医師の面接指導を行います。")
  }

  struct Rest: Sendable {
    let name: String
    let end: String
    let start: String
    let length: Int
    let lack: Int
    let earliest: String
  }

  static let rests = [
    Rest(
      name: "I01",
      end: "2026-11-16T22:30",
      start: "2026-11-17T09:30",
      length: 660,
      lack: 0,
      earliest: "2026-11-17T09:30"
    ),
    Rest(
      name: "I02",
      end: "2026-11-16T23:30",
      start: "2026-11-17T09:30",
      length: 600,
      lack: 60,
      earliest: "2026-11-17T10:30"
    ),
    Rest(
      name: "I03",
      end: "2026-11-16T25:00",
      start: "2026-11-17T09:30",
      length: 510,
      lack: 150,
      earliest: "2026-11-17T12:00"
    ),
    Rest(
      name: "I05",
      end: "2026-11-20T26:00",
      start: "2026-11-23T09:30",
      length: 3330,
      lack: 0,
      earliest: "2026-11-21T13:00"
    ),
  ]

  @Test(arguments: rests)
  func restIsMeasured(_ rest: Rest) throws {
    let end = try #require(WorkMoment(iso: rest.end))
    let start = try #require(WorkMoment(iso: rest.start))
    let interval = try #require(RestInterval(from: end, to: start))
    let reference = RestInterval.reference.newest.amount
    #expect(interval.length.count == rest.length)
    #expect(interval.shortfall(of: reference).count == rest.lack)
    let earliest = interval.earliestStart(keeping: reference)
    #expect(earliest.description == rest.earliest)
    let short = RestInterval.Verdict.short(by: Minutes(rest.lack), earliestStart: earliest)
    #expect(interval.verdict == (rest.lack == 0 ? .sufficient : short))
  }

  @Test func beforeApril2024ThereIsNoReference() throws {
    let end = try #require(WorkMoment(iso: "2024-03-31T23:30"))
    let start = try #require(WorkMoment(iso: "2024-04-01T05:00"))
    #expect(RestInterval(from: end, to: start)?.verdict == .noReference)
    #expect(RestInterval(from: start, to: end) == nil)
  }
}
