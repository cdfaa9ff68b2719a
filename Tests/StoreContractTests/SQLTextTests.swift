import Store
import Testing

@Suite struct SQLTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sql: SQLText
    let text: String
    let bindings: [SQLValue]
  }

  static let absent: Int? = nil
  static let filter: SQLText = "a = \(1) AND cost <> '$1' AND b = \(2)"
  static let many: SQLText = "id IN (\(list: Array(1...12)))"

  static let cases: [Case] = [
    Case(testDescription: "no values", sql: "SELECT '$1'", text: "SELECT '$1'", bindings: []),
    Case(
      testDescription: "values in order",
      sql: "a = \(1) AND b = \("x") AND c = \(true) AND d = \(absent) AND e = \([UInt8(7)])",
      text: "a = $1 AND b = $2 AND c = $3 AND d = $4 AND e = $5",
      bindings: [.integer(1), .text("x"), .boolean(true), .null, .bytes([7])]
    ),
    Case(
      testDescription: "a value is never text",
      sql: "a = \("'; DROP TABLE x; --")",
      text: "a = $1",
      bindings: [.text("'; DROP TABLE x; --")]
    ),
    Case(
      testDescription: "a fragment is renumbered, a dollar in a literal is not",
      sql: "x = \(9) AND (\(fragment: filter)) AND y = \(8) OR \(fragment: filter)",
      text:
        "x = $1 AND (a = $2 AND cost <> '$1' AND b = $3) AND y = $4 OR a = $5 AND cost <> '$1' AND b = $6",
      bindings: [9, 1, 2, 8, 1, 2].map { .integer($0) }
    ),
    Case(
      testDescription: "a fragment with numbers of two digits",
      sql: "a = \(0) AND \(fragment: many) AND b = \(99)",
      text: "a = $1 AND id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) AND b = $14",
      bindings: [.integer(0)] + (1...12).map { .integer($0) } + [.integer(99)]
    ),
    Case(
      testDescription: "an empty list",
      sql: "a IN (\(list: [Int]())) AND b = \(1)",
      text: "a IN (NULL) AND b = $1",
      bindings: [.integer(1)]
    ),
    Case(
      testDescription: "joined",
      sql: SQLText.joined([filter, "c = \(3)", "d"], separator: " OR "),
      text: "a = $1 AND cost <> '$1' AND b = $2 OR c = $3 OR d",
      bindings: [.integer(1), .integer(2), .integer(3)]
    ),
    Case(
      testDescription: "text that is not ASCII",
      sql: "名 = \(1) AND \(fragment: "読み = \(2) /* 葛󠄀 */")",
      text: "名 = $1 AND 読み = $2 /* 葛󠄀 */",
      bindings: [.integer(1), .integer(2)]
    ),
  ]

  @Test(arguments: cases)
  func valuesAreNumberedInOrderOfAppearance(example: Case) {
    #expect(Array(example.sql.text.unicodeScalars) == Array(example.text.unicodeScalars))
    #expect(example.sql.bindings == example.bindings)
  }
}
