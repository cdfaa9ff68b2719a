import CivilTime
import People
import Store

@testable import Duties

/// Which duties the rules of ``SweepTests`` make, by a loop over every day and every person.
struct NaiveDuties {
  let world: DutiesWorld
  let today: CivilDate

  var marks: Set<String> {
    var marks: Set<String> = []
    let year = FiscalYear(startYear: 2026)
    marks.formUnion(["P 2026 p1", "P 2026 p2"])
    for period in CycleCalendar.periods(of: .half, in: year) {
      let last = period.days.upperBound
      each(period, due: last) { posting, day in
        if !isAtTop(posting, day) { marks.insert("S \(period.key) e\(posting.employee)") }
      }
      for day in asked(period, due: last.adding(days: 30)) {
        for unit in world.units where unit.parent == nil && isInForce(unit, day) {
          marks.insert("B \(period.key) u\(unit.id)")
        }
      }
    }
    for period in CycleCalendar.periods(of: .fiscalYear, in: year) {
      each(period, due: period.days.upperBound) { posting, day in
        guard seat(posting).isHead else { return }
        marks.insert("M 2026 e\(posting.employee)")
        if isDivision(posting, day) { marks.insert("C 2026 e\(posting.employee)") }
      }
    }
    for period in CycleCalendar.periods(of: .quarter, in: year) {
      each(period, due: period.days.upperBound.adding(days: 15)) { posting, day in
        if isDivision(posting, day) { marks.insert("D \(period.key) u\(seat(posting).unit)") }
      }
    }
    return marks.union(events)
  }

  private var events: Set<String> {
    var marks: Set<String> = []
    let window = day("2026-04-01")...today
    for employee in world.employees {
      if let left = employee.leftOn, window.contains(left) {
        marks.insert("L people.leaving:\(left) e\(employee.id)")
      }
      let held = world.assignments.filter { $0.employee == employee.id }.sorted { $0.from < $1.from }
      for (before, now) in zip(held, held.dropFirst()) where before.post != now.post {
        guard window.contains(now.from), employee.leftOn.map({ now.from <= $0 }) ?? true else { continue }
        if !isAtTop(now, now.from) { marks.insert("T people.transfer:\(now.from) e\(employee.id)") }
      }
    }
    return marks
  }

  /// The days of a period on which belonging to a group counts.
  private func asked(_ period: CyclePeriod, due: CivilDate) -> [CivilDate] {
    let start = period.days.lowerBound
    return period.days.filter { $0 <= today && ($0 == start || $0.distance(to: due) >= 30) }
  }

  private func each(_ period: CyclePeriod, due: CivilDate, _ body: (Assignment, CivilDate) -> Void) {
    for day in asked(period, due: due) {
      for posting in world.assignments where holds(posting, day) { body(posting, day) }
    }
  }

  private func holds(_ posting: Assignment, _ day: CivilDate) -> Bool {
    guard posting.from <= day, posting.to.map({ day <= $0 }) ?? true else { return false }
    return world.employees.contains { $0.id == posting.employee && $0.isInService(on: day) }
  }

  private func seat(_ posting: Assignment) -> DutiesWorld.Seat {
    DutiesWorld.seats.first { $0.id == posting.post.number } ?? DutiesWorld.seats[0]
  }

  private func isInForce(_ unit: OrganizationUnit, _ day: CivilDate) -> Bool {
    unit.from <= day && unit.to.map { day <= $0 } ?? true
  }

  private func isDivision(_ posting: Assignment, _ day: CivilDate) -> Bool {
    world.units.contains { $0.id.number == seat(posting).unit && $0.kind == .division && isInForce($0, day) }
  }

  private func isAtTop(_ posting: Assignment, _ day: CivilDate) -> Bool {
    let seat = seat(posting)
    return seat.isHead && world.units.contains { $0.id.number == seat.unit && $0.parent == nil }
  }
}
