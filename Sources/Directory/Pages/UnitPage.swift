internal import Markup
internal import People
internal import Site
internal import Store

/// 組織: its people in order, and the units around it.
struct UnitPage: Sendable {
  let unit: OrganizationUnit
  let tree: UnitTree
  let members: [Member]

  var content: PageContent {
    PageContent(
      title: unit.name,
      breadcrumbs: [Breadcrumb("職員・組織", "/directory")]
        + tree.ancestors(of: unit.id).reversed().map { Breadcrumb($0.name, "/units/\($0.id)") },
      lead: "\(tree.path(of: unit.id) ?? unit.name)に直接所属する職員は\(peopleCount)人です。",
      body: people + below
    )
  }

  private var peopleCount: Int { Set(members.map(\.employee)).count }

  private var people: HTML {
    guard !members.isEmpty else {
      return Panels.emptyState("直接所属する職員はいません", "下位の組織を選んでください。")
    }
    return DataTable.draw(
      id: "members",
      caption: "職員",
      columns: [.init("氏名", .rowHeader), .init("カナ", .text), .init("官職", .text), .init("発令", .word)],
      rows: members.map { member in
        [
          .link(member.name, to: "/people/\(member.employee)"), .text(member.kana), .text(member.title),
          .text(member.assignmentKind.japanese),
        ]
      },
      note: "並びは建制順、職位、カナの順です。"
    )
  }

  private var below: HTML {
    let children = tree.children(of: unit.id)
    guard !children.isEmpty else { return .empty }
    return Panels.section(
      "下位の組織",
      body: Panels.entries(children.map { .init($0.name, to: "/units/\($0.id)") })
    )
  }
}
