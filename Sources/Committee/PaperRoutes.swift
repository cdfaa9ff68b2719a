internal import Attachments
internal import CivilTime
internal import Plan
internal import Site
internal import Store

/// Paths of the papers of a meeting, who may use them, and what they do.
struct PaperRoutes: Sendable {
  let meetings: MeetingRoutes

  var all: [Route] {
    let upload = AttachmentLimits.upload
    return [
      Route(.get, "/plan/committee/{meeting}/papers", allow: MeetingRoutes.readers, list),
      Route(.post, "/plan/committee/{meeting}/papers", allow: MeetingRoutes.writers, upload: upload, change),
      Route(.get, "/plan/committee/{meeting}/papers/{paper}", allow: MeetingRoutes.readers, paper),
    ]
  }

  @Sendable private func list(_ request: SignedInRequest) async throws -> Reply {
    .page(PaperList(sheet: try await meetings.page(request).sheet).content)
  }

  @Sendable private func paper(_ request: SignedInRequest) async throws -> Reply {
    let meeting: RecordID<Meeting> = try request.id("meeting")
    let file: RecordID<Attachment> = try request.id("paper")
    let (plan, year) = (meetings.proposals.plan, request.today.fiscalYear)
    return try await CommitteeErrors.told {
      try await AttachmentDownload.reply(file, from: request.database) { connection in
        let code = try plan.version(for: year, on: connection).plan.code
        guard try MeetingRecords.meeting(meeting, of: code, on: connection) != nil else { return false }
        return try PaperRecords.all(of: meeting, on: connection).contains { $0.file.id == file }
      }
    }
  }

  @Sendable private func change(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<Meeting> = try request.id("meeting")
    let desk = meetings.desk(request)
    var page = try await meetings.page(request)
    if let paper = request.form.first(PaperForm.removed) { return try await remove(paper, page, request) }
    let item = request.form.first(PaperForm.item).flatMap { RecordID<AgendaItem>(text: $0) }
    let (files, faults) = AttachmentService.check(request.files, field: PaperForm.files, ids: request.ids)
    if item == nil { page.faults.append(FormFault(PaperForm.item, "議題を選んでください。")) }
    page.faults += faults
    if files.isEmpty, faults.isEmpty {
      page.faults.append(FormFault(PaperForm.files, "資料のファイルを選んでください。"))
    }
    guard let item, page.faults.isEmpty else {
      page.entered = request.form
      return .mend(page.content)
    }
    try await CommitteeErrors.told {
      try await desk.add(files, under: item, of: id, once: request.once)
    }
    return .redirect(to: CommitteePaths.meeting(id), notice: Notice(.success, "資料を\(files.count)件付けました。"))
  }

  private func remove(_ paper: String, _ page: MeetingPage, _ request: SignedInRequest) async throws -> Reply
  {
    let id = page.sheet.meeting.id
    var page = page
    var reason: String?
    if page.sheet.meeting.state == .held {
      var reader = FormReader(request.form)
      reason = reader.text(PaperForm.reason, label: "外す理由", most: 500)
      if paper.utf8.isEmpty { reader.add(PaperForm.removed, "外す資料を選んでください。") }
      page.faults = reader.faults
      page.entered = request.form
      guard reader.faults.isEmpty else { return .mend(page.content) }
    }
    guard let paper = RecordID<Attachment>(text: paper) else { throw SiteError.notFound }
    let desk = meetings.desk(request)
    let said = reason
    try await CommitteeErrors.told { try await desk.remove(paper, from: id, reason: said) }
    return .redirect(to: CommitteePaths.meeting(id), notice: Notice(.success, "資料を外しました。"))
  }
}
