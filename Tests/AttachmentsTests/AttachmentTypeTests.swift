import Testing

@testable import Attachments

@Suite("What a file is, by its content")
struct AttachmentTypeTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let content: AttachmentContent

    init(_ testDescription: String, _ bytes: [UInt8], _ content: AttachmentContent) {
      self.testDescription = testDescription
      self.bytes = bytes
      self.content = content
    }
  }

  static let taken = [
    Sample("PDF", SampleFiles.pdf, .taken(.pdf)), Sample("PNG", SampleFiles.png, .taken(.png)),
    Sample("JPEG", SampleFiles.jpeg, .taken(.jpeg)), Sample("Word", SampleFiles.docx, .taken(.docx)),
    Sample("Excel", SampleFiles.xlsx, .taken(.xlsx)), Sample("PowerPoint", SampleFiles.pptx, .taken(.pptx)),
    Sample(
      "Word with a comment at its end",
      SampleFiles.archive(["[Content_Types].xml", "word/document.xml"], comment: "made by somebody"),
      .taken(.docx)
    ),
  ]

  static let refused = [
    Sample("nothing", [], .empty), Sample("a page", SampleFiles.page, .other),
    Sample("a program", SampleFiles.program, .other), Sample("old Office", SampleFiles.oldOffice, .oldOffice),
    Sample("PDF after 1,000 bytes", Array(repeating: 0x20, count: 1000) + SampleFiles.pdf, .other),
    Sample("half a PNG mark", Array(SampleFiles.png.prefix(9)), .other),
    Sample("half a JPEG mark", [0xFF, 0xD8, 0xFF], .other),
    Sample("an archive", SampleFiles.archive(["a.txt", "word/document.xml"]), .other),
    Sample("an archive of nothing", SampleFiles.archive([]), .other),
    Sample(
      "Word with macros",
      SampleFiles.archive(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
      .macros
    ),
    Sample(
      "Excel with macros in other letters",
      SampleFiles.archive(["[Content_Types].xml", "xl/workbook.xml", "xl/VBAPROJECT.BIN"]),
      .macros
    ),
    Sample("binary Excel", SampleFiles.archive(["[Content_Types].xml", "xl/workbook.bin"]), .other),
    Sample("both Word and Excel", SampleFiles.archive(["[Content_Types].xml", "word/a", "xl/b"]), .other),
    Sample("locked parts", SampleFiles.archive(["[Content_Types].xml", "word/a"], flags: 1), .locked),
    Sample("a program before an archive", SampleFiles.program + SampleFiles.docx, .other),
    Sample("a page behind an archive", SampleFiles.docx + SampleFiles.page, .other),
    Sample("an archive cut short", Array(SampleFiles.docx.dropLast(30)), .other),
  ]

  @Test(arguments: taken + refused)
  func isFoundOut(sample: Sample) {
    #expect(AttachmentContent(of: sample.bytes) == sample.content)
  }

  @Test(arguments: taken)
  func isToldToOthers(sample: Sample) {
    guard case .taken(let type) = sample.content else { return }
    #expect(AttachmentType.sniff(sample.bytes) == type)
  }

  /// An archive broken at any one byte never stops the server.
  @Test func isFoundOutWhateverIsBroken() {
    for position in SampleFiles.docx.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] {
        var bytes = SampleFiles.docx
        bytes[position] = value
        _ = AttachmentContent(of: bytes)
        _ = AttachmentContent(of: Array(bytes.prefix(position)))
      }
    }
  }
}
