public import CivilTime
public import People
public import Store

/// 月次の確認事項 – something to look at before a person's month is approved; it never stops or changes anything.
public struct MonthConcern: Sendable, Hashable {
  /// What sort of thing it is; concerns of one kind are listed together.
  public struct Kind: Sendable, Hashable {
    /// A name of ours, `capability.what-it-is`, which stays the same.
    public let name: String
    /// The word on the screen.
    public let japanese: String

    /// A kind.
    public init(_ name: StaticString, _ japanese: String) {
      self.name = "\(name)"
      self.japanese = japanese
    }
  }

  /// What sort of thing it is.
  public let kind: Kind
  /// The day that it is about; nil for the month as a whole.
  public let day: CivilDate?
  /// What is to be looked at, in a sentence or a few words.
  public let words: String
  /// Where it can be looked at; nil where the person's month shows it.
  public let path: String?

  /// A concern.
  public init(_ kind: Kind, day: CivilDate? = nil, words: String, path: String? = nil) {
    self.kind = kind
    self.day = day
    self.words = words
    self.path = path
  }
}

/// 確認事項の出どころ – finds concerns of several people's month at once.
///
/// Whoever asks has shown that the people are within reach.
public struct MonthConcernSource: Sendable {
  /// The concerns by person, each person's in order of days; those without any may be left out.
  public typealias Finding =
    @Sendable (
      _ employees: [RecordID<Employee>], _ month: YearMonth, _ today: CivilDate,
      _ connection: any SQLConnection
    ) throws -> [RecordID<Employee>: [MonthConcern]]

  /// Finds them.
  public let concerns: Finding

  /// A source.
  public init(_ concerns: @escaping Finding) {
    self.concerns = concerns
  }
}
