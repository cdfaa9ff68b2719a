internal import CivilTime

/// What the sheet of a month says of its rows.
enum SheetWords {
  static func tooLate(_ last: CivilDate) -> String { "申告できるのは来月の末日（\(last.japaneseShort)）までの日です。" }

  /// A day as the page names it.
  static func day(_ date: CivilDate) -> String { "\(date.day)日（\(date.weekday.japanese)）" }

  /// A claim in a line, with what counts of it.
  static func claim(_ claim: OvertimeDeclaration) -> String {
    switch claim.amount {
    case .length(.zero): "取消し"
    case .length(let length): "\(length)"
    case .stretches(let worked, let overtime): "\(worked.japanese)（\(overtime)）"
    }
  }

  static func stale(_ newest: OvertimeDeclaration?) -> String {
    let now = newest.map { "「\(claim($0))」に変わりました" } ?? "なくなりました"
    return "画面を開いた後に、この日の申告が\(now)。まだ申告していません。この入力でよければ、もう一度押してください。"
  }

  /// What counts of a claim that is to be written.
  static func counted(_ amount: OvertimeDeclaration.Amount) -> String {
    switch amount {
    case .length(.zero): return "申告を取り消します。"
    case .length(let length): return "\(length)を申告します。"
    case .stretches(let worked, let overtime):
      let rest = worked.length - overtime
      let note = rest == .zero ? "" : "正規の勤務時間に重なる\(rest)は数えません。"
      return "\(overtime)を申告します。\(note)"
    }
  }
}
