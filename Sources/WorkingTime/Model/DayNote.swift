public import CivilTime
public import People
public import Store

/// 日の添え書き – what stands beside a day of one's month where it is claimed, known to a part of the house that working
/// time does not know.
public struct DayNote: Sendable, Hashable {
  /// The day that it is about; nil for the month as a whole.
  public let day: CivilDate?
  /// A few words; of the month, a sentence.
  public let words: String
  /// Where more of it stands; shown with what is said of the month.
  public let path: String?

  /// A note.
  public init(day: CivilDate? = nil, words: String, path: String? = nil) {
    self.day = day
    self.words = words
    self.path = path
  }
}

/// 添え書きの出どころ – finds the notes of a person's month.
///
/// Whoever asks has shown that the person is within reach.
public struct DayNoteSource: Sendable {
  /// The notes in the order in which they are shown.
  public typealias Finding =
    @Sendable (
      _ employee: RecordID<Employee>, _ month: YearMonth, _ today: CivilDate,
      _ connection: any SQLConnection
    ) throws -> [DayNote]

  /// Finds them.
  public let notes: Finding

  /// A source.
  public init(_ notes: @escaping Finding) {
    self.notes = notes
  }
}
