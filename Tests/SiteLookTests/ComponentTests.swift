import Markup
import Site
import Testing

@Suite struct ComponentTests {
  @Test func aControlBearsItsNameAsIDAndItsOwnFaultOnly() throws {
    let faults = [FormFault("day", "日を入力してください"), FormFault("reason", "理由を入力してください")]
    let markup = Fields.text("reason", label: "理由", hint: "200文字以内", value: "甲", faults: faults)
    let input = try #require(TagReader.tags(in: markup).first { $0.name == "input" })
    #expect(input.value(of: "id") == "reason")
    #expect(input.value(of: "name") == "reason")
    #expect(input.value(of: "value") == "甲")
    #expect(input.value(of: "aria-invalid") == "true")
    #expect(input.value(of: "aria-describedby") == "reason-fault reason-hint")
    #expect(markup.text.contains("理由を入力してください"))
    #expect(!markup.text.contains("日を入力してください"))
  }

  @Test func requiredAndOptionalAreWords() {
    #expect(Fields.text("a", label: "甲", need: .required).text.contains("※必須"))
    #expect(Fields.text("a", label: "甲", need: .optional).text.contains("※任意"))
    #expect(!Fields.text("a", label: "甲", need: .unmarked).text.contains("※"))
  }

  @Test func aPasswordIsNeverWrittenBack() {
    #expect(
      !Fields.text("secret", label: "パスワード", value: "hirake-goma", input: .password).text.contains("hirake")
    )
  }

  @Test func aLeadingLineEndOfATextAreaIsKept() {
    #expect(Fields.textArea("a", label: "甲", value: "\n乙").text.contains(">\n\n乙</textarea>"))
  }

  @Test func theChosenAnswerIsMarkedByItsBytes() {
    // Two writings of one letter that compare equal as texts.
    let markup = Fields.select(
      "name",
      label: "氏名",
      choices: [.init("\u{FA19}", "甲"), .init("\u{795E}", "乙")],
      value: "\u{795E}"
    )
    let options = TagReader.tags(in: markup).filter { $0.name == "option" }
    #expect(options.map { $0.value(of: "selected") != nil } == [false, true])
  }

  @Test func theFirstRadioIsTheTargetOfTheSummary() {
    let markup = Fields.radios("kind", label: "区分", choices: [.init("a", "甲"), .init("b", "乙")], value: "b")
    let inputs = TagReader.tags(in: markup).filter { $0.name == "input" }
    #expect(inputs.map { $0.value(of: "id") } == ["kind", "kind-2"])
    #expect(inputs.map { $0.value(of: "checked") != nil } == [false, true])
  }

  @Test func aTableStandsInARegionNamedByItsCaption() throws {
    let markup = DataTable.draw(
      id: "days",
      caption: "8月の勤務",
      columns: [.init("日", .rowHeader), .init("超過勤務", .number, unit: "時:分")],
      rows: [[.text("1日"), .text("1:30")], [.text("2日"), .none]],
      totals: [[.text("計"), .text("1:30")]]
    )
    let region = try #require(TagReader.tags(in: markup).first { $0.value(of: "role") == "region" })
    #expect(region.value(of: "tabindex") == "0")
    #expect(region.value(of: "aria-labelledby") == "days-caption")
    #expect(markup.text.contains("<caption id=\"days-caption\"><span>8月の勤務</span></caption>"))
    #expect(markup.text.contains("<th scope=\"row\">1日</th><td class=\"number\">1:30</td>"))
    #expect(markup.text.contains("超過勤務<span class=\"unit\">（時:分）</span></th>"))
    #expect(markup.text.contains("<tfoot><tr><th scope=\"row\">計</th>"))
  }

  @Test func anEmptyTableSaysSoAndAShortRowIsFilled() {
    let columns: [DataTable.Column] = [.init("甲", .rowHeader), .init("乙")]
    let empty = DataTable.draw(id: "t", caption: "表", columns: columns, rows: [])
    #expect(empty.text.contains("<td class=\"nothing\" colspan=\"2\">該当するものはありません。</td>"))
    let short = DataTable.draw(id: "t", caption: "表", columns: columns, rows: [[.text("1")]])
    #expect(short.text.contains("<th scope=\"row\">1</th><td><span class=\"none\">－</span></td>"))
  }

  @Test func aTableThatStacksNamesItsValuesAndStaysATable() throws {
    let markup = DataTable.draw(
      id: "limits",
      caption: "判定",
      columns: [.init("上限", .rowHeader), .init("実績", .number, unit: "時間"), .init("理由")],
      rows: [DataTable.Row([.text("1か月"), .text("92:45"), .text("超えています。")], tone: .attention)],
      totals: [[.text("計"), .text("1")]],
      narrow: .stacks
    )
    let tags = TagReader.tags(in: markup)
    let table = try #require(tags.first { $0.name == "table" })
    #expect(table.value(of: "class") == "data-table regular stacked")
    let roles = [
      "table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tfoot": "rowgroup", "tr": "row",
    ]
    for (name, role) in roles {
      let found = tags.filter { $0.name == name }
      #expect(!found.isEmpty && found.allSatisfy { $0.value(of: "role") == role }, "\(name)")
    }
    let cells = tags.filter { $0.name == "td" }
    #expect(cells.map { $0.value(of: "data-label") } == ["実績（時間）", "理由", "実績（時間）", "理由"])
    #expect(cells.map { $0.value(of: "class") } == ["number", nil, "number", nil])
    #expect(
      markup.text.contains(
        "<tr role=\"row\" class=\"attention\"><th scope=\"row\" role=\"rowheader\">1か月</th>"
      )
    )
    let plain = DataTable.draw(id: "t", caption: "表", columns: [.init("甲")], rows: [[.text("1")]])
    #expect(!plain.text.contains("stacked") && !plain.text.contains("data-label"))
  }

  @Test func theSortedColumnSaysSo() {
    let markup = DataTable.draw(
      id: "t",
      caption: "表",
      columns: [
        .init("甲", .rowHeader, sorting: .descending(path: "?sort=a")),
        .init("乙", sorting: .none(path: "?sort=b")),
      ],
      rows: []
    )
    let heads = TagReader.tags(in: markup).filter { $0.name == "th" }
    #expect(heads.map { $0.value(of: "aria-sort") } == ["descending", nil])
  }

  @Test func aHotCellSaysItBySymbolWordAndShade() {
    let markup = HeatTable.draw(
      id: "h",
      caption: "超過勤務",
      heading: "氏名",
      columns: ["4月", "5月", "計"],
      unit: "時間:分",
      steps: [.init(.raised, "45時間超")],
      rows: [
        .init(
          "髙橋 花子",
          to: "/people/1",
          cells: [.value("44:00", .none), .value("46:00", .raised), .total("90:00")]
        )
      ]
    )
    let hot = """
      <td class="number heat-2"><span class="mark" aria-hidden="true">▲</span>\
      <span class="hidden">45時間超、</span>46:00</td>
      """
    #expect(markup.text.contains(hot))
    #expect(markup.text.contains("<td class=\"number\">44:00</td>"))
    #expect(markup.text.contains("<td class=\"number total\">90:00</td>"))
    #expect(markup.text.contains("超過勤務（単位：時間:分）"))
  }

  struct PageCase: Sendable {
    let page: Int
    let total: Int
    let count: String
    let targets: [String]
  }

  static let pageCases = [
    PageCase(page: 1, total: 412, count: "1〜50件／全412件", targets: ["1", "2", "3", "9", "2"]),
    PageCase(
      page: 5,
      total: 412,
      count: "201〜250件／全412件",
      targets: ["4", "1", "2", "3", "4", "5", "6", "7", "8", "9", "6"]
    ),
    PageCase(
      page: 4,
      total: 412,
      count: "151〜200件／全412件",
      targets: ["3", "1", "2", "3", "4", "5", "6", "9", "5"]
    ),
    PageCase(
      page: 10,
      total: 1000,
      count: "451〜500件／全1000件",
      targets: ["9", "1", "8", "9", "10", "11", "12", "20", "11"]
    ),
    PageCase(page: 99, total: 412, count: "401〜412件／全412件", targets: ["8", "1", "7", "8", "9"]),
    PageCase(page: 1, total: 7, count: "1〜7件／全7件", targets: []),
  ]

  @Test(arguments: pageCases)
  func theWayThroughAListKeepsItsFilter(_ given: PageCase) {
    let markup = Pagination.links(page: given.page, perPage: 50, total: given.total, path: "/a?state=open")
    #expect(markup.text.contains(given.count))
    let targets = TagReader.tags(in: markup).compactMap { $0.value(of: "href") }
    #expect(targets == given.targets.map { "/a?state=open&amp;page=\($0)" })
  }

  @Test func theNamesOfAssetsFollowTheirBytes() throws {
    for asset in Assets.all {
      #expect(asset.path.utf8.starts(with: "/assets/".utf8))
      #expect(!asset.bytes.isEmpty)
    }
    #expect(Set(Assets.all.map(\.path)).count == Assets.all.count)
    #expect(Assets.stylesheet.path.utf8.count == "/assets/site-0123456789abcdef.css".utf8.count)
  }
}
