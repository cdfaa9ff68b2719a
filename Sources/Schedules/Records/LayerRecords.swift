internal import CivilTime
internal import People
internal import Store

/// Which kinds of record there are at all, so that an installation that uses few asks few questions.
struct LayerPresence {
  let standards: Bool
  let choices: Bool
  let periods: Bool
  let moves: Bool
  let holidays: Bool

  var isAny: Bool { standards || choices || periods || moves || holidays }

  init(on connection: any SQLConnection) throws {
    let row = try connection.row(
      """
      SELECT EXISTS (SELECT 1 FROM standard_day), EXISTS (SELECT 1 FROM pattern_choice),
      EXISTS (SELECT 1 FROM flextime_period), EXISTS (SELECT 1 FROM day_shift),
      EXISTS (SELECT 1 FROM holiday_addition)
      """
    )
    guard let row else { throw StoreError.unexpectedColumn("standard_day") }
    standards = try row.value(0)
    choices = try row.value(1)
    periods = try row.value(2)
    moves = try row.value(3)
    holidays = try row.value(4)
  }
}

/// Reads everything on record that bears on some days of some people.
struct LayerRecords {
  /// How many people one query asks for.
  static let most = 1000

  let days: ClosedRange<CivilDate>
  let presence: LayerPresence
  let connection: any SQLConnection

  func layers(of employees: [RecordID<Employee>]) throws -> [RecordID<Employee>: ScheduleLayers] {
    var layers: [RecordID<Employee>: ScheduleLayers] = [:]
    let list = Self.padded(employees)
    if presence.standards {
      for (employee, standards) in try StandardDayRecords.standards(of: list, on: connection) {
        layers[employee, default: ScheduleLayers()].standards = standards
      }
    }
    if presence.choices {
      try PatternRecords.forEachChoice(of: list, in: days, on: connection) { employee, choice in
        layers[employee, default: ScheduleLayers()].choices.append(choice)
      }
    }
    if presence.periods {
      try FlextimeRecords.forEachAllotment(of: list, in: days, on: connection) { employee, allotment in
        layers[employee, default: ScheduleLayers()].periods.append(allotment)
      }
    }
    if presence.moves {
      for moved in try MovedDayRecords.standing(of: list, in: days, on: connection) {
        layers[moved.employee, default: ScheduleLayers()].moves.append(moved)
      }
    }
    if presence.holidays {
      let holidays = try HolidayAdditionRecords.additions(in: days, on: connection)
      for employee in employees where !holidays.isEmpty {
        layers[employee, default: ScheduleLayers()].holidays = holidays
      }
    }
    return layers
  }

  /// The list with its last one repeated up to a power of two, so that the engines meet few different texts.
  static func padded<Entity>(_ records: [RecordID<Entity>]) -> [RecordID<Entity>] {
    guard let last = records.last else { return [] }
    var length = 1
    while length < records.count { length *= 2 }
    return records + Array(repeating: last, count: length - records.count)
  }
}
