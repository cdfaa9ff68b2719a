internal import Plan

extension FollowUpContent {
  /// The same with the secretariat's words.
  func with(_ texts: ReportTexts) -> FollowUpContent {
    FollowUpContent(
      version: version,
      year: year,
      asOf: asOf,
      madeOn: madeOn,
      measures: measures.map { $0.with(texts) },
      targets: targets.map { $0.with(texts) },
      figures: figures
    )
  }
}

extension MeasureLine {
  fileprivate func with(_ texts: ReportTexts) -> MeasureLine {
    MeasureLine(
      id: id,
      status: status,
      coverage: coverage,
      evidence: evidence,
      units: units,
      lastActivity: lastActivity,
      isStale: isStale,
      stopped: stopped,
      done: texts.words(.measure(id), .done),
      next: texts.words(.measure(id), .next)
    )
  }
}

extension TargetLine {
  fileprivate func with(_ texts: ReportTexts) -> TargetLine {
    TargetLine(
      id: id,
      judged: judged,
      others: others,
      byEmployer: byEmployer,
      verdict: verdict,
      distance: distance,
      methodChange: methodChange,
      reason: texts.words(.target(id), .reason),
      analysis: texts.words(.target(id), .analysis)
    )
  }
}
