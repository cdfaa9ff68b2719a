import CivilTime
import People

/// A unit, known by its path.
struct Unit: Sendable {
  let employer: String
  let path: String
  let kind: UnitKind

  init(_ employer: String, _ path: String, _ kind: UnitKind) {
    (self.employer, self.path, self.kind) = (employer, path, kind)
  }

  var isDivision: Bool { kind == .division || kind == .office }
  var isTop: Bool { path == top }
  /// The first part of the path: the bureau.
  var top: String { String(path.prefix { $0 != "／" }) }
}

/// A post that somebody can hold.
struct Seat: Sendable, Hashable {
  let unit: String
  let title: String
  let band: RankBand
  var isManagerial = false
  var isExecutive = false
  var isHead = false

  var top: String { String(unit.prefix { $0 != "／" }) }
}

/// A post held from a day on, until the next one or the last day in service.
struct Placement: Sendable {
  let seat: Seat
  let from: CivilDate
}

/// Somebody with a whole career, as it will have been.
struct Person: Sendable {
  let employer: String
  let number: String
  let sex: Sex
  let hiredOn: CivilDate
  var leftOn: CivilDate?
  var category = StaffCategory.regular
  var exam = ExamCategory.none
  var isTechnical = false
  var placements: [Placement]

  var key: String { "e:\(employer):\(number)" }

  func isServing(_ day: CivilDate) -> Bool { hiredOn <= day && leftOn.map { day <= $0 } ?? true }

  /// The post held on a day.
  func seat(_ day: CivilDate) -> Seat? {
    guard isServing(day) else { return nil }
    return placements.last { $0.from <= day }?.seat
  }
}

/// A child of a man on the staff, and whether he took a month off.
struct Birth: Sendable {
  let father: String
  let employer: String
  let on: CivilDate
  let tookMonth: Bool
}

/// More than 45 hours of overtime in a month.
struct Excess: Sendable, Hashable {
  let person: String
  let month: YearMonth
}

/// Two employers with everything that will have happened to their people, thrown with dice before the year begins.
struct Ministry: Sendable {
  static let employers = [(code: "shobo", name: "消防庁"), (code: "soumu", name: "総務省")]

  static let units = [
    Unit("soumu", "大臣官房", .secretariat), Unit("soumu", "大臣官房／秘書課", .division),
    Unit("soumu", "大臣官房／会計課", .division), Unit("soumu", "大臣官房／広報室", .office),
    Unit("soumu", "行政管理局", .bureau), Unit("soumu", "行政管理局／企画調整課", .division),
    Unit("soumu", "行政管理局／管理課", .division), Unit("soumu", "統計局", .bureau),
    Unit("soumu", "統計局／調査課", .division), Unit("soumu", "関東総合通信局", .regionalBureau),
    Unit("soumu", "関東総合通信局／無線課", .division), Unit("shobo", "消防庁", .agency),
    Unit("shobo", "消防庁／予防課", .division), Unit("shobo", "消防庁／防災課", .division),
  ]

  var people: [Person] = []
  var births: [Birth] = []
  var excesses: [Excess] = []

  static func unit(_ path: String) -> Unit? { units.first { $0.path == path } }

  static func divisions(of employer: String) -> [String] {
    units.filter { $0.employer == employer && $0.isDivision && $0.top != "関東総合通信局" }.map(\.path)
  }

  func person(_ key: String) -> Person? { people.first { $0.key == key } }

  /// Who heads a unit on a day.
  func head(of unit: String, _ day: CivilDate) -> Person? {
    people.first { person in
      guard let seat = person.seat(day) else { return false }
      return seat.isHead && seat.unit == unit
    }
  }

  /// The unit whose head answers for somebody: the nearest one that is headed by somebody else; nil without one.
  func superiorUnit(of person: Person, _ day: CivilDate) -> String? {
    guard let seat = person.seat(day) else { return nil }
    let near = seat.unit == seat.top ? [seat.unit] : [seat.unit, seat.top]
    return near.first { unit in head(of: unit, day).map { $0.key != person.key } ?? false }
  }
}

// MARK: The list of the staff

extension Ministry {
  private static let columns = [
    "employer_code", "employer", "unit", "unit_kind", "post", "rank_band", "managerial", "executive", "head",
    "assigned_on", "assigned_until", "employee_number", "family_name", "given_name", "family_kana",
    "given_kana", "sex", "hired_on", "left_on", "staff_category", "exam_category", "technical",
  ]

  /// The file that personnel sends on a day: every post held since the records begin, nothing that lies ahead.
  func roster(_ today: CivilDate) -> [UInt8] {
    let lines = [Self.columns] + people.filter { $0.hiredOn <= today }.flatMap { rows(of: $0, today) }
    return Array(lines.map { $0.joined(separator: ",") }.joined(separator: "\r\n").utf8)
  }

  private func rows(of person: Person, _ today: CivilDate) -> [[String]] {
    let held = person.placements.filter { $0.from <= today }
    let left = person.leftOn.flatMap { $0 <= today ? $0 : nil }
    return held.indices.map { place in
      let (seat, from) = (held[place].seat, held[place].from)
      let until = place + 1 < held.count ? held[place + 1].from.adding(days: -1) : left
      let name = Self.employers.first { $0.code == person.employer }?.name ?? ""
      return [
        person.employer, name, seat.unit, Self.unit(seat.unit)?.kind.japanese ?? "", seat.title,
        seat.band.japanese, yes(seat.isManagerial), yes(seat.isExecutive), yes(seat.isHead), from.iso,
        until?.iso ?? "", person.number, "職員", person.number, "ショクイン", "ハナコ", person.sex.japanese,
        person.hiredOn.iso, left?.iso ?? "", person.category.japanese, person.exam.japanese,
        yes(person.isTechnical),
      ]
    }
  }

  private func yes(_ value: Bool) -> String { value ? "はい" : "いいえ" }
}
