internal import Journal

/// What the closing of months writes into the journal.
enum MonthClosingKinds {
  static let confirmed: JournalKind = "month-closing.confirmed"
  static let objected: JournalKind = "month-closing.objected"
  static let checked: JournalKind = "month-closing.checked"
  static let approved: JournalKind = "month-closing.approved"
  static let returned: JournalKind = "month-closing.returned"
  static let swept: JournalKind = "month-closing.swept"
  static let termsSet: JournalKind = "month-closing.terms-set"

  static func kind(of step: ClosingStep.Kind) -> JournalKind {
    switch step {
    case .confirmed: confirmed
    case .objected: objected
    case .checked: checked
    case .approved: approved
    case .returned: returned
    }
  }
}
