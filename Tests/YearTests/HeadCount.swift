import CivilTime
import Indicators
import People

/// The figures of people counted one career after the other, from what the plan says of its targets.
struct HeadCount {
  let ministry: Ministry
  let year: Int

  static let names = [
    "women-hired-general", "women-hired-general-april", "women-hired-ordinary", "women-hired-ordinary-april",
    "women-hired-technical", "women-hired-technical-april", "women-hired-exams", "women-hired-experienced",
    "women-director-march", "women-director-july", "women-deputy-director-march",
    "women-deputy-director-july",
    "women-chief-march", "women-chief-july", "women-new-chief-march", "women-new-chief-july",
    "women-managers-march", "women-staff", "leaving-women", "leaving-men",
  ]

  private var firstDay: CivilDate { day("\(year)-04-01") }
  private var lastDay: CivilDate { day("\(year + 1)-03-31") }
  private var july: CivilDate { day("\(year)-07-01") }

  /// Women of how many, by employer; employers without anybody counted have none of none.
  func figure(_ name: String) -> [String: Ratio] {
    var counted: [String: Ratio] = [:]
    for employer in Ministry.employers { counted[employer.code] = .zero }
    for person in ministry.people {
      guard let ratio = ratio(name, person) else { continue }
      counted[person.employer, default: .zero] += ratio
    }
    return counted
  }

  private func ratio(_ name: String, _ person: Person) -> Ratio? {
    if name.hasPrefix("leaving-") {
      let sex: Sex = name == "leaving-women" ? .female : .male
      guard person.sex == sex, person.category == .regular, isThere(person, firstDay...lastDay) else {
        return nil
      }
      return Ratio(person.leftOn.map { $0 <= lastDay } ?? false ? 1 : 0, of: 1)
    }
    return isCounted(name, person) ? Ratio(person.sex == .female ? 1 : 0, of: 1) : nil
  }

  private func isThere(_ person: Person, _ days: ClosedRange<CivilDate>) -> Bool {
    person.hiredOn <= days.upperBound && person.leftOn.map { days.lowerBound <= $0 } ?? true
  }

  private func isCounted(_ name: String, _ person: Person) -> Bool {
    if name.hasPrefix("women-hired-") { return isHire(name, person) }
    if name.hasPrefix("women-new-chief-") {
      return name.hasSuffix("july")
        ? isNewChief(person, day("\(year - 1)-07-02")...july) : isNewChief(person, firstDay...lastDay)
    }
    guard let seat = person.seat(name.hasSuffix("-july") ? july : lastDay) else { return false }
    switch name {
    case "women-director-march", "women-director-july": return seat.band == .director
    case "women-deputy-director-march", "women-deputy-director-july": return seat.band == .deputyDirector
    case "women-chief-march", "women-chief-july": return isHeadquartersChief(seat)
    case "women-managers-march": return seat.isManagerial
    default: return true
    }
  }

  private func isHire(_ name: String, _ person: Person) -> Bool {
    guard person.category == .regular, (firstDay...lastDay).contains(person.hiredOn) else { return false }
    if name.hasSuffix("-april"), person.hiredOn != firstDay { return false }
    let isOrdinary = person.exam == .ordinary || person.exam == .ordinaryHighSchool
    switch name.replacing("women-hired-", with: "").replacing("-april", with: "") {
    case "general": return person.exam == .general
    case "ordinary": return isOrdinary
    case "technical": return person.isTechnical && person.exam != .none
    case "exams": return person.exam == .general || isOrdinary
    default: return person.exam == .experienced
    }
  }

  /// The regional bureau is not headquarters.
  private func isHeadquartersChief(_ seat: Seat) -> Bool {
    seat.band == .chief && seat.top != "関東総合通信局"
  }

  /// The first post above that of a clerk, at headquarters, within the days.
  private func isNewChief(_ person: Person, _ days: ClosedRange<CivilDate>) -> Bool {
    guard isThere(person, days), person.placements.first?.seat.band == .clerk,
      let first = person.placements.first(where: { $0.seat.band != .clerk })
    else { return false }
    return isHeadquartersChief(first.seat) && days.contains(first.from)
  }
}
