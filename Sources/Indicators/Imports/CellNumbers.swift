internal import CivilTime

/// Numbers and years as they stand in cells.
enum CellNumbers {
  /// Beyond so many digits no figure of an office lies.
  private static let mostDigits = 12

  /// A decimal number in thousandths, such as 35.2 or 1,234.5％; nil for more than three decimals or anything else.
  static func milli(_ text: String) -> Int? {
    var bytes = plain(withoutPercentSign(DigitFolding.folded(text)))
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ digits(Array($0)) }) else { return nil }
    guard parts.count == 2 else { return (isNegative ? -1 : 1) * whole * 1_000 }
    guard (1...3).contains(parts[1].count),
      let rest = digits(Array(parts[1]) + Array(repeating: UInt8(ascii: "0"), count: 3 - parts[1].count))
    else { return nil }
    return (isNegative ? -1 : 1) * (whole * 1_000 + rest)
  }

  /// A whole number, with commas or without.
  static func whole(_ text: String) -> Int? {
    let bytes = plain(text)
    guard bytes.first == UInt8(ascii: "-") else { return digits(bytes) }
    return digits(Array(bytes.dropFirst())).map { -$0 }
  }

  /// A fiscal or calendar year: 2025, 2025年度, 令和7年度, R7.
  static func year(_ text: String) -> FiscalYear? {
    var folded = DigitFolding.folded(text)
    for ending in ["年度", "年"] where folded.utf8.count > ending.utf8.count {
      let bytes = Array(folded.utf8)
      guard bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { continue }
      folded = String(decoding: bytes.dropLast(ending.utf8.count), as: UTF8.self)
    }
    if folded.utf8.count == 4, let year = digits(Array(folded.utf8)) {
      return (1990...2100).contains(year) ? FiscalYear(startYear: year) : nil
    }
    // Years of an era are taken as in October, where no era has begun late.
    let day = CivilDate(reading: "\(folded)年10月1日") ?? CivilDate(reading: "\(folded).10.1")
    return day.map { FiscalYear(startYear: $0.year) }
  }

  private static func withoutPercentSign(_ text: String) -> String {
    let isSign = text.unicodeScalars.last.map { $0 == "%" || $0 == "％" } ?? false
    return isSign ? String(String.UnicodeScalarView(text.unicodeScalars.dropLast())) : text
  }

  /// Digits and signs made plain, without commas that part thousands.
  private static func plain(_ text: String) -> [UInt8] {
    let bytes = Array(DigitFolding.folded(text).utf8)
    guard bytes.contains(UInt8(ascii: ",")) else { return bytes }
    let groups = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let isGrouped = groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
    let last = groups.last.map {
      $0.prefix { byte in byte != UInt8(ascii: ".") }
    }
    return isGrouped && last?.count == 3 ? Array(groups.joined()) : []
  }

  private static func digits(_ bytes: [UInt8]) -> Int? {
    guard (1...mostDigits).contains(bytes.count) else { return nil }
    var number = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
