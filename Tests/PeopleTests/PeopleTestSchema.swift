import Journal
import People
import Store

/// The schema that people's tables need.
enum PeopleTestSchema {
  static let all: [Migration] = JournalMigrations.all + PeopleMigrations.all
}
