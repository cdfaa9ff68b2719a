internal import CivilTime
public import Indicators
internal import People
internal import Store

/// The figures that the committee's records give.
public enum CommitteeIndicators: Sendable {
  /// All of them.
  public static let all = [voicesAnswered]

  private static let voicesAnswered = Indicator(
    Indicator.Definition(
      id: "committee.voices-answered",
      title: "届いた声への回答",
      numerator: "その年度に届いた声のうち、回答したもの",
      denominator: "その年度に届いた声",
      form: .share,
      source: "推進委員会に届いた声の記録",
      methodVersion: 1
    ),
    values: { year, today, connection in
      let last = min(today, year.lastDay)
      return try connection.rows(
        """
        SELECT v.employer, COUNT(a.voice), COUNT(*) FROM voice v
        LEFT JOIN voice_answer a ON a.voice = v.id AND a.revision = 1 AND a.answered_on <= \(last)
        WHERE v.received_on >= \(year.firstDay) AND v.received_on <= \(last)
        GROUP BY v.employer ORDER BY v.employer
        """
      ).map { row in
        IndicatorValue(
          employer: try row.value(0),
          unit: nil,
          ratio: Ratio(try row.value(1), of: try row.value(2))
        )
      }
    }
  )
}
