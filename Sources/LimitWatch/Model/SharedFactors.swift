internal import People
internal import Store

/// 共有する要因の数 – how often each factor was named, as the committee may read it: never of fewer than ten people.
struct SharedFactors: Sendable, Hashable {
  /// What may be told of a number of people's months.
  enum Count: Sendable, Hashable {
    /// So many months, of ten people or more.
    case months(Int)
    /// Too few people to be told, perhaps none but for the factor being named.
    case few
  }

  /// The fewest people of whom a number is told.
  static let fewest = 10

  /// One unit's factors, those not named left out.
  let units: [RecordID<OrganizationUnit>: [OvertimeFactor: Count]]
  /// The factors of all units together; one is withheld too where it would tell of what a unit withholds.
  let total: [OvertimeFactor: Count]

  init(_ analyses: [LimitAnalysis]) {
    var units: [RecordID<OrganizationUnit>: [OvertimeFactor: Count]] = [:]
    var months: [OvertimeFactor: Int] = [:]
    var withheld: [OvertimeFactor: Int] = [:]
    var people: [OvertimeFactor: Set<RecordID<Employee>>] = [:]
    for analysis in analyses {
      for factor in OvertimeFactor.allCases {
        let named = analysis.factors.filter { $0.value.contains { $0.factor == factor } }.keys
        guard !named.isEmpty else { continue }
        let who = Set(named.map(\.employee))
        let isTold = who.count >= Self.fewest
        units[analysis.unit, default: [:]][factor] = isTold ? .months(named.count) : .few
        months[factor, default: 0] += named.count
        people[factor, default: []].formUnion(who)
        if !isTold { withheld[factor, default: 0] += who.count }
      }
    }
    self.units = units
    total = months.reduce(into: [:]) { total, entry in
      let hidden = withheld[entry.key] ?? 0
      let isTold = (people[entry.key] ?? []).count >= Self.fewest && (hidden == 0 || hidden >= Self.fewest)
      total[entry.key] = isTold ? .months(entry.value) : .few
    }
  }
}
