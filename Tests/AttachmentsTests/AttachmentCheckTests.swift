import CivilTime
import Site
import Store
import Testing

@testable import Attachments

@Suite("Files before they are taken")
struct AttachmentCheckTests {
  struct Sent: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let bytes: [UInt8]
    /// A part of the message; nil where the file is taken.
    let message: String?

    init(_ name: String, _ bytes: [UInt8], _ message: String?) {
      testDescription = name
      self.name = name
      self.bytes = bytes
      self.message = message
    }
  }

  static let tooLarge =
    SampleFiles.pdf + Array(repeating: 0x20, count: (10 << 20) + 1 - SampleFiles.pdf.count)

  static let sent = [
    Sent("報告.pdf", SampleFiles.pdf, nil), Sent("報告.PDF", SampleFiles.pdf, nil),
    Sent("写真.jpg", SampleFiles.jpeg, nil), Sent("写真.JPEG", SampleFiles.jpeg, nil),
    Sent("表.xlsx", SampleFiles.xlsx, nil), Sent("a.b.docx", SampleFiles.docx, nil),
    Sent("図.png", SampleFiles.pdf, "『.png』のファイルですが、中身はPNG画像ではありません"),
    Sent("報告.pdf", SampleFiles.page, "『.pdf』のファイルですが、中身はPDFではありません"),
    Sent("報告.pdf", SampleFiles.program, "『.pdf』のファイルですが、中身はPDFではありません"),
    Sent("道具.exe", SampleFiles.program, "添付できるのは"),
    Sent("報告.docx", SampleFiles.archive(["a.txt"]), "中身はWord文書ではありません"),
    Sent(
      "報告.docx",
      SampleFiles.archive(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
      "マクロを含んでいます"
    ),
    Sent("表.docx", SampleFiles.xlsx, "中身はWord文書ではありません"), Sent("報告.doc", SampleFiles.oldOffice, "古い形式"),
    Sent("報告.docx", SampleFiles.oldOffice, "パスワードで保護されています"), Sent("空.pdf", [], "中身が空です"),
    Sent("大.pdf", tooLarge, "10MBを超えています"), Sent("大.pdf", Array(tooLarge.dropLast()), nil),
    Sent("報告", SampleFiles.pdf, "名前の終わりに種類がありません"), Sent(".pdf", SampleFiles.pdf, "名前の終わりに種類がありません"),
    Sent("報告.txt", SampleFiles.pdf, "『.txt』のファイルですが、中身はPDFです"),
    Sent("報\u{202E}fdp.exe", SampleFiles.pdf, "『.exe』のファイルですが"),
  ]

  @Test(arguments: sent)
  func areTakenOrToldWhyNot(sent: Sent) {
    let file = UploadedFile(field: "files", name: sent.name, bytes: sent.bytes)
    let (accepted, faults) = AttachmentService.check([file], ids: Self.ids)
    if let message = sent.message {
      #expect(accepted.isEmpty && faults.map(\.field) == ["files"])
      #expect(faults.first.map { $0.message.contains(message) } == true, "\(faults)")
    } else {
      #expect(faults.isEmpty && accepted.map(\.bytes) == [sent.bytes])
    }
  }

  static let ids = RecordIDSource(clock: FixedTestClock())

  @Test func oneBadFileAmongGoodOnesIsNamed() {
    let files = [("a.pdf", SampleFiles.pdf), ("b.pdf", SampleFiles.page), ("c.png", SampleFiles.png)]
      .map { UploadedFile(field: "files", name: $0.0, bytes: $0.1) }
    let (accepted, faults) = AttachmentService.check(files, ids: Self.ids)
    #expect(accepted.map(\.name) == ["a.pdf", "c.png"])
    #expect(faults.count == 1 && faults[0].message.contains("「b.pdf」"))
  }

  @Test func sixFilesAreTooMany() {
    let file = UploadedFile(field: "files", name: "a.pdf", bytes: SampleFiles.pdf)
    #expect(AttachmentService.check(Array(repeating: file, count: 5), ids: Self.ids).accepted.count == 5)
    #expect(AttachmentService.check(Array(repeating: file, count: 6), ids: Self.ids).faults.count == 1)
  }

  @Test func filesOfOtherControlsAreLeftAlone() {
    let file = UploadedFile(field: "other", name: "a.pdf", bytes: SampleFiles.pdf)
    let (accepted, faults) = AttachmentService.check([file], ids: Self.ids)
    #expect(accepted.isEmpty && faults.isEmpty)
  }

  struct Named: Sendable, CustomTestStringConvertible {
    let sent: String
    let kept: String
    var testDescription: String { sent }
  }

  static let named = [
    Named(sent: "C:\\Users\\x\\報告.pdf", kept: "報告.pdf"), Named(sent: "../../etc/a.pdf", kept: "a.pdf"),
    Named(sent: "a\r\n\u{0}\u{7F}b.pdf", kept: "ab.pdf"), Named(sent: "a\u{202E}b.pdf", kept: "ab.pdf"),
    Named(sent: "神\u{FA19}.pdf", kept: "神\u{FA19}.pdf"), Named(sent: "か\u{3099}.pdf", kept: "か\u{3099}.pdf"),
    Named(
      sent: String(repeating: "長", count: 200) + ".pdf",
      kept: String(repeating: "長", count: 116) + ".pdf"
    ),
    Named(sent: String(repeating: "x", count: 200), kept: String(repeating: "x", count: 120)),
  ]

  @Test(arguments: named)
  func namesAreKeptAsTypedWithoutWhatCannotBeSeen(named: Named) {
    #expect(Array(AttachmentName.kept(named.sent).utf8) == Array(named.kept.utf8))
  }
}

/// A clock that stands still.
struct FixedTestClock: WallClock {
  func now() -> Instant { Instant(milliseconds: 1_775_001_600_000) }
}
