public import Store

/// 添付の種類 – what the content of a file is, found out from its bytes alone.
public enum AttachmentType: String, Sendable, Hashable, CaseIterable, SQLStorable {
  /// A PDF document.
  case pdf
  /// A picture.
  case png
  /// A photograph.
  case jpeg
  /// A Word document.
  case docx
  /// An Excel workbook.
  case xlsx
  /// A PowerPoint presentation.
  case pptx

  /// The type in words.
  public var japanese: String {
    switch self {
    case .pdf: "PDF"
    case .png: "PNG画像"
    case .jpeg: "JPEG画像"
    case .docx: "Word文書"
    case .xlsx: "Excelブック"
    case .pptx: "PowerPoint"
    }
  }

  /// The media type, for the download.
  public var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    }
  }

  /// The endings that a name of this type may have, lower case.
  public var endings: [String] {
    switch self {
    case .jpeg: ["jpg", "jpeg"]
    case .pdf, .png, .docx, .xlsx, .pptx: [rawValue]
    }
  }

  /// The type of an ending without its dot, in either case.
  static func named(_ ending: String) -> AttachmentType? {
    let lower = ending.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
    return allCases.first { $0.endings.contains { $0.utf8.elementsEqual(lower) } }
  }
}
