internal import CivilTime
internal import Store

/// What a staff list adds to and changes in the database, ready to be written.
struct RosterDifference: Sendable {
  var newEmployers: [Employer] = []
  var renamedEmployers: [Employer] = []
  var newUnits: [OrganizationUnit] = []
  var correctedUnits: [UnitHistory.Period] = []
  var newPosts: [Post] = []
  var newEmployees: [Employee] = []
  var changedEmployees: [Employee] = []
  var newAssignments: [Assignment] = []
  var changedAssignments: [Assignment] = []
  /// The values that stood before.
  var changes: [PeopleChange] = []
  /// What is wrong in the light of the database.
  var faults: [RosterFault] = []
  var counts = RosterCounts()

  /// Compares a file with what is stored.
  init(
    _ file: RosterFile,
    with snapshot: RosterSnapshot,
    asOf date: CivilDate,
    identifiers: RosterIdentifiers
  ) {
    var comparison = RosterComparison(file: file, snapshot: snapshot, identifiers: identifiers)
    comparison.compare(asOf: date)
    self = comparison.difference
  }

  /// Nothing to change.
  init() {}
}
