import CivilTime
import Indicators
import Plan

/// What the ledger of a year comes to, counted duty by duty and report by report.
struct BruteForce {
  struct Place: Hashable {
    let measure: String
    let employer: String
    let bureau: String
  }

  struct Sum: Hashable {
    var owed = 0
    var fulfilled = 0
    var excused = 0
    var overdue = 0
    var people = 0
    var lastFulfilledOn: CivilDate?
    var nextDueOn: CivilDate?
  }

  struct Reported: Hashable {
    var cases = 0
    var quantity: Int?
    var quantityOf: Int?
    var lastHeldOn: CivilDate?
  }

  let ledger: Ledger
  let year: Int
  let today: CivilDate

  func duties(where condition: (LedgerDuty) -> Bool = { _ in true }) -> [LedgerDuty] {
    ledger.duties.values.filter { $0.owed.year == year && condition($0) }
  }

  private func reports(where condition: (LedgerReport) -> Bool = { _ in true }) -> [LedgerReport] {
    ledger.reports.filter { $0.counts && $0.kind != "hand.none" && $0.year == year && condition($0) }
  }

  /// The duties by measure, employer and bureau.
  var sums: [Place: Sum] {
    let places = Dictionary(grouping: duties()) { duty in
      Place(measure: duty.owed.name.measure, employer: duty.owed.employer, bureau: duty.owed.bureau)
    }
    return places.mapValues(sum)
  }

  func sum(_ duties: [LedgerDuty]) -> Sum {
    Sum(
      owed: duties.count,
      fulfilled: duties.count { $0.fate.isFulfilled },
      excused: duties.count { $0.fate.isExcused },
      overdue: duties.count { $0.isOverdue(today) },
      people: Set(duties.compactMap(\.owed.person)).count,
      lastFulfilledOn: duties.filter(\.fate.isFulfilled).compactMap(\.fate.settledOn).max(),
      nextDueOn: duties.filter { $0.fate == .open }.map(\.owed.dueOn).min()
    )
  }

  var reported: [Place: Reported] {
    let places = Dictionary(grouping: reports()) { report in
      Place(measure: report.measure, employer: report.employer, bureau: report.bureau)
    }
    return places.mapValues(reported)
  }

  private func reported(_ reports: [LedgerReport]) -> Reported {
    let (quantities, wholes) = (reports.compactMap(\.quantity), reports.compactMap(\.quantityOf))
    return Reported(
      cases: reports.count,
      quantity: quantities.isEmpty ? nil : quantities.reduce(0, +),
      quantityOf: wholes.isEmpty ? nil : wholes.reduce(0, +),
      lastHeldOn: reports.map(\.heldOn).max()
    )
  }
}

// MARK: Lines of the report

extension BruteForce {
  /// What a line of the report has to say of a measure.
  struct Line: Hashable {
    let status: String
    let coverage: Sum?
    let reported: Reported?
    let units: Ratio?
  }

  /// The line of a measure in a report that is made after the year.
  func line(_ measure: String) -> Line {
    let owed = duties { $0.owed.name.measure == measure }
    var sum = sum(owed)
    // The people of each bureau are counted for themselves.
    let named = sums.filter { $0.key.measure == measure }.map(\.value.people).reduce(0, +)
    sum.people = named > 0 ? named : causes(of: measure, owed.count)
    let reports = reports { $0.measure == measure }
    let fulfilledOn = owed.filter(\.fate.isFulfilled).compactMap(\.fate.settledOn).max()
    var known = reported(reports)
    known.lastHeldOn = [known.lastHeldOn, fulfilledOn].compactMap { $0 }.max()
    let told = known.lastHeldOn == nil ? nil : known
    let units = units(measure)
    let isFew = (1..<10).contains(sum.people)
    var counts = sum
    (counts.lastFulfilledOn, counts.nextDueOn) = (nil, nil)
    return Line(
      status: status(measure, owed.isEmpty ? nil : sum, told, units, newest: newestDay(measure)),
      coverage: owed.isEmpty || isFew ? nil : counts,
      reported: told,
      units: units
    )
  }

  /// How many people gave cause to duties that name nobody: one each, or at least one where only some were caused so.
  private func causes(of measure: String, _ owed: Int) -> Int {
    let rules = PlanMeaning.rules(of: year).filter { $0.measure == measure }
    let caused = rules.count(where: \.isCausedBySomebody)
    if caused == 0 { return 0 }
    return caused == rules.count ? owed : min(owed, 1)
  }

  private func newestDay(_ measure: String) -> CivilDate? {
    let reported = reports { $0.measure == measure }.map(\.heldOn)
    let fulfilled = duties { $0.owed.name.measure == measure && $0.fate.isFulfilled }
    return (reported + fulfilled.compactMap(\.fate.settledOn)).max()
  }

  private func status(
    _ measure: String,
    _ sum: Sum?,
    _ reported: Reported?,
    _ units: Ratio?,
    newest: CivilDate?
  ) -> String {
    let rule = (PlanMeaning.coverage[measure] ?? "").split(separator: " ")
    let cases = max(reported?.cases ?? 0, sum?.fulfilled ?? 0)
    let isLate = (sum?.overdue ?? 0) > 0
    let isSettled = sum.map { $0.fulfilled + $0.excused == $0.owed } ?? false
    let amount = rule.last.flatMap { Int($0) } ?? 0
    switch rule.first {
    case "share":
      if isLate { return "late" }
      if isSettled { return "done" }
      if let next = sum?.nextDueOn, today.distance(to: next) <= 30 { return "attention" }
      return cases > 0 ? "on-track" : "not-started"
    case "held": return cases >= amount ? "done" : "late"
    case "in-place":
      guard let newest else { return isLate ? "late" : "not-started" }
      let end = CivilDate(year: year + 1, month: 3, day: 31) ?? newest
      if newest.adding(months: amount) < end { return "late" }
      return newest.adding(months: amount - 1) < end ? "attention" : "on-track"
    case "units-with-any":
      if isSettled { return "done" }
      return units.map { $0.numerator >= $0.denominator } ?? false ? "done" : "late"
    default: return "computed"
    }
  }

  /// Units that have reported, of those that owe a report and are not wholly excused.
  private func units(_ measure: String) -> Ratio? {
    guard PlanMeaning.coverage[measure] == "units-with-any" else { return nil }
    let owing = unitsOwing(measure)
    return Ratio(owing.count { $0.value }, of: owing.count)
  }

  /// Whether each unit has reported.
  func unitsOwing(_ measure: String, employer: String? = nil) -> [String: Bool] {
    var owing: [String: Bool] = [:]
    for duty in duties(where: { $0.owed.name.measure == measure && !$0.fate.isExcused }) {
      guard let unit = duty.owed.unit, employer.map({ $0 == duty.owed.employer }) ?? true else { continue }
      let isReported = duty.fate.isFulfilled && !duty.isNone
      owing[unit] = (owing[unit] ?? false) || isReported
    }
    for report in reports(where: { $0.measure == measure }) {
      if let unit = report.unit, owing[unit] != nil { owing[unit] = true }
    }
    return owing
  }
}

// MARK: Figures made of duties and reports

extension BruteForce {
  /// The figures that targets are judged by, by employer; nil for a name that is not made of duties.
  func figure(_ name: String) -> [String: Ratio]? {
    for (prefix, count) in [
      ("duties.coverage-", coverage), ("duties.held-", held), ("duties.share-", share),
      ("duties.units-without-", unitsWithout),
    ] where name.hasPrefix(prefix) {
      let measure = String(name.dropFirst(prefix.count))
      let ratios = Ministry.employers.map { ($0.code, count(measure, $0.code)) }
      return Dictionary(uniqueKeysWithValues: ratios)
    }
    return nil
  }

  private func coverage(_ measure: String, _ employer: String) -> Ratio {
    let sum = sum(duties { $0.owed.name.measure == measure && $0.owed.employer == employer })
    return Ratio(sum.fulfilled, of: sum.owed - sum.excused)
  }

  /// As many times as was reported, or fulfilled without a report, bureau by bureau.
  private func held(_ measure: String, _ employer: String) -> Ratio {
    let (sums, reported) = (sums, reported)
    return Set(sums.keys).union(reported.keys)
      .filter { $0.measure == measure && $0.employer == employer }
      .map { place in
        let sum = sums[place] ?? Sum()
        return Ratio(max(sum.fulfilled, reported[place]?.cases ?? 0), of: sum.owed - sum.excused)
      }.reduce(.zero, +)
  }

  private func share(_ measure: String, _ employer: String) -> Ratio {
    let counted = reports {
      $0.measure == measure && $0.employer == employer && $0.quantity != nil && $0.quantityOf != nil
    }
    guard measure == "III-2-1-a" else {
      return counted.map { Ratio($0.quantity ?? 0, of: $0.quantityOf ?? 0) }.reduce(.zero, +)
    }
    // A stock: the newest report alone.
    let newest = counted.sorted { ($0.heldOn, $0.id) < ($1.heldOn, $1.id) }.last
    return newest.map { Ratio($0.quantity ?? 0, of: $0.quantityOf ?? 0) } ?? .zero
  }

  private func unitsWithout(_ measure: String, _ employer: String) -> Ratio {
    let owing = unitsOwing(measure, employer: employer)
    return Ratio(owing.count { !$0.value }, of: owing.count)
  }
}
