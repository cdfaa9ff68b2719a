public import CivilTime
internal import Crypto
public import Site
public import Store

/// 添付の受け取り – checks files and keeps them in the transaction of whatever they belong to.
public enum AttachmentService: Sendable {
  /// Checks files outside any transaction; with faults, the form is to be shown again.
  ///
  /// A control left empty sends one file without name and content, which is none.
  public static func check(
    _ files: [UploadedFile],
    field: String = "files",
    ids: RecordIDSource
  ) -> (accepted: [CheckedAttachment], faults: [FormFault]) {
    let sent = files.filter { isOf(field, $0) && !($0.name.utf8.isEmpty && $0.bytes.isEmpty) }
    guard sent.count <= AttachmentLimits.mostFiles else {
      let message = "一度に添付できるのは\(AttachmentLimits.mostFiles)件までです。分けて報告してください。"
      return ([], [FormFault(field, message)])
    }
    var accepted: [CheckedAttachment] = []
    var faults: [FormFault] = []
    for file in sent {
      let name = AttachmentName.kept(file.name)
      switch AttachmentCheck.type(name: name, bytes: file.bytes) {
      case .success(let type):
        accepted.append(checked(file, name: name, type: type, id: ids.next()))
      case .failure(let fault):
        faults.append(FormFault(field, "「\(name)」は添付できません。\(fault.message)"))
      }
    }
    return (accepted, faults)
  }

  /// Keeps checked files; they can be read once a record of the caller's refers to them.
  @discardableResult
  public static func store(
    _ files: [CheckedAttachment],
    for owner: AttachmentOwner,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> [RecordID<Attachment>] {
    for file in files { try AttachmentRecords.insert(file, for: owner, at: now, on: connection) }
    return files.map(\.id)
  }

  private static func isOf(_ field: String, _ file: UploadedFile) -> Bool {
    file.field.utf8.elementsEqual(field.utf8)
  }

  private static func checked(
    _ file: UploadedFile,
    name: String,
    type: AttachmentType,
    id: RecordID<Attachment>
  ) -> CheckedAttachment {
    let digest = Array(SHA256.hash(data: file.bytes))
    return CheckedAttachment(id: id, name: name, type: type, bytes: file.bytes, digest: digest)
  }
}
