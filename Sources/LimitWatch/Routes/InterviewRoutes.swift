internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// Paths of the doctor's interviews, who may use them, and what they do.
///
/// The list is the personnel authority's; a person sees the own cases; heads learn of mandatory ones on their unit's
/// page.
enum InterviewRoutes {
  static let keepers: AccessRule = .anyOf([.hr])
  static let everyone: AccessRule = .anyOf([.staff])

  static let all: [Route] = [
    Route(.get, "/limits/interviews", allow: keepers) { request in
      .page(try await list(request).content)
    },
    Route(.get, "/limits/interviews/csv", allow: keepers, file),
    Route(.get, "/limits/interviews/{employee}/{month}", allow: keepers) { request in
      .page(try await sheet(request).content)
    },
    Route(.post, "/limits/interviews/{employee}/{month}", allow: keepers, record),
    Route(.get, "/limits/own-interviews", allow: everyone) { request in
      .page(try await own(request).content)
    },
    Route(.post, "/limits/own-interviews", allow: everyone, request),
  ]

  private static func list(_ request: SignedInRequest) async throws -> InterviewsPage {
    let month =
      request.query.first("month").flatMap { YearMonth(iso: $0) }
      ?? request.today.yearMonth.adding(months: -1)
    let (actor, units, today) = (request.actor, request.units, request.today)
    return try await request.database.read { connection in
      let people = try StaffRecords.people(
        in: .employers(actor.personnelEmployers),
        asOf: min(today, month.lastDay),
        today: today,
        on: connection
      )
      let tree = try units.tree(asOf: today, on: connection)
      let cases = try InterviewQuery.cases(in: month, of: Set(people.keys), on: connection)
      return InterviewsPage(
        month: month,
        lines: people.ordered(in: tree).compactMap { person in cases[person.id].map { (person, $0) } },
        tree: tree,
        today: today
      )
    }
  }

  private static func file(_ request: SignedInRequest) async throws -> Reply {
    let page = try await list(request)
    return .download(
      name: "mensetsu-\(page.month.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try page.file()
    )
  }

  private static func sheet(_ request: SignedInRequest) async throws -> InterviewSheet {
    let employee: RecordID<Employee> = try request.id("employee")
    let month = try request.month("month")
    let (actor, today) = (request.actor, request.today)
    let (token, once) = (request.formToken, request.freshOnce())
    let found = try await request.database.glance { connection -> InterviewSheet? in
      let person = try PersonMonthQuery.heading(
        employee,
        in: .employers(actor.personnelEmployers),
        today: today,
        on: connection
      )
      guard let person else { return nil }
      return InterviewSheet(
        person: person,
        month: month,
        found: try InterviewQuery.cases(of: employee, in: month...month, on: connection).first,
        isOwn: employee == actor.employee,
        today: today,
        token: token,
        once: once
      )
    }
    guard let found else { throw SiteError.notFound }
    return found
  }

  private static func record(_ request: SignedInRequest) async throws -> Reply {
    var sheet = try await sheet(request)
    let desk = InterviewDesk(desk: RegisterDesk(request))
    let back = LimitWatchPaths.interview(sheet.person.id, sheet.month)
    let (employee, month) = (sheet.person.id, sheet.month)
    if let id = request.form.first("take-back").flatMap({ RecordID<InterviewRecord>(text: $0) }) {
      try await LimitWatchRefusal.told {
        try await desk.takeBack(id, of: employee, in: month, once: request.once)
      }
      return .redirect(to: back, notice: Notice(.success, "記録を取り消しました。取り消した記録も残ります。"))
    }
    var form = FormReader(request.form)
    let step = form.choice("step", label: "行ったこと", as: InterviewRecord.Step.self)
    if let step, !InterviewRecord.Step.ofAuthority.contains(step) { form.add("step", "行ったことを選んでください。") }
    let day = form.date("day", label: "日")
    if let day, day > request.today { form.add("day", "今日までの日を入力してください。") }
    let exemption =
      step == .exempt ? form.choice("exemption", label: "免除の理由", as: InterviewRecord.Exemption.self) : nil
    guard form.faults.isEmpty, let step, let day else {
      sheet.faults = form.faults
      sheet.entered = request.form
      return .mend(sheet.content)
    }
    try await LimitWatchRefusal.told {
      try await desk.record(
        step,
        on: day,
        exemption: exemption,
        of: employee,
        in: month,
        once: request.once
      )
    }
    return .redirect(to: back, notice: Notice(.success, "「\(step.japanese)」を記録しました。"))
  }

  private static func own(_ request: SignedInRequest) async throws -> OwnInterviewsPage {
    let employee = try WorkingTimeReach.employee(request)
    let today = request.today
    let (token, once) = (request.formToken, request.freshOnce())
    return try await request.database.glance { connection in
      let last = today.yearMonth
      return OwnInterviewsPage(
        cases: try InterviewQuery.cases(of: employee, in: last.adding(months: -11)...last, on: connection),
        today: today,
        token: token,
        once: once
      )
    }
  }

  private static func request(_ request: SignedInRequest) async throws -> Reply {
    let employee = try WorkingTimeReach.employee(request)
    guard let month = request.form.first("month").flatMap({ YearMonth(iso: $0) }) else {
      throw SiteError.badRequest("どの月の申出か読み取れませんでした。画面を開き直してください。")
    }
    let desk = InterviewDesk(desk: RegisterDesk(request))
    if let id = request.form.first("take-back").flatMap({ RecordID<InterviewRecord>(text: $0) }) {
      try await LimitWatchRefusal.told {
        try await desk.takeBack(id, of: employee, in: month, once: request.once)
      }
      return .redirect(to: LimitWatchPaths.ownInterviews, notice: Notice(.success, "申出を取り消しました。"))
    }
    try await LimitWatchRefusal.told { try await desk.request(month, for: employee, once: request.once) }
    return .redirect(
      to: LimitWatchPaths.ownInterviews,
      notice: Notice(.success, "面接指導を申し出ました。人事担当から案内があります。上司には知らせません。")
    )
  }
}
