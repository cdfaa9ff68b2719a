import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import Duties

@Suite("Events found from assignments")
struct PeopleEventTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let build: @Sendable (inout DutiesWorld) -> Void
    let kinds: Set<String>

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "a new recruit", build: { $0.start(214, hired: "2026-04-01") }, kinds: ["hire"]),
    Case(
      name: "a new recruit straight to the head of a division",
      build: { $0.start(211, hired: "2026-04-01") },
      kinds: ["hire", "manager-appointment", "section-head-appointment"]
    ),
    Case(
      name: "records that begin with the window",
      build: { $0.start(211, from: "2026-04-01") },
      kinds: []
    ),
    Case(name: "a post prolonged", build: { $0.move(214, 214) }, kinds: []),
    Case(name: "another post of the unit", build: { $0.move(214, 212) }, kinds: ["transfer"]),
    Case(
      name: "a clerk becomes chief",
      build: { $0.move(214, 113) },
      kinds: ["transfer", "chief-promotion"]
    ),
    Case(name: "a chief moves", build: { $0.move(113, 213) }, kinds: ["transfer"]),
    Case(
      name: "to the regions",
      build: { $0.move(114, 314) },
      kinds: ["transfer", "relocation"]
    ),
    Case(name: "within the regions", build: { $0.move(314, 32) }, kinds: ["transfer"]),
    Case(
      name: "promoted to head of a division",
      build: { $0.move(212, 111) },
      kinds: ["transfer", "manager-promotion", "manager-appointment", "section-head-appointment"]
    ),
    Case(
      name: "a head of a division becomes head of a bureau",
      build: { $0.move(211, 21) },
      kinds: ["transfer", "manager-appointment", "executive-appointment"]
    ),
    Case(
      name: "leaving",
      build: { $0.start(114, left: "2026-06-30") },
      kinds: ["leaving"]
    ),
  ]

  @Test(arguments: Engine.available, cases)
  func areOfTheKinds(engine: Engine, item: Case) async throws {
    var world = DutiesWorld()
    item.build(&world)
    try await DutiesOffice.with(engine, world) { office in
      let events = try await office.database.read { connection in
        try PeopleEvents.all.flatMap { try $0.events(days("2026-04-01", "2027-03-31"), connection) }
      }
      #expect(Set(events.map(\.kind.rawValue)) == Set(item.kinds.map { "people.\($0)" }))
      #expect(events.count == item.kinds.count)
      #expect(events.allSatisfy { $0.subject == .employee(.init(1)) && $0.unit != nil })
    }
  }
}

extension DutiesWorld {
  fileprivate mutating func start(
    _ seat: Int64,
    hired: String = "2015-04-01",
    from: String? = nil,
    left: String? = nil
  ) {
    hire(1, on: hired, left: left)
    self.seat(1, seat, from: from ?? hired, to: left)
  }

  fileprivate mutating func move(_ before: Int64, _ after: Int64) {
    hire(1)
    seat(1, before, to: "2026-05-31")
    seat(1, after, from: "2026-06-01")
  }
}
