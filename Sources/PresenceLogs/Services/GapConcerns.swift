internal import CivilTime
internal import People
internal import Store
public import WorkingTime

/// 確認事項 – the days of a month whose presence beyond the claim has no reason yet.
public enum GapConcerns: Sendable {
  static let open = MonthConcern.Kind("presence-logs.no-reason", "理由のない差")

  /// Where a closing asks.
  public static let source = MonthConcernSource { employees, month, today, connection in
    let people = try PresencePeople.people(employees, in: .everyone, today: today, on: connection)
    var found: [RecordID<Employee>: [MonthConcern]] = [:]
    let sorted = people.values.sorted { $0.id < $1.id }
    try PresenceQuery.forEach(sorted, in: month.days, today: today, on: connection) { person, days in
      found[person.id] = days.filter(\.status.isOpen).map { day in
        MonthConcern(
          open,
          day: day.date,
          words: "在庁時間と申告の差に、理由がまだありません。",
          path: PresencePaths.day(day.date, of: person.id)
        )
      }
    }
    return found
  }
}
