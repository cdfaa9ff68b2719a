internal import ArgumentParser
internal import CivilTime
internal import People
internal import Store

/// Which employer and unit a command is about.
struct ReachOptions: ParsableArguments {
  @Option(name: .long, help: "The employer's code, for hr and time-keeper.")
  var employer: String?

  @Option(name: .long, help: "The unit's path, for time-keeper, such as 大臣官房／秘書課.")
  var unit: String?

  func validate() throws {
    if unit != nil, employer == nil { throw ValidationError("--unit needs --employer.") }
  }

  func find(
    in database: any SQLDatabase,
    on day: CivilDate
  ) async throws -> (employer: RecordID<Employer>?, unit: RecordID<OrganizationUnit>?) {
    guard let employer else { return (nil, nil) }
    let known = try await EmployerOption.employer(code: employer, in: database)
    guard let path = unit.map({ Array(DigitFolding.folded($0).utf8) }) else { return (known, nil) }
    let tree = try await database.read { connection in try UnitRecords.tree(asOf: day, on: connection) }
    let match = tree.ordered.first { one in
      one.employer == known
        && tree.path(of: one.id).map { Array(DigitFolding.folded($0).utf8) == path } ?? false
    }
    guard let match else { throw ValidationError("There is no unit with this path today.") }
    return (known, match.id)
  }
}

/// Finds employers by their codes.
enum EmployerOption {
  static func employer(code: String, in database: any SQLDatabase) async throws -> RecordID<Employer> {
    let found = try await database.read { connection in
      try EmployerRecords.employer(code: code, on: connection)?.id
    }
    guard let found else { throw ValidationError("There is no employer with the code \(code).") }
    return found
  }

  /// The employer of a code, or the only one.
  static func employer(
    code: String?,
    orOnlyOneIn database: any SQLDatabase
  ) async throws -> RecordID<Employer> {
    if let code { return try await employer(code: code, in: database) }
    let all = try await database.read { connection in try EmployerRecords.all(on: connection) }
    guard let only = all.first, all.count == 1 else {
      let codes = all.map(\.code).joined(separator: ", ")
      throw ValidationError("Say which employer is meant: --employer with one of \(codes).")
    }
    return only.id
  }
}

/// Days of the command line.
enum DayOption {
  static func day(_ text: String?, named name: String) throws -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(iso: text) else { throw ValidationError("\(name) takes YYYY-MM-DD.") }
    return day
  }
}
