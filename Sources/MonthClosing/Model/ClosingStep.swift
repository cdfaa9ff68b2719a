internal import Access
package import CivilTime
package import People
package import Store

/// 月次の手続の一歩 – one act on a person's month; it is never changed, and all of them together are its state.
package struct ClosingStep: Sendable, Hashable {
  /// What was done.
  package enum Kind: String, SQLStorable, Hashable, CaseIterable {
    /// 確認: the employee says that the month is right.
    case confirmed
    /// 異議: the employee says that it is not, in words.
    case objected
    /// 点検: the time-keeper has looked at it.
    case checked
    /// 確定: the manager has approved it, which froze what stood there.
    case approved
    /// 差戻し: it goes back to the employee, for a reason.
    case returned

    /// The word on the screen.
    package var japanese: String {
      switch self {
      case .confirmed: "本人の確認"
      case .objected: "本人の異議"
      case .checked: "点検"
      case .approved: "確定"
      case .returned: "差戻し"
      }
    }
  }

  /// As what somebody acted.
  package enum Standing: String, SQLStorable, Hashable, CaseIterable {
    /// The employee, the unit's time-keeper, or the head who is to approve.
    case appointed
    /// In the place of the one who is to act.
    case deputy
    /// From a unit above, because the days to act had passed.
    case unitAbove = "unit-above"
    /// By the employer's sweep, because the last day to act had passed.
    case timeOut = "time-out"

    /// The word beside the act; nil where nothing is to be said.
    package var japanese: String? {
      switch self {
      case .appointed: nil
      case .deputy: "代行"
      case .unitAbove: "期限切れにより上位組織"
      case .timeOut: "期限切れによる処理"
      }
    }
  }

  /// Who acted.
  package enum Author: Sendable, Hashable {
    /// Somebody with an account, and the name to show.
    case account(Int64, name: String)
    /// A job of the system, or a command of the operator.
    case system

    /// The name to show.
    package var name: String {
      switch self {
      case .account(_, let name): name
      case .system: "自動処理"
      }
    }

    /// The stored number.
    var account: Int64? {
      switch self {
      case .account(let number, _): number
      case .system: nil
      }
    }
  }

  package let id: RecordID<ClosingStep>
  package let employee: RecordID<Employee>
  package let month: YearMonth
  package let kind: Kind
  package let at: Instant
  package let by: Author
  package let standing: Standing
  /// The words of an objection or the reason of a return.
  package let words: String?
  /// The digest of the days as they stood, so that what changed behind an act is seen.
  package let seen: String
}
