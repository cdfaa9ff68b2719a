public import Store

/// 閲覧範囲 – whose personal data somebody may see on a day.
public indirect enum PersonScope: Sendable, Hashable {
  /// Nobody's.
  case nobody
  /// One's own.
  case own(RecordID<Employee>)
  /// That of people who hold a post in one of the units on the day, and one's own.
  ///
  /// The units are meant one by one: give the units below as well where they are to be seen.
  case units(Set<RecordID<OrganizationUnit>>, own: RecordID<Employee>?)
  /// That of all people of some employers.
  case employers(Set<RecordID<Employer>>)
  /// That of the people within one of two ranges.
  case either(PersonScope, PersonScope)
  /// Everyone's.
  case everyone
}
