/// Decimal digits, read and written without locale.
enum DecimalText {
  /// The number in decimal, with leading zeros up to `width` digits; a minus sign stands before the zeros.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (number < 0 ? "-" : "") + zeros + digits
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
