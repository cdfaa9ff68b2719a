internal import CivilTime
internal import People
internal import Store

/// 集中取組期間の取組 – what an employer does in its intensive period, under a measure of the plan.
struct IntensiveAction: Sendable, Hashable {
  let id: RecordID<IntensiveAction>
  let employer: RecordID<Employer>
  let measure: String
  let title: String
  let note: String
}
