import CivilTime
import People

/// What names a duty: the measure, the duty within it, the occasion, and about whom or what.
struct DutyName: Sendable, Hashable, Comparable, CustomStringConvertible {
  let measure: String
  let rule: String
  let occasion: String
  let subject: String

  var description: String { "\(measure) \(rule) \(occasion) \(subject)" }

  static func < (left: DutyName, right: DutyName) -> Bool {
    (left.measure, left.rule, left.occasion, left.subject)
      < (right.measure, right.rule, right.occasion, right.subject)
  }
}

/// What somebody owes.
struct Obligation: Sendable, Hashable {
  let name: DutyName
  let year: Int
  let employer: String
  /// The bureau in which it arose; empty for what an office owes.
  let bureau: String
  let startsOn: CivilDate
  let dueOn: CivilDate
  let kind: String
  var isBulk = false
  /// `self`, `superior`, `head` or the name of an office.
  let debtor: String

  /// The person whom it is about.
  var person: String? { name.subject.hasPrefix("e:") ? name.subject : nil }
  var unit: String? { name.subject.hasPrefix("u:") ? String(name.subject.dropFirst(2)) : nil }
}

/// Who owes what until a day, found by a loop over every rule, period, day, person and unit.
struct Obligations {
  /// Days of the summer period of each employer in 2026; 1 July to 31 August elsewhere.
  static let summers = ["soumu": day("2026-07-06")...day("2026-08-21")]

  let ministry: Ministry
  /// The days on which units have somebody in them.
  private let manned: [String: Set<Int>]

  init(_ ministry: Ministry) {
    self.ministry = ministry
    var manned: [String: Set<Int>] = [:]
    for date in day("2026-04-01")...day("2027-12-31") {
      for person in ministry.people {
        if let seat = person.seat(date) { manned[seat.unit, default: []].insert(date.dayNumber) }
      }
    }
    self.manned = manned
  }

  func all(until today: CivilDate) -> [Obligation] {
    [2026, 2027].flatMap { year in
      PlanMeaning.rules(of: year).flatMap { rule in
        rule.occasion.contains(".") ? happenings(rule, year, today) : cycle(rule, year, today)
      }
    }
  }

  // MARK: Cycles

  private struct Period {
    let key: String
    let days: ClosedRange<CivilDate>
  }

  private func periods(_ cycle: String, _ year: Int, _ employer: String) -> [Period] {
    func months(_ first: Int, _ count: Int, _ key: String) -> Period {
      let start = YearMonth(index: year * 12 + 3 + first)
      return Period(key: key, days: start.firstDay...start.adding(months: count - 1).lastDay)
    }
    switch cycle {
    case "fiscal-year": return [months(0, 12, "\(year)")]
    case "half": return [months(0, 6, "\(year)-h1"), months(6, 6, "\(year)-h2")]
    case "evaluation": return [months(0, 6, "\(year)-e1"), months(6, 6, "\(year)-e2")]
    case "quarter": return (0..<4).map { months($0 * 3, 3, "\(year)-q\($0 + 1)") }
    default:
      let usual = months(3, 2, "\(year)-summer")
      return [
        Period(key: usual.key, days: year == 2026 ? Self.summers[employer] ?? usual.days : usual.days)
      ]
    }
  }

  private func due(_ rule: PlanMeaning.Rule, _ last: CivilDate) -> CivilDate {
    if rule.due == "end" { return last }
    let amount = Int(rule.due.dropLast()) ?? 0
    guard rule.due.hasSuffix("m") else { return last.adding(days: amount) }
    // Every period ends with a month, and so does what is counted in months from it.
    return last.yearMonth.adding(months: amount).lastDay
  }

  private func cycle(_ rule: PlanMeaning.Rule, _ year: Int, _ today: CivilDate) -> [Obligation] {
    Ministry.employers.flatMap { employer, _ in
      periods(rule.occasion, year, employer).flatMap { period -> [Obligation] in
        let dueOn = due(rule, period.days.upperBound)
        // Whoever comes when less than thirty days are left is not asked any more.
        let asked = period.days.filter { date in
          date <= today && (date == period.days.lowerBound || date.distance(to: dueOn) >= 30)
        }
        return subjects(rule, employer, asked).map { subject, bureau in
          Obligation(
            name: DutyName(
              measure: rule.measure,
              rule: rule.name,
              occasion: period.key,
              subject: subject
            ),
            year: year,
            employer: employer,
            bureau: bureau,
            startsOn: period.days.lowerBound,
            dueOn: dueOn,
            kind: rule.kind,
            isBulk: rule.isBulk,
            debtor: debtor(rule)
          )
        }
      }
    }
  }

  private func debtor(_ rule: PlanMeaning.Rule) -> String {
    rule.debtor.hasPrefix("each-") ? "self" : String(rule.debtor.prefix { $0 != ":" })
  }

  /// About whom or what a rule makes duties, with the bureau of the first day.
  private func subjects(
    _ rule: PlanMeaning.Rule,
    _ employer: String,
    _ asked: [CivilDate]
  ) -> [(subject: String, bureau: String)] {
    guard let first = asked.first else { return [] }
    switch rule.debtor {
    case "personnel", "secretariat": return [("p:\(employer)", "")]
    case "head:headed", "head:bureaus":
      return Ministry.units.filter { unit in
        unit.employer == employer && (rule.debtor == "head:headed" || unit.isTop)
      }.map { ("u:\($0.path)", $0.top) }
    case "head:divisions":
      return Ministry.units.filter { unit in
        unit.employer == employer && unit.isDivision
          && asked.contains { manned[unit.path]?.contains($0.dayNumber) ?? false }
      }.map { ("u:\($0.path)", $0.top) }
    default:
      return ministry.people.filter { $0.employer == employer && $0.leftOn.map { first <= $0 } ?? true }
        .compactMap { person in
          for date in asked {
            guard let seat = person.seat(date), belongs(seat, rule.debtor) else { continue }
            return (person.key, seat.top)
          }
          return nil
        }
    }
  }

  private func belongs(_ seat: Seat, _ debtor: String) -> Bool {
    switch debtor {
    case "each-manager": seat.isManagerial
    case "each-executive": seat.isExecutive
    case "each-section-head": seat.isHead && Ministry.unit(seat.unit)?.isDivision == true
    case "superior:manager": seat.isManagerial && !isTopHead(seat)
    case "superior:staff": !isTopHead(seat)
    default: false
    }
  }

  /// The head of a bureau has no superior within the records.
  private func isTopHead(_ seat: Seat) -> Bool { seat.isHead && seat.unit == seat.top }
}

// MARK: What happens

extension Obligations {
  private func happenings(_ rule: PlanMeaning.Rule, _ year: Int, _ today: CivilDate) -> [Obligation] {
    let window = day("\(year)-04-01")...day("\(year + 1)-03-31")
    if rule.occasion == "working-time.limit-exceeded" { return year == 2026 ? excesses(rule, today) : [] }
    return ministry.people.flatMap { person -> [Obligation] in
      person.placements.indices.compactMap { place in
        let (seat, date) = (person.placements[place].seat, person.placements[place].from)
        let before = person.placements[..<place].map(\.seat)
        guard window.contains(date), date <= today, person.isServing(date),
          happens(rule.occasion, seat, before, isHire: date == person.hiredOn),
          !(rule.debtor == "superior:subject" && isTopHead(seat))
        else { return nil }
        return Obligation(
          name: DutyName(
            measure: rule.measure,
            rule: rule.name,
            occasion: "\(rule.occasion):\(date.iso)",
            subject: person.key
          ),
          year: year,
          employer: person.employer,
          bureau: seat.top,
          startsOn: date,
          dueOn: due(rule, date),
          kind: rule.kind,
          isBulk: rule.isBulk,
          debtor: debtor(rule)
        )
      }
    }
  }

  private func happens(_ event: String, _ seat: Seat, _ before: [Seat], isHire: Bool) -> Bool {
    guard before.last != seat else { return false }
    switch event {
    case "people.transfer": return !before.isEmpty
    case "people.manager-promotion":
      return !before.isEmpty && seat.isManagerial && !before.contains(where: \.isManagerial)
    case "people.executive-appointment": return seat.isExecutive && (!before.isEmpty || isHire)
    case "people.relocation":
      guard let last = before.last, last.top != seat.top else { return false }
      return [last.top, seat.top].contains("関東総合通信局")
    default: return false
    }
  }

  /// Once for each unit in which somebody worked too long; known when the month is over.
  private func excesses(_ rule: PlanMeaning.Rule, _ today: CivilDate) -> [Obligation] {
    let units = ministry.excesses.filter { $0.month.lastDay < today }.compactMap { excess in
      ministry.person(excess.person)?.seat(excess.month.lastDay)?.unit
    }
    return Set(units).sorted().compactMap { unit in
      guard let place = Ministry.unit(unit) else { return nil }
      return Obligation(
        name: DutyName(
          measure: rule.measure,
          rule: rule.name,
          occasion: "\(rule.occasion):2027-03-31",
          subject: "u:\(unit)"
        ),
        year: 2026,
        employer: place.employer,
        bureau: place.top,
        startsOn: today,
        dueOn: due(rule, day("2027-03-31")),
        kind: rule.kind,
        debtor: "head"
      )
    }
  }
}
