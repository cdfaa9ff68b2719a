/// Files for tests, made byte by byte.
enum SampleFiles {
  static let pdf = Array("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".utf8)
  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [
      0, 0, 0, 1, 0, 0, 0, 1,
    ]
  static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF".utf8) + [0xFF, 0xD9]
  static let oldOffice: [UInt8] =
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 64)
  static let program: [UInt8] = Array("MZ".utf8) + Array(repeating: 0x90, count: 64)
  static let page = Array("<!DOCTYPE html><script>alert(1)</script>".utf8)
  static let docx = archive(["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
  static let xlsx = archive(["[Content_Types].xml", "xl/workbook.xml"])
  static let pptx = archive(["[Content_Types].xml", "ppt/presentation.xml"])

  /// An archive whose parts hold nothing; `flags` stand in each entry of its directory.
  static func archive(_ names: [String], flags: Int = 0, comment: String = "") -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for name in names {
      let offset = bytes.count
      let sizes = number(0, 12)
      let common =
        number(20, 2) + number(flags, 2) + number(0, 2) + number(0, 4) + sizes + number(name.utf8.count, 2)
      bytes += [0x50, 0x4B, 0x03, 0x04] + common + number(0, 2) + Array(name.utf8)
      directory += [0x50, 0x4B, 0x01, 0x02] + number(20, 2) + common + number(0, 2) + number(0, 2)
      directory += number(0, 2) + number(0, 2) + number(0, 4) + number(offset, 4) + Array(name.utf8)
    }
    let end: [UInt8] =
      [0x50, 0x4B, 0x05, 0x06] + number(0, 4) + number(names.count, 2) + number(names.count, 2)
    let place = number(directory.count, 4) + number(bytes.count, 4) + number(comment.utf8.count, 2)
    return bytes + directory + end + place + Array(comment.utf8)
  }

  static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }
}
