/// Says what is wrong with a file, in words that tell what to do.
enum AttachmentCheck {
  /// The type of a file that may be taken, or the sentence that says why not.
  static func type(name: String, bytes: [UInt8]) -> Result<AttachmentType, AttachmentFault> {
    guard bytes.count <= AttachmentLimits.mostBytes else {
      return .failure(AttachmentFault("10MBを超えています。小さくするか、分けて添付してください。"))
    }
    let ending = AttachmentName.ending(name)
    switch AttachmentContent(of: bytes) {
    case .empty:
      return .failure(AttachmentFault("中身が空です。ファイルを確かめてもう一度選んでください。"))
    case .oldOffice:
      return .failure(AttachmentFault(oldOffice(ending)))
    case .macros:
      return .failure(AttachmentFault("マクロを含んでいます。マクロのない形式で保存し直してください。"))
    case .locked:
      return .failure(AttachmentFault(locked))
    case .other:
      return .failure(AttachmentFault(other(ending)))
    case .taken(let type):
      guard let ending, AttachmentType.named(ending) == type else {
        return .failure(AttachmentFault(disagreeing(ending, type)))
      }
      return .success(type)
    }
  }

  private static let locked = "パスワードで保護されています。保護を外して保存し直してください。"
  private static let taken = "添付できるのは、PDF、PNG、JPEG、Word（.docx）、Excel（.xlsx）、PowerPoint（.pptx）です。"

  private static func oldOffice(_ ending: String?) -> String {
    ending.flatMap { AttachmentType.named($0) } == nil
      ? "古い形式（.doc .xls .ppt）です。新しい形式で保存し直してください。" : locked
  }

  private static func other(_ ending: String?) -> String {
    guard let ending, let type = AttachmentType.named(ending) else { return taken }
    return "『.\(ending)』のファイルですが、中身は\(type.japanese)ではありません。元のファイルを確かめてください。"
  }

  private static func disagreeing(_ ending: String?, _ type: AttachmentType) -> String {
    let right = type.endings.first ?? type.rawValue
    guard let ending else { return "名前の終わりに種類がありません。『.\(right)』を付けてください。" }
    guard let named = AttachmentType.named(ending) else {
      return "『.\(ending)』のファイルですが、中身は\(type.japanese)です。名前の終わりを『.\(right)』にしてください。"
    }
    return "『.\(ending)』のファイルですが、中身は\(named.japanese)ではありません。名前の終わりを『.\(right)』にしてください。"
  }
}

/// Why a file is not taken.
struct AttachmentFault: Error, Hashable {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
