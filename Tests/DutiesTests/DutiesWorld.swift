import CivilTime
import Store
import TestSupport

@testable import Duties
@testable import People

/// A ministry written row by row: who is where on which days.
///
/// 1 大臣官房 — 11 秘書課 — 111 人事係; 1 — 12 総務課; 2 統計局 — 21 調査課; 3 地方局 (regional) — 31 庶務課. All of employer 1;
/// unit 41 総務課 of employer 2.
struct DutiesWorld: Sendable {
  struct Seat: Sendable {
    let id: Int64
    let unit: Int64
    let band: RankBand
    let isHead: Bool
  }

  static let seats: [Seat] = [1, 2, 3, 11, 12, 21, 31, 41, 111].flatMap { seats(of: $0) }

  private static func seats(of unit: Int64) -> [Seat] {
    [
      Seat(id: unit * 10 + 1, unit: unit, band: unit < 10 ? .designated : .director, isHead: true),
      Seat(id: unit * 10 + 2, unit: unit, band: .deputyDirector, isHead: false),
      Seat(id: unit * 10 + 3, unit: unit, band: .chief, isHead: false),
      Seat(id: unit * 10 + 4, unit: unit, band: .clerk, isHead: false),
    ]
  }

  var units: [OrganizationUnit]
  var employees: [Employee] = []
  var assignments: [Assignment] = []
  var deputies: [Deputy] = []

  init() {
    units = [
      Self.unit(1, "大臣官房", .secretariat), Self.unit(2, "統計局", .bureau),
      Self.unit(3, "地方局", .regionalBureau), Self.unit(11, "秘書課", .division, under: 1),
      Self.unit(12, "総務課", .division, under: 1), Self.unit(111, "人事係", .section, under: 11),
      Self.unit(21, "調査課", .division, under: 2), Self.unit(31, "庶務課", .division, under: 3),
      Self.unit(41, "総務課", .division, of: 2),
    ]
  }

  static func unit(
    _ id: Int64,
    _ name: String,
    _ kind: UnitKind,
    under parent: Int64? = nil,
    of employer: Int64 = 1,
    from: String = "2020-04-01",
    to: String? = nil
  ) -> OrganizationUnit {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(employer),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: kind,
      sortOrder: Int(id),
      from: day(from),
      to: to.map { day($0) }
    )
  }

  mutating func hire(
    _ number: Int64,
    on date: String = "2020-04-01",
    left: String? = nil,
    of employer: Int64 = 1
  ) {
    employees.append(
      Employee(
        id: RecordID(number),
        employer: RecordID(employer),
        number: "\(number)",
        familyName: "職員\(number)",
        givenName: "花子",
        familyKana: "ショクイン",
        givenKana: "ハナコ",
        sex: .female,
        hiredOn: day(date),
        leftOn: left.map { day($0) }
      )
    )
  }

  /// Gives a person a seat: the unit's number and then 1 head, 2 deputy director, 3 chief, 4 clerk.
  mutating func seat(
    _ employee: Int64,
    _ seat: Int64,
    from: String = "2020-04-01",
    to end: String? = nil,
    as kind: AssignmentKind = .primary
  ) {
    assignments.append(
      Assignment(
        id: RecordID(Int64(assignments.count + 1)),
        employee: RecordID(employee),
        post: RecordID(seat),
        kind: kind,
        from: day(from),
        to: end.map { day($0) }
      )
    )
  }

  mutating func dissolve(_ unit: Int64, lastDay: String) {
    units = units.map { old in
      guard old.id.number == unit else { return old }
      return Self.unit(
        unit,
        old.name,
        old.kind,
        under: old.parent?.number,
        of: old.employer.number,
        to: lastDay
      )
    }
  }

  func write(on connection: any SQLConnection) throws {
    let employer = Employer(id: RecordID(1), code: "soumu", name: "総務省")
    let other = Employer(id: RecordID(2), code: "fdma", name: "消防庁")
    try EmployerRecords.insert([employer, other], on: connection)
    try UnitRecords.insert(units, on: connection)
    let posts = Self.seats.map { seat in
      Post(
        id: RecordID(seat.id),
        unit: RecordID(seat.unit),
        title: "官職\(seat.id)",
        rankBand: seat.band,
        isManagerial: seat.isHead,
        isExecutive: seat.band == .designated,
        isHead: seat.isHead
      )
    }
    try PostRecords.insert(posts, on: connection)
    try EmployeeRecords.insert(employees, on: connection)
    try AssignmentRecords.insert(assignments, on: connection)
    for deputy in deputies { try DeputyRecords.insert(deputy, on: connection) }
  }

  /// Heads 1 (大臣官房), 2 (秘書課), 3 (統計局), 4 (調査課); staff 5 and 6 in 秘書課, 7 in 調査課; 8 and 9 in 消防庁.
  static func small() -> DutiesWorld {
    var world = DutiesWorld()
    for (person, seat) in [(1, 11), (2, 111), (3, 21), (4, 211), (5, 113), (6, 114), (7, 214)] {
      world.hire(Int64(person))
      world.seat(Int64(person), Int64(seat))
    }
    for (person, seat) in [(8, 411), (9, 414)] {
      world.hire(Int64(person), of: 2)
      world.seat(Int64(person), Int64(seat))
    }
    return world
  }

  /// Thirty people who come, move, rise and leave at random between spring 2026 and 2027.
  static func random(seed: UInt64) -> DutiesWorld {
    var random = Randomness(seed: seed)
    var world = DutiesWorld()
    world.dissolve(31, lastDay: "2026-09-30")
    let first = day("2026-03-01")
    for person in 1...30 {
      let isNew = Int.random(in: 0..<5, using: &random) == 0
      let hired = isNew ? first.adding(days: Int.random(in: 20...300, using: &random)) : day("2020-04-01")
      let leaves = Int.random(in: 0..<6, using: &random) == 0
      let left = leaves ? max(hired, first.adding(days: Int.random(in: 40...330, using: &random))) : nil
      let employer: Int64 = person > 27 ? 2 : 1
      world.hire(Int64(person), on: hired.iso, left: left?.iso, of: employer)
      let seats = Self.seats.filter { ($0.unit == 41) == (employer == 2) }
      var from = hired
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let seat = seats[Int.random(in: 0..<seats.count, using: &random)]
        let next = max(from, first).adding(days: Int.random(in: 15...150, using: &random))
        world.seat(Int64(person), seat.id, from: from.iso, to: next.adding(days: -1).iso)
        from = next
      }
      let last = seats[Int.random(in: 0..<seats.count, using: &random)]
      world.seat(Int64(person), last.id, from: from.iso)
    }
    return world
  }
}
