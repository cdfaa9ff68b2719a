internal import Access
internal import Site

/// Why a register refuses an act.
enum LimitWatchRefusal: Error, Sendable, Hashable {
  /// There is no such record, or not for this visitor.
  case notFound
  /// Somebody else has recorded something since the form was drawn.
  case changedMeanwhile
  /// Nobody decides about oneself.
  case ownMatter
  /// The same thing stands already; it is to be corrected, not recorded again.
  case standsAlready
  /// The period lies across one that stands.
  case overlapping
  /// The state of things does not allow the act.
  case notNow(String)

  private var answer: SiteError {
    switch self {
    case .notFound: .notFound
    case .changedMeanwhile: .conflict("ほかの人が先に記録しました。画面を開き直して最新の内容を確かめ、もう一度操作してください。")
    case .ownMatter: .conflict("自分のことは自分では記録できません。ほかの担当者が記録してください。")
    case .standsAlready: .conflict("同じ内容がすでに記録されています。変えるときは、その記録の画面から訂正してください。")
    case .overlapping: .conflict("期間が、前の請求と重なっています。前の請求を終えるか、期間を分けてください。")
    case .notNow(let sentence): .conflict(sentence)
    }
  }

  /// Runs an act of a form and tells what it refuses in words of the user interface, but for what the form shows itself.
  static func told<Value>(
    but shown: LimitWatchRefusal? = nil,
    _ act: () async throws -> Value
  ) async throws -> Value {
    do { return try await act() } catch let refusal as LimitWatchRefusal {
      if refusal == shown { throw refusal }
      throw refusal.answer
    } catch let refusal as OnceAct.Refusal {
      throw SiteError.conflict(refusal.japanese)
    }
  }
}
