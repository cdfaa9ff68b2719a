import Access
import CivilTime
import DelimitedText
import Markup
import People
import Store
import TestSupport
import Testing

@testable import Site
@testable import Workforce

@Suite("The composition of staff")
struct CompositionTests {
  @Test(arguments: Engine.available)
  func countsEverybodyInPostOfOnesOwnEmployersOnce(_ engine: Engine) async throws {
    let book = StaffBook.random(seed: 4, count: 400)
    let today = day("2026-06-15")
    try await book.with(engine) { database in
      let composition = try await database.read { connection in
        let found = try Composition(of: [RecordID(1)], on: today, connection)
        return found.rows.map { ($0.group.band, $0.group.exam, $0.group.entry, $0.count) }
      }
      let expected = book.people.filter { person in
        let serves = person.hiredOn <= today && person.leftOn.map { today <= $0 } ?? true
        let holds = person.held.contains { held in
          held.kind == .primary && held.from <= today && held.to.map { today <= $0 } ?? true
        }
        return person.employer == 1 && person.category != .partTime && serves && holds
      }
      #expect(!expected.isEmpty)
      #expect(composition.reduce(0) { $0 + $1.3.all } == expected.count)
      #expect(composition.reduce(0) { $0 + $1.3.women } == expected.filter { $0.sex == .female }.count)
      for (band, exam, entry, count) in composition {
        let own = expected.filter { person in
          let post = person.held.first { held in
            held.kind == .primary && held.from <= today && held.to.map { today <= $0 } ?? true
          }
          let year = FiscalYear(containing: person.hiredOn).startYear
          return person.exam == exam && (entry..<entry + 5).contains(year)
            && post.map { book.posts[$0.post].band } == band
        }
        #expect(count.all == own.count)
        #expect(entry.isMultiple(of: 5))
      }
    }
  }

  @Test func writesTheSameNumbersIntoTheFile() async throws {
    let book = StaffBook.random(seed: 5, count: 60)
    try await book.with(.sqlite) { database in
      let (bytes, total, rows) = try await database.read { connection in
        let composition = try Composition(of: [RecordID(1), RecordID(2)], on: day("2026-06-15"), connection)
        let page = CompositionPage(composition: composition, employers: ["総務省"])
        return (try page.csv(), composition.total.all, composition.rows.count)
      }
      let lines = try DelimitedBytes.parse(bytes)
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(lines.count == rows + 1)
      #expect(lines.dropFirst().compactMap { $0.fields.last.flatMap { Int($0) } }.reduce(0, +) == total)
    }
  }

  @Test func isForPersonnelAuthoritiesAlone() {
    for route in WorkforceRoutes.all { #expect(route.allow == .anyOf([.hr])) }
  }
}
