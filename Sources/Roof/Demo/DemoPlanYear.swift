internal import Access
internal import ArgumentParser
internal import CivilTime
internal import Demo
internal import FollowUps
internal import FoundationEssentials
internal import Plan
internal import Store

/// Brings the plan of a made-up ministry into full swing: the last fiscal year reported, this one under way.
///
/// Everything goes through the services of the pages, by the clock and the identifiers of the demo, so that the same
/// seed makes the same records.
struct DemoPlanYear {
  let staff: Int
  let seed: UInt64
  let today: CivilDate

  /// What a demo is filled with.
  struct Material {
    let plan: [UInt8]
    /// Published figures of governments; nil where there are none.
    let references: [UInt8]?

    /// Reads a plan, and the published figures that lie beside it; a plan with faults is refused before anything is made.
    init(besidePlan path: String) throws {
      let figures = URL(filePath: path).deletingLastPathComponent().appending(path: "references.csv")
      plan = try PlanCommand.bytes(of: path)
      if case .failure(let faults) = PlanFile.read(utf8: plan, known: House.vocabulary) {
        Console.write(PlanCheck.report(faults, file: path), to: 2)
        throw ExitCode(Failure.Code.dataError.rawValue)
      }
      references =
        FileManager.default.fileExists(atPath: figures.path) ? try PlanCommand.bytes(of: figures.path) : nil
    }
  }

  func fill(_ database: any SQLDatabase, with material: Material) async throws {
    let demo = DemoYear(seed: seed, today: today)
    let office = Office(database: database, clock: demo.clock, ids: demo.ids)
    let work = PlanRun(office)
    let lastYear = today.fiscalYear.advanced(by: -1)
    let plan = try await work.load(material.plan, dutiesFrom: lastYear.firstDay)
    if let references = material.references { try await work.loadReferences(references) }
    let figures = DemoFigures(plan: plan, staff: staff, seed: seed, lastYear: lastYear)
    try await figures.write(in: office)
    let secretariat = try await Self.actor(.secretariat, in: database)
    let committee = DemoCommittee(plan: plan, today: today, secretariat: secretariat)
    try await committee.write(in: office)
    // After the committee, whose decisions are duties too.
    let done = try await demo.fulfil(in: database)
    let excused = try await demo.excuse(in: database, by: secretariat)
    Console.print("Of \(done.duties) duties \(done.fulfilled) are done, \(excused) excused.")
    try await work.refresh(nil)
    let report = DemoFollowUp(plan: plan, seed: seed, year: lastYear, secretariat: secretariat)
    let stage = try await report.write(in: office, until: today.adding(days: -1))
    Console.print("The follow-up of \(lastYear.startYear) is at '\(stage.rawValue)'.")
  }

  private static func actor(_ role: Role, in database: any SQLDatabase) async throws -> Actor {
    let account = try await database.read { connection in
      try AccountRecords.account(login: role.rawValue, on: connection)
    }
    guard let account else { throw Failure.failure("The demo has no '\(role.rawValue)'.", .unavailable) }
    return Actor(
      account: account.id,
      employee: account.employee,
      name: account.login,
      unit: nil,
      roles: [role]
    )
  }
}
