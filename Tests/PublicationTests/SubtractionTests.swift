import CivilTime
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Plan
@testable import Publication

@Suite("What can be read from published figures by adding and subtracting")
struct SubtractionTests {
  /// A number of people that is shown: for each sort of person at each place whether it is counted.
  struct Shown: Hashable {
    let words: String
    let counted: [Int]
    let people: Int
  }

  static let places = (1...HiredPeople.employers).flatMap { employer in
    (0...HiredPeople.bureaus).map { (employer: employer, bureau: $0) }
  }

  static func counted(_ id: String, employer: Int?, bureau: Int?) -> [Int] {
    guard let group = HiredPeople.groups.first(where: { $0.id == id }) else { return [] }
    return places.flatMap { place in
      HiredPeople.exams.flatMap { exam in
        [true, false].flatMap { technical in
          [true, false].map { april in
            let isHere =
              (employer ?? place.employer) == place.employer && (bureau ?? place.bureau) == place.bureau
            return isHere && group.holds(exam, isTechnical: technical, isApril: april) ? 1 : 0
          }
        }
      }
    }
  }

  /// All that pages, reports and files tell of: the figures of the plan's targets everywhere, those of other columns
  /// employer by employer, and the lines over the years.
  static func shown(
    _ office: PublicationOffice,
    _ reported: [String],
    _ people: HiredPeople
  ) async throws -> [Shown] {
    let indicators = people.indicators
    let definitions = indicators.map(\.definition)
    let source = "    figure: {indicators: [\(reported.joined(separator: ", "))]}"
    let target = PublishedPlan.target(1, "採用の女性", field: "hiring", more: source)
    let content = PublishedPlan.content(try PublishedPlan.version(PublishedPlan.text([target])), [:])
    let read = try await office.database.read { connection in
      (
        figures: try FigureReading(definitions: definitions).figures(
          Set(reported),
          in: PublishedPlan.year,
          today: PublicationOffice.today,
          on: connection
        ),
        history: try TargetReading(definitions: definitions).history(
          of: Set(reported),
          under: content.plan,
          on: connection
        ),
        employers: try PublicationReading(definitions: definitions).employers(
          of: content,
          today: PublicationOffice.today,
          on: connection
        )
      )
    }
    var shown: Set<Shown> = []
    func add(_ id: String, _ ratio: Ratio?, employer: Int? = nil, bureau: Int? = nil) {
      guard let ratio else { return }
      let counted = counted(id, employer: employer, bureau: bureau)
      let words = "\(id)@\(employer.map { "\($0)" } ?? "all")/\(bureau.map { "\($0)" } ?? "all")"
      shown.insert(Shown(words: words, counted: counted, people: ratio.denominator))
    }
    for (id, figure) in read.figures {
      if case .shown(let tally) = figure.total { add(id, tally.ratio) }
      for own in figure.employers {
        let employer = Int(own.employer.id.number)
        if case .shown(let tally) = own.figure { add(id, tally.ratio, employer: employer) }
        for unit in own.units {
          add(id, unit.tally.ratio, employer: employer, bureau: Int(unit.unit.id.number) % 10)
        }
      }
    }
    for (id, points) in read.history { points.forEach { add(id, $0.ratio) } }
    for (place, employer) in read.employers.enumerated() {
      for (id, figure) in employer.figures where id.hasPrefix("workforce.women-hired") {
        add(id, figure.ratio, employer: place + 1)
      }
    }
    return shown.sorted { $0.words < $1.words }
  }

  /// The sums and differences of up to four of them that count some people once and nobody twice, and few.
  static func telling(_ shown: [Shown]) -> [String] {
    var found: [String] = []
    func extend(_ first: Int, _ depth: Int, _ sum: [Int], _ people: Int, _ words: [String]) {
      if !words.isEmpty, (1...9).contains(people), sum.allSatisfy({ $0 == 0 || $0 == 1 }) {
        found.append("\(words.joined(separator: " ")) = \(people)")
      }
      guard depth < 4 else { return }
      for place in shown.indices.dropFirst(first) {
        for factor in [1, -1] {
          var next = sum
          for part in next.indices { next[part] += factor * shown[place].counted[part] }
          // What is counted too often can no more be set right.
          let left = 3 - depth
          guard next.allSatisfy({ -left <= $0 && $0 <= 1 + left }) else { continue }
          extend(
            place + 1,
            depth + 1,
            next,
            people + factor * shown[place].people,
            words + [(factor > 0 ? "+" : "-") + shown[place].words]
          )
        }
      }
    }
    extend(0, 0, Array(repeating: 0, count: shown.first?.counted.count ?? 0), 0, [])
    return found
  }

  @Test(arguments: 1...60)
  func tellsOfFewPeopleNowhere(_ seed: UInt64) async throws {
    let people = HiredPeople(seed: seed)
    var dice = Dice(state: seed &* 7919)
    let most = Int.random(in: 1...HiredPeople.groups.count, using: &dice)
    let reported = Array(HiredPeople.groups.map(\.id).shuffled(using: &dice).prefix(most))
    try await Self.with(.sqlite, people) { office in
      let shown = try await Self.shown(office, reported, people)
      #expect(Self.telling(shown) == [])
    }
  }

  static func with(
    _ engine: Engine,
    _ people: HiredPeople,
    _ body: (PublicationOffice) async throws -> Void
  ) async throws {
    try await PublicationOffice.with(engine) { office in
      try await office.database.write { try UnitRecords.insert(HiredPeople.units, on: $0) }
      let refresh = FigureRefresh(
        database: office.database,
        clock: office.clock,
        ids: office.ids,
        indicators: { people.indicators }
      )
      #expect(try await refresh.run(PublishedPlan.year).failed.isEmpty)
      try await body(office)
    }
  }

  /// The guard withholds no more than it must: where nobody is few, everything is shown.
  @Test(arguments: Engine.available)
  func showsEverythingOfManyPeople(_ engine: Engine) async throws {
    let person = HiredPeople.Person(
      employer: 1,
      bureau: 0,
      exam: "general",
      isTechnical: false,
      isApril: false,
      isWoman: false
    )
    let sorts = Self.places.flatMap { place in
      HiredPeople.exams.flatMap { exam in
        [true, false].flatMap { technical in
          [true, false].map { april in
            person.moved(place.employer, place.bureau, exam, isTechnical: technical, isApril: april)
          }
        }
      }
    }
    let people = HiredPeople(people: sorts.flatMap { Array(repeating: $0, count: 10) })
    try await Self.with(engine, people) { office in
      let ids = HiredPeople.groups.map(\.id)
      let shown = try await Self.shown(office, ids, people)
      let placesEach = 1 + HiredPeople.employers * (1 + HiredPeople.bureaus)
      #expect(shown.count == ids.count * placesEach)
    }
  }

  /// All hires, less those of each examination that is shown, are the few of the one that is not.
  @Test(arguments: Engine.available)
  func withholdsTheWholeOfPartsThatLeaveFew(_ engine: Engine) async throws {
    let person = HiredPeople.Person(
      employer: 1,
      bureau: 0,
      exam: "general",
      isTechnical: false,
      isApril: false,
      isWoman: false
    )
    for (rest, isShown) in [(0, true), (1, false), (9, false), (10, true)] {
      let counts = [("general", 20), ("ordinary", 15), ("experienced", 12), ("selection", rest)]
      let people = HiredPeople(
        people: counts.flatMap { exam, count in
          Array(repeating: person.moved(1, 0, exam, isTechnical: false, isApril: false), count: count)
        }
      )
      try await Self.with(engine, people) { office in
        let ids = ["", "-general", "-ordinary", "-experienced"].map { "workforce.women-hired\($0)" }
        let words = Set(try await Self.shown(office, ids, people).map(\.words))
        #expect(words.contains("workforce.women-hired@all/all") == isShown, "\(rest)")
        #expect(words.contains("workforce.women-hired@1/all") == isShown, "\(rest)")
        #expect(words.contains("workforce.women-hired-experienced@all/all"), "\(rest)")
      }
    }
  }
}

extension HiredPeople {
  init(people: [Person]) { self.people = people }
}

extension HiredPeople.Person {
  func moved(_ employer: Int, _ bureau: Int, _ exam: String, isTechnical: Bool, isApril: Bool) -> Self {
    Self(
      employer: employer,
      bureau: bureau,
      exam: exam,
      isTechnical: isTechnical,
      isApril: isApril,
      isWoman: isWoman
    )
  }
}
