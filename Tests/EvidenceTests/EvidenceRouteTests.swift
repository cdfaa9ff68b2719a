import Access
import Attachments
import CivilTime
import Duties
import People
import Site
import Store
import TestSupport
import Testing

@testable import Evidence

@Suite("The pages of reports")
struct EvidenceRouteTests {
  @Test(arguments: Engine.available)
  func takeAReportWithItsFileAndGiveTheFileBackByteByByte(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let path = try await Sample.report(office, by: head)
      let page = await head.get(path)
      #expect(page.status == 200)
      for words in ["全員が18時に帰りました。", "令和8年5月20日", "大臣官房／秘書課", "報告 1.pdf", "早く帰る日", "訂正する"] {
        #expect(page.text.contains(words), "\(words)")
      }
      #expect(page.text.contains("href=\"https://example.jp/a\" rel=\"noopener noreferrer\""))
      let id: Int64 = try #require(
        try await office.database.read { try $0.value("SELECT id FROM attachment ORDER BY id LIMIT 1") }
      )
      let download = await head.get("/attachments/\(id)")
      #expect(download.status == 200 && download.body == Sample.pdf)
      #expect(download.header("content-type") == "application/pdf")
      #expect(download.header("x-content-type-options") == "nosniff")
      let disposition = "attachment; filename=\"__ 1.pdf\"; filename*=UTF-8''%E5%A0%B1%E5%91%8A%201.pdf"
      #expect(download.header("content-disposition") == disposition)
    }
  }

  @Test(arguments: Engine.available)
  func keepEverythingTypedWhenAFileIsRefused(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let duty = try await office.duty(of: .head(RecordID(2)))
      let lying = UploadedFile(field: "files", name: "図.png", bytes: Sample.pdf)
      let answer = await head.post(
        "/duties/\(duty)/report",
        Sample.fields,
        files: [lying],
        once: "once-12345678"
      )
      #expect(answer.status == 422)
      let kept = ["令和8年5月20日", "全員が18時に帰りました。", "https://example.jp/a", "once-12345678"]
      for words in kept + ["中身はPNG画像ではありません", "添付ファイルは、もう一度選んでください。", "href=\"#files\""] {
        #expect(answer.text.contains(words), "\(words)")
      }
      #expect(try await office.count("evidence") == 0)
      #expect(try await office.count("attachment") == 0)
      #expect(try await office.duty(duty).state == .open)
    }
  }

  @Test func keepEverythingTypedWhenThereAreTooManyFiles() async throws {
    try await EvidenceOffice.with(.sqlite) { office in
      let head = try await office.visit(201)
      let duty = try await office.duty(of: .head(RecordID(2)))
      let files = Array(repeating: Sample.file, count: 6)
      let answer = await head.post("/duties/\(duty)/report", Sample.fields, files: files)
      #expect(answer.status == 422)
      #expect(answer.text.contains("5件まで") && answer.text.contains("全員が18時に帰りました。"))
    }
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: EvidenceKind
    let fields: [[String]]
    let field: String

    init(_ testDescription: String, _ kind: EvidenceKind, _ fields: [[String]], at field: String) {
      self.testDescription = testDescription
      self.kind = kind
      self.fields = fields
      self.field = field
    }
  }

  static let day = ["held-on", "2026/5/20"]
  static let faults = [
    Fault("no day", EvidenceKinds.date, [["held-on", ""]], at: "held-on"),
    Fault("a day to come", EvidenceKinds.date, [["held-on", "2026/6/2"]], at: "held-on"),
    Fault("no such day", EvidenceKinds.date, [["held-on", "2026/2/30"]], at: "held-on"),
    Fault("no words", EvidenceKinds.report, [day], at: "text"),
    Fault(
      "too many words",
      EvidenceKinds.report,
      [day, ["text", String(repeating: "字", count: 2001)]],
      at: "text"
    ),
    Fault("no number", EvidenceKinds.count, [day], at: "quantity"),
    Fault("a number below nought", EvidenceKinds.count, [day, ["quantity", "-1"]], at: "quantity"),
    Fault(
      "of nought",
      EvidenceKinds.share,
      [day, ["quantity", "0"], ["quantity-of", "0"]],
      at: "quantity-of"
    ),
    Fault("of nothing", EvidenceKinds.share, [day, ["quantity", "3"]], at: "quantity-of"),
    Fault("nothing of some", EvidenceKinds.share, [day, ["quantity-of", "3"]], at: "quantity"),
    Fault("neither link nor file", EvidenceKinds.document, [day, ["text", "資料"]], at: "link"),
    Fault(
      "a link that runs",
      EvidenceKinds.report,
      [day, ["text", "x"], ["link", "javascript:alert(1)"]],
      at: "link"
    ),
  ]

  @Test(arguments: faults)
  func tellWhatIsToBeMended(fault: Fault) async throws {
    try await EvidenceOffice.with(.sqlite) { office in
      let head = try await office.visit(201)
      let duty = try await office.duty(of: .head(RecordID(2)), evidence: fault.kind)
      let answer = await head.post("/duties/\(duty)/report", fault.fields.map { ($0[0], $0[1]) })
      #expect(answer.status == 422)
      #expect(answer.text.contains("href=\"#\(fault.field)\""))
      #expect(answer.text.contains("id=\"\(fault.field)-fault\""))
      #expect(try await office.count("evidence") == 0)
    }
  }

  struct Taken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: EvidenceKind
    let fields: [[String]]
    let quantity: Int?
    let quantityOf: Int?
  }

  static let taken = [
    Taken(testDescription: "a day", kind: EvidenceKinds.date, fields: [day], quantity: nil, quantityOf: nil),
    Taken(
      testDescription: "nought cases",
      kind: EvidenceKinds.count,
      fields: [day, ["quantity", "０"]],
      quantity: 0,
      quantityOf: nil
    ),
    Taken(
      testDescription: "a share of nobody",
      kind: EvidenceKinds.share,
      fields: [day, ["quantity", ""], ["quantity-of", ""]],
      quantity: nil,
      quantityOf: nil
    ),
    Taken(
      testDescription: "more than all",
      kind: EvidenceKinds.share,
      fields: [day, ["quantity", "12"], ["quantity-of", "10"]],
      quantity: 12,
      quantityOf: 10
    ),
    Taken(
      testDescription: "a session without a count",
      kind: EvidenceKinds.session,
      fields: [day, ["text", "研修"]],
      quantity: nil,
      quantityOf: nil
    ),
  ]

  @Test(arguments: taken)
  func takeEachKind(taken: Taken) async throws {
    try await EvidenceOffice.with(.sqlite) { office in
      let head = try await office.visit(201)
      let duty = try await office.duty(of: .head(RecordID(2)), evidence: taken.kind)
      let form = await head.get("/duties/\(duty)/report")
      #expect(form.status == 200)
      #expect(form.text.contains("multipart/form-data") == taken.kind.asks.contains(.file))
      let answer = await head.post("/duties/\(duty)/report", taken.fields.map { ($0[0], $0[1]) })
      #expect(answer.status == 303)
      #expect(try await office.duty(duty).state.isOpen == false)
      let stored = try await office.database.read { try EvidenceRecords.latest(limit: 1, on: $0) }
      #expect(stored.first?.content?.quantity == taken.quantity)
      #expect(stored.first?.content?.quantityOf == taken.quantityOf)
    }
  }

  @Test(arguments: Engine.available)
  func takeTheSameFormOnce(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let duty = try await office.duty(of: .head(RecordID(2)))
      var places: Set<String> = []
      for _ in 0..<2 {
        let path = "/duties/\(duty)/report"
        let answer = await head.post(path, Sample.fields, files: [Sample.file], once: "once-12345678")
        places.insert(answer.header("location") ?? "")
      }
      #expect(places.count == 1)
      #expect(try await office.count("evidence") == 1)
      #expect(try await office.count("attachment") == 1)
    }
  }

  /// What a key did stands; whatever else is sent with it is refused, so that nothing is lost in silence.
  @Test(arguments: Engine.available)
  func refuseAKeyThatDidSomethingElse(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let duty = try await office.duty(of: .head(RecordID(2)))
      let (path, once) = ("/duties/\(duty)/report", "once-12345678")
      let sent = await head.post(path, Sample.fields, files: [Sample.file], once: once)
      let report = try #require(sent.header("location"))
      #expect(await head.post(path, Sample.fields, once: once).status == 409)
      func correct(_ text: String) async -> (Int, String?) {
        let fields = [("held-on", "2026/5/21"), ("text", text)]
        let answer = await head.post("\(report)/correct", fields, once: "once-23456789")
        return (answer.status, answer.header("location"))
      }
      #expect(await head.submit("\(report)/withdraw", [("reason", "誤り")], once: once).status == 409)
      let corrected = await correct("訂正")
      #expect(corrected.0 == 303 && corrected.1 != report)
      #expect(await correct("訂正") == corrected)
      let other = await correct("別の訂正")
      #expect(other.0 == 409)
      #expect(try await office.count("evidence") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func answerThatThereWasNothingToDo(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let duty = try await office.duty(of: .head(RecordID(2)), evidence: EvidenceKinds.count)
      let form = await head.get("/duties/\(duty)/report")
      #expect(form.text.contains("該当なしと報告する"))
      let other = try await office.visit(301)
      #expect(await other.submit("/duties/\(duty)/none").status == 404)
      let answer = await head.submit("/duties/\(duty)/none")
      #expect(answer.status == 303)
      #expect(try await office.duty(duty).state.isOpen == false)
      #expect(try await office.tallies().isEmpty)
      let shown = await head.get("/duties/\(duty)/evidence")
      #expect(shown.header("location") == answer.header("location"))
      #expect(await other.get("/duties/\(duty)/evidence").status == 404)
      #expect(await head.get(answer.header("location") ?? "").text.contains("該当なし"))
    }
  }

  @Test(arguments: Engine.available)
  func leadFromTheDutyToWhatWasCorrectedLast(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let duty = try await office.duty(of: .head(RecordID(2)), evidence: EvidenceKinds.count)
      var path = try #require(await head.submit("/duties/\(duty)/none").header("location"))
      for day in ["2026/5/21", "2026/5/22"] {
        let corrected = await head.post("\(path)/correct", [("held-on", day), ("text", "該当なし")])
        path = try #require(corrected.header("location"))
        #expect(await head.get("/duties/\(duty)/evidence").header("location") == path)
      }
    }
  }

  @Test(arguments: Engine.available)
  func areOpenOnlyToThoseWhoOweTheDuty(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.duty(of: .head(RecordID(2)))
      let personnel = try await office.duty(of: .office(.personnel, RecordID(1)))
      let superior = try await office.visit(201)
      let cases: [(visit: Visit, duty: RecordID<Duty>, status: Int)] = [
        (superior, head, 200), (try await office.visit(202), head, 404),
        (try await office.visit(301), head, 404), (try await office.visit(203, as: .secretariat), head, 403),
        (try await office.visit(302, as: .hr), personnel, 200),
        (try await office.visit(401, as: .hr, employer: 2), personnel, 404),
        (superior, personnel, 404), (superior, RecordID(1), 404),
      ]
      for asked in cases {
        #expect(await asked.visit.get("/duties/\(asked.duty)/report").status == asked.status)
      }
    }
  }

  @Test(arguments: Engine.available)
  func takeReportsNobodyAskedForFromThoseWhoAnswerForAPlace(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      // M02 is an alias of M01.
      let form = await head.get("/plan/measures/M02/report")
      #expect(form.status == 200 && form.text.contains("大臣官房／秘書課"))
      #expect(try await office.visit(202).get("/plan/measures/M01/report").status == 403)
      #expect(await head.get("/plan/measures/M99/report").status == 404)
      let foreign = await head.post("/plan/measures/M01/report", Sample.fields + [("place", "u3")])
      #expect(foreign.status == 422 && foreign.text.contains("href=\"#place\""))
      let answer = await head.post("/plan/measures/M02/report", Sample.fields + [("place", "u2")])
      #expect(answer.status == 303)
      let stored = try await office.database.read { try EvidenceRecords.latest(limit: 1, on: $0) }
      #expect(stored.map(\.measure) == ["M01"] && stored.map(\.unit) == [RecordID(2)])
      let hr = try await office.visit(302, as: .hr)
      #expect(await hr.post("/plan/measures/M01/report", Sample.fields + [("place", "p1")]).status == 303)
      #expect(await hr.post("/plan/measures/M01/report", Sample.fields + [("place", "p2")]).status == 422)
    }
  }

  @Test(arguments: Engine.available)
  func readALargeBodyOnlyFromThoseWhoMaySendFiles(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let operatorAccount = try await office.visit(nil, as: .administrator)
      let guest = Visit(office: office, secret: .init(text: "nobody"))
      let type = "multipart/form-data; boundary=b"
      let asked: [(visit: Visit, method: String, path: String, type: String, most: Int)] = [
        (head, "POST", "/duties/1/report", type, AttachmentLimits.upload.bytes),
        (head, "POST", "/duties/1/none", type, 1 << 20), (head, "POST", "/nothing", type, 1 << 20),
        (head, "GET", "/duties/1/report", type, 1 << 20),
        (head, "POST", "/duties/1/report", "text/plain", 1 << 20),
        (guest, "POST", "/duties/1/report", type, 1 << 20),
        (operatorAccount, "POST", "/duties/1/report", type, 1 << 20),
      ]
      for one in asked {
        let request = one.visit.request(one.method, one.path, type: one.type, body: nil)
        #expect(await office.responder.mostBytes(for: request) == one.most)
      }
      let cut = head.request("POST", "/duties/1/report", type: type, body: nil)
      #expect(await office.responder.respond(to: cut).status == 413)
      let cutGuest = guest.request("POST", "/duties/1/report", type: type, body: nil)
      #expect(await office.responder.respond(to: cutGuest).status == 303)
    }
  }

  @Test func refuseAFormWithoutItsToken() async throws {
    try await EvidenceOffice.with(.sqlite) { office in
      let duty = try await office.duty(of: .head(RecordID(2)))
      let head = try await office.visit(201)
      let bytes = Array("--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nx\r\n--b--\r\n".utf8)
      let type = "multipart/form-data; boundary=b"
      let request = head.request("POST", "/duties/\(duty)/report", type: type, body: bytes)
      #expect(await office.responder.respond(to: request).status == 403)
      let broken = head.request("POST", "/duties/\(duty)/report", type: type, body: Array(bytes.dropLast(6)))
      #expect(await office.responder.respond(to: broken).status == 400)
    }
  }

  @Test(arguments: Engine.available)
  func aFileThatBelongsToNothingIsReadByNobody(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let checked = AttachmentService.check([Sample.file], ids: office.ids).accepted
      let owner = AttachmentOwner(employee: nil, uploadedBy: 1)
      let ids = try await office.database.write {
        try AttachmentService.store(checked, for: owner, at: EvidenceOffice.now, on: $0)
      }
      let id = try #require(ids.first)
      for visit in [try await office.visit(201), try await office.visit(302, as: .hr)] {
        #expect(await visit.get("/attachments/\(id)").status == 404)
      }
    }
  }
}
