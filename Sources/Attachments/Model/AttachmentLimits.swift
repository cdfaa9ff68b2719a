public import Site

/// 添付の上限 – how much is taken with one form.
public enum AttachmentLimits: Sendable {
  /// The most bytes of one file: 10 MiB.
  public static let mostBytes = 10 << 20
  /// The most files of one form.
  public static let mostFiles = 5
  /// What a route with attachments takes: 25 MiB, files and fields together.
  ///
  /// More files than allowed still arrive, so that the form can be shown again with everything that was typed.
  public static let upload = UploadLimit(bytes: 25 << 20, files: 4 * mostFiles)
  /// What a form says beside the control.
  public static let hint =
    "PDF、PNG、JPEG、Word、Excel、PowerPoint。1件10MB、合わせて25MB、5件まで。個人の健康や家族のことが分かるものは添付しないでください。"
}
