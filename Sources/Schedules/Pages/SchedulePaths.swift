internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// Where the pages of schedules live: the one place that spells their paths.
enum SchedulePaths {
  static let own = "/schedules"
  static let patternRequests = "/schedules/pattern-requests"
  static let moves = "/schedules/moves"
  static let units = "/schedules/units"
  static let rules = "/schedules/rules"
  static let standard = "/schedules/rules/standard"
  static let patterns = "/schedules/rules/patterns"
  static let terms = "/schedules/rules/terms"
  static let holidays = "/schedules/rules/holidays"
  static let flextime = "/schedules/flextime"
  static let flextimeNew = "/schedules/flextime/new"
  static let telework = "/schedules/telework"

  static func withdraw(_ holiday: CivilDate) -> String { "\(holidays)/\(holiday.iso)/withdraw" }

  static func person(_ employee: RecordID<Employee>) -> String { "/schedules/people/\(employee)" }

  static func pattern(of employee: RecordID<Employee>) -> String { "\(person(employee))/pattern" }

  static func moves(of employee: RecordID<Employee>) -> String { "\(person(employee))/moves" }

  static func unit(_ unit: RecordID<OrganizationUnit>) -> String { "\(units)/\(unit)" }

  static func decision(_ request: RecordID<PatternRequest>) -> String { "\(patternRequests)/\(request)" }

  static func decision(_ request: RecordID<MoveRequest>) -> String { "/schedules/move-requests/\(request)" }

  static func cancel(_ moved: RecordID<MovedDay>) -> String { "\(moves)/\(moved)/cancel" }

  static func end(_ pattern: RecordID<WorkPattern>) -> String { "\(patterns)/\(pattern)/end" }

  static func period(_ period: RecordID<FlextimePeriod>) -> String { "\(flextime)/\(period)" }

  static func change(_ period: RecordID<FlextimePeriod>) -> String { "\(flextime)/\(period)/change" }

  static func decision(_ period: RecordID<FlextimePeriod>) -> String { "\(flextime)/\(period)/decision" }

  static func telework(of employee: RecordID<Employee>) -> String { "\(telework)/people/\(employee)" }

  static func teleworkDecision(of employee: RecordID<Employee>) -> String {
    "\(telework(of: employee))/decision"
  }

  static func cancel(_ day: RecordID<Telework>) -> String { "\(telework)/days/\(day)/cancel" }

  static func telework(of unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "\(telework)/units/\(unit)?month=\(month.iso)"
  }

  static func teleworkFile(of unit: RecordID<OrganizationUnit>, _ month: YearMonth) -> String {
    "\(telework)/units/\(unit)/csv?month=\(month.iso)"
  }

  /// The day's own page of working time, where overtime is claimed.
  static func day(_ date: CivilDate) -> String { "/working-time/days/\(date.iso)" }
}
