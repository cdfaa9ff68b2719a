import Access
import CivilTime
import Journal
import People
import Site
import Store
import TestSupport
import Testing

@testable import Attachments

@Suite("Files in the database")
struct AttachmentRecordsTests {
  static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + Installation.migrations
    + AttachmentsMigrations.all

  @Test(arguments: Engine.available)
  func comeBackByteByByte(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: Self.schema) { temporary in
      let bytes = SampleFiles.pdf + Array(0...255)
      let file = UploadedFile(field: "files", name: "報告.pdf", bytes: bytes)
      let checked = AttachmentService.check([file], ids: AttachmentCheckTests.ids).accepted
      let now = Instant(milliseconds: 1_775_001_600_000)
      let owner = AttachmentOwner(employee: nil, uploadedBy: 7)
      let stored = try await temporary.database.write {
        try AttachmentService.store(checked, for: owner, at: now, on: $0)
      }
      let id = try #require(stored.first)
      let (found, content) = try await temporary.database.read { connection in
        (
          try AttachmentRecords.metadata(stored, on: connection),
          try AttachmentRecords.content(id, on: connection)
        )
      }
      let known = Attachment(id: id, name: "報告.pdf", type: .pdf, size: bytes.count, uploadedAt: now)
      #expect(found == [known])
      #expect(content == bytes)
    }
  }

  @Test(arguments: Engine.available)
  func areNeverChangedButTheirContentMayGo(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: Self.schema) { temporary in
      let file = UploadedFile(field: "files", name: "a.pdf", bytes: SampleFiles.pdf)
      let checked = AttachmentService.check([file], ids: AttachmentCheckTests.ids).accepted
      let owner = AttachmentOwner(employee: nil, uploadedBy: 7)
      let now = Instant(milliseconds: 1_775_001_600_000)
      let stored = try await temporary.database.write {
        try AttachmentService.store(checked, for: owner, at: now, on: $0)
      }
      await #expect(throws: StoreError.appendOnly("attachment")) {
        try await temporary.database.write { try $0.execute("UPDATE attachment SET name = 'b.pdf'") }
      }
      let id = try #require(stored.first)
      let left = try await temporary.database.write { connection in
        try connection.execute("DELETE FROM attachment_content WHERE attachment = \(id)")
        return (
          try AttachmentRecords.metadata(stored, on: connection).count,
          try AttachmentRecords.content(id, on: connection)
        )
      }
      #expect(left.0 == 1 && left.1 == nil)
    }
  }

  @Test func sizesAreToldInWords() {
    let sizes = [1, 1024, 1025, (1 << 20) - 1, 1 << 20, 10 << 20].map(AttachmentLinks.size)
    #expect(sizes == ["1KB", "1KB", "2KB", "1024KB", "1MB", "10MB"])
  }
}
