import Foundation
import RuleCalculators
import Testing

struct GoldenTests {
  static func golden(_ name: String) throws -> [UInt8] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Golden"))
    return [UInt8](try Data(contentsOf: url))
  }

  @Test(arguments: RuleCalculator.allCases)
  func outputIsAsExpectedByteForByte(_ calculator: RuleCalculator) throws {
    let expected = try Self.golden(calculator.rawValue + ".expected")
    #expect(Array(try calculator.run(Self.golden(calculator.rawValue)).utf8) == expected)
  }

  @Test(arguments: RuleCalculator.allCases)
  func markLineEndsColumnOrderAndExtraColumnsDoNotMatter(_ calculator: RuleCalculator) throws {
    let text = String(decoding: try Self.golden(calculator.rawValue), as: UTF8.self)
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    let turned = lines.map { line in
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      return (["備考"] + fields.reversed().map { String(decoding: $0, as: UTF8.self) }).joined(separator: ",")
    }
    let input = [0xEF, 0xBB, 0xBF] + Array((turned.joined(separator: "\r\n") + "\r\n").utf8)
    #expect(
      try calculator.run(input)
        == String(decoding: Self.golden(calculator.rawValue + ".expected"), as: UTF8.self)
    )
  }

  @Test func holidaysHaveTheExpectedDates() throws {
    let dates = try RuleCalculator.holidays(from: 2024, to: 2027).utf8.split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0.prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self) }
    #expect(Array((dates.joined(separator: "\n") + "\n").utf8) == (try Self.golden("holidays.expected")))
  }
}
