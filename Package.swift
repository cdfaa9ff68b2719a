// swift-tools-version: 6.2
import PackageDescription

// The house (docs/architecture.md): imports go downward only, and
// `--explicit-target-dependency-import-check error` keeps it so.

// Tests look inside modules. Only script/test sets this, so a program that is shipped has no open doors.
let openForTests: [SwiftSetting] =
  Context.environment["HATARAKI_TESTING"] == nil ? [] : [.unsafeFlags(["-enable-testing"])]

let strict: [SwiftSetting] =
  openForTests + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .treatWarning("ExplicitSendable", as: .error),
    .treatWarning("DeprecatedDeclaration", as: .warning),
  ]

func floor(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "hataraki",
  products: [.executable(name: "hataraki", targets: ["hataraki"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Roof: the commands, and the one list of all capabilities.
    .executableTarget(
      name: "hataraki",
      dependencies: ["Roof", arguments],
      swiftSettings: strict
    ),
    floor(
      "Roof",
      [
        "Access", "CivilTime", "DelimitedText", "Demo", "Directory", "Entrance", "Indicators", "Journal",
        "Attachments", "Committee", "DisclosureRules", "Duties", "Evidence", "FollowUps", "Markup",
        "LimitWatch", "MonthClosing", "OvertimeOrders", "Oversight",
        "People", "Plan", "PresenceLogs", "Publication", "RuleCalculators", "Schedules", "Site", "SiteServer",
        "Store",
        "StorePostgres", "StoreSQLite", "Workforce", "WorkingTime", "WorkingTimeRules",
        arguments, lifecycle, logging, signals,
      ]
    ),
    floor(
      "Demo",
      [
        "Access", "CivilTime", "Duties", "Evidence", "Journal", "LimitWatch", "MonthClosing",
        "OvertimeOrders",
        "People", "PresenceLogs", "Schedules", "Store", "WorkingTime", "WorkingTimeRules",
      ]
    ),

    // Floor 4: the plan, and what is made of it.
    floor(
      "Publication",
      [
        "Access", "CivilTime", "DelimitedText", "DisclosureRules", "FollowUps", "Indicators", "Journal",
        "Markup",
        "People", "Plan", "Site", "Store", crypto,
      ]
    ),
    floor(
      "Committee",
      [
        "Access", "Attachments", "CivilTime", "Duties", "Evidence", "Indicators", "Journal", "Markup",
        "People",
        "Plan", "Site", "Store",
      ]
    ),
    floor(
      "FollowUps",
      [
        "Access", "CivilTime", "DelimitedText", "DisclosureRules", "Duties", "Evidence", "Indicators",
        "Journal",
        "Markup", "People", "Plan", "Site", "Store", crypto,
      ]
    ),
    floor(
      "Plan",
      [
        "Access", "CivilTime", "DelimitedText", "DisclosureRules", "Duties", "Evidence", "Indicators",
        "Journal",
        "Markup", "People", "Site", "Store", crypto, yams,
      ]
    ),

    // Floor 3: capabilities. Working time is a family (docs/decisions/0013): what stands above knows what is below.
    floor(
      "MonthClosing",
      [
        "Access", "CivilTime", "DelimitedText", "Duties", "Evidence", "Indicators", "Journal", "Markup",
        "People", "Schedules",
        "Site", "Store", "WorkingTime", "WorkingTimeRules", crypto,
      ]
    ),
    floor(
      "LimitWatch",
      [
        "Access", "CivilTime", "DelimitedText", "Duties", "Evidence", "Indicators", "Journal", "Markup",
        "People", "Schedules",
        "Site", "Store", "WorkingTime", "WorkingTimeRules", crypto,
      ]
    ),
    floor(
      "PresenceLogs",
      [
        "Access", "CivilTime", "DelimitedText", "Duties", "Evidence", "Indicators", "Journal", "Markup",
        "People", "Schedules",
        "Site", "Store", "WorkingTime", "WorkingTimeRules", crypto,
      ]
    ),
    floor(
      "OvertimeOrders",
      [
        "Access", "CivilTime", "DelimitedText", "Duties", "Evidence", "Indicators", "Journal", "Markup",
        "People", "Schedules",
        "Site", "Store", "WorkingTime", "WorkingTimeRules", crypto,
      ]
    ),
    floor(
      "WorkingTime",
      [
        "Access", "CivilTime", "DelimitedText", "Duties", "Indicators", "Journal", "Markup", "People",
        "Schedules",
        "Site", "Store", "WorkingTimeRules", crypto,
      ]
    ),
    floor(
      "Schedules",
      [
        "Access", "CivilTime", "DelimitedText", "Duties", "Indicators", "Journal", "Markup", "People", "Site",
        "Store", "WorkingTimeRules",
      ]
    ),
    // The others never import each other.
    floor(
      "Workforce",
      ["Access", "CivilTime", "DelimitedText", "Indicators", "Journal", "Markup", "People", "Site", "Store"]
    ),
    floor("Directory", ["Access", "CivilTime", "Markup", "People", "Site", "Store"]),
    floor("Entrance", ["Access", "CivilTime", "Markup", "Site", "Store"]),
    floor("Oversight", ["Access", "CivilTime", "Journal", "Markup", "Site", "Store"]),

    // Floor 2: what everybody needs; one way: Journal, People, Access, Site, Indicators, Attachments, Duties, Evidence.
    floor(
      "Evidence",
      ["Access", "Attachments", "CivilTime", "Duties", "Journal", "Markup", "People", "Site", "Store"]
    ),
    floor("Duties", ["Access", "CivilTime", "Journal", "Markup", "People", "Site", "Store"]),
    floor("Attachments", ["Access", "CivilTime", "Journal", "Markup", "People", "Site", "Store", crypto]),
    floor("SiteServer", ["Site", hummingbird, httpTypes, lifecycle, logging, nioCore]),
    floor("Site", ["Access", "CivilTime", "Markup", "People", "Store"]),
    floor("Access", ["CivilTime", "Journal", "People", "Store", crypto, cryptoExtras, nioPosix]),
    floor(
      "Indicators",
      ["CivilTime", "DelimitedText", "DisclosureRules", "Journal", "People", "Store", crypto]
    ),
    floor("People", ["CivilTime", "DelimitedText", "Journal", "Store", crypto]),
    floor("Journal", ["CivilTime", "Store", crypto]),
    floor("RuleCalculators", ["CivilTime", "DelimitedText", "LeaveRules", "WorkingTimeRules"]),

    // Floor 1: markup, storage, pure rules.
    floor("Markup"),
    floor("DelimitedText"),
    floor("StoreSQLite", ["Store", grdb, grdbSQLite]),
    floor("StorePostgres", ["CLibPQ", "Store"]),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    floor("Store", ["CivilTime"]),
    floor("WorkingTimeRules", ["CivilTime"]),
    floor("LeaveRules", ["CivilTime"]),
    floor("DisclosureRules", ["CivilTime"]),

    // Floor 0: dates, minutes, holidays.
    floor("CivilTime"),

    // Tests, and what they share.
    .target(
      name: "TestSupport",
      dependencies: ["CivilTime", "Store", "StorePostgres", "StoreSQLite"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    .target(
      name: "TestOffice",
      dependencies: [
        "Access", "Attachments", "CivilTime", "Duties", "Evidence", "Indicators", "Journal", "Markup",
        "People",
        "Plan", "Site", "Store", "TestSupport",
      ],
      path: "Tests/TestOffice",
      swiftSettings: strict
    ),
    tests("CivilTimeTests", ["CivilTime"]),
    tests("DelimitedTextTests", ["DelimitedText"]),
    tests("MarkupTests", ["Markup"]),
    tests("WorkingTimeRulesTests", ["CivilTime", "TestSupport", "WorkingTimeRules"]),
    tests("LeaveRulesTests", ["CivilTime", "LeaveRules"]),
    tests(
      "RuleCalculatorsTests",
      ["CivilTime", "RuleCalculators", "WorkingTimeRules"],
      resources: [.copy("Golden")]
    ),
    tests("StoreContractTests", ["CivilTime", "Store", "StorePostgres", "StoreSQLite", "TestSupport"]),
    tests("SiteLookTests", ["Markup", "Site"]),
    tests("JournalTests", ["CivilTime", "Journal", "Store", "TestSupport"]),
    tests("AccessTests", ["Access", "CivilTime", "Journal", "People", "Store", "TestSupport"]),
    tests("SiteTests", ["Access", "CivilTime", "Markup", "Site", "Store"]),
    tests(
      "WorkingTimeTests",
      [
        "Access", "CivilTime", "DelimitedText", "Duties", "Indicators", "Journal", "Markup", "People", "Site",
        "Schedules",
        "Store", "TestSupport", "WorkingTime", "WorkingTimeRules",
      ]
    ),
    tests(
      "SchedulesTests",
      [
        "Access", "CivilTime", "DelimitedText", "Duties", "Evidence", "Indicators", "Journal", "Markup",
        "People", "Schedules",
        "Site", "Store", "TestSupport", "WorkingTime", "WorkingTimeRules",
      ]
    ),
    tests(
      "OvertimeOrdersTests",
      [
        "OvertimeOrders", "Access", "CivilTime", "DelimitedText", "Duties", "Evidence", "Indicators",
        "Journal", "Markup", "People", "Schedules",
        "Site", "Store", "TestSupport", "WorkingTime", "WorkingTimeRules",
      ]
    ),
    tests(
      "PresenceLogsTests",
      [
        "PresenceLogs", "Access", "CivilTime", "DelimitedText", "Duties", "Evidence", "Indicators", "Journal",
        "Markup", "People", "Schedules",
        "Site", "Store", "TestSupport", "WorkingTime", "WorkingTimeRules",
      ]
    ),
    tests(
      "LimitWatchTests",
      [
        "LimitWatch", "Access", "CivilTime", "DelimitedText", "Duties", "Evidence", "Indicators", "Journal",
        "Markup", "People", "Schedules",
        "Site", "Store", "TestSupport", "WorkingTime", "WorkingTimeRules",
      ]
    ),
    tests(
      "MonthClosingTests",
      [
        "MonthClosing", "Access", "CivilTime", "DelimitedText", "Duties", "Evidence", "Indicators", "Journal",
        "Markup", "People", "Schedules",
        "Site", "Store", "TestSupport", "WorkingTime", "WorkingTimeRules",
      ]
    ),
    tests(
      "HouseTests",
      [
        "Access", "CivilTime", "Demo", "Journal", "People", "Plan", "Roof", "Site", "Store", "StoreSQLite",
        "TestSupport", "WorkingTime", logging, nioCore, nioPosix,
      ]
    ),
    tests("DisclosureRulesTests", ["CivilTime", "DisclosureRules"]),
    tests(
      "IndicatorsTests",
      [
        "CivilTime", "DelimitedText", "DisclosureRules", "Indicators", "Journal", "People", "Store",
        "TestSupport",
      ]
    ),
    tests(
      "AttachmentsTests",
      ["Access", "Attachments", "CivilTime", "Journal", "Markup", "People", "Site", "Store", "TestSupport"]
    ),
    tests(
      "DutiesTests",
      ["Access", "CivilTime", "Duties", "Journal", "Markup", "People", "Site", "Store", "TestSupport"]
    ),
    tests(
      "EvidenceTests",
      [
        "Access", "Attachments", "CivilTime", "Duties", "Evidence", "Journal", "Markup", "People", "Site",
        "Store",
        "TestSupport",
      ]
    ),
    tests(
      "WorkforceTests",
      [
        "Access", "CivilTime", "DelimitedText", "Indicators", "Journal", "Markup", "People", "Site", "Store",
        "TestSupport", "Workforce",
      ]
    ),
    tests(
      "FollowUpsTests",
      [
        "Access", "Attachments", "CivilTime", "DelimitedText", "DisclosureRules", "Duties", "Evidence",
        "FollowUps",
        "Indicators", "Journal", "Markup", "People", "Plan", "Site", "Store", "TestOffice", "TestSupport",
      ]
    ),
    tests(
      "CommitteeTests",
      [
        "Access", "Attachments", "CivilTime", "Committee", "Duties", "Evidence", "Indicators", "Journal",
        "Markup",
        "People", "Plan", "Site", "Store", "TestOffice", "TestSupport",
      ]
    ),
    tests(
      "PublicationTests",
      [
        "Access", "CivilTime", "DelimitedText", "DisclosureRules", "FollowUps", "Indicators", "Journal",
        "Markup",
        "People", "Plan", "Publication", "Site", "Store", "TestOffice", "TestSupport",
      ]
    ),
    tests("PeopleTests", ["CivilTime", "DelimitedText", "Journal", "People", "Store", "TestSupport"]),
    tests(
      "PlanTests",
      [
        "Access", "Attachments", "CivilTime", "DelimitedText", "DisclosureRules", "Duties", "Evidence",
        "Indicators",
        "Journal", "Markup", "People", "Plan", "Schedules", "Site", "Store", "TestSupport", "WorkingTime",
      ]
    ),
    tests(
      "YearTests",
      [
        "Access", "Attachments", "CivilTime", "Committee", "Duties", "Evidence", "FollowUps", "Indicators",
        "Journal",
        "People", "Plan", "Publication", "Roof", "Site", "Store", "TestOffice", "TestSupport", "WorkingTime",
        "WorkingTimeRules", "Workforce",
      ]
    ),
    tests(
      "WorkingYearTests",
      [
        "Access", "CivilTime", "Journal", "LimitWatch", "MonthClosing", "OvertimeOrders", "People",
        "PresenceLogs", "Schedules", "Site", "Store", "TestSupport", "WorkingTime", "WorkingTimeRules",
      ]
    ),
    tests(
      "DemoTests",
      [
        "Access", "CivilTime", "Demo", "Journal", "People", "Schedules", "Store", "TestSupport",
        "WorkingTime",
        "WorkingTimeRules",
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)
