internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store

/// The identifiers of the demo's records, made before anything is written.
struct DemoIdentities: Sendable {
  struct PostKey: Hashable, Sendable {
    let unit: Int
    let shape: SeatShape
  }

  /// Makes further identifiers; its clock stands at the first moment of today.
  let source: RecordIDSource
  let employers: [RecordID<Employer>]
  let units: [RecordID<OrganizationUnit>]
  let posts: [PostKey: RecordID<Post>]
  /// The posts in the order of their identifiers.
  let postKeys: [PostKey]
  let people: [RecordID<Employee>]
  /// The accounts of the people.
  let accounts: [RecordID<Account>]

  init(staff: StaffPlan, clock: any WallClock) {
    let source = RecordIDSource(clock: clock)
    self.source = source
    employers = EmployerPlan.allCases.map { _ in source.next() }
    units = staff.ministry.units.map { _ in source.next() }
    var posts: [PostKey: RecordID<Post>] = [:]
    var keys: [PostKey] = []
    for seat in staff.seats {
      let key = PostKey(unit: seat.unit, shape: seat.shape)
      guard posts[key] == nil else { continue }
      posts[key] = source.next()
      keys.append(key)
    }
    self.posts = posts
    postKeys = keys
    people = staff.people.map { _ in source.next() }
    accounts = staff.people.map { _ in source.next() }
  }

  func employer(_ employer: EmployerPlan) -> RecordID<Employer> { employers[employer.rawValue] }
}
