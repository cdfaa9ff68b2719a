import Access
import Markup
import Testing

@testable import Site

@Suite("What is sent with files, and files to save")
struct UploadTests {
  static let upload = Route(
    .post,
    "/people",
    allow: .signedIn,
    upload: UploadLimit(bytes: 1 << 22, files: 2)
  ) { _ in .redirect(to: "/") }

  static let checks = [
    RequestTests.Sent(
      testDescription: "parts to a route with files",
      route: upload,
      contentType: "multipart/form-data; boundary=x",
      error: nil
    ),
    RequestTests.Sent(testDescription: "a plain form to a route with files", route: upload, error: nil),
    RequestTests.Sent(
      testDescription: "parts from another site",
      route: upload,
      contentType: "multipart/form-data; boundary=x",
      fetchSite: "cross-site",
      error: .foreignForm
    ),
    RequestTests.Sent(
      testDescription: "mixed parts",
      route: upload,
      contentType: "multipart/mixed; boundary=x",
      error: .unsupportedType
    ),
  ]

  @Test(arguments: checks)
  func isChecked(sent: RequestTests.Sent) {
    var error: SiteError?
    do throws(SiteError) {
      try RequestChecks.check(sent.request, route: sent.route, transport: sent.transport)
    } catch let refusal {
      error = refusal
    }
    #expect(error == sent.error)
  }

  struct Download: Sendable, CustomTestStringConvertible {
    let name: String
    let header: String
    var testDescription: String { name }
  }

  static let downloads = [
    Download(name: "follow-up-2026.md", header: "attachment; filename=\"follow-up-2026.md\""),
    Download(
      name: "報告.pdf",
      header: "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E5%A0%B1%E5%91%8A.pdf"
    ),
    Download(
      name: "a\"; x=\r\nSet-Cookie: b",
      header:
        "attachment; filename=\"a__ x___Set-Cookie_ b\"; filename*=UTF-8''a%22%3B%20x%3D%0D%0ASet-Cookie%3A%20b"
    ),
  ]

  @Test(arguments: downloads)
  func nameInAHeaderIsHarmless(download: Download) {
    #expect(DownloadName.disposition(download.name) == download.header)
  }

  struct Number: Sendable, CustomTestStringConvertible {
    let typed: String
    let number: Int?
    let isFault: Bool
    var testDescription: String { typed }
  }

  static let numbers = [
    Number(typed: "12", number: 12, isFault: false), Number(typed: "１，２００", number: 1200, isFault: false),
    Number(typed: " １２ ", number: 12, isFault: false), Number(typed: "1,200", number: 1200, isFault: false),
    Number(typed: "0", number: 0, isFault: false), Number(typed: "", number: nil, isFault: false),
    Number(typed: "-1", number: nil, isFault: true), Number(typed: "1.5", number: nil, isFault: true),
    Number(typed: "5001", number: nil, isFault: true), Number(typed: "９人", number: nil, isFault: true),
    Number(typed: ",", number: nil, isFault: true),
    Number(typed: "99999999999999999999", number: nil, isFault: true),
  ]

  @Test(arguments: numbers)
  func wholeNumbersAreRead(typed: Number) {
    var form = FormReader(FormFields([("n", typed.typed)]))
    #expect(form.optionalInteger("n", label: "件数", in: 0...5000) == typed.number)
    #expect(form.faults.isEmpty != typed.isFault)
  }

  @Test func aNumberThatMustBeThereIsAskedFor() {
    var form = FormReader(FormFields([]))
    #expect(form.integer("n", label: "件数", in: 0...9) == nil)
    #expect(form.faults == [FormFault("n", "件数を入力してください。")])
  }

  @Test func aFormWithFilesSaysSo() {
    let control = Fields.file("files", label: "添付", hint: "PDF")
    let form = Forms.form(action: "/a", token: "t", takesFiles: true, actions: [], content: control)
    #expect(
      form.text.utf8.starts(
        with: "<form class=\"form\" method=\"post\" novalidate action=\"/a\" enctype=\"multipart/form-data\">"
          .utf8
      )
    )
    #expect(form.text.contains("type=\"file\" multiple"))
    #expect(!Forms.form(action: "/a", token: "t", actions: [], content: .empty).text.contains("enctype"))
  }
}
