internal import Access
internal import Attachments
internal import CivilTime
internal import Duties
internal import Site
internal import Store

/// Paths of evidence by hand, who may use them, and what they do.
struct EvidenceRoutes: Sendable {
  /// Everyone who is employed; whose duty or report it is, is judged record by record.
  static let staff: AccessRule = .anyOf([.staff])
  /// Those who answer for a unit or an employer.
  static let reporters: AccessRule = .anyOf([.superior, .hr, .secretariat])

  let measures: MeasureRegister

  var all: [Route] {
    let upload = AttachmentLimits.upload
    let duties = DutyReportRoutes()
    let free = MeasureReportRoutes(measures: measures)
    let sheet = EvidenceSheetRoutes(measures: measures)
    return [
      Route(.get, "/duties/{duty}/report", allow: Self.staff, duties.form),
      Route(.post, "/duties/{duty}/report", allow: Self.staff, upload: upload, duties.post),
      Route(.post, "/duties/{duty}/none", allow: Self.staff, duties.none),
      Route(.get, "/duties/{duty}/evidence", allow: Self.staff, duties.evidence),
      Route(.get, "/plan/measures/{id}/report", allow: Self.reporters, free.form),
      Route(.post, "/plan/measures/{id}/report", allow: Self.reporters, upload: upload, free.post),
      Route(.get, "/evidence/{evidence}", allow: Self.staff, sheet.page),
      Route(.get, "/evidence/{evidence}/correct", allow: Self.staff, sheet.correctionForm),
      Route(.post, "/evidence/{evidence}/correct", allow: Self.staff, upload: upload, sheet.correct),
      Route(.get, "/evidence/{evidence}/withdraw", allow: Self.staff, sheet.withdrawalForm),
      Route(.post, "/evidence/{evidence}/withdraw", allow: Self.staff, sheet.withdraw),
    ]
  }
}

extension SignedInRequest {
  /// The service of this request.
  var evidence: EvidenceService {
    EvidenceService(database: request.database, ids: request.ids, units: request.units)
  }
}

/// What the service refuses, as the site tells it.
enum EvidenceErrors {
  /// What was changed meanwhile is a conflict to the visitor.
  static func told<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch let refusal as EvidenceRefusal {
      throw refusal == .notFound ? SiteError.notFound : SiteError.conflict(refusal.japanese)
    } catch let refusal as OnceAct.Refusal {
      throw SiteError.conflict(refusal.japanese)
    }
  }
}

/// Paths of evidence.
enum Paths {
  static func evidence(_ id: RecordID<EvidenceEntry>) -> String { "/evidence/\(id)" }
  static func correction(_ id: RecordID<EvidenceEntry>) -> String { "/evidence/\(id)/correct" }
  static func withdrawal(_ id: RecordID<EvidenceEntry>) -> String { "/evidence/\(id)/withdraw" }
  static func duty(_ id: RecordID<Duty>) -> String { "/duties/\(id)" }
  static func dutyReport(_ id: RecordID<Duty>) -> String { "/duties/\(id)/report" }
  static func dutyNone(_ id: RecordID<Duty>) -> String { "/duties/\(id)/none" }
  static func measure(_ id: String) -> String { "/plan/measures/\(id)" }
  static func measureReport(_ id: String) -> String { "/plan/measures/\(id)/report" }
  static let duties = "/duties"
  static let plan = "/plan"
}
