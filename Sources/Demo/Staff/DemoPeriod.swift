internal import CivilTime

/// The months that the records cover: fifteen, up to yesterday.
struct DemoPeriod: Sendable {
  static let monthCount = 15

  let today: CivilDate
  let months: [YearMonth]
  /// Since when the units stand.
  let founded = YearMonth(index: 2001 * 12).firstDay

  init(today: CivilDate) {
    self.today = today
    let last = today.adding(days: -1).yearMonth
    months = (0..<Self.monthCount).map { last.adding(months: $0 + 1 - Self.monthCount) }
  }

  var yesterday: CivilDate { today.adding(days: -1) }
  var firstDay: CivilDate { months.first?.firstDay ?? today }
  var lastMonth: YearMonth { yesterday.yearMonth }

  /// The days on which people move, the latest first.
  var transferDays: [TransferDay] {
    months.dropFirst().reversed().compactMap { month in
      TransferDay.Occasion(month: month.month).map { TransferDay(date: month.firstDay, occasion: $0) }
    }
  }

  /// The week in which disasters keep the agency at work, in the latest July that is over by then.
  var disasterWeek: ClosedRange<CivilDate>? {
    let july = months.last { $0.month == 7 && $0.lastDay < today }
    return july.map { $0.firstDay.adding(days: 7)...$0.firstDay.adding(days: 13) }
  }
}

/// A day on which people are appointed, move and leave.
struct TransferDay: Sendable {
  enum Occasion: Sendable {
    case april
    case july
    case october
    case january

    init?(month: Int) {
      switch month {
      case 4: self = .april
      case 7: self = .july
      case 10: self = .october
      case 1: self = .january
      default: return nil
      }
    }

    /// Of a thousand posts, how many somebody leaves for good, with those who move up and one who is hired.
    var successionPermille: Int {
      switch self {
      case .april: 32
      case .july: 4
      case .october: 5
      case .january: 2
      }
    }

    /// Of a thousand posts, how many are exchanged.
    var exchangePermille: Int {
      switch self {
      case .april: 180
      case .july: 40
      case .october: 10
      case .january: 2
      }
    }
  }

  let date: CivilDate
  let occasion: Occasion
}
