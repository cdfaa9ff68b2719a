/// 公表ファイル – one file of the public folder.
public struct PublicFile: Sendable, Hashable {
  /// Its path within the folder, such as `data/figures.csv`.
  public let path: String
  /// Its content.
  public let bytes: [UInt8]

  /// A file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
