public import CivilTime

/// 申告の傾向の確認 – looks for patterns in one person's claims.
public enum PatternSearch: Sendable {
  /// How many months in a row make a pattern.
  public static let leastMonths = 3

  /// How many months in a row, with how much claimed in each, make a share worth asking about.
  ///
  /// Shares are compared to the thousandth: of small claims and few months some are alike by chance.
  public static let leastShareMonths = 4
  static let leastShareClaim = Minutes(hours: 5)

  /// How far presence must go beyond the claims of a month to be worth asking about.
  public static let leastGap = Minutes(hours: 5)

  /// How many days with presence beyond the claim are needed, and what part of them ends alike.
  public static let leastDays = 8
  static let cliffPercent = 70

  /// How much later than the claim presence must end for a day to count.
  public static let leastOverrun = Minutes(15)

  /// To what part of the three months before claims must fall, and what part of presence must have stayed.
  static let fallPercent = 34
  static let stayPercent = 80

  /// Patterns in a person's months, in order; months that are missing break a row.
  public static func patterns(in months: [ClaimedMonth]) -> [ClaimPattern] {
    let rows = rows(of: months.sorted { $0.month < $1.month })
    return rows.flatMap { row in sameTotals(row) + sameShares(row) + falls(row) }
  }

  /// The time at which most claims end although presence went on, if there is one.
  public static func cliff(in days: [ClaimedDay]) -> ClaimPattern? {
    let cut = days.filter { $0.claimedEnd < $0.presenceEnd && $0.presenceEnd - $0.claimedEnd >= leastOverrun }
    guard cut.count >= leastDays else { return nil }
    let ends = Dictionary(grouping: cut, by: \.claimedEnd).mapValues(\.count)
    guard let most = ends.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value * 100 >= cut.count * cliffPercent
    else { return nil }
    return .cliff(at: most.key, days: most.value, of: cut.count)
  }

  /// Runs of months that follow one another.
  private static func rows(of months: [ClaimedMonth]) -> [[ClaimedMonth]] {
    months.reduce(into: []) { rows, month in
      if let last = rows.last?.last, last.month.adding(months: 1) == month.month {
        rows[rows.count - 1].append(month)
      } else {
        rows.append([month])
      }
    }
  }

  private static func sameTotals(_ row: [ClaimedMonth]) -> [ClaimPattern] {
    withGaps(row).flatMap { part in runs(part, least: leastMonths) { $0.claimed == $1.claimed } }
      .map { .sameTotal(months: span($0), claimed: $0[0].claimed) }
  }

  private static func sameShares(_ row: [ClaimedMonth]) -> [ClaimPattern] {
    withGaps(row, leastClaim: leastShareClaim).flatMap { part in
      runs(part, least: leastShareMonths) { perMille($0) == perMille($1) && $0.claimed != $1.claimed }
    }
    .map { .sameShare(months: span($0), perMille: perMille($0[0])) }
  }

  /// Runs of months in which enough was claimed, and presence went well beyond it.
  private static func withGaps(
    _ row: [ClaimedMonth],
    leastClaim: Minutes = Minutes(1)
  ) -> [[ClaimedMonth]] {
    row.split { $0.claimed < leastClaim || $0.presence - $0.claimed < leastGap }.map(Array.init)
  }

  private static func falls(_ row: [ClaimedMonth]) -> [ClaimPattern] {
    row.indices.dropFirst(leastMonths).compactMap { place in
      let before = row[place - leastMonths..<place]
      let claimed = before.reduce(0) { $0 + $1.claimed.count }
      let presence = before.reduce(0) { $0 + $1.presence.count }
      let now = row[place]
      let hasFallen = now.claimed.count * leastMonths * 100 <= claimed * fallPercent
      let hasStayed = now.presence.count * leastMonths * 100 >= presence * stayPercent
      guard claimed > 0, hasFallen, hasStayed, now.presence - now.claimed >= leastGap else { return nil }
      return .fall(month: now.month, from: Minutes(claimed / leastMonths), to: now.claimed)
    }
  }

  /// The longest runs of at least so many in which each is like the one before.
  private static func runs(
    _ row: [ClaimedMonth],
    least: Int,
    alike: (ClaimedMonth, ClaimedMonth) -> Bool
  ) -> [[ClaimedMonth]] {
    let runs: [[ClaimedMonth]] = row.reduce(into: []) { runs, month in
      if let last = runs.last?.last, alike(last, month) {
        runs[runs.count - 1].append(month)
      } else {
        runs.append([month])
      }
    }
    return runs.filter { $0.count >= least }
  }

  /// The claimed part of presence in thousandths, to the nearest.
  private static func perMille(_ month: ClaimedMonth) -> Int {
    let presence = max(month.presence.count, 1)
    return (month.claimed.count * 2000 + presence) / (presence * 2)
  }

  private static func span(_ run: [ClaimedMonth]) -> ClosedRange<YearMonth> {
    run[0].month...run[run.count - 1].month
  }
}
