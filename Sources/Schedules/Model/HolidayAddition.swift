package import CivilTime

/// 追加された休日 – a holiday made by a law that the calendar does not know yet.
///
/// Days that have passed when it is recorded keep what they were; only later ones follow it.
package struct HolidayAddition: Sendable, Hashable {
  /// The day.
  package let date: CivilDate
  /// Its name.
  package let name: String
  /// The law that makes it a holiday.
  package let law: String
  /// The day on which it was recorded.
  package let recordedOn: CivilDate

  /// Whether the day follows it: it was still ahead.
  package var isFollowed: Bool { recordedOn < date }
}
