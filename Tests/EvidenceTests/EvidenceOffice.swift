import Attachments
import CivilTime
import Duties
import Evidence
import Journal
import Markup
import People
import Store
import TestSupport
import Testing

@testable import Access
@testable import Site

/// Two employers, some units and a few people on 1 June 2026, 10:00.
///
/// 総務省: 大臣官房(1) with 秘書課(2) below it, 統計局(3); 消防庁: 消防課(4). Whoever has a number that ends in 1 heads the unit of its hundreds: 201 heads 秘書課, 202 works there.
struct EvidenceOffice: Sendable {
  static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + Installation.migrations
    + AttachmentsMigrations.all + DutiesMigrations.all + EvidenceMigrations.all
  static let today = day("2026-06-01")
  static let now = OfficeZone.instant(on: today, at: .midnight).adding(minutes: Minutes(hours: 10))
  static let people: [Int64] = [101, 201, 202, 203, 204, 205, 206, 301, 302, 401]
  static let year = FiscalYear(startYear: 2026)
  static let measure = "M01"
  /// The accounts of those whom a test lets act without a browser.
  static let serviceAccounts: [Int64] = [9201, 9202]

  let database: any SQLDatabase
  let clock = SettableClock(EvidenceOffice.now)
  let ids: RecordIDSource
  let responder: SiteResponder

  static func with(_ engine: Engine, _ body: (EvidenceOffice) async throws -> Void) async throws {
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let office = EvidenceOffice(temporary.database)
      try await office.database.write { try EvidenceOffice.write(on: $0) }
      try await body(office)
    }
  }

  private init(_ database: any SQLDatabase) {
    self.database = database
    ids = RecordIDSource(clock: clock)
    let measures = MeasureRegister { id, _ in
      ["M01", "M02"].contains(id)
        ? ReportableMeasure(
          plan: "soumu",
          id: "M01",
          title: "早く帰る日",
          summary: "月に一度は早く帰ります。",
          kind: EvidenceKinds.document.id
        ) : nil
    }
    responder = SiteResponder(
      capabilities: [
        AttachmentsCapability.capability(readers: [EvidenceAccess.attachments]),
        EvidenceCapability.capability(measures: measures),
      ],
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: false),
      transport: .plain,
      reportFailure: { _, error in Issue.record("\(error)") }
    )
  }

  var service: EvidenceService { EvidenceService(database: database, ids: ids) }

  private static func write(on connection: any SQLConnection) throws {
    try EmployerRecords.insert(
      [
        Employer(id: RecordID(1), code: "soumu", name: "総務省"),
        Employer(id: RecordID(2), code: "fdma", name: "消防庁"),
      ],
      on: connection
    )
    let units = [
      unit(1, of: 1, "大臣官房", under: nil), unit(2, of: 1, "秘書課", under: 1), unit(3, of: 1, "統計局", under: nil),
      unit(4, of: 2, "消防課", under: nil),
    ]
    try UnitRecords.insert(units, on: connection)
    for number in serviceAccounts {
      try AccountRecords.insert(
        id: RecordID(number),
        login: "\(number)",
        name: "利用者",
        employee: nil,
        at: now,
        on: connection
      )
    }
    try EmployeeRecords.insert(people.map(employee), on: connection)
    try PostRecords.insert(
      people.map { id in
        Post(
          id: RecordID(id),
          unit: RecordID(id / 100),
          title: "官職\(id)",
          rankBand: .clerk,
          isHead: id % 100 == 1
        )
      },
      on: connection
    )
    try AssignmentRecords.insert(
      people.map { id in
        Assignment(
          id: RecordID(id),
          employee: RecordID(id),
          post: RecordID(id),
          kind: .primary,
          from: day("2020-04-01")
        )
      },
      on: connection
    )
  }

  private static func unit(
    _ id: Int64,
    of employer: Int64,
    _ name: String,
    under parent: Int64?
  ) -> OrganizationUnit {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(employer),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: .other,
      sortOrder: Int(id),
      from: day("2020-04-01")
    )
  }

  private static func employee(_ id: Int64) -> Employee {
    Employee(
      id: RecordID(id),
      employer: RecordID(id == 401 ? 2 : 1),
      number: "\(id)",
      familyName: "職員",
      givenName: "\(id)号",
      familyKana: "ショクイン",
      givenKana: "ハナコ",
      sex: .female,
      hiredOn: day("2020-04-01")
    )
  }

  static func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }
}

extension EvidenceOffice {
  /// A duty that lies with somebody.
  func duty(
    of owner: DutyOwner,
    evidence: EvidenceKind = EvidenceKinds.report,
    due: String = "2026-06-30",
    employer: Int64 = 1
  ) async throws -> RecordID<Duty> {
    let id: RecordID<Duty> = ids.next()
    let entry: RecordID<JournalEntry> = ids.next()
    let order = DutyOrder(
      measure: DutyRuleKey(plan: "soumu", measure: Self.measure, name: "decision"),
      occasion: "decision:\(id)",
      year: Self.year,
      employer: RecordID(employer),
      owner: owner,
      dueOn: Self.day(due),
      task: "早く帰る日を設けます。",
      evidence: evidence.id
    )
    try await database.write {
      try DutyDesk.open(order, id: id, by: .system, at: Self.now, entry: entry, on: $0)
    }
    return id
  }

  func duty(_ id: RecordID<Duty>) async throws -> Duty {
    try #require(try await database.read { try DutyQuery.duty(id, on: $0) })
  }

  func report(
    kind: EvidenceKind = EvidenceKinds.count,
    unit: Int64? = 2,
    about: Int64? = nil,
    on day: String = "2026-05-20",
    quantity: Int? = nil,
    of quantityOf: Int? = nil,
    text: String = "実施しました。"
  ) -> EvidenceReport {
    EvidenceReport(
      plan: "soumu",
      measure: Self.measure,
      kind: kind.id,
      employer: RecordID(1),
      unit: unit.map { RecordID($0) },
      aboutEmployee: about.map { RecordID($0) },
      heldOn: Self.day(day),
      quantity: quantity,
      quantityOf: quantityOf,
      text: text
    )
  }

  /// Somebody as the service sees them; unless told, heads 秘書課 or stands in for its head.
  func actor(_ employee: Int64 = 201, _ roles: Set<Role> = [.staff], heads units: Set<Int64> = [2]) -> Actor {
    Actor(
      account: RecordID(9000 + employee),
      employee: RecordID(employee),
      name: "職員",
      unit: nil,
      roles: roles,
      headedUnits: Set(units.map { RecordID($0) })
    )
  }

  func tallies(_ year: FiscalYear = EvidenceOffice.year) async throws -> [EvidenceTally] {
    try await database.read { try EvidenceRecords.tallies(year: year, plan: "soumu", on: $0) }
  }

  func count(_ table: SQLText) async throws -> Int {
    try await database.read { try $0.value("SELECT COUNT(*) FROM \(fragment: table)") ?? -1 }
  }
}
