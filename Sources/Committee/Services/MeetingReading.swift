internal import CivilTime
internal import Duties
internal import People
internal import Plan
internal import Site
internal import Store

/// Everything that the page of a meeting shows.
struct MeetingSheet: Sendable {
  let meeting: Meeting
  let items: [AgendaItem]
  let papers: [Paper]
  let removedPapers: [RemovedPaper]
  let decisions: [Decision]
  let minutes: [Minutes]
  let proposals: [AgendaProposal]
  /// Who may be given a decision: offices and units.
  let owners: [Fields.Choice]
  let names: [DutyOwner: String]
}

/// Reads meetings with what belongs to them.
struct MeetingReading: Sendable {
  let proposals: AgendaProposals
  let units: UnitShelf

  func sheet(
    _ id: RecordID<Meeting>,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> MeetingSheet? {
    let code = try proposals.plan.version(for: today.fiscalYear, on: connection).plan.code
    guard let meeting = try MeetingRecords.meeting(id, of: code, on: connection) else { return nil }
    let decisions = try DecisionRecords.all(of: id, on: connection)
    let isPlanned = meeting.state == .planned
    return MeetingSheet(
      meeting: meeting,
      items: try MeetingRecords.items(of: id, on: connection),
      papers: try PaperRecords.all(of: id, on: connection),
      removedPapers: try PaperRecords.removals(of: id, on: connection),
      decisions: decisions,
      minutes: try MinutesRecords.all(of: id, on: connection),
      proposals: isPlanned ? try proposals.list(today.fiscalYear, today: today, on: connection) : [],
      owners: try OwnerChoices.all(units.tree(asOf: today, on: connection), on: connection),
      names: try DutyQuery.names(of: decisions.compactMap { $0.order?.owner }, on: connection)
    )
  }
}

/// 担当の選択肢: offices and units, as they stand in a form: `secretariat:1`, `unit:45`.
enum OwnerChoices {
  private static let offices: [Office] = [.secretariat, .personnel]

  static func all(_ tree: UnitTree, on connection: any SQLConnection) throws -> [Fields.Choice] {
    let employers = try EmployerRecords.all(on: connection)
    let offices = employers.flatMap { employer in
      Self.offices.map { office in
        Fields.Choice("\(office.rawValue):\(employer.id)", "\(office.japanese)（\(employer.name)）")
      }
    }
    let units = tree.ordered.map { unit in
      Fields.Choice("unit:\(unit.id)", "\(tree.path(of: unit.id) ?? unit.name)の長")
    }
    return offices + units
  }

  /// Reads a choice; nil for what is not one.
  static func owner(
    _ code: String,
    in tree: UnitTree,
    _ employers: [Employer]
  ) -> (owner: DutyOwner, employer: RecordID<Employer>)? {
    let parts = code.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int64(Substring(parts[1])), number > 0 else { return nil }
    let word = String(Substring(parts[0]))
    if word.utf8.elementsEqual("unit".utf8) {
      return tree.unit(RecordID(number)).map { (.head($0.id), $0.employer) }
    }
    guard let office = Office(rawValue: word), offices.contains(office),
      let employer = employers.first(where: { $0.id.number == number })
    else { return nil }
    return (.office(office, employer.id), employer.id)
  }
}
