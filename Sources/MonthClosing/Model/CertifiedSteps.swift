/// 証明の裏付け – what the steps of a month say of the very content that one approval froze.
struct CertifiedSteps: Sendable, Hashable {
  /// What the employee says of the content.
  enum Answer: Sendable, Hashable {
    /// Nothing.
    case none
    /// It is right.
    case confirmed
    /// What was confirmed before the approval was something else.
    case changedAfter
    /// Nothing; after the approval, something else was confirmed.
    case onlyOther
    /// It is not right, and why.
    case objected(String)
  }

  let answer: Answer
  /// The check that the approval rests on; nil where it did not wait for one.
  let check: ClosingStep?
  /// The approval itself.
  let approval: ClosingStep?

  /// - Parameters:
  ///   - steps: the steps of the month in the order in which they were done.
  ///   - number: which approval it is, from 1.
  ///   - isSame: whether what a step has seen is what was approved.
  init(_ steps: [ClosingStep], approval number: Int, isSame: (ClosingStep) -> Bool) {
    // The n-th approval froze the n-th content, whatever the clocks said.
    let end = steps.indices.filter { steps[$0].kind == .approved }.dropFirst(number - 1).first
    approval = end.map { steps[$0] }
    let before = steps[..<(end ?? steps.endIndex)]
    check = Self.after(before) { $0 == .returned || $0 == .approved }.last { $0.kind == .checked }
    answer = Self.answer(
      Self.answers(Self.after(before) { $0 == .returned }),
      of: Self.answers(Self.after(steps[...]) { $0 == .returned }),
      isSame: isSame
    )
  }

  /// What follows the last step of some kinds: they undo what was done before.
  private static func after(
    _ steps: ArraySlice<ClosingStep>,
    _ undoes: (ClosingStep.Kind) -> Bool
  ) -> ArraySlice<ClosingStep> {
    let last = steps.lastIndex { undoes($0.kind) }
    return steps[(last.map { $0 + 1 } ?? steps.startIndex)...]
  }

  private static func answers(_ steps: ArraySlice<ClosingStep>) -> [ClosingStep] {
    steps.filter { $0.kind == .confirmed || $0.kind == .objected }
  }

  private static func answer(
    _ before: [ClosingStep],
    of all: [ClosingStep],
    isSame: (ClosingStep) -> Bool
  ) -> Answer {
    guard let last = all.last else { return .none }
    // An objection that stands is told on every certificate of the month.
    if last.kind == .objected { return .objected(last.words ?? "") }
    // What was said of this content counts, and otherwise what stood when it was approved.
    guard let own = all.last(where: isSame) ?? before.last else { return .onlyOther }
    if own.kind == .objected { return .objected(own.words ?? "") }
    return isSame(own) ? .confirmed : .changedAfter
  }
}
