public import Markup
internal import Site

/// Links to files that were handed in.
public enum AttachmentLinks: Sendable {
  /// The files one below the other; nothing where there are none.
  public static func list(_ attachments: [Attachment]) -> HTML {
    guard !attachments.isEmpty else { return .empty }
    return Panels.entries(
      attachments.map { file in
        Panels.Entry(
          file.name,
          to: "/attachments/\(file.id)",
          text: "\(facts(file))"
        )
      }
    )
  }

  /// Kind and size of a file in words.
  public static func facts(_ file: Attachment) -> String { "\(file.type.japanese)、\(size(file.size))" }

  /// A size in words, rounded up.
  static func size(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\((bytes + 1023) >> 10)KB" : "\((bytes + (1 << 20) - 1) >> 20)MB"
  }
}
