internal import CivilTime

/// 端末の打刻 – one clock record as a card reader or another terminal hands it in.
struct TerminalPunch: Sendable, Hashable {
  /// The employee's number, with the terminal's employer.
  let number: String
  /// By the terminal's clock.
  let at: Instant
  let kind: Punch.Kind
}

/// 端末の時計への疑い – what makes the time of a record doubtful; it is kept all the same.
enum TerminalDoubt: Sendable, Hashable {
  /// The terminal's clock is ahead of the server's by so much, or behind.
  case clock(ahead: Minutes)
  /// The record is so much later than its arrival.
  case future(by: Minutes)

  /// From when on a clock is told to be wrong.
  ///
  /// Our own threshold: a terminal that keeps its time by the network is never off by as much.
  static let tolerance = Minutes(2)

  /// What is doubtful of a record; nil where nothing is known to be.
  ///
  /// - Parameters:
  ///   - arrived: when it arrived, by the server.
  ///   - sent: when it was sent, by the terminal; nil where it does not say.
  init?(_ punch: TerminalPunch, arrived: Instant, sent: Instant?) {
    if let sent, (sent - arrived).magnitude >= Self.milliseconds {
      self = .clock(ahead: Minutes(Int((sent - arrived) / 60_000)))
    } else if punch.at - arrived >= Self.milliseconds {
      self = .future(by: Minutes(Int((punch.at - arrived) / 60_000)))
    } else {
      return nil
    }
  }

  private static let milliseconds = Int64(tolerance.count) * 60_000

  /// The word for programs.
  var code: String {
    switch self {
    case .clock: "clock"
    case .future: "future"
    }
  }

  /// What the page of the day says of the record.
  var japanese: String {
    switch self {
    case .clock(let ahead) where ahead > .zero: "端末の時計が\(ahead.japanese)進んでいます"
    case .clock(let ahead): "端末の時計が\((-ahead).japanese)遅れています"
    case .future(let time): "届いた時より\(time.japanese)後の時刻です"
    }
  }
}

/// 端末の時刻 – reads `2026-11-24T08:59:30+09:00`; without a zone it is the office's time.
enum TerminalTime {
  /// Nil where it is none; seconds may be left out, and fractions of them are dropped.
  static func instant(_ text: String) -> Instant? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      let date = CivilDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
      let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
      hour < 24, let time = ClockTime(hour: hour, minute: minute)
    else { return nil }
    var rest = bytes[16...]
    guard let seconds = takeSeconds(&rest), let offset = offset(rest) else { return nil }
    // The office's zone is taken out where another one is written.
    return OfficeZone.instant(on: date, at: time).adding(seconds: seconds)
      .adding(minutes: Minutes(hours: 9) - offset)
  }

  private static func takeSeconds(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.first == UInt8(ascii: ":") else { return 0 }
    guard let seconds = number(rest.dropFirst().prefix(2)), seconds < 60 else { return nil }
    rest = rest.dropFirst(3)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { isDigit($0) }
      guard (1...9).contains(fraction.count) else { return nil }
      rest = rest.dropFirst(fraction.count + 1)
    }
    return seconds
  }

  private static func offset(_ rest: ArraySlice<UInt8>) -> Minutes? {
    guard let sign = rest.first else { return Minutes(hours: 9) }
    if rest.elementsEqual("Z".utf8) { return .zero }
    let bytes = Array(rest)
    guard bytes.count == 6, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      bytes[3] == UInt8(ascii: ":"), let hours = number(bytes[1..<3]), let minutes = number(bytes[4..<6]),
      hours < 24, minutes < 60
    else { return nil }
    let offset = Minutes(hours: hours, minutes: minutes)
    return sign == UInt8(ascii: "-") ? -offset : offset
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count == 2, bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
