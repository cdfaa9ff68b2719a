internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// Everything that the page of one duty shows, as far as the visitor may know of it.
struct ShownDuty: Sendable {
  struct Step: Sendable {
    let at: Instant
    let who: String
    let what: String
  }

  let sheet: DutySheet
  let rule: DutyRule?
  let steps: [Step]
  /// Seats to which the duty can be handed over.
  let seats: [Fields.Choice]

  /// Nil where the visitor may not know of the duty.
  init?(
    _ id: RecordID<Duty>,
    for actor: Actor,
    tree: UnitTree,
    on connection: any SQLConnection
  ) throws {
    guard let sheet = try DutyQuery.sheet(id, for: actor, on: connection) else { return nil }
    self.sheet = sheet
    rule = try RuleBook(on: connection).rule(sheet.duty.rule)
    let steps = try StepRecords.steps(of: id, on: connection)
    let accounts = try Self.accounts(steps.compactMap(\.account), on: connection)
    let owners = try DutyNames(owners: steps.compactMap(\.to), on: connection)
    self.steps = steps.map { step in
      Step(
        at: step.at,
        who: step.account.map { accounts[$0] ?? "利用者" } ?? "システム",
        what: Self.words(step, owners)
      )
    }
    seats = sheet.duty.state.isOpen ? try Self.seats(sheet.duty, tree, on: connection) : []
  }

  private static func words(_ step: DutyStep, _ owners: DutyNames) -> String {
    let to = step.to.map { "：\(owners.name(of: $0))へ" } ?? ""
    let reason =
      switch step.reason {
      case nil: ""
      case StepRecords.left?: "（対象の職員が退職したため）"
      case let text?: "（\(text)）"
      }
    return step.act.japanese + to + reason
  }

  private static func accounts(_ ids: [Int64], on connection: any SQLConnection) throws -> [Int64: String] {
    var names: [Int64: String] = [:]
    for row in try connection.rows(
      """
      SELECT a.id, a.name, e.family_name, e.given_name FROM account a
      LEFT JOIN employee e ON e.id = a.employee WHERE a.id IN (\(list: Set(ids).sorted())) ORDER BY a.id
      """
    ) {
      let family: String? = try row.optional(2)
      let own: String = try row.value(1)
      names[try row.value(0)] = try family.map { try $0 + " " + row.value(3, as: String.self) } ?? own
    }
    return names
  }

  /// The heads of the units around the owner, and the offices of the employer; never the present owner.
  private static func seats(
    _ duty: Duty,
    _ tree: UnitTree,
    on connection: any SQLConnection
  ) throws -> [Fields.Choice] {
    var units: [RecordID<OrganizationUnit>] = []
    if let unit = duty.owner.unit ?? duty.subject.unit ?? duty.bureau {
      let above = tree.ancestors(of: unit)
      let beside = above.first.map { tree.children(of: $0.id) } ?? []
      units = above.map(\.id) + beside.map(\.id) + [unit] + tree.children(of: unit).map(\.id)
    }
    var seen: Set<DutyOwner> = [duty.owner]
    let owners =
      units.map { DutyOwner.head($0) }
      + [.office(.personnel, duty.employer), .office(.secretariat, duty.employer)]
    let others = owners.filter { seen.insert($0).inserted }
    let names = try DutyQuery.names(of: others, on: connection)
    return others.map { Fields.Choice($0.code, names[$0] ?? $0.code) }
  }
}
