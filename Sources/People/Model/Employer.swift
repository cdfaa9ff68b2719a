public import Store

/// 特定事業主 – the authority that draws up a plan for its staff: a ministry, a commission, an agency.
public struct Employer: Sendable, Hashable {
  /// Its identifier.
  public let id: RecordID<Employer>
  /// The short code that stands in files, such as `soumu`.
  public let code: String
  /// Its name, such as 総務省.
  public let name: String

  /// An employer.
  public init(id: RecordID<Employer>, code: String, name: String) {
    self.id = id
    self.code = code
    self.name = name
  }
}
