internal import CivilTime

/// One day as it was worked, before the records of it are written.
struct WorkedDay {
  let date: CivilDate
  /// Minutes from midnight.
  var arrival: Int
  var departure: Int
  /// The declared overtime in minutes.
  var declared: Int
  var isSpecial: Bool

  static let dutyStart = 570
  static let dutyEnd = 1095
  /// Nobody stays beyond 29:00, five in the morning.
  static let latest = 1740
}
