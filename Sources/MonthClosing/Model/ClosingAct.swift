package import CivilTime

/// 手続 – what somebody wants to do with a person's month.
package enum ClosingAct: String, Sendable, Hashable, CaseIterable {
  case confirm, object, check, approve, sendBack

  /// The step that it leaves.
  package var step: ClosingStep.Kind {
    switch self {
    case .confirm: .confirmed
    case .object: .objected
    case .check: .checked
    case .approve: .approved
    case .sendBack: .returned
    }
  }
}

/// Why an act is not done; each says what to do.
package enum ClosingRefusal: Error, Sendable, Hashable {
  /// The month, or the person's part of it, is not over.
  case notOver(until: CivilDate)
  /// The employee has time to answer until the day.
  case employeeFirst(until: CivilDate)
  /// The time-keeper has time to check until the day.
  case checkFirst(until: CivilDate)
  /// It was done already.
  case done
  /// It is approved, and nothing has changed since.
  case unchanged
  /// What is approved is not sent back: corrections stand beside it.
  case approved
  /// There is nothing yet to send back.
  case nothingToReturn
  /// It is not this person's turn, or their own month.
  case notTheirs
  /// Something has changed since the page was drawn.
  case changed

  /// What to do, in words of the user interface.
  package var japanese: String {
    switch self {
    case .notOver(let day): "\(day.japaneseShort)までは勤務が続いています。月の勤務が終わってから操作してください。"
    case .employeeFirst(let day): "\(day.japaneseShort)までは本人の確認を待ってください。"
    case .checkFirst(let day): "\(day.japaneseShort)までは勤務時間管理員の点検を待ってください。"
    case .done: "この手続はすでに済んでいます。"
    case .unchanged: "すでに確定していて、その後の訂正はありません。"
    case .approved: "確定した月は差し戻せません。訂正は本人や勤務時間管理員が入力すると、確定後の訂正として並びます。"
    case .nothingToReturn: "まだ本人の確認がないため、差し戻すものがありません。"
    case .notTheirs: "自分の月や、担当でない月は扱えません。"
    case .changed: "画面を開いた後に、この月の記録か手続が変わりました。内容を見直してください。"
    }
  }
}

/// The state machine: which act is possible when.
package struct ClosingRules: Sendable {
  package let state: ClosingState
  package let dues: ClosingDues
  /// The last day of the person in the month.
  package let lastDay: CivilDate
  /// Whether what is recorded differs from what was approved last.
  package let hasCorrections: Bool
  /// Whether what is recorded differs from what the employee confirmed.
  package let isStale: Bool

  package init(
    state: ClosingState,
    dues: ClosingDues,
    lastDay: CivilDate,
    hasCorrections: Bool,
    isStale: Bool = false
  ) {
    self.state = state
    self.dues = dues
    self.lastDay = lastDay
    self.hasCorrections = hasCorrections
    self.isStale = isStale
  }

  /// Why an act is not possible on a day; nil where it is.
  package func refusal(of act: ClosingAct, on today: CivilDate) -> ClosingRefusal? {
    let isOver = act == .confirm || act == .object ? today >= lastDay : today > lastDay
    guard isOver else { return .notOver(until: lastDay) }
    switch act {
    case .confirm:
      if case .confirmed = state.answer, !isStale { return .done }
      return nil
    case .object: return nil
    case .check: return checkRefusal(on: today)
    case .approve: return approveRefusal(on: today)
    case .sendBack:
      if state.stage == .approved { return .approved }
      return state.stage == .open ? .nothingToReturn : nil
    }
  }

  private func checkRefusal(on today: CivilDate) -> ClosingRefusal? {
    switch state.stage {
    case .open: today > dues.confirm ? nil : .employeeFirst(until: dues.confirm)
    case .answered: nil
    case .checked, .approved: .done
    }
  }

  /// Once the days of the time-keeper have passed, approving does not wait for the check.
  private func approveRefusal(on today: CivilDate) -> ClosingRefusal? {
    switch state.stage {
    case .open, .answered: today > dues.check ? nil : .checkFirst(until: dues.check)
    case .checked: nil
    case .approved: hasCorrections ? nil : .unchanged
    }
  }
}
