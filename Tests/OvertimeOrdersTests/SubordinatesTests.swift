import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import Access
@testable import OvertimeOrders

@Suite struct SubordinatesTests {
  /// Whom `SuperiorRecords` leads to each, with the assignments of a variant added.
  struct Variant: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let added: [(person: Int64, post: Int64, kind: AssignmentKind)]

    init(_ name: String, _ added: [(person: Int64, post: Int64, kind: AssignmentKind)] = []) {
      testDescription = name
      self.added = added
    }
  }

  static let variants = [
    Variant("as it is"),
    Variant("the head of the unit above acts below as well", [(101, 201, .acting)]),
    Variant("somebody of the unit below acts as its head", [(502, 301, .acting)]),
    Variant("the head of a unit acts in the unit above", [(201, 101, .acting)]),
    Variant("somebody of the unit below acts as head of the unit above it", [(502, 201, .acting)]),
    Variant("a member holds a post in another unit as well", [(202, 302, .concurrent)]),
  ]

  @Test(arguments: Engine.available, variants)
  func everyoneIsFoundBySuperiorsAndNobodyElse(_ engine: Engine, _ variant: Variant) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.database.write { connection in
        let added = variant.added.map { OrdersOffice.assignment($0.person, to: $0.post, $0.kind) }
        try AssignmentRecords.insert(added, on: connection)
      }
      for person in OrdersOffice.people {
        let actor = try await office.actor(person)
        let (found, expected) = try await office.database.read { connection in
          let tree = try UnitRecords.tree(asOf: OrdersOffice.today, on: connection)
          let expected = try OrdersOffice.people.filter { other in
            try SuperiorRecords.superiors(of: RecordID(other), asOf: OrdersOffice.today, on: connection)
              .contains { $0.id == RecordID(person) }
          }
          return (try Subordinates(of: actor, in: tree, on: connection).ids.map(\.number), expected)
        }
        #expect(found.sorted() == expected, "\(person)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func deputiesActAsDeputiesAndNobodyDecidesOnThemselves(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let (head, deputy) = (try await office.actor(201), try await office.actor(203))
      let (ofHead, ofDeputy) = try await office.database.read { connection in
        let tree = try UnitRecords.tree(asOf: OrdersOffice.today, on: connection)
        return (
          try Subordinates(of: head, in: tree, on: connection),
          try Subordinates(of: deputy, in: tree, on: connection)
        )
      }
      #expect(ofHead.ids.map(\.number) == [202, 203, 204, 502, 503])
      #expect(ofHead.people.allSatisfy { $0.capacity == .head })
      #expect(ofDeputy.ids.map(\.number) == [202, 204, 502, 503])
      #expect(ofDeputy.people.allSatisfy { $0.capacity == .deputy })
    }
  }
}
