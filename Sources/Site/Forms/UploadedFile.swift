/// A file as it came with a form (受け取ったファイル); nothing of it is believed yet.
public struct UploadedFile: Sendable, Hashable {
  /// The name of the control.
  public let field: String
  /// The name as the browser sent it; it may hold folders.
  public let name: String
  /// The content.
  public let bytes: [UInt8]

  /// A file.
  public init(field: String, name: String, bytes: [UInt8]) {
    self.field = field
    self.name = name
    self.bytes = bytes
  }
}

/// How much a route takes with one form.
public struct UploadLimit: Sendable, Hashable {
  /// The most bytes of the whole request.
  public let bytes: Int
  /// The most files.
  public let files: Int

  /// A limit.
  public init(bytes: Int, files: Int) {
    self.bytes = bytes
    self.files = files
  }
}
