import CivilTime
import Indicators
import Store
import TestSupport
import Testing

@testable import Workforce

@Suite("Families of figures of staff")
struct FamilyTests {
  private static let definitions = WorkforceIndicators.all.map(\.definition)

  private static func people(_ id: String, _ naive: NaiveCount) -> [NaiveCount.Key: Int] {
    naive.values(String(id.dropFirst("workforce.".count))).mapValues(\.denominator)
  }

  /// A group whose parts lie in those of another is never larger, nor are groups without a common part together.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func areMadeOfThePartsThatTheyName(_ seed: UInt64) {
    let book = StaffBook.random(seed: seed, count: 600)
    let naive = NaiveCount(book: book, year: FiscalYear(startYear: 2026), today: day("2027-03-31"))
    for whole in Self.definitions {
      guard let family = whole.family else { continue }
      // The two highest bands are taken for managers, whatever the book of dice says.
      let inside = Self.definitions.filter { part in
        part.id != whole.id && part.family?.name == family.name && !whole.id.contains("managers")
          && part.family?.parts.isSubset(of: family.parts) ?? false
      }
      let all = Self.people(whole.id, naive).values.reduce(0, +)
      for part in inside {
        #expect(Self.people(part.id, naive).values.reduce(0, +) <= all, "\(part.id) in \(whole.id)")
      }
      for (part, other) in pairs(inside) where part.isDisjoint(from: other) {
        let both = [part, other].map { Self.people($0.id, naive).values.reduce(0, +) }.reduce(0, +)
        #expect(both <= all, "\(part.id) and \(other.id) in \(whole.id)")
      }
    }
  }

  private func pairs(_ all: [Indicator.Definition]) -> [(Indicator.Definition, Indicator.Definition)] {
    all.enumerated().flatMap { place, one in all.dropFirst(place + 1).map { (one, $0) } }
  }

  @Test func tellWhichFigureStaysBeforeAnother() {
    let families = Dictionary(grouping: Self.definitions.compactMap(\.family), by: \.name)
    #expect(Set(families.keys) == ["hires", "posts-march", "posts-july"])
    for (name, members) in families {
      #expect(Set(members.map(\.rank)).count == members.count, "\(name)")
      // All ways to add and subtract are tried: a family stays small.
      #expect(members.count < 12, "\(name)")
    }
    let alone = Self.definitions.filter { $0.family == nil }.map(\.id)
    #expect(alone.allSatisfy { id in ["new-chief", "tenure", "leaving"].contains { id.contains($0) } })
  }
}

extension Indicator.Definition {
  fileprivate func isDisjoint(from other: Self) -> Bool {
    family?.parts.isDisjoint(with: other.family?.parts ?? []) ?? false
  }
}
