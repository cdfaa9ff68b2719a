internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// What the forms of settlement periods have in common: how they are begun, read, checked and sent.
enum FlextimeWriting {
  /// The period that a form is about.
  static func period(
    _ id: RecordID<FlextimePeriod>,
    of employee: RecordID<Employee>,
    _ reader: inout FormReader
  ) -> FlextimePeriod? {
    let start = reader.date("start", label: "始まりの月曜日")
    let weeks = reader.integer("weeks", label: "単位期間", in: 1...4)
    let person = FlextimeRules.Person(word: reader.fields.first("person") ?? "")
    if person == nil { reader.add("person", "職員の区分を選んでください。") }
    if let start, start.weekday != .monday || !CivilDate.askable.contains(start) {
      reader.add("start", "始まりの日は月曜日にしてください。")
    }
    guard let start, let weeks, let person, reader.faults.isEmpty else { return nil }
    return FlextimePeriod(id: id, employee: employee, start: start, weeks: weeks, person: person)
  }

  /// The days that stand in a new form: the employer's standard days, or those of a period before, holidays apart.
  ///
  /// `holidays` are those that the calendar does not know yet.
  static func firstDays(
    of period: FlextimePeriod,
    copying copy: RecordID<FlextimePeriod>?,
    holidays: Set<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [FlextimeDay] {
    let standards = try StandardDayRecords.standards(of: [period.employee], on: connection)
    let usual = Allotments(ScheduleLayers(standards: standards[period.employee] ?? []))
    let copied = try copy.flatMap { try FlextimeRecords.period($0, on: connection) }
    var days: [CivilDate: FlextimeDay.Plan] = [:]
    if let copied, copied.employee == period.employee {
      let versions = try FlextimeRecords.versions(of: copied.id, on: connection)
      let distance = copied.start.distance(to: period.start)
      for day in FlextimeState(period: copied, versions: versions).newestDays {
        days[day.date.adding(days: distance)] = day.plan
      }
    }
    return FlextimeFields.weekdays(period.days).map { date in
      let standard = FlextimeDay.Plan.duty(usual[date].hours ?? .headOffice)
      let isHoliday = DutyCalendar().isHoliday(date) || holidays.contains(date)
      return FlextimeDay(date, isHoliday ? standard : days[date] ?? standard)
    }
  }

  /// A period of the path within the visitor's reach.
  struct Reached: Sendable {
    let state: FlextimeState
    /// The person's name.
    let name: String
    let isOwn: Bool
    /// Whether the visitor may correct days of the person that have passed.
    let keepsBooks: Bool
  }

  static func reached(_ request: SignedInRequest) async throws -> Reached {
    let id: RecordID<FlextimePeriod> = try request.id("period")
    let (actor, today, units) = (request.actor, request.today, request.units)
    let found = try await request.database.read { connection -> Reached? in
      guard let period = try FlextimeRecords.period(id, on: connection) else { return nil }
      let tree = try units.tree(asOf: today, on: connection)
      let scope = ScheduleReach.scope(of: actor, tree)
      let person = try EmployeeRecords.employee(period.employee, in: scope, asOf: today, on: connection)
      guard let person else { return nil }
      let versions = try FlextimeRecords.versions(of: id, on: connection)
      return Reached(
        state: FlextimeState(period: period, versions: versions),
        name: person.displayName,
        isOwn: period.employee == actor.employee,
        keepsBooks: try ScheduleReach.keepsBooks(actor, of: period.employee, tree, on: connection)
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }

  /// The form that changes a period of the path.
  static func page(_ request: SignedInRequest) async throws -> FlextimeFormPage {
    let reached = try await reached(request)
    let state = reached.state
    if !reached.isOwn, state.inForce == nil { throw SiteError.notFound }
    return try await form(
      request,
      state.period,
      reached.isOwn
        ? .redeclare(seen: state.revision) : .change(seen: state.revision, name: reached.name),
      FlextimeFields.entered(state.newestDays)
    )
  }

  static func change(_ request: SignedInRequest) async throws -> Reply {
    let reached = try await reached(request)
    let (state, isOwn) = (reached.state, reached.isOwn)
    let id = state.period.id
    if !isOwn, state.inForce == nil { throw SiteError.notFound }
    guard let seen = request.form.first("seen").flatMap({ Int($0) }) else {
      throw SiteError.badRequest("どの版を直したのか読み取れませんでした。画面を読み込み直してください。")
    }
    var reader = FormReader(request.form)
    let reason = reader.text("reason", label: "変更の理由") ?? ""
    let purpose: FlextimeFormPage.Purpose =
      isOwn ? .redeclare(seen: seen) : .change(seen: seen, name: reached.name)
    return try await answer(request, state, purpose, &reader) { days in
      let desk = ScheduleDesk(request)
      if isOwn {
        try await desk.redeclare(id, days, reason: reason, seen: seen, once: request.once)
      } else {
        try await desk.change(id, days, reason: reason, seen: seen, once: request.once)
      }
    }
  }

  /// Reads the days, adds them up, and sends them unless they were only to be checked.
  static func answer(
    _ request: SignedInRequest,
    _ state: FlextimeState,
    _ purpose: FlextimeFormPage.Purpose,
    _ reader: inout FormReader,
    _ send: ([FlextimeDay]) async throws -> Void
  ) async throws -> Reply {
    let period = state.period
    let before = reader.faults.count
    let days = FlextimeFields.days(period.days, &reader)
    let isReadable = reader.faults.count == before
    var page = try await form(request, period, purpose, request.form)
    page.total = isReadable ? days.reduce(.zero) { $0 + ($1.hours?.duty ?? .zero) } : nil
    let isCheck = request.form.first("act").map { $0.utf8.elementsEqual(FlextimeFormPage.check.utf8) }
    if isCheck == true, isReadable {
      page.faults = state.faults(days, under: page.terms, holidays: Set(page.holidays.keys))
        .map(FlextimeFields.fault)
      return .page(page.content)
    }
    page.faults = reader.faults
    if page.faults.isEmpty {
      page.faults = try await ScheduleReach.mended { try await send(days) }
    }
    guard page.faults.isEmpty else {
      // The controls of the start stand on the page before: here it is told beside the total.
      page.faults = page.faults.map {
        $0.field.utf8.elementsEqual("start".utf8) ? FormFault("total", $0.message) : $0
      }
      return .mend(page.content)
    }
    let isOwn = period.employee == request.actor.employee
    return .redirect(
      to: purpose == .declare ? SchedulePaths.flextime : SchedulePaths.period(period.id),
      notice: Notice(.success, isOwn ? "申告を送りました。上司が割り振ると、勤務の割振りに入ります。" : "変更を記録しました。前の割振りも残ります。")
    )
  }

  private static func form(
    _ request: SignedInRequest,
    _ period: FlextimePeriod,
    _ purpose: FlextimeFormPage.Purpose,
    _ entered: FormFields
  ) async throws -> FlextimeFormPage {
    let (today, units) = (request.today, request.units)
    let (terms, holidays) = try await request.database.read { connection in
      let tree = try units.tree(asOf: today, on: connection)
      return (
        try FlextimeTermsRecords.terms(for: period, tree, on: connection),
        try HolidayAdditionRecords.names(in: period.days, on: connection)
      )
    }
    guard let terms else { throw SiteError.conflict("フレックスタイム制の定めが、まだありません。人事担当に確かめてください。") }
    return FlextimeFormPage(
      purpose: purpose,
      period: period,
      terms: terms,
      holidays: holidays,
      path: purpose == .declare ? SchedulePaths.flextimeNew : SchedulePaths.change(period.id),
      token: request.formToken,
      once: request.freshOnce(),
      entered: entered
    )
  }
}
