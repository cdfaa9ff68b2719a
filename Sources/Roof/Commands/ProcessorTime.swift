internal import Glibc

/// 処理時間 – the processor time of this process, in laps, so that other programs on the machine do not count.
struct ProcessorTime {
  private var last = ProcessorTime.now()

  /// The microseconds since the last lap, or since the beginning.
  mutating func lap() -> Int {
    let now = ProcessorTime.now()
    defer { last = now }
    return now - last
  }

  /// Microseconds as seconds with three decimals.
  static func seconds(_ microseconds: Int) -> String {
    let milliseconds = (microseconds + 500) / 1000
    let decimals = String(milliseconds % 1000)
    let zeros = String(repeating: "0", count: 3 - decimals.utf8.count)
    return "\(milliseconds / 1000).\(zeros)\(decimals)"
  }

  private static func now() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1000
  }
}
