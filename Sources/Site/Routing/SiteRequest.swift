public import Access
public import CivilTime
public import People
public import Store

/// What every handler works with.
public struct SiteServices: Sendable {
  /// The database of the installation.
  public let database: any SQLDatabase
  /// The clock of the server.
  public let clock: any WallClock
  /// Makes identifiers.
  public let ids: RecordIDSource
  /// Whether this is the made-up ministry.
  public let isDemo: Bool
  /// The organisation charts read last.
  public let units = UnitShelf()
  /// What follows a change of people's regular hours.
  public let hoursFollower: HoursFollower

  /// Services of an installation.
  public init(
    database: any SQLDatabase,
    clock: any WallClock,
    ids: RecordIDSource,
    isDemo: Bool,
    hoursFollower: HoursFollower = .none
  ) {
    self.database = database
    self.clock = clock
    self.ids = ids
    self.isDemo = isDemo
    self.hoursFollower = hoursFollower
  }
}

/// One request, by whomever.
public struct SiteRequest: Sendable {
  /// The path without the query.
  public let path: String
  /// The values of the pattern's parameters.
  public let parameters: [String: String]
  /// The fields of the query.
  public let query: FormFields
  /// The fields of a posted form; empty for a GET.
  public let form: FormFields
  /// The files of a posted form, nothing of which is believed yet.
  public let files: [UploadedFile]
  /// The body of an API call.
  public let body: [UInt8]
  /// A header that lets a program repeat a call safely.
  public let idempotencyKey: String?
  /// Where the request came from, for throttling.
  public let address: String
  /// When it arrived.
  public let now: Instant
  /// Who is signed in, if anyone.
  public let visitor: Actor?
  /// The secret of the session, if any.
  public let session: BearerSecret?
  /// What handlers work with.
  public let services: SiteServices

  /// The day on which it arrived.
  public var today: CivilDate { OfficeZone.date(of: now) }
  /// The database of the installation.
  public var database: any SQLDatabase { services.database }
  /// Makes identifiers.
  public var ids: RecordIDSource { services.ids }
  /// The organisation charts read last.
  public var units: UnitShelf { services.units }

  /// A parameter of the path that names a record.
  ///
  /// - Throws: ``SiteError/notFound`` when it is not a number.
  public func id<Entity>(
    _ name: String,
    _ kind: Entity.Type = Entity.self
  ) throws(SiteError) -> RecordID<Entity> {
    guard let text = parameters[name], let id = RecordID<Entity>(text: text) else { throw .notFound }
    return id
  }

  /// A parameter of the path that names a month, `YYYY-MM`.
  ///
  /// - Throws: ``SiteError/notFound`` when it does not.
  public func month(_ name: String) throws(SiteError) -> YearMonth {
    guard let month = parameters[name].flatMap({ YearMonth(iso: $0) }) else { throw .notFound }
    return month
  }

  /// A parameter of the path that names a date, `YYYY-MM-DD`.
  ///
  /// - Throws: ``SiteError/notFound`` when it does not.
  public func date(_ name: String) throws(SiteError) -> CivilDate {
    guard let date = parameters[name].flatMap({ CivilDate(iso: $0) }) else { throw .notFound }
    return date
  }
}

/// One request by somebody who is signed in.
@dynamicMemberLookup
public struct SignedInRequest: Sendable {
  /// The request.
  public let request: SiteRequest
  /// Who sent it.
  public let actor: Actor

  /// The request's members.
  public subscript<Member>(dynamicMember member: KeyPath<SiteRequest, Member>) -> Member {
    request[keyPath: member]
  }

  /// The token that every form of this session posts.
  public var formToken: String { request.session?.formToken ?? "" }

  /// The key of this form or call, under which it is done once; nil when none was sent.
  public var once: String? {
    let key = request.idempotencyKey ?? request.form.first(FormNames.once)
    guard let key, (8...200).contains(key.utf8.count) else { return nil }
    return key
  }

  /// A fresh key for a form.
  public func freshOnce() -> String { "\(request.ids.next(SiteRequest.self))" }

  /// A parameter of the path that names a record.
  ///
  /// - Throws: ``SiteError/notFound`` when it is not a number.
  public func id<Entity>(
    _ name: String,
    _ kind: Entity.Type = Entity.self
  ) throws(SiteError) -> RecordID<Entity> {
    try request.id(name, kind)
  }

  /// A parameter of the path that names a month, `YYYY-MM`.
  ///
  /// - Throws: ``SiteError/notFound`` when it does not.
  public func month(_ name: String) throws(SiteError) -> YearMonth { try request.month(name) }

  /// A parameter of the path that names a date, `YYYY-MM-DD`.
  ///
  /// - Throws: ``SiteError/notFound`` when it does not.
  public func date(_ name: String) throws(SiteError) -> CivilDate { try request.date(name) }
}

/// The names of the hidden fields that every form carries.
public enum FormNames: Sendable {
  /// The token of the session.
  public static let token = "_token"
  /// The key under which the form is done once.
  public static let once = "_once"
}
