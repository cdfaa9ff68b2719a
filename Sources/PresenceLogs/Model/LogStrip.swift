internal import CivilTime
internal import People
internal import Store

/// PCの1日 – what the log of one device says of one person on one calendar day.
struct LogStrip: Sendable, Hashable {
  /// Whose, when, and on which device.
  struct Key: Sendable, Hashable, Comparable {
    let employee: RecordID<Employee>
    let day: CivilDate
    /// The device's name as it stands in the log; empty where the log names none.
    let device: String

    static func == (left: Key, right: Key) -> Bool {
      left.employee == right.employee && left.day == right.day
        && left.device.utf8.elementsEqual(right.device.utf8)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(employee)
      hasher.combine(day)
      for byte in device.utf8 { hasher.combine(byte) }
    }

    static func < (left: Key, right: Key) -> Bool {
      if left.employee != right.employee { return left.employee < right.employee }
      if left.day != right.day { return left.day < right.day }
      return left.device.utf8.lexicographicallyPrecedes(right.device.utf8)
    }
  }

  let key: Key
  let marks: DayMarks
  /// Why the device's clock is not believed on the day; empty where it is.
  let doubts: ClockDoubts

  var isUsable: Bool { doubts.isEmpty }
}

/// 時計の疑い – why a device's clock is not believed on a day.
struct ClockDoubts: OptionSet, Sendable, Hashable {
  let rawValue: Int

  /// An event lay ahead of the moment of import.
  static let ahead = ClockDoubts(rawValue: 1)
  /// The clock stepped against the order of the log.
  static let jump = ClockDoubts(rawValue: 2)
  /// The event lies before the person was hired or after the person left.
  static let outsideService = ClockDoubts(rawValue: 4)

  /// The words on the screen.
  var japanese: String {
    let words = [
      (ClockDoubts.ahead, "取込の時刻より先の記録"), (.jump, "時刻が前後に飛ぶ記録"), (.outsideService, "在職期間の外の記録"),
    ]
    return words.filter { contains($0.0) }.map(\.1).joined(separator: "、")
  }
}

extension ClockDoubts: SQLBindable, SQLReadable {
  var sqlValue: SQLValue { .integer(Int64(rawValue)) }

  init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    rawValue = Int(number)
  }
}
