internal import CivilTime

/// 支給時間数 – minutes of one class in one month as whole hours for pay.
///
/// Thirty minutes and more become an hour, less is dropped; only the sum of the month is rounded, never a day.
struct PaidHours: Sendable, Hashable {
  let count: Int

  init(rounding minutes: Minutes) {
    count = (minutes.count + 30) / 60
  }
}
