import Foundation

/// A database engine that tests run on.
package enum Engine: String, Sendable, Codable, CaseIterable {
  case sqlite
  case postgres

  /// The environment variable with the address of a PostgreSQL server that tests may fill.
  package static let postgresVariable = "HATARAKI_TEST_POSTGRES"

  /// The address of the server for tests; nil where there is none.
  package static let postgresURL: String? = ProcessInfo.processInfo.environment[postgresVariable]

  /// The engines that are there; says so once when PostgreSQL is not.
  package static let available: [Engine] = {
    if postgresURL != nil { return allCases }
    print("PostgreSQL: skipped (\(postgresVariable) is not set)")
    return [.sqlite]
  }()
}
