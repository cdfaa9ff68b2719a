internal import Store

/// 記録の目印 – what a device's log says of one minute of a day.
struct LogMark: Hashable, Comparable, Sendable {
  /// What was said; in the order in which marks of one minute are read.
  enum Kind: UInt16, Sendable, Hashable, CaseIterable {
    /// 操作: somebody was there.
    case sign = 0
    /// ログオフ、ロック、シャットダウン、スリープ: nobody is there from now on.
    case off
    /// ログオン、ロック解除、起動、復帰: somebody is there from now on.
    case on
  }

  /// The minute and the kind in one number, which sorts by time.
  let packed: UInt16

  /// A mark at a minute of the day, 0 to 1439.
  init(_ kind: Kind, minuteOfDay: Int) {
    packed = UInt16(minuteOfDay) << 2 | kind.rawValue
  }

  init?(packed: UInt16) {
    guard Kind(rawValue: packed & 3) != nil, packed >> 2 < 1440 else { return nil }
    self.packed = packed
  }

  var minuteOfDay: Int { Int(packed >> 2) }
  var kind: Kind { Kind(rawValue: packed & 3) ?? .sign }

  static func < (left: LogMark, right: LogMark) -> Bool { left.packed < right.packed }
}

/// 1日分の目印 – all marks of one device and day, each once, in order.
///
/// Taking in the same marks again changes nothing, in whatever order files come.
struct DayMarks: Hashable, Sendable {
  private(set) var marks: [LogMark]

  init(_ marks: [LogMark] = []) {
    self.marks = DayMarks.distinct(marks)
  }

  mutating func formUnion(_ other: DayMarks) {
    marks = DayMarks.distinct(marks + other.marks)
  }

  private static func distinct(_ marks: [LogMark]) -> [LogMark] {
    marks.sorted().reduce(into: []) { kept, mark in
      if kept.last != mark { kept.append(mark) }
    }
  }
}

/// Kept as two bytes a mark, the larger part first.
extension DayMarks: SQLBindable, SQLReadable {
  var sqlValue: SQLValue {
    .bytes(marks.flatMap { [UInt8($0.packed >> 8), UInt8($0.packed & 0xFF)] })
  }

  init?(sqlValue: SQLValue) {
    guard case .bytes(let bytes) = sqlValue, bytes.count.isMultiple(of: 2) else { return nil }
    var marks: [LogMark] = []
    marks.reserveCapacity(bytes.count / 2)
    for place in stride(from: 0, to: bytes.count, by: 2) {
      guard let mark = LogMark(packed: UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])) else {
        return nil
      }
      marks.append(mark)
    }
    self.marks = marks
  }
}
