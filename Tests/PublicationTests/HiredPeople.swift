import CivilTime
import Indicators
import People
import Store

@testable import Publication

/// A few people who were hired by a small office, and the figures that count them; who is meant by a figure is written
/// here anew and not taken from the program.
struct HiredPeople: Sendable {
  struct Person: Hashable, Sendable {
    let employer: Int
    /// The bureau within the employer; 0 for none.
    let bureau: Int
    let exam: String
    let isTechnical: Bool
    let isApril: Bool
    let isWoman: Bool
  }

  /// One figure of hires.
  struct Group: Sendable {
    let name: String
    let rank: Int
    let exams: Set<String>
    var isTechnical = false
    var isApril = false

    var id: String { "workforce." + name }

    func holds(_ exam: String, isTechnical technical: Bool, isApril april: Bool) -> Bool {
      exams.contains(exam) && (technical || !isTechnical) && (april || !isApril)
    }
  }

  static let exams = ["general", "ordinary", "experienced", "selection"]
  static let groups = [
    Group(name: "women-hired-general", rank: 0, exams: ["general"]),
    Group(name: "women-hired-ordinary", rank: 1, exams: ["ordinary"]),
    Group(name: "women-hired-technical", rank: 2, exams: Set(exams), isTechnical: true),
    Group(name: "women-hired-experienced", rank: 3, exams: ["experienced"]),
    Group(name: "women-hired-exams", rank: 4, exams: ["general", "ordinary"]),
    Group(name: "women-hired", rank: 5, exams: Set(exams)),
    Group(name: "women-hired-general-april", rank: 6, exams: ["general"], isApril: true),
  ]
  static let employers = 2
  static let bureaus = 2

  let people: [Person]

  init(seed: UInt64) {
    var dice = Dice(state: seed)
    let count = Int.random(in: 20...160, using: &dice)
    let weights = Self.exams.flatMap { exam in Array(repeating: exam, count: .random(in: 0...4, using: &dice))
    }
    let exams = weights.isEmpty ? Self.exams : weights
    let tenthsTechnical = Int.random(in: 0...10, using: &dice)
    let tenthsApril = Int.random(in: 5...10, using: &dice)
    let tenthsFirst = Int.random(in: 4...10, using: &dice)
    people = (0..<count).map { _ in
      Person(
        employer: Int.random(in: 0..<10, using: &dice) < tenthsFirst ? 1 : 2,
        bureau: .random(in: 0...Self.bureaus, using: &dice),
        exam: exams.randomElement(using: &dice) ?? "general",
        isTechnical: Int.random(in: 0..<10, using: &dice) < tenthsTechnical,
        isApril: Int.random(in: 0..<10, using: &dice) < tenthsApril,
        isWoman: .random(using: &dice)
      )
    }
  }

  var indicators: [Indicator] {
    Self.groups.map { group in
      let parts = Self.exams.flatMap { exam in
        [true, false].flatMap { technical in
          [true, false].filter { group.holds(exam, isTechnical: technical, isApril: $0) }
            .map { "\(exam)-\(technical)-\($0)" }
        }
      }
      let definition = Indicator.Definition(
        id: group.id,
        title: group.name,
        numerator: "女性",
        denominator: "採用した職員",
        form: .share,
        source: "名簿",
        methodVersion: 1,
        guardKind: .people,
        family: Indicator.Family("hires", rank: group.rank, parts: Set(parts))
      )
      return Indicator(definition) { _, _, _ in values(of: group) }
    }
  }

  private func values(of group: Group) -> [IndicatorValue] {
    let own = people.filter { group.holds($0.exam, isTechnical: $0.isTechnical, isApril: $0.isApril) }
    let places = Dictionary(grouping: own) { [$0.employer, $0.bureau] }
    return places.map { place, people in
      IndicatorValue(
        employer: RecordID(Int64(place[0])),
        unit: place[1] == 0 ? nil : RecordID(Int64(place[0] * 10 + place[1])),
        ratio: Ratio(people.count(where: \.isWoman), of: people.count),
        people: people.count
      )
    }
  }

  static let units = (1...employers).flatMap { employer in
    (1...bureaus).map { bureau in
      OrganizationUnit(
        id: RecordID(Int64(employer * 10 + bureau)),
        employer: RecordID(Int64(employer)),
        code: "\(employer)-\(bureau)",
        parent: nil,
        name: "部局\(bureau)",
        kind: .other,
        sortOrder: bureau,
        from: PublishedPlan.day("2020-04-01")
      )
    }
  }
}

/// The same throws for the same seed.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
