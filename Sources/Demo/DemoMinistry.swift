public import CivilTime
public import Store
internal import Access
internal import LimitWatch
internal import MonthClosing
internal import OvertimeOrders
internal import PresenceLogs
internal import Schedules
internal import WorkingTime

/// A made-up ministry with up to fifteen months of working days, for trying the software out (デモ).
///
/// The same number of staff, seed and day give the same records, to the byte. Nobody in it exists.
public struct DemoMinistry: Sendable {
  /// The numbers of staff that it can be made with.
  public static let staffRange = 60...300_000
  /// The numbers of months whose days it can write; the desks of today speak of three.
  public static let monthRange = 3...DemoPeriod.monthCount

  /// The tables of working time that it fills, beside those of people, accounts and the journal.
  package static let migrations =
    SchedulesMigrations.all + WorkingTimeMigrations.all + OvertimeOrdersMigrations.all
    + PresenceLogsMigrations.all + LimitWatchMigrations.all + MonthClosingMigrations.all

  private let staff: Int
  private let seed: UInt64
  private let period: DemoPeriod
  private let recordedMonths: ArraySlice<YearMonth>

  /// A ministry with so many people in service today and the days of so many last months.
  ///
  /// Numbers outside ``staffRange`` and ``monthRange`` are brought into them. Fewer months change who moved when as
  /// little as more: only the days before them are not written.
  public init(staff: Int = 5000, months: Int = 15, seed: UInt64 = 1, today: CivilDate) {
    self.staff = min(max(staff, Self.staffRange.lowerBound), Self.staffRange.upperBound)
    self.seed = seed
    period = DemoPeriod(today: today)
    recordedMonths = period.months.suffix(max(months, Self.monthRange.lowerBound))
  }

  /// Fills a migrated database without employers; each month is a transaction of its own.
  ///
  /// - Throws: what the engine refuses, such as ``StoreError/unique(constraint:)`` where there are employers
  ///   of the same codes. What was written before that stays.
  public func write(
    to database: any SQLDatabase,
    progress: @Sendable (String) -> Void
  ) async throws -> DemoSummary {
    let plan = StaffPlan(staff: staff, seed: seed, period: period)
    let now = OfficeZone.instant(on: period.today, at: .midnight)
    let identities = DemoIdentities(staff: plan, clock: FixedClock(now))
    try await writeStructure(plan, identities, now: now, to: database)
    progress("\(plan.ministry.units.count) units, \(plan.people.count) people")
    let office = DemoOffice(staff: plan, seed: seed, period: period, identities: identities, now: now)
    try await ScheduleWriting(office: office).write(to: database)
    let writing = MonthWriting(
      drawing: MonthDrawing(staff: plan, seed: seed, period: period),
      office: office
    )
    var total = MonthWriting.Count()
    for month in recordedMonths {
      let count = try await writing.write(DemoMonth(month, period: period), to: database)
      total.punches += count.punches
      total.overtimeDays += count.overtimeDays
      progress("\(month): \(count.punches) clock records")
    }
    try await refreshTotals(in: database, progress)
    try await writeDesks(office, to: database, progress)
    return DemoSummary(
      units: plan.ministry.units.count,
      staff: plan.people.count { $0.isInService(on: period.today) },
      people: plan.people.count,
      months: recordedMonths.count,
      punches: total.punches,
      overtimeDays: total.overtimeDays
    )
  }

  /// Writes who works where, with accounts and roles, but no working days.
  func writeStructure(
    _ plan: StaffPlan,
    _ identities: DemoIdentities,
    now: Instant,
    to database: any SQLDatabase
  ) async throws {
    var chance = Chance(seed: seed, .salt)
    let salt = (0..<16).map { _ in UInt8(chance.below(256)) }
    let password = try PasswordHash(password: DemoSignIns.password, salt: salt, cost: .light)
    let organization = OrganizationWriting(staff: plan, identities: identities, period: period, now: now)
    try await database.write { try organization.write(on: $0) }
    let drawing = PeopleDrawing(staff: plan, identities: identities, seed: seed)
    try await PeopleWriting(drawing: drawing, password: password, now: now).write(to: database)
    try await RoleWriting(drawing: drawing, password: password, period: period, now: now).write(to: database)
  }

  /// Writes what stands on the desks today: what waits for orders, registers of limits, and the closing of months.
  private func writeDesks(
    _ office: DemoOffice,
    to database: any SQLDatabase,
    _ progress: @Sendable (String) -> Void
  ) async throws {
    let orders = OrderWriting(office: office)
    try await database.write { connection in
      try orders.writeComing(on: connection)
      try orders.writeBudgets(on: connection)
    }
    progress("orders and budgets")
    try await LimitWriting(office: office).write(to: database)
    progress("registers of limits")
    try await ClosingWriting(office: office).write(to: database)
    progress("closing of months")
  }

  private func refreshTotals(
    in database: any SQLDatabase,
    _ progress: @Sendable (String) -> Void
  ) async throws {
    guard let first = recordedMonths.first, let last = recordedMonths.last else { return }
    try await database.write { try WorkingTimeBulk.refreshTotals(from: first, to: last, on: $0) }
    progress("totals of \(recordedMonths.count) months")
  }
}
