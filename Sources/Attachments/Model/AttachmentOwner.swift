public import People
public import Store

/// 添付の持ち主 – whose file it is and who handed it in.
public struct AttachmentOwner: Sendable, Hashable {
  /// The person whom the file is about; nil for a file of a unit or an employer.
  public let employee: RecordID<Employee>?
  /// The number of the account that handed it in.
  public let uploadedBy: Int64

  /// An owner.
  public init(employee: RecordID<Employee>?, uploadedBy: Int64) {
    self.employee = employee
    self.uploadedBy = uploadedBy
  }
}
