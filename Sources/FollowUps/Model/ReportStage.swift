public import Store

/// 報告の段階 – how far a follow-up has come.
public enum ReportStage: String, SQLStorable, Hashable, CaseIterable {
  /// 下書き
  case draft
  /// 事務局確認
  case secretariat
  /// 推進委員会
  case committee
  /// 協議会
  case council
  /// 公表
  case published
  /// 訂正して公表
  case corrected

  /// Its name on pages.
  public var japanese: String {
    switch self {
    case .draft: "下書き"
    case .secretariat: "事務局確認"
    case .committee: "推進委員会"
    case .council: "協議会"
    case .published: "公表"
    case .corrected: "訂正して公表"
    }
  }

  /// Whether the public has the report.
  public var isPublished: Bool {
    switch self {
    case .published, .corrected: true
    case .draft, .secretariat, .committee, .council: false
    }
  }

  /// Whether the secretariat may write: in a draft, and after publication for a correction.
  ///
  /// What is before a body is not changed under its hands.
  public var allowsWriting: Bool {
    switch self {
    case .draft, .published, .corrected: true
    case .secretariat, .committee, .council: false
    }
  }
}

/// 段階の移動 – how a report goes from one stage to another.
public enum ReportMove: String, Sendable, Hashable, CaseIterable {
  /// To the next body, or to the public.
  case forward
  /// Back to the draft, with a reason.
  case back
  /// A published report is published anew, with a reason; the earlier one stays.
  case correct

  /// The stage that the move leads to, or nil when it is not possible from this one.
  public func stage(from stage: ReportStage) -> ReportStage? {
    switch (self, stage) {
    case (.forward, .draft): .secretariat
    case (.forward, .secretariat): .committee
    case (.forward, .committee): .council
    case (.forward, .council): .published
    case (.back, .secretariat), (.back, .committee), (.back, .council): .draft
    case (.correct, .published), (.correct, .corrected): .corrected
    case (.forward, .published), (.forward, .corrected), (.back, .draft), (.back, .published),
      (.back, .corrected), (.correct, .draft), (.correct, .secretariat), (.correct, .committee),
      (.correct, .council):
      nil
    }
  }

  /// Whether the move needs a reason.
  public var needsNote: Bool { self != .forward }

  /// Whether the move freezes the report as it stands; every other one goes on with what was frozen before.
  func takesSnapshot(from stage: ReportStage) -> Bool {
    switch self {
    case .forward: stage == .draft
    case .correct: true
    case .back: false
    }
  }
}
