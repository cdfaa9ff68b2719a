/// Decimal digits, read and written without locale.
enum DecimalText {
  /// The number in decimal, with leading zeros up to `width` digits; a minus sign stands before the zeros.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }

  /// A short text of ASCII, written in place: a sheet holds hundreds of dates and times.
  static func ascii(_ capacity: Int, _ write: (inout OutputSpan<UInt8>) -> Void) -> String {
    unsafe String(unsafeUninitializedCapacity: capacity) { buffer in
      var span = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
      write(&span)
      return unsafe span.finalize(for: buffer)
    }
  }

  /// Appends a number from 0 on in decimal.
  static func append(_ number: Int, to span: inout OutputSpan<UInt8>) {
    if number >= 10 { append(number / 10, to: &span) }
    span.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Appends the last two digits of a number from 0 on.
  static func appendPair(_ number: Int, to span: inout OutputSpan<UInt8>) {
    span.append(0x30 + UInt8(truncatingIfNeeded: number / 10 % 10))
    span.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// The number that the ASCII digits of a range write; nil where anything else stands there.
  static func number(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      guard isDigit(bytes[index]) else { return nil }
      number = number * 10 + Int(bytes[index] - 0x30)
    }
    return number
  }

  /// The number that ASCII digits write, or nil where there are none, too many, or anything else.
  static func number(_ digits: some Collection<UInt8>, lengths: ClosedRange<Int>) -> Int? {
    guard lengths.contains(digits.count) else { return nil }
    var number = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  /// Whether the byte is an ASCII digit.
  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39
  }
}

extension Int {
  /// Division that rounds toward minus infinity, so that days before 1970 fall in the right year and week.
  func flooredQuotientAndRemainder(dividingBy divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
