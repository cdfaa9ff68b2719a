public import CivilTime

/// 超勤代休時間 – time off in place of the supplement for overtime beyond 60 hours a month.
///
/// 勤務時間法第13条の2、人事院規則15―14第16条の3. A fraction of a minute is not converted.
public struct TimeOffInLieu: Hashable, Sendable {
  /// The month of the overtime.
  public let month: YearMonth

  /// The overtime beyond 60 hours.
  public let excess: ExcessOvertime

  /// Time off for the excess of a month.
  public init(month: YearMonth, excess: ExcessOvertime) {
    self.month = month
    self.excess = excess
  }

  /// What a person may be off: 25/100, 15/100 and 50/100 of the excess by its class.
  public var convertible: Minutes {
    let rates = TimeOffInLieu.conversion.newest.amount
    let hundredths =
      excess.onDutyDays.count * rates.onDutyDays + excess.onOffDays.count * rates.onOffDays
      + excess.withinFullDay.count * rates.withinFullDay
    return Minutes(hundredths / 100)
  }

  /// The days on which it may be taken: two months from the first day after the month.
  public var window: ClosedRange<CivilDate> {
    month.adding(months: 1).firstDay...month.adding(months: 2).lastDay
  }

  /// The units in which it is taken, small before large.
  public enum Unit: Hashable, Sendable, CaseIterable {
    /// 4時間
    case fourHours
    /// 1日 (7時間45分)
    case fullDay

    /// The length of the unit.
    public var length: Minutes {
      switch self {
      case .fourHours: Minutes(hours: 4)
      case .fullDay: RegularTime.day.newest.amount
      }
    }
  }

  /// A way to take it.
  public struct Proposal: Hashable, Sendable {
    /// How many times four hours.
    public let fourHours: Int
    /// How many full days.
    public let fullDays: Int
    /// What is left, for which the supplement is paid.
    public let left: Minutes
  }

  /// The way that leaves least, with fewer absences where several leave the same.
  public var proposal: Proposal {
    let half = Unit.fourHours.length.count
    let whole = Unit.fullDay.length.count
    let ways = (0...convertible.count / whole).map { fullDays in
      let rest = convertible.count - fullDays * whole
      return Proposal(fourHours: rest / half, fullDays: fullDays, left: Minutes(rest % half))
    }
    return ways.min { ($0.left, $0.absences) < ($1.left, $1.absences) }
      ?? Proposal(fourHours: 0, fullDays: 0, left: convertible)
  }

  /// 連続する年次休暇: how much annual leave beside what is left makes up four hours; zero where nothing is left.
  public var leaveForFourHours: Minutes {
    proposal.left == .zero ? .zero : Unit.fourHours.length - proposal.left
  }

  /// 換算の割合 – how much of the excess becomes time off, in percent, by the class it would have had.
  public struct Conversion: Hashable, Sendable {
    /// Of overtime on days with regular hours.
    public let onDutyDays: Int
    /// Of overtime on off-days and holidays.
    public let onOffDays: Int
    /// Of overtime of short-time staff up to a full day.
    public let withinFullDay: Int
  }

  /// The rates of conversion, with their article.
  public static let conversion = LegalFigureTable(
    "超勤代休時間の換算の割合（%）",
    newest: LegalFigure(
      Conversion(onDutyDays: 25, onOffDays: 15, withinFullDay: 50),
      from: FiscalYear(startYear: 2010).firstDay,
      citation: "勤務時間法第13条の2、人事院規則15―14第16条の3"
    )
  )
}

extension TimeOffInLieu.Proposal {
  fileprivate var absences: Int { fourHours + fullDays }
}
