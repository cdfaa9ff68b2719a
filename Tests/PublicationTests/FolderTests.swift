import Foundation
import Testing

@testable import Publication

@Suite("Writing the public folder")
struct FolderTests {
  private static func withFolder(_ body: (URL) throws -> Void) throws {
    let parent = FileManager.default.temporaryDirectory.appending(path: "hataraki-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: parent) }
    try body(parent)
  }

  private static func files(_ text: String) -> [PublicFile] {
    [
      PublicFile(path: "index.html", bytes: Array(text.utf8)),
      PublicFile(path: "data/\(text).csv", bytes: [1, 2, 3]),
      PublicFile(path: "manifest.json", bytes: Array("{\"planDigest\": \"0\"}".utf8)),
    ]
  }

  @Test func replacesAFolderOfOursAsAWhole() throws {
    try Self.withFolder { parent in
      let folder = parent.appending(path: "public")
      try PublicFolder.write(Self.files("one"), to: folder.path)
      try PublicFolder.write(Self.files("two"), to: folder.path)
      let text = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
      #expect(text == "two")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/data") == ["two.csv"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path) == ["public"])
    }
  }

  @Test func leavesWhatIsNotOursAlone() throws {
    try Self.withFolder { parent in
      let other = parent.appending(path: "letter.txt")
      try Data([1]).write(to: other)
      // A web site's own manifest does not make it ours.
      try Data("{\"name\": \"site\"}".utf8).write(to: parent.appending(path: "manifest.json"))
      #expect(throws: PublicFolder.Fault.notOurs(path: parent.path)) {
        try PublicFolder.write(Self.files("one"), to: parent.path)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).count == 2)
    }
  }
}
