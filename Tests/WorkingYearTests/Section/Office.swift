import CivilTime
import Journal
import People
import Store
import TestSupport
import Testing

@testable import Access
@testable import LimitWatch
@testable import MonthClosing
@testable import OvertimeOrders
@testable import Schedules
@testable import Site
@testable import WorkingTime

/// The program on a database, as the people of the section meet it.
struct Office {
  static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + Installation.migrations
    + SchedulesMigrations.all + WorkingTimeMigrations.all + OvertimeOrdersMigrations.all
    + LimitWatchMigrations.all + MonthClosingMigrations.all

  let database: any SQLDatabase
  private let clock: SettableClock
  let ids: RecordIDSource
  private let services: SiteServices
  private var known: [Int64: (turn: Int, actor: Actor)] = [:]

  init(_ database: any SQLDatabase) async throws {
    let clock = SettableClock(Self.instant(0))
    self.database = database
    self.clock = clock
    ids = RecordIDSource(clock: clock)
    services = SiteServices(
      database: database,
      clock: clock,
      ids: ids,
      isDemo: false,
      hoursFollower: ClaimRecount.follower
    )
    try await database.write { try SectionRecords.write(at: Self.instant(0), on: $0) }
  }

  /// The moment so many minutes after the year began.
  static func instant(_ minute: Int) -> Instant {
    OfficeZone.instant(on: YearDays.firstDay, at: .midnight).adding(minutes: Minutes(minute))
  }

  var now: Instant { clock.now() }

  func set(_ now: Instant) { clock.set(now) }

  /// Somebody as the program knows them now.
  mutating func actor(_ person: Int64) async throws -> Actor {
    let today = OfficeZone.date(of: clock.now())
    let turn = Section.turns.count { $0 <= YearDays.index(today) }
    if let known = known[person], known.turn == turn { return known.actor }
    let found = try await database.glance {
      try ActorRecords.actor(RecordID(person), on: today, connection: $0)
    }
    let actor = try #require(found, "\(person) may not work on \(today)")
    known[person] = (turn, actor)
    return actor
  }

  /// What somebody's browser sends now.
  private mutating func request(_ person: Int64) async throws -> SignedInRequest {
    let actor = try await actor(person)
    let request = SiteRequest(
      path: "/",
      parameters: [:],
      query: .empty,
      form: .empty,
      files: [],
      body: [],
      idempotencyKey: nil,
      address: "",
      now: clock.now(),
      visitor: actor,
      session: nil,
      services: services
    )
    return SignedInRequest(request: request, actor: actor)
  }

  var clockService: ClockService { ClockService(database: database, ids: ids) }

  var correction: DayCorrection { DayCorrection(database: database, ids: ids) }

  var sweep: ClosingSweep { ClosingSweep(database: database, ids: ids) }

  mutating func schedules(_ person: Int64) async throws -> ScheduleDesk {
    ScheduleDesk(try await request(person))
  }

  mutating func orders(_ person: Int64) async throws -> OrdersDesk {
    try await OrdersDesk(try await request(person))
  }

  mutating func closing(_ person: Int64) async throws -> ClosingDesk {
    ClosingDesk(try await request(person), [ClosingConcerns.limits])
  }

  mutating func register(_ person: Int64) async throws -> RegisterDesk {
    RegisterDesk(try await request(person))
  }

  /// Everything that stands for somebody's day.
  func day(_ day: Int, of person: Int64) async throws -> DayOrders {
    let date = YearDays.date(day)
    return try await database.read { try DayOrdersQuery.day(date, of: RecordID(person), on: $0) }
  }
}
