internal import CivilTime
internal import Markup
internal import Site

/// The words of the closing of months.
enum ClosingWords {
  static func act(_ act: ClosingAct) -> String {
    switch act {
    case .confirm: "確認"
    case .object: "異議の申立て"
    case .check: "点検"
    case .approve: "確定"
    case .sendBack: "差戻し"
    }
  }

  /// Why an act was not done on a month, with who was first.
  static func refusal(_ refusal: ClosingRefusal, _ one: ClosingCase) -> String {
    guard refusal == .done || refusal == .unchanged, let last = one.steps.last else {
      return refusal.japanese
    }
    return "\(last.by.name)が\(OfficeZone.dateTimeText(last.at))に\(last.kind.japanese)を済ませています。"
  }

  static func tag(_ one: ClosingCase) -> HTML {
    let tone: StatusTag.Tone =
      switch one.state.stage {
      case .open: one.state.returned == nil ? .neutral : .attention
      case .answered, .checked: .ongoing
      case .approved: .success
      }
    return StatusTag.draw(one.state.japanese, tone: tone) + answer(one)
  }

  /// What the employee says, where that is not simply that the month is right.
  static func answer(_ one: ClosingCase) -> HTML {
    switch one.state.answer {
    case .confirmed: .empty
    case .objected: " " + StatusTag.draw("異議", tone: .alarm)
    case .none:
      one.state.stage >= .checked ? " " + StatusTag.draw("本人未確認", tone: .attention) : .empty
    }
  }
}
