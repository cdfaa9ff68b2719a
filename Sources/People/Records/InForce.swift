internal import CivilTime
internal import Store

/// Conditions on rows with `valid_from` and `valid_to`, both days inside the period.
enum InForce {
  /// Whether the row of an alias is in force on a day.
  static func condition(_ alias: SQLText, on date: CivilDate) -> SQLText {
    """
    (\(fragment: alias).valid_from <= \(date) \
    AND (\(fragment: alias).valid_to IS NULL OR \(fragment: alias).valid_to >= \(date)))
    """
  }

  /// Whether the employee of an alias is in service on a day.
  static func service(_ alias: SQLText, on date: CivilDate) -> SQLText {
    """
    (\(fragment: alias).hired_on <= \(date) \
    AND (\(fragment: alias).left_on IS NULL OR \(fragment: alias).left_on >= \(date)))
    """
  }
}

/// A list for `IN (…)` whose length is a power of two, so that the engines meet few different texts.
enum PaddedList {
  static func of<Entity>(_ ids: Set<RecordID<Entity>>) -> [RecordID<Entity>] {
    var list = ids.sorted()
    guard let last = list.last else { return [] }
    var length = 1
    while length < list.count { length *= 2 }
    list += Array(repeating: last, count: length - list.count)
    return list
  }
}
