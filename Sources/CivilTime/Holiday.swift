/// 休日 – a day on which staff are released from their regular hours (勤務時間法第14条).
public struct Holiday: Hashable, Sendable {
  /// Why the day is a holiday; the raw value is the word printed in tables.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// 国民の祝日 (国民の祝日に関する法律第2条)
    case national
    /// 振替休日 (同法第3条第2項)
    case substitute
    /// 国民の休日, between two national holidays (同法第3条第3項)
    case sandwiched
    /// 一回限りの祝日扱いの休日 (平成30年法律第99号)
    case oneOff = "one-off"
    /// 年末年始の休日 (勤務時間法第14条)
    case yearEnd = "year-end"
  }

  /// The day.
  public let date: CivilDate

  /// The holiday's name in Japanese, such as 成人の日.
  public let name: String

  /// Why the day is a holiday.
  public let kind: Kind

  /// Whether the day rests on a computed equinox that the gazette has not announced yet (暦要項).
  public let isProvisional: Bool

  /// A holiday.
  public init(date: CivilDate, name: String, kind: Kind, isProvisional: Bool) {
    self.date = date
    self.name = name
    self.kind = kind
    self.isProvisional = isProvisional
  }
}
