import Duties
import People
import Site
import Store
import Testing

@testable import Evidence

/// What is sent in these tests.
enum Sample {
  static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)
  static let file = UploadedFile(field: "files", name: "報告 1.pdf", bytes: pdf)
  static let fields = [("held-on", "令和8年5月20日"), ("text", "全員が18時に帰りました。"), ("link", "https://example.jp/a")]

  /// A report of 秘書課 with a file, and its path.
  static func report(_ office: EvidenceOffice, by visit: Visit) async throws -> String {
    let duty = try await office.duty(of: .head(RecordID(2)))
    let answer = await visit.post("/duties/\(duty)/report", Sample.fields, files: [Sample.file])
    #expect(answer.status == 303)
    return try #require(answer.header("location"))
  }
}
