import Testing

@testable import Site

@Suite("Forms with files")
struct MultipartTests {
  static let limit = UploadLimit(bytes: 1 << 16, files: 3)
  static let boundary = "----WebKitFormBoundaryAbc123"

  static func body(_ parts: String..., boundary: String = boundary, end: String = "--\r\n") -> [UInt8] {
    let text = parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined()
    return Array("\(text)--\(boundary)\(end)".utf8)
  }

  static func field(_ name: String, _ value: String) -> String {
    "Content-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)"
  }

  static func file(_ name: String, _ fileName: String, _ value: String) -> String {
    """
    Content-Disposition: form-data; name="\(name)"; filename="\(fileName)"\r\n\
    Content-Type: application/octet-stream\r\n\r\n\(value)
    """
  }

  static func read(
    _ bytes: [UInt8],
    boundary: String = boundary,
    limit: UploadLimit = limit
  ) -> Result<Multipart.Content, Multipart.Fault> {
    do throws(Multipart.Fault) {
      return .success(try Multipart.read(bytes, boundary: Array(boundary.utf8), limit: limit))
    } catch {
      return .failure(error)
    }
  }

  @Test func keepsFieldsAndFilesApartByteByByte() throws {
    let binary: [UInt8] = Array(0...255) + Array("\r\n\r\n--".utf8) + [0x0D, 0x0A, 0x0D, 0x0A, 0]
    let head =
      "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.bin\"\r\n\r\n"
    let bytes =
      Array("--\(Self.boundary)\r\n\(Self.field("text", "一行目\r\n二行目"))\r\n".utf8)
      + Array(head.utf8) + binary + Array("\r\n--\(Self.boundary)--\r\n".utf8)
    let content = try Self.read(bytes).get()
    #expect(content.fields == FormFields([("text", "一行目\r\n二行目")]))
    #expect(content.files == [UploadedFile(field: "files", name: "a.bin", bytes: binary)])
  }

  struct Kept: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let values: [String]

    init(_ testDescription: String, _ bytes: [UInt8], _ values: [String]) {
      self.testDescription = testDescription
      self.bytes = bytes
      self.values = values
    }
  }

  static let kept = [
    Kept(
      "a boundary with more behind it is content",
      body(field("a", "x\r\n--\(boundary)y")),
      ["x\r\n--\(boundary)y"]
    ),
    Kept(
      "a boundary within a line is content",
      body(field("a", "x--\(boundary)--\r\nz")),
      ["x--\(boundary)--\r\nz"]
    ),
    Kept("nothing in a field", body(field("a", "")), [""]),
    Kept("an end without a line end", body(field("a", "1"), end: "--"), ["1"]),
    Kept("no part at all", Array("--\(boundary)--\r\n".utf8), []),
    Kept(
      "other lines in the header",
      body("content-disposition:form-data;name=a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n1"),
      ["1"]
    ),
    Kept("a control of files that is empty", body(file("files", "", ""), field("a", "1")), ["1"]),
  ]

  @Test(arguments: kept)
  func areRead(kept: Kept) throws {
    let content = try Self.read(kept.bytes).get()
    #expect(content.fields.pairs.map(\.value) == kept.values)
    #expect(content.files.isEmpty)
  }

  struct Named: Sendable, CustomTestStringConvertible {
    let sent: String
    let name: String
    var testDescription: String { sent }
  }

  static let named = [
    Named(sent: "報告 1.pdf", name: "報告 1.pdf"), Named(sent: "a%22b.pdf", name: "a\"b.pdf"),
    Named(sent: "a%0d%0AX: y.pdf", name: "a\r\nX: y.pdf"), Named(sent: "100%41.pdf", name: "100%41.pdf"),
    Named(sent: "C:\\dir\\a.pdf", name: "C:\\dir\\a.pdf"), Named(sent: "a\\\"b.pdf", name: "a\"b.pdf"),
    Named(sent: "a;b=c.pdf", name: "a;b=c.pdf"),
  ]

  @Test(arguments: named)
  func namesAreTakenAsBrowsersWriteThem(named: Named) throws {
    let content = try Self.read(Self.body(Self.file("files", named.sent, "x"))).get()
    #expect(content.files.map { Array($0.name.utf8) } == [Array(named.name.utf8)])
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let fault: Multipart.Fault

    init(_ testDescription: String, _ bytes: [UInt8], _ fault: Multipart.Fault = .broken) {
      self.testDescription = testDescription
      self.bytes = bytes
      self.fault = fault
    }
  }

  static let good = field("a", "1")
  static let broken = [
    Broken("nothing", []), Broken("text before the first boundary", Array("x\r\n".utf8) + body(good)),
    Broken("no last boundary", Array("--\(boundary)\r\n\(good)\r\n".utf8)),
    Broken("a last boundary cut short", Array(body(good).dropLast(4))),
    Broken("text behind the last boundary", body(good) + Array("x".utf8)),
    Broken("another boundary", body(good, boundary: "other")),
    Broken("no empty line", body("Content-Disposition: form-data; name=\"a\"")),
    Broken("no disposition", body("Content-Type: text/plain\r\n\r\n1")),
    Broken("another disposition", body("Content-Disposition: attachment; name=\"a\"\r\n\r\n1")),
    Broken("no name", body("Content-Disposition: form-data\r\n\r\n1")),
    Broken("two names", body("Content-Disposition: form-data; name=a; name=b\r\n\r\n1")),
    Broken(
      "two dispositions",
      body("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\n1")
    ),
    Broken("a folded line", body("Content-Disposition: form-data;\r\n name=a\r\n\r\n1")),
    Broken("a lone CR in a name", body(field("a\rX: y", "1"))),
    Broken("a lone LF in a name", body(field("a\nX: y", "1"))),
    Broken("a line end in a name", body(field("a\r\nX-Injected: y", "1"))),
    Broken("a NUL in a name", body(field("a\0", "1"))),
    Broken("a quote that does not end", body("Content-Disposition: form-data; name=\"a\r\n\r\n1")),
    Broken("words behind a quote", body("Content-Disposition: form-data; name=\"a\"b\r\n\r\n1")),
    Broken(
      "Base64",
      body("Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ==")
    ),
    Broken("a long header", body("X: \(String(repeating: "x", count: 9000))\r\n\(good)")),
    Broken("a NUL in a field", body(field("a", "1\0")), .notText),
    Broken("a name that is not UTF-8", bytesNotText, .notText),
    Broken(
      "four files",
      body(file("f", "1", "x"), file("f", "2", "x"), file("f", "3", "x"), file("f", "4", "x")),
      .tooManyFiles
    ),
    Broken("too large", body(field("a", String(repeating: "x", count: 1 << 16))), .tooLarge),
  ]

  private static let bytesNotText =
    Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"".utf8) + [0xFF]
    + Array("\"\r\n\r\n1\r\n--\(boundary)--\r\n".utf8)

  @Test(arguments: broken)
  func areRefused(broken: Broken) {
    #expect(Self.read(broken.bytes) == .failure(broken.fault))
  }

  @Test func tooManyFieldsAreRefused() {
    let part = "--b\r\n\(Self.field("a", "1"))\r\n"
    let bytes = Array((String(repeating: part, count: Multipart.mostFields + 1) + "--b--").utf8)
    #expect(
      Self.read(bytes, boundary: "b", limit: UploadLimit(bytes: 1 << 20, files: 1))
        == .failure(.tooManyFields)
    )
  }

  /// Bodies broken at random never stop the server, and never yield more than was sent or allowed.
  @Test func areSafeWhateverIsSent() {
    var chance = SmallChance(seed: 20_260_401)
    let sound = Self.body(
      Self.field("_token", "abc"),
      Self.file("files", "報告.pdf", "%PDF-1.7\r\n--\(Self.boundary)x\r\n%%EOF"),
      Self.field("text", "やりました\r\n"),
      Self.file("files", "", ""),
      Self.file("files", "b.png", "\u{0}\u{1}")
    )
    let pieces = ["\r\n", "--", "\r", "\n", "\"", ";", ":", "--\(Self.boundary)", "\0", "filename=\"", "%22"]
    var readable = 0
    for _ in 0..<10_000 {
      var bytes = sound
      for _ in 0..<(1 + chance.below(6)) {
        let place = chance.below(bytes.count + 1)
        switch chance.below(4) {
        case 0: bytes.insert(contentsOf: pieces[chance.below(pieces.count)].utf8, at: place)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + chance.below(20)))
        case 2 where place < bytes.count: bytes[place] = UInt8(chance.below(256))
        default: bytes = Array(bytes.prefix(place)) + bytes.suffix(chance.below(bytes.count + 1))
        }
        if bytes.isEmpty { break }
      }
      guard case .success(let content) = Self.read(bytes) else { continue }
      readable += 1
      let held =
        content.files.reduce(0) { $0 + $1.bytes.count + $1.name.utf8.count }
        + content.fields.pairs.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
      #expect(
        held <= bytes.count && bytes.count <= Self.limit.bytes && content.files.count <= Self.limit.files
      )
    }
    #expect(readable > 100)
  }
}

@Suite("The boundary of a form with files")
struct MultipartBoundaryTests {
  struct Typed: Sendable, CustomTestStringConvertible {
    let type: String
    let boundary: String?
    var testDescription: String { type }
  }

  static let types = [
    Typed(type: "multipart/form-data; boundary=abc", boundary: "abc"),
    Typed(type: "multipart/form-data; Boundary=\"a b\"; charset=utf-8", boundary: "a b"),
    Typed(type: "multipart/form-data;boundary=----WebKitFormBoundaryX", boundary: "----WebKitFormBoundaryX"),
    Typed(type: "multipart/form-data; boundary=a:b", boundary: "a:b"),
    Typed(type: "multipart/form-data", boundary: nil),
    Typed(type: "multipart/form-data; boundary=", boundary: nil),
    Typed(type: "multipart/form-data; boundary=\"\"", boundary: nil),
    Typed(type: "multipart/form-data; boundary=\"a \"", boundary: nil),
    Typed(type: "multipart/form-data; boundary=a; boundary=b", boundary: nil),
    Typed(type: "multipart/form-data; boundary=\"a\u{E9}\"", boundary: nil),
    Typed(type: "multipart/form-data; boundary=\(String(repeating: "x", count: 71))", boundary: nil),
  ]

  @Test(arguments: types)
  func isTakenFromTheHeader(typed: Typed) {
    let found = try? Multipart.boundary(of: typed.type)
    #expect(found == typed.boundary.map { Array($0.utf8) })
  }
}

/// A small generator whose numbers are the same on every run.
struct SmallChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(limit, 1)))
  }
}
