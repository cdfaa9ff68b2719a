import CivilTime
import Indicators
import People

/// The figures counted the slow way, one person after the other, from the definitions and not from the program.
struct NaiveCount {
  let book: StaffBook
  let year: FiscalYear
  let today: CivilDate

  struct Key: Hashable {
    let employer: Int64
    let unit: Int64?
  }

  /// What an indicator comes to by employer and unit; nil when there is no figure yet.
  func values(_ name: String) -> [Key: Ratio] {
    guard let day = day(of: name) else { return [:] }
    var sums: [Key: Ratio] = [:]
    for person in book.people {
      guard let ratio = ratio(name, person, day) else { continue }
      let unit = primary(of: person, on: day).map { book.posts[$0].unit }
      sums[Key(employer: person.employer, unit: unit), default: .zero] += ratio
    }
    return sums
  }

  private func day(of name: String) -> CivilDate? {
    let start = CivilDate(year: year.startYear, month: 4, day: 1)
    let end = CivilDate(year: year.startYear + 1, month: 3, day: 31)
    let july = CivilDate(year: year.startYear, month: 7, day: 1)
    guard let start, let end, let july else { return nil }
    if name.hasSuffix("-july") { return today >= july ? july : nil }
    if today < start { return nil }
    return name.hasSuffix("-april") ? start : min(today, end)
  }

  private func ratio(_ name: String, _ person: StaffBook.Person, _ day: CivilDate) -> Ratio? {
    let stem = name.replacing("-march", with: "").replacing("-july", with: "").replacing("-april", with: "")
    switch stem {
    case _ where stem.hasPrefix("women-hired"):
      return isHire(person, stem, day, onlyApril: name.hasSuffix("-april")) ? woman(person) : nil
    case "tenure-women", "tenure-men":
      guard isRegular(person, stem), isServing(person, day) else { return nil }
      return Ratio(months(from: person.hiredOn, through: day), of: 1)
    case "leaving-women", "leaving-men":
      guard let start = CivilDate(year: year.startYear, month: 4, day: 1) else { return nil }
      guard isRegular(person, stem), person.hiredOn <= day else { return nil }
      if let left = person.leftOn, left < start { return nil }
      return Ratio(person.leftOn.map { $0 <= day } ?? false ? 1 : 0, of: 1)
    case "women-new-chief":
      let first = name.hasSuffix("-july") ? day.adding(days: -364) : year.firstDay
      let leap = name.hasSuffix("-july") && CivilDate.daysInMonth(year: day.year, month: 2) == 29
      return isPromoted(person, from: leap ? first.adding(days: -1) : first, to: day) ? woman(person) : nil
    default:
      guard isServing(person, day), person.category != .partTime, let post = primary(of: person, on: day)
      else {
        return nil
      }
      return holds(stem, book.posts[post]) ? woman(person) : nil
    }
  }

  private func isHire(
    _ person: StaffBook.Person,
    _ stem: String,
    _ day: CivilDate,
    onlyApril: Bool
  ) -> Bool {
    guard person.category == .regular || person.category == .termLimited else { return false }
    guard person.hiredOn >= year.firstDay, person.hiredOn <= day, person.hiredOn.fiscalYear == year else {
      return false
    }
    if onlyApril, person.hiredOn != year.firstDay { return false }
    switch stem {
    case "women-hired-general": return person.exam == .general
    case "women-hired-ordinary": return person.exam == .ordinary || person.exam == .ordinaryHighSchool
    case "women-hired-exams":
      return person.exam == .general || person.exam == .ordinary || person.exam == .ordinaryHighSchool
    case "women-hired-technical": return person.isTechnical && person.exam != .none
    case "women-hired-experienced": return person.exam == .experienced
    default: return person.exam != .none
    }
  }

  private func holds(_ stem: String, _ post: StaffBook.Place) -> Bool {
    switch stem {
    case "women-designated": post.band == .designated
    case "women-director": post.band == .director
    case "women-deputy-director": post.band == .deputyDirector
    case "women-chief": post.band == .chief && ![3, 4, 5].contains(post.unit)
    case "women-managers": post.isManagerial
    default: true
    }
  }

  private func isPromoted(_ person: StaffBook.Person, from first: CivilDate, to last: CivilDate) -> Bool {
    guard person.category != .partTime, person.hiredOn <= last, person.leftOn.map({ $0 >= first }) ?? true
    else {
      return false
    }
    let line = person.held.filter { $0.kind == .primary }.sorted { $0.from < $1.from }
    guard let place = line.firstIndex(where: { book.posts[$0.post].band != .clerk }), place > 0 else {
      return false
    }
    let post = book.posts[line[place].post]
    return post.band == .chief && ![3, 4, 5].contains(post.unit)
      && first <= line[place].from && line[place].from <= last
  }

  private func isRegular(_ person: StaffBook.Person, _ stem: String) -> Bool {
    person.category == .regular && person.sex == (stem.hasSuffix("-women") ? .female : .male)
  }

  private func isServing(_ person: StaffBook.Person, _ day: CivilDate) -> Bool {
    person.hiredOn <= day && person.leftOn.map { day <= $0 } ?? true
  }

  private func primary(of person: StaffBook.Person, on day: CivilDate) -> Int? {
    guard isServing(person, day) else { return nil }
    return person.held.first { held in
      held.kind == .primary && held.from <= day && held.to.map { day <= $0 } ?? true
    }?.post
  }

  private func woman(_ person: StaffBook.Person) -> Ratio { Ratio(person.sex == .female ? 1 : 0, of: 1) }

  /// Counts the months one by one.
  private func months(from hiredOn: CivilDate, through day: CivilDate) -> Int {
    var count = 0
    while true {
      let month = hiredOn.yearMonth.adding(months: count + 1)
      let sameDay = CivilDate(year: month.year, month: month.month, day: hiredOn.day)
      // Where the month is too short for the day, the month is whole on the first day of the next.
      let whole = sameDay ?? month.lastDay.adding(days: 1)
      if whole > day.adding(days: 1) { return count }
      count += 1
    }
  }
}
