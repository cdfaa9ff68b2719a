internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// フレックスタイム制の定め – terms that an employer fixed for all its staff or for a unit with those below it.
struct FlextimeTermsEntry: Sendable {
  let id: RecordID<FlextimeTermsEntry>
  let employer: RecordID<Employer>
  /// The unit they hold for; nil for all.
  let unit: RecordID<OrganizationUnit>?
  let from: CivilDate
  let terms: FlextimeTerms
}
