internal import FoundationEssentials

/// 公開フォルダーの書き込み – puts the files of the public folder on a disk, all or none.
public enum PublicFolder: Sendable {
  /// Why a folder was not written.
  public enum Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Something is there that this software did not make.
    case notOurs(path: String)

    /// The fault with its remedy, for commands.
    public var description: String {
      switch self {
      case .notOurs(let path):
        "'\(path)' exists and holds no manifest.json of ours; choose another folder or remove it"
      }
    }
  }

  /// Writes beside the folder first and then changes names, so that readers never meet half a folder.
  ///
  /// A folder of ours that is there already is replaced; anything else is left alone.
  /// - Throws: ``Fault``; an error of the file system.
  public static func write(_ files: [PublicFile], to path: String) throws {
    let manager = FileManager.default
    let folder = URL(filePath: path)
    let isThere = manager.fileExists(atPath: path)
    // Many a web site has a file of that name: ours names the digest of a plan.
    let manifest = manager.contents(atPath: folder.appending(path: PublicationPack.manifestPath).path)
    let mark = Array("\"planDigest\": \"".utf8)
    let isOurs = manifest.map { Array($0).contains(mark) } ?? false
    guard !isThere || isOurs else { throw Fault.notOurs(path: path) }
    let name = folder.lastPathComponent
    let parent = folder.deletingLastPathComponent()
    let fresh = parent.appending(path: ".\(name).new")
    let old = parent.appending(path: ".\(name).old")
    for left in [fresh, old] where manager.fileExists(atPath: left.path) { try manager.removeItem(at: left) }
    for file in files {
      let place = fresh.appending(path: file.path)
      try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
    if isThere { try manager.moveItem(at: folder, to: old) }
    try manager.moveItem(at: fresh, to: folder)
    if isThere { try manager.removeItem(at: old) }
  }
}
