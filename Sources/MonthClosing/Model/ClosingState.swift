package import CivilTime

/// 月次の状態 – where a person's month stands; it follows from its steps alone.
package struct ClosingState: Sendable, Hashable {
  /// How far the month has come.
  package enum Stage: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Nobody has said anything, or it was sent back.
    case open
    /// The employee has confirmed it or objected.
    case answered
    /// The time-keeper has checked it.
    case checked
    /// The manager has approved it; what stood there is kept.
    case approved

    package static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  /// What the employee says of it.
  package enum Answer: Sendable, Hashable {
    /// Nothing yet.
    case none
    /// It is right; with the digest of the days as they stood.
    case confirmed(seen: String)
    /// It is not right, and why.
    case objected(String)
  }

  package let stage: Stage
  package let answer: Answer
  /// Why and when it was last sent back; nil once it is approved.
  package let returned: Return?
  /// How often it was approved.
  package let approvals: Int

  /// 差戻し, with its reason.
  package struct Return: Sendable, Hashable {
    package let reason: String
    package let on: CivilDate
  }

  package static let open = ClosingState(stage: .open, answer: .none, returned: nil, approvals: 0)

  /// The state after steps in the order in which they were done.
  package init(_ steps: [ClosingStep]) {
    self = steps.reduce(.open) { $0.after($1) }
  }

  private init(stage: Stage, answer: Answer, returned: Return?, approvals: Int) {
    self.stage = stage
    self.answer = answer
    self.returned = returned
    self.approvals = approvals
  }

  private func after(_ step: ClosingStep) -> ClosingState {
    switch step.kind {
    case .confirmed: answered(.confirmed(seen: step.seen))
    case .objected: answered(.objected(step.words ?? ""))
    case .checked: ClosingState(stage: .checked, answer: answer, returned: returned, approvals: approvals)
    case .approved: ClosingState(stage: .approved, answer: answer, returned: nil, approvals: approvals + 1)
    case .returned:
      ClosingState(
        stage: .open,
        answer: .none,
        returned: Return(reason: step.words ?? "", on: OfficeZone.date(of: step.at)),
        approvals: approvals
      )
    }
  }

  /// What the employee says never undoes what others did: it stands beside it.
  private func answered(_ answer: Answer) -> ClosingState {
    ClosingState(stage: max(stage, .answered), answer: answer, returned: returned, approvals: approvals)
  }

  /// The word on the screen.
  package var japanese: String {
    switch (stage, answer) {
    case (.open, _): returned == nil ? "本人の確認待ち" : "差戻し中"
    case (.answered, .objected): "異議あり・点検待ち"
    case (.answered, _): "点検待ち"
    case (.checked, _): "確定待ち"
    case (.approved, _): "確定済み"
    }
  }
}
