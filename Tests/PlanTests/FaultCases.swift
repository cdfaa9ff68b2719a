import Testing

/// One way to spoil the sound plan, and the fault that is to be told.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let name: String
  let old: String
  let new: String
  /// A text on the line where the fault is to be told.
  let standsAt: String
  let message: String
  var path: String?
  var testDescription: String { name }
}

/// All the ways to spoil it.
enum FaultCases {
  static let shape: [FaultCase] = [
    FaultCase(
      name: "unknown key at the top",
      old: "edition: 1",
      new: "edition: 1\ncolour: red",
      standsAt: "colour",
      message: "unknown key 'colour'"
    ),
    FaultCase(
      name: "unknown key in a measure",
      old: "evidence: 宣言の文。",
      new: "evidence: 宣言の文。\n            proof: x",
      standsAt: "proof",
      message: "unknown key 'proof'",
      path: "chapters[0].items[0].measures[0]"
    ),
    FaultCase(
      name: "missing key",
      old: "            summary: 宣言します。\n",
      new: "",
      standsAt: "- id: A-1-1",
      message: "missing key 'summary'",
      path: "chapters[0].items[0].measures[0]"
    ),
    FaultCase(
      name: "missing key at the top",
      old: "title: 小さな計画\n",
      new: "",
      standsAt: "format: 1",
      message: "missing key 'title'",
      path: ""
    ),
    FaultCase(
      name: "duplicate key",
      old: "edition: 1",
      new: "edition: 1\nedition: 2",
      standsAt: "edition: 1",
      message: "key 'edition' stands twice"
    ),
    FaultCase(
      name: "text for a list",
      old: "measures: [A-1-1]",
      new: "measures: A-1-1",
      standsAt: "measures: A-1-1",
      message: "expected a list, found a text",
      path: "targets[0].measures"
    ),
    FaultCase(
      name: "list for a text",
      old: "title: 面談",
      new: "title: [面談]",
      standsAt: "title: [面談]",
      message: "expected a text, found a list"
    ),
    FaultCase(
      name: "text for a mapping",
      old: "  - id: T01\n",
      new: "  - T00\n  - id: T01\n",
      standsAt: "- T00",
      message: "expected a mapping, found a text",
      path: "targets[0]"
    ),
    FaultCase(
      name: "nothing for a text",
      old: "counting: 年度で数えます。",
      new: "counting:",
      standsAt: "counting:",
      message: "expected a text, found nothing"
    ),
    FaultCase(
      name: "blank text",
      old: "title: 面談",
      new: "title: '　'",
      standsAt: "title: '　'",
      message: "expected a text, found nothing"
    ),
    FaultCase(
      name: "empty list",
      old: "owners: [superior]",
      new: "owners: []",
      standsAt: "owners: []",
      message: "the list 'owners' is empty"
    ),
    FaultCase(
      name: "tag",
      old: "title: 面談",
      new: "title: !!binary 44Gv",
      standsAt: "!!binary",
      message: "YAML tags are not used"
    ),
    FaultCase(
      name: "escaped control character",
      old: "title: 面談",
      new: #"title: "面\e談""#,
      standsAt: #""面\e談""#,
      message: "control character"
    ),
  ]

  static let values: [FaultCase] = [
    FaultCase(
      name: "unknown role",
      old: "[manager, staff]",
      new: "[manager, foo]",
      standsAt: "foo",
      message: "unknown owner role 'foo'",
      path: "chapters[0].items[0].measures[0].owners[1]"
    ),
    FaultCase(
      name: "role twice",
      old: "[manager, staff]",
      new: "[manager, manager]",
      standsAt: "[manager, manager]",
      message: "owner role 'manager' stands twice"
    ),
    FaultCase(
      name: "unknown phase",
      old: "phase: phase-2",
      new: "phase: phase-9",
      standsAt: "phase-9",
      message: "unknown phase 'phase-9'"
    ),
    FaultCase(
      name: "unknown cadence",
      old: "cadence: yearly",
      new: "cadence: often",
      standsAt: "often",
      message: "unknown cadence 'often'"
    ),
    FaultCase(
      name: "unknown unit",
      old: "unit: percent",
      new: "unit: litres",
      standsAt: "litres",
      message: "unknown unit 'litres'"
    ),
    FaultCase(
      name: "unknown direction",
      old: "direction: at-least",
      new: "direction: up",
      standsAt: "direction: up",
      message: "unknown direction 'up'"
    ),
    FaultCase(
      name: "unknown deadline",
      old: "{fiscal_year: 2025}",
      new: "soon",
      standsAt: "soon",
      message: "unknown deadline 'soon'"
    ),
    FaultCase(
      name: "two deadlines",
      old: "{fiscal_year: 2025}",
      new: "{fiscal_year: 2025, date: 2026-03-31}",
      standsAt: "date: 2026-03-31}",
      message: "either a fiscal year or a date"
    ),
    FaultCase(
      name: "impossible date",
      old: "2026-03-31",
      new: "2026-02-30",
      standsAt: "2026-02-30",
      message: "there is no date '2026-02-30'",
      path: "period.until"
    ),
    FaultCase(
      name: "date of another form",
      old: "2026-03-31",
      new: "令和8年3月31日",
      standsAt: "令和8年",
      message: "there is no date '令和8年3月31日'"
    ),
    FaultCase(
      name: "period that ends before it starts",
      old: "2026-03-31",
      new: "2024-03-31",
      standsAt: "2024-03-31",
      message: "ends on 2024-03-31 before it starts"
    ),
    FaultCase(
      name: "text for a number",
      old: "value: 100",
      new: "value: all",
      standsAt: "value: all",
      message: "'all' is not a whole number"
    ),
    FaultCase(
      name: "fraction",
      old: "value: 100",
      new: "value: 37.5",
      standsAt: "37.5",
      message: "'37.5' is not a whole number"
    ),
    FaultCase(
      name: "number out of range",
      old: "value: 100",
      new: "value: 101",
      standsAt: "101",
      message: "101 is out of range"
    ),
    FaultCase(
      name: "number beyond all bounds",
      old: "value: 100",
      new: "value: 99999999999999999999",
      standsAt: "99999999999999999999",
      message: "is not a whole number"
    ),
    FaultCase(
      name: "format of another time",
      old: "format: 1",
      new: "format: 2",
      standsAt: "format: 2",
      message: "2 is out of range"
    ),
    FaultCase(
      name: "address of a script",
      old: "https://example.jp/plan",
      new: "javascript:alert(1)",
      standsAt: "javascript",
      message: "is not a web address"
    ),
    FaultCase(
      name: "ill-formed measure id",
      old: "id: A-1-2",
      new: "id: A_1",
      standsAt: "id: A_1",
      message: "'A_1' is not a well-formed measure id"
    ),
    FaultCase(
      name: "ill-formed indicator id",
      old: "evidence: 宣言の文。",
      new: "evidence: 宣言の文。\n            indicators: [working-time]",
      standsAt: "indicators: [working-time]",
      message: "'working-time' is not a well-formed indicator id",
      path: "chapters[0].items[0].measures[0].indicators[0]"
    ),
    FaultCase(
      name: "indicator twice",
      old: "evidence: 宣言の文。",
      new: "evidence: 宣言の文。\n            indicators: [a.b, a.b]",
      standsAt: "indicators: [a.b, a.b]",
      message: "indicator 'a.b' stands twice"
    ),
    FaultCase(
      name: "due before the year ends",
      old: "evidence: 宣言の文。",
      new: "evidence: 宣言の文。\n            due_months_after_year: 0",
      standsAt: "due_months_after_year: 0",
      message: "0 is out of range"
    ),
    FaultCase(
      name: "ill-formed target id",
      old: "id: T01",
      new: "id: 目標1",
      standsAt: "目標1",
      message: "'目標1' is not a well-formed target id"
    ),
    FaultCase(
      name: "ill-formed code",
      old: "code: small",
      new: "code: ../small",
      standsAt: "../small",
      message: "'../small' is not a well-formed code"
    ),
  ]

  static let references: [FaultCase] = [
    FaultCase(
      name: "duplicate measure id",
      old: "id: A-1-2",
      new: "id: A-1-1 # again",
      standsAt: "# again",
      message: "duplicate measure id 'A-1-1'"
    ),
    FaultCase(
      name: "duplicate target id",
      old: "targets:\n",
      new: "targets:\n  - {id: T01, title: 前, measures: [A-1-1], numerator: 人, counting: 年度。,"
        + " value: 1, unit: times, direction: exactly, deadline: standing}\n",
      standsAt: "- id: T01",
      message: "duplicate target id 'T01'"
    ),
    FaultCase(
      name: "duplicate employer code",
      old: "employers:\n",
      new: "employers:\n  - {code: office, name: 局, issuer: 局長}\n",
      standsAt: "- code: office",
      message: "duplicate employer code 'office'"
    ),
    FaultCase(
      name: "alias of an unknown id",
      old: "alias_of: A-1-1",
      new: "alias_of: B-1",
      standsAt: "alias_of: B-1",
      message: "unknown measure id 'B-1'"
    ),
    FaultCase(
      name: "alias of an alias",
      old: "alias_of: A-1-1",
      new: "alias_of: A-1-1\n          - id: A-1-4\n            alias_of: A-1-2",
      standsAt: "alias_of: A-1-2",
      message: "'A-1-4' is an alias of the alias 'A-1-2'"
    ),
    FaultCase(
      name: "alias of itself",
      old: "alias_of: A-1-1",
      new: "alias_of: A-1-2",
      standsAt: "alias_of: A-1-2",
      message: "aliases run in a circle: A-1-2 → A-1-2"
    ),
    FaultCase(
      name: "alias with content of its own",
      old: "alias_of: A-1-1",
      new: "alias_of: A-1-1\n            phase: phase-3",
      standsAt: "phase: phase-3",
      message: "unknown key 'phase'"
    ),
    FaultCase(
      name: "target of an unknown measure",
      old: "measures: [A-1-1]",
      new: "measures: [A-9]",
      standsAt: "A-9",
      message: "unknown measure id 'A-9'",
      path: "targets[0].measures[0]"
    ),
    FaultCase(
      name: "target of an alias",
      old: "measures: [A-1-1]",
      new: "measures: [A-1-2]",
      standsAt: "measures: [A-1-2]",
      message: "'A-1-2', which is an alias"
    ),
    FaultCase(
      name: "related to an unknown measure",
      old: "related: [A-1-3]",
      new: "related: [A-8]",
      standsAt: "A-8",
      message: "unknown measure id 'A-8'"
    ),
    FaultCase(
      name: "related to itself",
      old: "related: [A-1-3]",
      new: "related: [A-1-1]",
      standsAt: "related: [A-1-1]",
      message: "'A-1-1' is related to itself"
    ),
    FaultCase(
      name: "unknown theme",
      old: "theme: growth",
      new: "theme: money",
      standsAt: "theme: money",
      message: "unknown theme 'money'"
    ),
  ]
}
