/// Who may check and approve whose month on a day, written out for the three units of the year.
enum Officers {
  /// Whether somebody may check a month that can be checked.
  static func mayCheck(_ actor: Int64, _ person: Int64, _ closing: Closing, on day: Int) -> Bool {
    guard actor != person else { return false }
    switch Section.unit(of: person, on: YearDays.days(of: closing.month).upperBound - 1) {
    case Section.section:
      if actor == Section.timeKeeper { return true }
      // In place of the time-keeper: for their own month, or when their days are over.
      let isOver = day > closing.checkBy
      guard person == Section.timeKeeper || isOver else { return false }
      if leadsSection(actor, day) { return true }
      return actor == Section.director && (person == Section.timeKeeper || day > closing.approveBy)
        || actor == Section.personnel && day > closing.timeOut
    case Section.office:
      return actor == Section.officeHead || actor == Section.director || late(actor, closing, day)
    default:
      return actor == Section.director || late(actor, closing, day)
    }
  }

  /// Whether somebody may approve a month that can be approved.
  static func mayApprove(_ actor: Int64, _ person: Int64, _ closing: Closing, on day: Int) -> Bool {
    guard actor != person else { return false }
    let unit = Section.unit(of: person, on: YearDays.days(of: closing.month).upperBound - 1)
    switch person {
    case Section.director: return actor == Section.personnel
    case Section.head, Section.officeHead, Section.personnel:
      return actor == Section.director || late(actor, closing, day)
    default:
      let isLeader = unit == Section.section ? leadsSection(actor, day) : actor == Section.officeHead
      return isLeader || actor == Section.director && day > closing.approveBy || late(actor, closing, day)
    }
  }

  private static func leadsSection(_ actor: Int64, _ day: Int) -> Bool {
    actor == Section.head || actor == Section.deputyHead && Section.hasDeputy(day)
  }

  /// Personnel officers, once the last day has passed.
  private static func late(_ actor: Int64, _ closing: Closing, _ day: Int) -> Bool {
    actor == Section.personnel && day > closing.timeOut
  }
}
