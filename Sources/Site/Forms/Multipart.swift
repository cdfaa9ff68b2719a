/// Reads `multipart/form-data` (RFC 7578) byte by byte; strict, because browsers write it in one way only.
///
/// A part without a file name is a field; everything else is a file, whatever type its sender gives it.
public enum Multipart: Sendable {
  /// What a body holds.
  public struct Content: Sendable, Hashable {
    /// The fields, in the order sent.
    public let fields: FormFields
    /// The files, in the order sent; a control left empty is none.
    public let files: [UploadedFile]
  }

  /// Why a body was not read.
  public enum Fault: Error, Sendable, Hashable {
    /// The header names no boundary, or one that cannot be.
    case noBoundary
    /// It breaks off or is not as browsers write it.
    case broken
    /// A name or a field is not UTF-8, or holds U+0000.
    case notText
    /// More bytes than the route takes.
    case tooLarge
    /// More files than the route takes.
    case tooManyFiles
    /// More fields than any form of ours has.
    case tooManyFields
  }

  /// The most fields of a form with files.
  static let mostFields = 500
  static let lineEnd: [UInt8] = [0x0D, 0x0A]
  static let dashes: [UInt8] = [0x2D, 0x2D]

  /// The fields and files of a body.
  public static func read(
    _ bytes: [UInt8],
    boundary: [UInt8],
    limit: UploadLimit
  ) throws(Fault) -> Content {
    guard bytes.count <= limit.bytes else { throw .tooLarge }
    var reader = MultipartReader(bytes, boundary: boundary)
    var fields: [(name: String, value: String)] = []
    var files: [UploadedFile] = []
    try reader.begin()
    while let part = try reader.next() {
      if let name = part.header.fileName {
        guard !(name.utf8.isEmpty && part.content.isEmpty) else { continue }
        guard files.count < limit.files else { throw .tooManyFiles }
        files.append(UploadedFile(field: part.header.name, name: name, bytes: Array(part.content)))
      } else {
        guard fields.count < mostFields else { throw .tooManyFields }
        fields.append((part.header.name, try text(part.content)))
      }
    }
    return Content(fields: FormFields(fields), files: files)
  }

  /// The boundary that a `Content-Type` names.
  public static func boundary(of contentType: String) throws(Fault) -> [UInt8] {
    let header = Array(contentType.utf8)
    let essence = header.firstIndex(of: UInt8(ascii: ";")) ?? header.endIndex
    var found: [UInt8]?
    for parameter in try HeaderParameters.read(header[essence...]) where parameter.isNamed("boundary") {
      guard found == nil else { throw .noBoundary }
      found = parameter.value
    }
    guard let found, (1...70).contains(found.count), found.allSatisfy(isBoundaryByte), found.last != 0x20
    else {
      throw .noBoundary
    }
    return found
  }

  static func text(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
  }

  private static let boundaryMarks = Set("'()+_,-./:=? ".utf8)

  private static func isBoundaryByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: boundaryMarks.contains(byte)
    }
  }
}
