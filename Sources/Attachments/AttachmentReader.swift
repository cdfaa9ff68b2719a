public import Access
public import CivilTime
public import Store

/// 添付の閲覧者 – answers for the files of one capability: who may read them today.
public struct AttachmentReader: Sendable {
  /// Whether somebody may read a file; false also for a file of somebody else's.
  public let mayRead:
    @Sendable (RecordID<Attachment>, Actor, _ today: CivilDate, any SQLConnection) throws -> Bool

  /// A reader.
  public init(
    _ mayRead:
      @escaping @Sendable (RecordID<Attachment>, Actor, _ today: CivilDate, any SQLConnection) throws -> Bool
  ) {
    self.mayRead = mayRead
  }
}
