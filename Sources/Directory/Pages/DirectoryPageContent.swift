internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 職員・組織: people by name, and the tree of units.
struct DirectoryPageContent: Sendable {
  let text: String
  let page: Int
  let found: DirectoryPage
  let tree: UnitTree
  /// Whether former names and numbers are searched as well.
  let isPersonnel: Bool

  var content: PageContent {
    PageContent(
      title: "職員・組織",
      lead: lead,
      body: """
        \(Forms.search(
          action: "/directory", submit: "探す",
          content: Fields.text(
            "text", label: isPersonnel ? "氏名・カナ・旧姓・職員番号" : "氏名・カナ", need: .unmarked, value: text, width: .medium)))\
        \(people)\(Panels.section("組織", body: units))
        """
    )
  }

  private var lead: HTML {
    text.utf8.isEmpty ? "在職者は\(found.total)人です。" : "「\(text)」に当てはまる職員は\(found.total)人です。"
  }

  private var people: HTML {
    guard found.total > 0 else {
      return Panels.emptyState(
        "当てはまる職員はいません",
        "文字を減らすか、カナで探してください。退職した職員は表示しません。",
        action: Buttons.link("すべて表示する", to: "/directory")
      )
    }
    return DataTable.draw(
      id: "people",
      caption: "職員",
      columns: [.init("氏名", .rowHeader), .init("カナ", .text), .init("所属", .text), .init("官職", .text)],
      rows: found.rows.map(row)
    ) + Pagination.links(page: page, perPage: 50, total: found.total, path: "/directory?text=\(encodedText)")
  }

  private func row(_ row: DirectoryRow) -> DataTable.Row {
    let unit = row.unit.flatMap { tree.unit($0) }
    return [
      .link(row.name, to: "/people/\(row.employee)"), .text(row.kana),
      unit.map { .link($0.name, to: "/units/\($0.id)") } ?? .none,
      row.title.map { .text($0) } ?? .none,
    ]
  }

  private var units: HTML {
    guard !tree.roots.isEmpty else {
      return Panels.emptyState("組織はまだ登録されていません", "職員の名簿を取り込むと、ここに表示します。")
    }
    return HTML(tree.roots.map { UnitList.branch($0, in: tree, depth: 0) })
  }

  private var encodedText: String { QueryText.encoded(text) }
}

/// Units below each other, folded from the second level on.
enum UnitList {
  static func branch(_ unit: OrganizationUnit, in tree: UnitTree, depth: Int) -> HTML {
    let link: HTML = "<a\(href: "/units/\(unit.id)")>\(unit.name)</a>"
    let children = tree.children(of: unit.id)
    guard !children.isEmpty else { return "<ul class=\"units\"><li>\(link)</li></ul>" }
    let below = HTML(children.map { branch($0, in: tree, depth: depth + 1) })
    let body: HTML = depth == 0 ? below : Panels.details("\(unit.name)の下位の組織", body: below)
    return "<ul class=\"units\"><li>\(link)\(body)</li></ul>"
  }
}

/// A text as a value of a query.
enum QueryText {
  private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
  private static let digits = Array("0123456789ABCDEF".utf8)

  static func encoded(_ text: String) -> String {
    let bytes = text.utf8.flatMap { byte -> [UInt8] in
      plain.contains(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
